# csv.writer: what is quoted and escaped, and what cannot be written
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
w([['a','b,c','d"e','f\ng','']])
w([[1,2.5,None,True]])
w([[]])
w([['']])
w([[None]])
w([['a b',' c']])
w([['a','b']],quoting=csv.QUOTE_ALL)
w([['a',1,None,2.5]],quoting=csv.QUOTE_NONNUMERIC)
w([['a',1,None,'']],quoting=csv.QUOTE_STRINGS)
w([['a',1,None,'']],quoting=csv.QUOTE_NOTNULL)
w([[None]],quoting=csv.QUOTE_NOTNULL)
w([[None]],quoting=csv.QUOTE_STRINGS)
w([['']],quoting=csv.QUOTE_NONE)
w([['a,b']],quoting=csv.QUOTE_NONE)
w([['a,b']],quoting=csv.QUOTE_NONE,escapechar='\\')
w([['a"b']],quoting=csv.QUOTE_NONE,escapechar='\\')
w([['a"b']],quoting=csv.QUOTE_NONE)
w([['a"b']],doublequote=False)
w([['a"b']],doublequote=False,escapechar='\\')
w([['a\\b']],escapechar='\\')
w([['a\nb']],quoting=csv.QUOTE_NONE,escapechar='\\')
w([['a']],lineterminator='!')
w([['a!b']],lineterminator='!')
w([['a b']],delimiter=' ')
w([['',' ']],delimiter=' ',skipinitialspace=True)
w([['','']],delimiter=' ',skipinitialspace=False)
w([['','']],delimiter=' ',skipinitialspace=True)
w([['a',' b']],skipinitialspace=True)
w([5])
w(5)
w(['abc'])
""".strip().splitlines():
    show(text)
