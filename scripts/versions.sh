#!/bin/sh
# Runs pytest with the arguments on each supported Python that is here, but for the one of .venv.
set -eu

current=$(.venv/bin/python -c 'import sys; print("%d.%d" % sys.version_info[:2])')

runs() {
    "$1" -c "import sys, venv; sys.exit('%d.%d' % sys.version_info[:2] != '$2')" >/dev/null 2>&1
}

# A name on the path may be a shim that answers for nothing, so each is tried.
find_version() {
    if runs "python$1" "$1"; then
        echo "python$1"
    elif found=$(uv python find --no-python-downloads "$1" 2>/dev/null) && runs "$found" "$1"; then
        echo "$found"
    elif found=$(pyenv prefix "$1" 2>/dev/null)/bin/python && runs "$found" "$1"; then
        echo "$found"
    fi
}

failed=0
for version in 3.11 3.12 3.13; do
    [ "$version" = "$current" ] && continue
    python=$(find_version "$version")
    if [ -z "$python" ]; then
        echo "No Python $version here: not tested on it."
        continue
    fi
    echo "Python $version:"
    environment=.venv-$version
    if [ ! -e "$environment/.test" ] || [ requirements/test.txt -nt "$environment/.test" ]; then
        sh scripts/environment.sh "$environment" requirements/test.txt "$python"
        touch "$environment/.test"
    fi
    "$environment/bin/python" -m pytest -q -n auto --dist worksteal "$@" || failed=1
done
exit "$failed"
