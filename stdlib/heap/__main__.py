"""ouro -m heap SCRIPT [ARG] ...: runs a script and prints what each of its lines did to the heap."""

import sys

from heap import lines


def main():
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit("usage: ouro -m heap SCRIPT [ARG] ...")
    del sys.argv[0]
    sys.path[0] = sys.argv[0].rpartition("/")[0]
    print(lines(sys.argv[0]), end="")


main()
