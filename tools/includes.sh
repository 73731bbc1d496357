#!/bin/sh
# includes.sh: checks that includes go one way (docs/design.md):
#     gc <- interp/object <- interp/compile <- interp/vm <- interp/*.c; grammar stands alone; stdlib sees interp/api.h
set -eu
cd "$(dirname "$0")/.."

# folder: what its files may include, as an extended regular expression
rules='
gc/ ^gc/
grammar/ ^grammar/
interp/object/ ^(gc|interp/object)/
interp/compile/ ^(gc|grammar|interp/object|interp/compile)/
interp/view/ ^(gc/|interp/)
interp/vm/ ^(gc|grammar|interp/object|interp/compile|interp/vm|stdlib/modules.def)
interp/jit/ ^(gc|interp/object|interp/compile|interp/vm|interp/jit)/
stdlib/ ^(gc/|interp/api.h|interp/object/|stdlib/)
'
status=0
printf '%s\n' "$rules" | while read -r folder allowed; do
    [ -n "$folder" ] || continue
    found=$(git grep -hnE '^ *# *include "' -- "$folder*.c" "$folder*.h" "$folder*.re" "$folder*.y" "$folder*.def" 2>/dev/null |
        sed -E 's/^[0-9]+: *# *include "([^"]*)".*/\1/' | grep -vE "$allowed" | grep -vE '^[a-z_]+\.(h|inc|def)$' | sort | uniq -c || true)
    if [ -n "$found" ]; then
        echo "$folder must not include:"
        echo "$found"
        exit 1
    fi
done || status=1
exit $status
