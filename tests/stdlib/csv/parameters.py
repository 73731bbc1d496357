# csv: parameters that are refused
import csv
import io


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
csv.reader()
csv.reader([],'nope')
csv.reader([],dialect='excel-tab').dialect.delimiter
csv.reader([],foo=1)
csv.reader([],delimiter='ab')
csv.reader([],delimiter='')
csv.reader([],delimiter=None)
csv.reader([],delimiter=5)
csv.reader([],delimiter='\n')
csv.reader([],quotechar='ab')
csv.reader([],quotechar='')
csv.reader([],quotechar=5)
csv.reader([],escapechar='ab')
csv.reader([],escapechar='\n')
csv.reader([],quoting=10)
csv.reader([],quoting='a')
csv.reader([],quoting=-1)
csv.reader([],lineterminator=None)
csv.reader([],lineterminator=5)
csv.reader([],delimiter=',',quotechar=',')
csv.reader([],delimiter=',',escapechar=',')
csv.reader([],escapechar='"')
csv.reader([],quotechar=' ',skipinitialspace=True)
csv.reader([],escapechar=' ',skipinitialspace=True)
csv.reader([],doublequote='x').dialect.doublequote
csv.reader([],strict=5).dialect.strict
csv.reader([],lineterminator='a,b')
csv.writer(io.StringIO(),lineterminator='"')
csv.writer(5)
csv.writer()
csv.writer(io.StringIO()).writerow(['a'])
csv.writer(io.StringIO()).writerow([1,2])
csv.writer(io.StringIO()).writerow(5)
csv.writer(io.StringIO()).writerow(None)
""".strip().splitlines():
    show(text)
