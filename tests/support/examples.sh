#!/bin/bash
# examples.sh OURO: every example runs to its end, checks itself (assert) and leaves no block in use. Those with a .exp
# beside them, the larger programs, must print what stands there, which is what CPython printed.
set -u
ouro=$(realpath "$1")
cd "$(dirname "$0")/../../examples" || exit 2
out=$(mktemp) err=$(mktemp)
passed=0 failed=0
for example in *.py programs/*.py; do
    expected=${example%.py}.exp
    if (cd "$(dirname "$example")" && "$ouro" -X showrefcount "$(basename "$example")") >"$out" 2>"$err" </dev/null &&
        tail -n 1 "$err" | grep -qF '[0 refs, 0 blocks]' && { [ ! -e "$expected" ] || cmp "$out" "$expected"; }; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED $example"
        tail -n 12 "$out" "$err"
    fi
done
rm -f "$out" "$err"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
