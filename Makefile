# `make plan` shows the plan, `make test` checks everything; both make what they need first.
SHELL := /bin/sh
.NOTPARALLEL:
.DEFAULT_GOAL := help
# Packages are compiled when they are first imported; a setting that forbids it would make every
# single run pay for it again.
unexport PYTHONDONTWRITEBYTECODE

VENV := .venv
BIN := $(VENV)/bin
OUTPUT := build/site
SECONDS := 60
PYTEST := python -m pytest -q -n auto --dist worksteal
QUICK := tests -m "not slow" --hypothesis-profile=quick --ignore=tests/browser \
	--ignore=tests/test_package.py --ignore=tests/test_how_to.py --ignore=tests/test_docs.py
UNIT := $(QUICK) --ignore=tests/cli

.PHONY: help
help: ## This list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: plan
plan: $(VENV)/.run ## Check the plan, show what changed in the last round, render the site
	@$(BIN)/python scripts/plan.py $(OUTPUT)

.PHONY: test
test: check versions tests ## Everything: code, quick tests on each Python, documentation, browser

.PHONY: lint
lint: check ## Look at code, licences, spelling and documentation
	$(BIN)/python -m pytest -q tests/test_docs.py tests/test_architecture.py

.PHONY: check
check: $(VENV)/.test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python scripts/cog.py --check
	$(BIN)/codespell
	$(BIN)/reuse lint --quiet || { $(BIN)/reuse lint; exit 1; }

.PHONY: tests
tests: $(VENV)/.test browser office
	$(BIN)/$(PYTEST) tests

.PHONY: unit
unit: $(VENV)/.test ## Only the quick tests of the parts
	$(BIN)/$(PYTEST) $(UNIT)

.PHONY: versions
versions: ## The quick tests, those of the commands too, on the other Pythons that are here
	@sh scripts/versions.sh $(QUICK)

.PHONY: browser
browser: node_modules/.installed ## Chromium and the page checkers for the browser tests
	@sh scripts/chromium.sh >/dev/null

.PHONY: office
office: ## LibreOffice for the tests of Word files
	@sh scripts/office.sh >/dev/null

.PHONY: coverage
coverage: $(VENV)/.test ## Which branches no test takes
	$(BIN)/python -m pytest -q --cov --cov-report=term --cov-fail-under=95 $(QUICK)

.PHONY: bench
bench: $(VENV)/.test ## Cost as ratios to known programs
	@code=0; for file in benchmarks/bench_*.py; do $(BIN)/python "$$file" || code=1; done; exit $$code

.PHONY: fuzz
fuzz: $(VENV)/.test ## Hostile input for SECONDS=60 a target
	@for file in tests/fuzz/fuzz_*.py; do \
		corpus=build/fuzz/$$(basename "$$file" .py); mkdir -p "$$corpus"; echo "$$file"; \
		$(BIN)/python "$$file" -max_total_time=$(SECONDS) -artifact_prefix=build/fuzz/ \
			-max_len=4096 -rss_limit_mb=1024 -timeout=5 "$$corpus" tests/examples || exit 1; done

.PHONY: mutation
mutation: $(VENV)/.test ## Do the tests see when the code is wrong?
	$(BIN)/mutmut run
	$(BIN)/mutmut results

.PHONY: format
format: $(VENV)/.test ## Bring code into its form, and generated text up to date
	$(BIN)/ruff check --fix-only --quiet
	$(BIN)/ruff format
	$(BIN)/python scripts/cog.py
	$(BIN)/python scripts/rule_pages.py

.PHONY: news
news: $(VENV)/.test ## Collect the fragments of news/ into CHANGELOG.md
	$(BIN)/towncrier build --yes

.PHONY: lock
lock: ## Renew the locked versions
	sh scripts/lock.sh

.PHONY: clean
clean: ## Remove what was made
	rm -rf build dist mutants node_modules .venv .venv-* .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .coverage*

$(VENV)/.run: requirements/run.txt pyproject.toml scripts/environment.sh
	@sh scripts/environment.sh $(VENV) requirements/run.txt
	@touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.run
	@sh scripts/environment.sh $(VENV) requirements/test.txt
	@touch $@

node_modules/.installed: package-lock.json scripts/node.sh
	@sh scripts/node.sh $@
