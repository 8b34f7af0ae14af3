#!/bin/sh
# Installs the page checkers of package-lock.json, and Node and Java first where that can be done.
# The file $1 marks that they are there.
set -eu

missing() {
    for name in npm java; do
        command -v "$name" >/dev/null 2>&1 || echo "$name"
    done
}

if [ -n "$(missing)" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Node and Java for the browser tests …" >&2
    apt-get update -qq >/dev/null
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends npm default-jre-headless >/dev/null
fi
if [ -n "$(missing)" ]; then
    echo "No $(missing | tr '\n' ' '): the checks of pages are skipped. On Debian: apt-get install npm default-jre-headless" >&2
    [ "${CI:-}" = true ] && exit 1 || exit 0
fi
npm ci --silent
touch "$1"
