"""`ouro -m json [FILE [OUTFILE]]`: checks a JSON document and writes it again, indented or compact."""

import argparse
import json
import sys


def _options():
    parser = argparse.ArgumentParser(description='A simple command line interface for json module to validate and '
                                                 'pretty-print JSON objects.', color=True)
    add = parser.add_argument
    add('infile', nargs='?', default='-', help='a JSON file to be validated or pretty-printed')
    add('outfile', nargs='?', default=None, help='write the output of infile to outfile')
    add('--sort-keys', action='store_true', help='sort the output of dictionaries alphabetically by key')
    add('--no-ensure-ascii', dest='ensure_ascii', action='store_false', help='disable escaping of non-ASCII characters')
    add('--json-lines', action='store_true', help='parse input using the JSON Lines format. Use with --no-indent or '
                                                  '--compact to produce valid JSON Lines output.')
    add = parser.add_mutually_exclusive_group().add_argument
    add('--indent', type=int, default=4, help='separate items with newlines and use this number of spaces for indentation')
    add('--tab', dest='indent', action='store_const', const='\t', help='separate items with newlines and use tabs for '
                                                                       'indentation')
    add('--no-indent', dest='indent', action='store_const', const=None, help='separate items with spaces rather than '
                                                                             'newlines')
    add('--compact', action='store_true', help='suppress all whitespace separation (most compact)')
    return parser.parse_args()


def main():
    """The whole."""
    options = _options()
    style = {'sort_keys': options.sort_keys, 'ensure_ascii': options.ensure_ascii,
             'indent': None if options.compact else options.indent}
    if options.compact:
        style['separators'] = ',', ':'
    try:
        if options.infile == '-':
            text = sys.stdin.read()
        else:
            with open(options.infile, encoding='utf-8') as source:
                text = source.read()
        documents = map(json.loads, text.splitlines()) if options.json_lines else [json.loads(text)]
        # before the output is opened: it may be the same file
        lines = [json.dumps(document, **style) + '\n' for document in documents]
    except ValueError as error:
        raise SystemExit(error) from None
    if options.outfile is None:
        sys.stdout.writelines(lines)
    else:
        with open(options.outfile, 'w', encoding='utf-8') as target:
            target.writelines(lines)


if __name__ == '__main__':
    try:
        main()
    except BrokenPipeError as error:
        raise SystemExit(error.errno) from None
