# Of names that are equally near, a suggestion takes the one that comes first in the module builtins.
import builtins
import traceback

for name in 'yError', 'axx', 'xnext', 'XError', 'UnicodeXncodeError':
    try:
        eval(name)
    except NameError as e:
        print(traceback.format_exception_only(e)[-1].strip())
print([name for name in vars(builtins) if name[0].islower()][:30])
print([name for name in vars(builtins) if name[0].isupper()])
