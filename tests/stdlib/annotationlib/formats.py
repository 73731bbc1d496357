# annotations as values, with references for names that are missing, and as text
from annotationlib import ForwardRef, Format, call_annotate_function, get_annotations, type_repr


class C:
    X = int
    x: X
    y: Undefined.a[int] | None
    z: list[Later]
    w: "str"


def g(a: int, b: Unknown, *c: "str", d: list[int] | None = None, e: -x + (y | z) * 2 = 0) -> Foo.bar[int, ...]:
    pass


for o in (C, g):
    print({k: v if not isinstance(v, ForwardRef) else v.__forward_arg__
           for k, v in get_annotations(o, format=Format.FORWARDREF).items() if k != "return"} if o is g else "")
    print(get_annotations(o, format=Format.STRING))
    try:
        print(get_annotations(o))
    except NameError as e:
        print(e)
reference = get_annotations(C, format=Format.FORWARDREF)["z"].__args__[0]
print(reference)
Later = float
print(reference.evaluate(), ForwardRef("int | None").evaluate(), ForwardRef("x") == ForwardRef("x"), ForwardRef("x", module="m"))


def h(a: "int", b: float):
    pass


print(get_annotations(h), get_annotations(h, eval_str=True), call_annotate_function(h.__annotate__, Format.VALUE))
print(type_repr(int), type_repr(C), type_repr(...), type_repr(len))
for wrong in (lambda: get_annotations(3), lambda: get_annotations(h, format=2), lambda: ForwardRef(3),
              lambda: ForwardRef("nothing").evaluate(), lambda: get_annotations(h, format=9)):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
