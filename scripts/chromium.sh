#!/bin/sh
# Says where Chromium is, and installs it first where that can be done.
set -eu

find_chromium() {
    for name in chromium chromium-browser google-chrome-stable google-chrome; do
        command -v "$name" && return
    done
    return 1
}

install_chromium() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 || return 1
    echo "Installing Chromium for the browser tests …" >&2
    apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium >/dev/null
}

find_chromium && exit 0
install_chromium && find_chromium && exit 0
echo "No Chromium: the browser tests are skipped. On Debian: apt-get install chromium" >&2
[ "${CI:-}" = true ] && exit 1 || exit 0
