#!/bin/bash
# examples.sh OURO: every example runs to its end, checks itself (assert) and leaves no block in use.
set -u
ouro=$(realpath "$1")
cd "$(dirname "$0")/../../examples" || exit 2
passed=0 failed=0
for example in *.py; do
    if "$ouro" -X showrefcount "$example" >/tmp/ouro-example.$$ 2>&1 </dev/null && tail -n 1 /tmp/ouro-example.$$ | grep -qF '[0 refs, 0 blocks]'; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED $example"
        tail -n 12 /tmp/ouro-example.$$
    fi
done
rm -f /tmp/ouro-example.$$
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
