# Unions of types.
import types

def f[T, U](): pass
T, U = f.__type_params__
class G: pass

print(int | str, int | None, None | int, int | str | int, (int | str) | (str | float), int | list[str] | None, G | int)
print(int | int, type(int | str), types.UnionType[int, str], types.UnionType[int], bool | int)
print((int | str).__args__, (int | str).__origin__, (T | str).__parameters__, (T | str)[int], (T | U)[int, int], T | None)
print((int | str) == (str | int), hash(int | str) == hash(str | int), (int | str) == (int | float), (int | str) == int)
print(isinstance(5, int | str), isinstance('', int | None), isinstance(None, int | None), issubclass(bool, int | str))
print(isinstance(5, int | list[int]), {int | str: 1}[str | int])
for bad in (lambda: int | 5, lambda: 5 | int, lambda: int | 'a', lambda: isinstance([], int | list[int]),
            lambda: (int | str)[int], lambda: (int | str)(), lambda: types.UnionType(), lambda: types.UnionType[()],
            lambda: issubclass(5, int | str)):
    try:
        bad()
    except TypeError as e:
        print(e)
try:
    class C(int | str): pass
except TypeError as e:
    print(e)
