# A keyword is suggested only when the lines compile with it, which may draw warnings of its own.
import traceback
import warnings

warnings.simplefilter('always')


def report(source):
    try:
        compile(source, 'f.py', 'exec')
    except SyntaxError as e:
        print(*traceback.format_exception_only(e), sep='')


report('whille x: pass')
report('asynk def f(): pass')
report('a = b i c')
report('t await (lambda: 1)')  # `not await` outside of a function
report('try:\n yield f()\nexcept E as e:\n  ... int(e)')  # `... in (e)`, but yield stands outside of a function
report('brek')
report('brake 1')
report('if x:\n  retrun 1')
report("t await (lambda: '\\ ')")
