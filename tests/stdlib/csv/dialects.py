# csv: dialects and their registry, the limit of fields
import csv
import io


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


import _csv


def r(text, *args, **kwargs):
    return list(csv.reader([text] if isinstance(text, str) else text, *args, **kwargs))


def w(rows, *args, **kwargs):
    f = io.StringIO()
    csv.writer(f, *args, **kwargs).writerows(rows)
    return f.getvalue()



for text in r"""
csv.list_dialects()
csv.register_dialect('x',delimiter=';')
csv.register_dialect('y',csv.excel,quoting=csv.QUOTE_ALL)
csv.get_dialect('y').quoting
csv.register_dialect(5)
csv.register_dialect('z',delimiter='xx')
csv.register_dialect('z',5)
csv.register_dialect()
csv.register_dialect('q',foo=4)
csv.unregister_dialect('x')
csv.unregister_dialect('x')
csv.field_size_limit()
csv.field_size_limit(10)
r('a'*11)
csv.field_size_limit(131072)
csv.field_size_limit('a')
csv.field_size_limit(2**70)
csv.Dialect()
csv.excel().delimiter
csv.unix_dialect.lineterminator, csv.excel_tab.delimiter
csv.Error.__mro__
csv.QUOTE_ALL,csv.QUOTE_MINIMAL,csv.QUOTE_NONNUMERIC,csv.QUOTE_NONE,csv.QUOTE_STRINGS,csv.QUOTE_NOTNULL
_csv.Dialect(delimiter='x').delimiter
_csv.Dialect('excel').delimiter
""".strip().splitlines():
    show(text)
