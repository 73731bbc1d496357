# Usage keeps arguments that exclude each other together, at the place of the first, or of the first positional.
import argparse
import os

os.environ['COLUMNS'] = '60'


def usage(names, group, required=False):
    parser = argparse.ArgumentParser(prog='p', color=False)
    exclusive = parser.add_mutually_exclusive_group(required=required)
    for name in names.split():
        where = exclusive if name in group.split() else parser
        if name.startswith('-'):
            where.add_argument(name, action='store_true')
        else:
            where.add_argument(name, nargs='?' if where is exclusive else None)
    return parser.format_usage().rstrip()


for required in (False, True):
    print(usage('-a -b -c', '-a -c', required))
    print(usage('x a -y -b -z -c', 'a -b -c', required))
    print(usage('a -b', 'a', required))
    print(usage('--first-long --second-long --third-long --fourth-long', '--second-long --third-long --fourth-long',
                required))

# A positional of which nothing was given excludes nothing; a value equal to the default counts.
parser = argparse.ArgumentParser(prog='p', color=False, exit_on_error=False)
group = parser.add_mutually_exclusive_group(required=True)
group.add_argument('--foo', action='store_true')
group.add_argument('bars', nargs='*', default='b')
print(parser.parse_args(['--foo']), parser.parse_args(['b']))
try:
    parser.parse_args(['--foo', 'b'])
except argparse.ArgumentError as e:
    print(e)
try:
    parser.add_subparsers(help='%Y')
except ValueError as e:
    print(e)
