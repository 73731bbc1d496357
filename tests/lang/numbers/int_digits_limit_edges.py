# The limit of digits counts decimal digits of text exactly, and not underscores, signs or spaces.
import sys

print(sys.get_int_max_str_digits(), sys.int_info.default_max_str_digits, sys.int_info.str_digits_check_threshold)
sys.set_int_max_str_digits(640)
print(len(str(10**639)), int("1" * 640) % 7, int(" -" + "1" * 640 + " ") % 7, int("1_" * 639 + "1") % 7)
for text in ("1" * 641, "1_" * 640 + "1", "0" * 641):
    try:
        int(text)
    except ValueError as e:
        print(e)
for make in (lambda: str(10**640), lambda: repr(-(10**640)), lambda: "%d" % 10**640, lambda: f"{10**640}", lambda: format(10**640, "n")):
    try:
        make()
    except ValueError as e:
        print(e)
print(len(hex(10**700)), len(f"{10**700:b}"), len("%o" % 10**700), int("f" * 900, 16).bit_length())
try:
    int("9" * 641, 7 + 3)
except ValueError as e:
    print(e)
sys.set_int_max_str_digits(0)
print(len(str(10**5000)))
