#!/bin/sh
# Makes the virtual environment $1 with the packages locked in $2 and this checkout in it.
# $3, if given, is the Python to use; else the first one found that is new enough.
set -eu

environment=$1
lock=$2
wanted=${3:-}

has_uv() {
    command -v uv >/dev/null 2>&1
}

# Debian ships Python without ensurepip; with uv nothing is missing then.
fits() {
    modules=sys,ensurepip,venv
    has_uv && modules=sys
    "$1" -c "import $modules; sys.exit(sys.version_info < (3, 11))" >/dev/null 2>&1
}

find_python() {
    for name in $wanted python3.11 python3.12 python3.13 python3 python; do
        if fits "$name"; then
            echo "$name"
            return
        fi
    done
    return 1
}

install_venv() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 || return 1
    echo "Installing python3-venv …" >&2
    apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y python3-venv >/dev/null
}

create() {
    python=$(find_python) || { install_venv && python=$(find_python); } || {
        echo "wirctl needs Python 3.11 or newer with venv; none was found." >&2
        echo "On Debian: apt-get install python3-venv" >&2
        exit 2
    }
    if has_uv; then
        uv venv --quiet --python "$("$python" -c 'import sys; print(sys.executable)')" "$environment"
    else
        "$python" -m venv "$environment"
    fi
}

# Packages come with the hashes of the lock; the checkout itself is built by the locked backend,
# so that nothing unlocked is ever downloaded. What is never imported is not compiled.
install() {
    if has_uv; then
        uv pip install --quiet --python "$environment/bin/python" --require-hashes --requirement "$lock"
        uv pip install --quiet --python "$environment/bin/python" --no-deps --no-build-isolation --editable .
    else
        pip_install --no-compile --require-hashes --requirement "$lock"
        pip_install --no-deps --no-build-isolation --editable .
    fi
}

pip_install() {
    "$environment/bin/python" -m pip --disable-pip-version-check install --quiet "$@"
}

# Half made, or made by a Python or a uv that is gone: made anew.
usable() {
    "$environment/bin/python" -c "" 2>/dev/null || return 1
    has_uv || "$environment/bin/python" -m pip --version >/dev/null 2>&1
}

usable || {
    rm -rf "$environment"
    create
}
install
