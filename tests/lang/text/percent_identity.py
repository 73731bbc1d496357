# One %s that is all of the format gives the string itself; widths that no machine has are refused.
import sys

text = "a text of some length"
print(("%s" % text) is text, ("%s" % (text,)) is text, ("%5.99s" % text) is text, ("%(k)s" % {"k": text}) is text)
print("%s!" % text, "%.3s" % text, "[%25s]" % text, "%s%%" % text)


class Name(str):
    def __str__(self):
        return text


print(("%s" % Name("x")) is text, ("%r" % Name("x")), type("%s" % Name("y")))
print("%d" % 12345, "%d" % -7, "%d" % True, "%x" % 255, "%o" % 8, "%X" % 255, "%d" % 10**30, "%x" % -(2**70))
for width in (-sys.maxsize - 1, -(2**64), 2**64):
    for directive in ("%*r", "%*d", "%.*d", b"%*d", b"%.*f"):
        try:
            print(len(directive % (width, 1)))
        except OverflowError as e:
            print(directive, e)
try:
    "%s" % (text, 1)
except TypeError as e:
    print(e)
try:
    "%d" % text
except TypeError as e:
    print(e)
