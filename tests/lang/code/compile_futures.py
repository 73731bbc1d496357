# The __future__ flags of code are inherited by what it compiles, unless dont_inherit is set.
import __future__ as future
print(future.annotations.compiler_flag == 0x1000000 and future.all_feature_names)
source = "def f(x: undefined): pass\nr = f.__annotations__"
namespace = {}
exec("from __future__ import annotations\nexec(source, ns1 := {})\nr1 = ns1['r']\ncode = compile(source, 'f', 'exec', dont_inherit=True)", namespace | {"source": source}, namespace)
print(namespace["r1"], bool(namespace["code"].co_flags & 0x1000000))
try:
    exec(namespace["code"], {})
except NameError as e:
    print(e)
print(bool(compile("1", "f", "eval", 0x1000000).co_flags & 0x1000000))
