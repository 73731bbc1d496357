# csv.reader: quotes, escapes, line ends, every kind of quoting
import csv
import io


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


def r(text, *args, **kwargs):
    return list(csv.reader([text] if isinstance(text, str) else text, *args, **kwargs))


def w(rows, *args, **kwargs):
    f = io.StringIO()
    csv.writer(f, *args, **kwargs).writerows(rows)
    return f.getvalue()



for text in r"""
r('a,b,c')
r('')
r([''])
r([])
r('"a""b",c')
r('"a\nb",c')
r(['"a','b",c'])
r('a"b,c')
r('"a"b,c')
r('"a"b,c',strict=True)
r('"a',strict=True)
r('"a')
r('a,\\b',escapechar='\\')
r('a\\',escapechar='\\')
r('a\\',escapechar='\\',strict=True)
r('"a\\"b"',escapechar='\\')
r('a b  c',delimiter=' ')
r('a, b,  c',skipinitialspace=True)
r('a, "b"',skipinitialspace=True)
r('a, "b"')
r("'a','b'",quotechar="'")
r('"a",b',quoting=csv.QUOTE_NONE)
r('1,"2",a',quoting=csv.QUOTE_NONNUMERIC)
r('1,"2",3.5',quoting=csv.QUOTE_NONNUMERIC)
r('1,"",',quoting=csv.QUOTE_NONNUMERIC)
r('1,"",,a',quoting=csv.QUOTE_NOTNULL)
r('1,"",,"a"',quoting=csv.QUOTE_STRINGS)
r('1,"",x,"a"',quoting=csv.QUOTE_STRINGS)
r('a\rb')
r('a\nb')
r('a,b\r\n')
r('a,b\r')
r('a,b\n')
r('a,b\r\nc')
r(['a,b\n','\n','c'])
r('a\0b')
r([b'a'])
r([5])
r(5)
""".strip().splitlines():
    show(text)
