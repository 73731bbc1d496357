# json.tool: the command line's options; errors
import contextlib
import io
import json.tool
import os
import sys
import tempfile


class Kept(io.StringIO):
    def close(self):
        pass


def run(*args, text='{"b": [1, {"c": null}], "a": "\u00e9"}'):
    sys.argv, sys.stdin = ['tool', *args], io.StringIO(text)
    errors, output = io.StringIO(), Kept()
    print([os.path.basename(arg) for arg in args])
    try:
        with contextlib.redirect_stderr(errors), contextlib.redirect_stdout(output):
            json.tool.main()
    except SystemExit as end:
        print('exit:', end.code)
    except OSError as error:
        print(type(error).__name__, error)
    print(output.getvalue() + errors.getvalue().strip().rpartition('\n')[2])


run()
run('--compact')
run('--no-indent', '--sort-keys')
run('--tab')
run('--indent', '1', '--no-ensure-ascii')
run('--json-lines', '--compact', text='[1, 2]\n{"a": 3}\n')
run(text='{')
run(text='[1, 2')
run('--tab', '--compact')
run('no-such-file')
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'x.json')
    with open(path, 'w') as file:
        file.write('[1,2]')
    run('--no-indent', path, path)
    with open(path) as file:
        print(file.read())
