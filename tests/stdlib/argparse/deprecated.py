# Deprecated options, arguments and commands still work, but a warning is written, once for each name.
import argparse
import sys

sys.stderr = sys.stdout
parser = argparse.ArgumentParser(prog='tool')
parser.add_argument('-o', '--old', action='count', deprecated=True)
parser.add_argument('-n', '--new')
commands = parser.add_subparsers(dest='command')
command = commands.add_parser('was', aliases=['w'], deprecated=True)
command.add_argument('file', nargs='?', deprecated=True)
commands.add_parser('is')

for line in ('-n 1 is', '-oo --old is', 'was', 'w name', '-n 1'):
    print(parser.parse_args(line.split()))
