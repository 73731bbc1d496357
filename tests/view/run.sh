#!/bin/bash
# run.sh OURO: what `ouro view` records, and the page itself in a browser (skipped with a note where there is none).
set -u
OURO=$(realpath "$1")
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
export OURO WORK
cd "$(dirname "$0")" || exit 2
"$OURO" test_recording.py || exit 1
./browser.sh
