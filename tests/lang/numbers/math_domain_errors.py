# Functions say what they expected when an argument is out of their domain, and when the result is out of range.
import math

for name, args in [("sqrt", (-1,)), ("log", (0,)), ("log", (-1,)), ("log", (2, 0)), ("log", (2, 1)), ("log2", (0,)), ("log10", (-5,)), ("log1p", (-1,)), ("acos", (2,)), ("asin", (-2,)), ("acosh", (0.5,)),
                   ("atanh", (1,)), ("gamma", (0,)), ("gamma", (-1,)), ("lgamma", (-2,)), ("exp", (1000,)), ("pow", (0, -1)), ("pow", (-1, 0.5)), ("fmod", (1, 0)), ("remainder", (1, 0)), ("sin", (float("inf"),)),
                   ("cosh", (1000,)), ("factorial", (-1,)), ("factorial", (1.0,)), ("isqrt", (-1,)), ("comb", (-1, 2)), ("perm", (3, -1)), ("ldexp", (1.0, 10**10)), ("gamma", (200,)), ("exp2", (2000,)), ("cbrt", ("a",)), ("fma", (1e308, 10, 0))]:
    try:
        print(name, args, getattr(math, name)(*args))
    except Exception as e:
        print(name, args, type(e).__name__, e)
