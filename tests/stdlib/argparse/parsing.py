# options and positionals: values, counts, abbreviations, groups, what is wrong
import argparse
import os
import sys

os.environ["COLUMNS"] = "80"
os.environ["NO_COLOR"] = "1"
sys.stderr = sys.stdout


def attempt(parser, *args, method="parse_args"):
    try:
        print(args, getattr(parser, method)(list(args)))
    except SystemExit as e:
        print("exit", e.code)
    except Exception as e:
        print(type(e).__name__, e)


p = argparse.ArgumentParser(prog="prog", description="A program that has a description long enough to be wrapped around lines.",
                            epilog="The end.")
p.add_argument("file", help="the file")
p.add_argument("rest", nargs="*", help="more of them")
p.add_argument("-v", "--verbose", action="count", default=0, help="be verbose")
p.add_argument("-o", "--output", metavar="FILE", help="where to write (default: %(default)s)", default="out")
p.add_argument("--level", type=int, choices=[1, 2, 3])
p.add_argument("--name", nargs=2)
p.add_argument("--opt", nargs="?", const="c")
p.add_argument("--many", nargs="+")
p.add_argument("--flag", action=argparse.BooleanOptionalAction, default=True)
g = p.add_mutually_exclusive_group()
g.add_argument("--aa", action="store_true")
g.add_argument("--bb", action="store_false")
group = p.add_argument_group("special", "a group")
group.add_argument("--append", action="append", dest="app")
group.add_argument("--const", action="append_const", const=5)
p.add_argument("--version", action="version", version="%(prog)s 1.0")
print(p.format_help())
print(p.format_usage())
for line in ("f", "f -vv x y --level 2", "f -ofoo --name a b", "f --opt", "f --opt z", "f --many 1 2", "f --no-flag --aa", "",
             "f --aa --bb", "f --level 9", "f --level x", "f --zork", "f --ver", "f --o=5", "f -- -x y", "--name a", "-5",
             "f --append 1 --append=2 --const", "f -vvo q", "f --fl", "f --a", "f --aa=3", "--version"):
    attempt(p, *line.split())
attempt(p, "f", "--qq", "1", method="parse_known_args")
