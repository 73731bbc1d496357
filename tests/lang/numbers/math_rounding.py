# floor, ceil, trunc and the methods they call.
import math

class Own:
    def __floor__(self):
        return "floor"
    def __ceil__(self):
        return "ceil"
    def __trunc__(self):
        return "trunc"
for x in (2.5, -2.5, 0.0, -0.0, 1e300, 3, True, 2**70):
    print(math.floor(x) if abs(x) < 1e25 else "-", math.ceil(x) if abs(x) < 1e25 else "-", math.trunc(x) if abs(x) < 1e25 else "-")
print(math.floor(Own()), math.ceil(Own()), math.trunc(Own()))
for function in (math.floor, math.ceil, math.trunc):
    for x in (float("inf"), float("nan"), "1", None, 1j):
        try:
            function(x)
        except Exception as e:
            print(function.__name__, type(e).__name__, e)
