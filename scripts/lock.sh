#!/bin/sh
# Renews the locked versions: what is needed to run wirctl, and to test it on each supported Python.
# No address of a registry is written, so the locks hold wherever the packages come from.
set -eu

if command -v uv >/dev/null 2>&1; then
    uv=uv
else
    [ -x build/uv/bin/uv ] || { .venv/bin/python -m venv build/uv && build/uv/bin/python -m pip install --quiet uv; }
    uv=build/uv/bin/uv
fi

compile() {
    "$uv" pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11 \
        --generate-hashes --no-header --no-emit-index-url --no-emit-find-links "$@"
}

compile --extra test --output-file requirements/test.txt
compile --extra checkout --constraint requirements/test.txt --output-file requirements/run.txt
