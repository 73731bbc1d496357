# float.__getformat__ tells the layout; sys.float_info the limits.
import sys

print(float.__getformat__("double"), float.__getformat__("float"))
for kind in ("half", "", 1):
    try:
        float.__getformat__(kind)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
info = sys.float_info
print(info.max, info.min, info.epsilon, info.dig, info.mant_dig, info.max_exp, info.min_exp, info.max_10_exp, info.min_10_exp, info.radix, info.rounds)
