# What sys.set_int_max_str_digits accepts.
import sys

for limit in (0, 640, 5000, True - 1):
    sys.set_int_max_str_digits(limit)
    print(sys.get_int_max_str_digits())
for limit in (1, 639, -1, -(2**31), 2**31, 2**80, "640", 640.0, None):
    try:
        sys.set_int_max_str_digits(limit)
    except (ValueError, TypeError, OverflowError) as e:
        print(limit, type(e).__name__, e)
sys.set_int_max_str_digits(maxdigits=700)
print(sys.get_int_max_str_digits())
