#!/bin/sh
# Makes the virtual environment $1 with the packages locked in $2 and this checkout in it.
# $3, if given, is the Python to use; else the first one found that is new enough.
set -eu

environment=$1
lock=$2
wanted=${3:-}

fits() {
    "$1" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for name in $wanted python3.11 python3.12 python3.13 python3 python; do
        if fits "$name"; then
            echo "$name"
            return
        fi
    done
    echo "wirctl needs Python 3.11 or newer; none was found (tried python3.11 … python)." >&2
    exit 2
}

create() {
    python=$(find_python)
    if command -v uv >/dev/null 2>&1; then
        uv venv --quiet --python "$("$python" -c 'import sys; print(sys.executable)')" "$environment"
    elif ! "$python" -m venv "$environment"; then
        rm -rf "$environment"
        echo "$python cannot make a virtual environment. On Debian: apt-get install python3-venv" >&2
        exit 2
    fi
}

# Packages come as wheels with the hashes of the lock; the checkout itself is built by the locked
# backend, so that nothing unlocked is ever downloaded.
install() {
    if command -v uv >/dev/null 2>&1; then
        uv pip install --quiet --python "$environment/bin/python" --require-hashes --requirement "$lock"
        uv pip install --quiet --python "$environment/bin/python" --no-deps --no-build-isolation --editable .
    else
        "$environment/bin/python" -m pip --disable-pip-version-check install --quiet --require-hashes --requirement "$lock"
        "$environment/bin/python" -m pip --disable-pip-version-check install --quiet --no-deps --no-build-isolation --editable .
    fi
}

[ -x "$environment/bin/python" ] || create
install
