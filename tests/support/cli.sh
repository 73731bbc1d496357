#!/bin/bash
# cli.sh OURO: the command line, the prompt, and bad input: exit status and messages.
set -u
ouro=$(realpath "$1")
work=$(mktemp -d)
cd "$work" || exit 2
passed=0 failed=0

# check NAME STATUS PATTERN COMMAND...: status and a pattern (grep -E) that the output, both streams, must have
check() {
    local name=$1 status=$2 pattern=$3 out got
    shift 3
    out=$("$@" 2>&1)
    got=$?
    if [ "$got" = "$status" ] && grep -qE -- "$pattern" <<<"$out"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED $name: status $got, expected $status; output:"
        head -n 8 <<<"$out"
    fi
}
feed() { # feed TEXT COMMAND...
    local text=$1
    shift
    printf "$text" | "$@"
}

check version 0 '^Ouro [0-9.]+ \(Python 3\.14' "$ouro" -V
check help 0 '^usage: ouro' "$ouro" -h
check unknown-option 2 'Unknown option: -Z' "$ouro" -Z
check missing-argument 2 'Argument expected for the -c option' "$ouro" -c
check code 0 '^3$' "$ouro" -c 'print(1 + 2)'
check arguments 0 "^\['-c', 'a', '-b'\]$" "$ouro" -c 'import sys; print(sys.argv)' a -b
check stdin 0 '^hello$' feed 'print("hello")' "$ouro" -
check missing-file 2 "can't open file '.*missing.py': \[Errno 2\] No such file or directory" "$ouro" missing.py
mkdir folder
check folder 1 "can't find '__main__' module in '.*folder'" "$ouro" folder
printf 'print("\xff")\n' >utf8.py
check invalid-utf8 1 "SyntaxError: .*Non-UTF-8 code starting with" "$ouro" utf8.py
printf 'x = 1\0\n' >nul.py
check nul-byte 1 'SyntaxError: source code cannot contain null bytes' "$ouro" nul.py
printf 'def f(:\n' >syntax.py
check syntax-error 1 '^SyntaxError: ' "$ouro" syntax.py
head -c 100000 /dev/zero | tr '\0' '(' >parens.py
check parentheses 1 'SyntaxError: too many nested parentheses' "$ouro" parens.py
printf 'def f(): f()\nf()\n' >recursion.py
check recursion 1 'RecursionError: maximum recursion depth exceeded' "$ouro" recursion.py
printf 'class A:\n    def __getattr__(self, n): return getattr(self, n)\nA().x\n' >recursion2.py
check c-recursion 1 'RecursionError' "$ouro" recursion2.py
check small-stack 1 'RecursionError' bash -c "ulimit -s 1024; '$ouro' recursion2.py"
check hash-seed 1 'PYTHONHASHSEED must be "random" or an integer' env PYTHONHASHSEED=1x "$ouro" -c pass
check hash-seed-large 1 'config_init_hash_seed' env PYTHONHASHSEED=4294967296 "$ouro" -c pass
check hash-seed-largest 0 '^1$' env PYTHONHASHSEED=4294967295 "$ouro" -c 'import sys; print(sys.flags.hash_randomization)'
check digit-limit 1 'PYTHONINTMAXSTRDIGITS: invalid limit; must be >= 640' env PYTHONINTMAXSTRDIGITS=639 "$ouro" -c pass
check digit-limit-option 0 '^0$' env PYTHONINTMAXSTRDIGITS=640 "$ouro" -X int_max_str_digits=0 -c 'import sys
print(sys.get_int_max_str_digits())'
check exit-status 7 '' "$ouro" -c 'import sys; sys.exit(7)'
check exit-message 1 '^bye$' "$ouro" -c 'import sys; sys.exit("bye")'
check uncaught 1 '^ZeroDivisionError: ' "$ouro" -c '1/0'
check prompt-identity 0 'False.*True|False
True' feed 'c = 257\nd = 257\nc is d\na = 256\nb = 256\na is b\n' "$ouro" -i
check prompt-block 0 '15' feed 'def f():\n    return 15\n\nf()\n' "$ouro" -i
check prompt-error 0 'NameError' feed 'nope\nprint(1)\n' "$ouro" -i
huge='import math, sys; sys.set_int_max_str_digits(0); n = 100_000_000; x = (1 << n) - 1; y = x - 2'
for operation in 'x * y' 'x ** 2' '3 ** n' 'pow(3, x, y)' 'pow(x, -1, y)' 'divmod(x * 8**n, y)' 'str(x)' 'int("7" * n)' \
    'int("6" * n, 7)' 'math.factorial(n)' 'math.isqrt(3 << 2 * n)' 'math.gcd(x, y)' 'math.lcm(x, y)' 'math.comb(n, 9**8)'; do
    check "no-memory: $operation" 1 '^MemoryError' bash -c "ulimit -v 600000; '$ouro' -c '$huge; $operation'"
done
mkdir package
echo 'from .inner import value' >package/__init__.py
echo 'value = 42' >package/inner.py
echo 'import package; print("main", package.value)' >package/__main__.py
check module 0 '^main 42$' "$ouro" -m package
check module-missing 1 'ouro: No module named package.nosuch$' "$ouro" -m package.nosuch
check module-in-missing 1 "ouro: Error while finding module specification for 'no.such' \(ModuleNotFoundError: No module named 'no'\)$" \
    "$ouro" -m no.such
mkdir json namespace
check folder-hides-nothing 0 '^\[1\] namespace$' "$ouro" -c 'import json, namespace; print(json.dumps([1]), namespace.__name__)'
rmdir json namespace
check ouropath 0 '^42$' env OUROPATH="$work" "$ouro" -c 'import package; print(package.value)'
check interrupt 130 'KeyboardInterrupt' timeout --preserve-status -s INT 1 "$ouro" -c 'while True: pass'
check dump-tokens 0 'NAME' "$ouro" --dump=tokens package/inner.py
check dump-ast 0 'Assign' "$ouro" --dump=ast package/inner.py
check dump-bytecode 0 'STORE_NAME' "$ouro" --dump=bytecode package/inner.py
printf 'def f(items):\n    s = 0\n    for i in items: s += i\n    return s\nprint(f(range(1000)) + f([0.5] * 10))\n' >sums.py
stats() { "$ouro" --dump=bytecode --stats sums.py | tr '\n' ' '; }
check stats-code 0 '^499505.0 .* 1010 +[0-9]+  IADD +s  s  i' stats
check stats-opcodes 0 ' 999 +[0-9.]+  ADD_INT_RR ' stats
check stats-caches 0 ' 1010 +98.91 +1  IADD ' stats
printf '1 / 0\n' >zero.py
check stats-error 1 'ZeroDivisionError' "$ouro" --dump=bytecode --stats zero.py
echo 'import sys; print(sys.argv[1:])' >arguments.py
check view-options-behind 0 "^\['a', '-o'\]$" "$ouro" view arguments.py --steps=9 -o page.html a -o
check view-options-before 0 "^\['-o', 'x'\]$" "$ouro" view -o page.html arguments.py -- -o x
check view-wrong-option 2 'ouro view: wrong option: --steps=1' "$ouro" view --steps=1 arguments.py

cd / && rm -rf "$work"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
