#!/bin/sh
# deps.sh: installs what the build and the tests need and the system lacks (Debian's packages, through sudo if not root).
set -eu

missing=""
need() { # need TEST PACKAGE
    eval "$1" >/dev/null 2>&1 || missing="$missing $2"
}
header() { [ -e "/usr/include/$1" ] || [ -e "/usr/include/$(uname -m)-linux-gnu/$1" ]; }

need "command -v ${CC:-gcc}" "${CC:-gcc}"
need "command -v re2c" re2c
need "command -v lemon" lemon
need "header gmp.h" libgmp-dev
need "header pcre2.h" libpcre2-dev
need "header utf8proc.h" libutf8proc-dev
need "header zlib.h" zlib1g-dev
need "header openssl/evp.h" libssl-dev
if [ "${1:-}" = tests ]; then
    need "header criterion/criterion.h" libcriterion-dev
    need "command -v clang" clang
    need "command -v clang-format" clang-format
    need "command -v chromium || command -v chromium-browser || command -v google-chrome" chromium
fi
[ -n "$missing" ] || exit 0

echo "Installing:$missing"
if [ "$(id -u)" = 0 ]; then sudo=""
elif command -v sudo >/dev/null; then sudo=sudo
else
    echo "ouro: these Debian packages are missing, and there is neither root nor sudo to install them:$missing" >&2
    exit 1
fi
if ! command -v apt-get >/dev/null; then
    echo "ouro: these packages are missing, and there is no apt-get to install them (Debian's names):$missing" >&2
    exit 1
fi
$sudo apt-get update -qq && $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null || {
    echo "ouro: apt-get could not install:$missing" >&2
    exit 1
}
