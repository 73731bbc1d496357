# Warnings of compile(): once for each place, with the file name that was given; none without them being shown.
import warnings

with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    compile("a = '\\d'\nb = '\\d'\na is 1\n", "name.py", "exec")
    eval("1 is 1")
    exec("def f():\n '\\e'\n assert (1, 2)")
for w in log:
    print(w.category.__name__, str(w.message)[:60], w.filename, w.lineno)
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("ignore")
    compile("'\\d'", "f", "exec")
print(log)
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("default")
    for _ in range(2): compile("'\\d'", "f", "exec")
    compile("\n'\\d'", "f", "exec")
print(len(log))
