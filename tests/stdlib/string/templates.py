# Template, Formatter, capwords, and the types of t-strings
import string
from string import templatelib

print(string.capwords("hello  world"), string.Template("$a ${b} $$ $c").safe_substitute(a=1, b=2),
      string.Template("$x-${y}").substitute({"x": 1}, y=2), string.Template("$a $b ${a}").get_identifiers(),
      string.Template("$").is_valid(), string.punctuation, len(string.printable))


class Percent(string.Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"


print(Percent("%one_two %one %%").safe_substitute(one_two=3))
print(string.Formatter().format("{0!r:>10} {a.real} {b[1]:{w}}", "x", a=3, b=[1, 2], w=4),
      string.Formatter().format("{}{}", 1, 2), list(string.Formatter().parse("a{b!r:c}d")))
t = t"{1 + 1!r:>3} a"
print(type(t) is templatelib.Template, type(t.interpolations[0]) is templatelib.Interpolation,
      [templatelib.convert("\xe9", c) for c in (None, "s", "r", "a")])
for wrong in (lambda: string.Template("a\nb $").substitute(), lambda: string.Template("$q").substitute(),
              lambda: string.Formatter().format("{} {0}", 1), lambda: string.Formatter().format("{0!z}", 1),
              lambda: string.Formatter().format("{a}"), lambda: templatelib.convert(1, "z")):
    try:
        print(wrong())
    except Exception as e:
        print(type(e).__name__, e)
