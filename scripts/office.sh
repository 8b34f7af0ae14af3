#!/bin/sh
# Says where LibreOffice is, and installs its word processor first where that can be done.
set -eu

find_office() {
    for name in soffice libreoffice; do
        command -v "$name" && return
    done
    return 1
}

install_office() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 || return 1
    echo "Installing LibreOffice Writer for the tests of Word files …" >&2
    apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends libreoffice-writer-nogui >/dev/null
}

find_office && exit 0
install_office && find_office && exit 0
echo "No LibreOffice: that it opens Word files is not tested. On Debian: apt-get install libreoffice-writer-nogui" >&2
[ "${CI:-}" = true ] && exit 1 || exit 0
