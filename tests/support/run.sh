#!/bin/bash
# run.sh OURO [PATTERN]: runs tests/lang/*/*.py (the language) and tests/stdlib/*/*.py (its library), those whose path
# contains PATTERN, each from its suite's folder, and compares.
#
#   NAME.py    the program            NAME.exp   what it must write to standard output
#   NAME.err   (if there) what it must write to standard error, without the folder in front of file names
#   NAME.in    (if there) its standard input
#   a first line `# exit: N` says with which status it must end (0 otherwise); `# args: ...` what it is started with
#
# After every test no block of memory may be in use: the census on standard error must say [0 refs, 0 blocks].
set -u
ouro=$(realpath "$1")
pattern=${2:-}
cd "$(dirname "$0")/.." || exit 2
export ouro PYTHONHASHSEED=0
export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=0:detect_stack_use_after_return=0}

run_one() {
    local suite=${1%%/*} test=${1#*/} out err status expected args=()
    local name=${test%.py}
    cd "$suite" || exit 2
    out=$(mktemp) err=$(mktemp)
    expected=$(sed -nE '1,3s/^# exit: *([0-9]+).*/\1/p' "$test" | head -n 1)
    read -r -a args <<<"$(sed -nE '1,3s/^# args: *(.*)/\1/p' "$test" | head -n 1)"
    if [ -e "$name.in" ]; then exec <"$name.in"; else exec </dev/null; fi
    timeout "${TEST_TIMEOUT:-120}" "$ouro" -X showrefcount "$test" "${args[@]}" >"$out" 2>"$err"
    status=$?
    local problem=""
    [ "$status" = "${expected:-0}" ] || problem="exit status $status, expected ${expected:-0}"
    cmp -s "$out" "$name.exp" || problem="$problem; output differs"
    tail -n 1 "$err" | grep -qF '[0 refs, 0 blocks]' || problem="$problem; census: $(tail -n 1 "$err")"
    if [ -e "$name.err" ]; then
        grep -vF '[0 refs, 0 blocks]' "$err" | sed "s|$PWD/||g" | cmp -s - "$name.err" || problem="$problem; stderr differs"
    fi
    if [ -n "$problem" ]; then
        echo "FAILED $suite/$test: ${problem#; }"
        diff "$name.exp" "$out" | head -n 12
        grep -vF '[0 refs, 0 blocks]' "$err" | tail -n 12
    else
        echo "ok $suite/$test"
    fi
    rm -f "$out" "$err"
}
export -f run_one

log=$(mktemp)
find lang stdlib -name '*.py' -path "*$pattern*" | grep -v '/data/' | sort |
    xargs -P "$(nproc)" -I{} bash -c 'run_one {}' >"$log"
grep -v '^ok ' "$log"
passed=$(grep -c '^ok ' "$log")
failed=$(grep -c '^FAILED ' "$log")
rm -f "$log"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
