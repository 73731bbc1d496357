# The functions of the module traceback.
import io, sys, traceback


def f():
    raise ValueError("value")


try:
    f()
except ValueError as e:
    out = io.StringIO()
    traceback.print_exc(file=out)
    print(out.getvalue().replace(__file__, "FILE"), end="")
    print(traceback.format_exception_only(e), traceback.format_exception_only(type(e), e))
    for entry in traceback.extract_tb(e.__traceback__):
        print(entry.name, entry.lineno, entry.line, entry.colno, entry.end_colno, entry.end_lineno)
    print(traceback.format_tb(e.__traceback__, limit=1)[0].count("\n"))
    print(len(traceback.format_exception(e, limit=-1)), len(traceback.format_exception(e, chain=False)))
    t = traceback.TracebackException.from_exception(e)
    print(t.exc_type_str, str(t), t == traceback.TracebackException.from_exception(e))
print([s.name for s in traceback.extract_stack()])
