# subparsers, long usage, intermixed arguments, definitions that are refused
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


git = argparse.ArgumentParser(prog="git", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
git.add_argument("--x", default=3, help="xx", type=int)
commands = git.add_subparsers(dest="cmd", required=True, help="commands", title="cmds")
add = commands.add_parser("add", help="adds", aliases=["ad"])
add.add_argument("path", nargs="+")
commit = commands.add_parser("commit", help="commits")
commit.add_argument("-m", required=True)
commit.set_defaults(func=3)
print(git.format_help(), add.format_help(), commit.format_usage())
for line in ("add x y", "commit", "commit -m q", "", "zork", "--x 7 add z"):
    attempt(git, *line.split())
long = argparse.ArgumentParser(prog="a-very-long-program-name-indeed", exit_on_error=False)
for i in range(6):
    long.add_argument(f"--option-number-{i}", metavar="VALUE", help="help " * 20 if i == 3 else None)
long.add_argument("pos1")
long.add_argument("pos2", nargs="?")
long.add_argument("pos3", nargs=argparse.REMAINDER)
print(long.format_help())
attempt(long, "1", "2", "--", "3", "--x")
attempt(long)
mixed = argparse.ArgumentParser(prog="mixed", add_help=False)
mixed.add_argument("--foo")
mixed.add_argument("cmd")
mixed.add_argument("rest", nargs="*", type=int)
attempt(mixed, *"doit 1 --foo bar 2 3".split())
attempt(mixed, *"doit 1 --foo bar 2 3".split(), method="parse_intermixed_args")
for args, kwargs in ((["--foo"], {}), (["x"], {"dest": "y"}), (["x"], {"required": True}), (["-z"], {"nargs": 0}),
                     (["-q"], {"type": "zz"}), (["-y"], {"action": "zork"}), (["--w"], {"nargs": 2, "metavar": ("A",)}),
                     (["--h"], {"help": "%(zork)s"}), (["--"], {}), (["-a", "b"], {})):
    try:
        print(mixed.add_argument(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)
print(argparse.Namespace(a=1, b="x"), argparse.Namespace(a=1) == argparse.Namespace(a=1), "a" in argparse.Namespace(a=1))
