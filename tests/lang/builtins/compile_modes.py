# compile in its three modes, with flags and bad arguments.
def t(*actions):
    for f in actions:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)

t(lambda: eval(compile('1 + 2', 'f', 'eval')), lambda: exec(compile('print(4)', 'f', 'exec')), lambda: exec(compile('5', 'f', 'single')), lambda: compile('1', 'f', 'other'), lambda: compile('1 +', 'f', 'eval'), lambda: compile('x = 1', 'f', 'eval'), lambda: compile('a\0b', 'f', 'exec'), lambda: compile(5, 'f', 'exec'), lambda: compile('1', 5, 'exec'), lambda: compile('1', 'f', 'exec', 1 << 30), lambda: compile('1', 'f', 'exec', optimize=9), lambda: compile())
t(lambda: eval(compile(b'"\xc3\xa9"', 'f', 'eval')), lambda: compile('x', 'name.py', 'exec').co_filename, lambda: compile(source='7', filename='f', mode='eval').co_name, lambda: compile('assert 0', 'f', 'exec', optimize=1).co_consts)
