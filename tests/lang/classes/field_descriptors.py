# Which attributes of built-in types are fields (member_descriptor) and which are computed (getset_descriptor).
import types
import typing


def fields(cls):
    return sorted(n for n, v in cls.__dict__.items() if type(v) is types.MemberDescriptorType)


for cls in (types.CodeType, types.FrameType, types.TracebackType, types.CoroutineType, types.AsyncGeneratorType, type,
            types.MethodDescriptorType, types.SimpleNamespace, typing.TypeVar, typing.ParamSpec):
    print(cls.__name__, fields(cls))
code = compile("1", "f", "eval")
print(types.CodeType.co_name, types.CodeType.co_code, types.CodeType.co_name.__get__(code), type.__flags__ > 0)
for act in (lambda: setattr(code, "co_name", 1), lambda: delattr(code, "co_name"), lambda: setattr(code, "co_code", 1),
            lambda: types.CodeType.co_name.__get__(5), lambda: setattr(int, "__flags__", 1)):
    try:
        act()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
