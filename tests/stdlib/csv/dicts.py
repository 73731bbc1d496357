# csv.DictReader and DictWriter
import csv
import io


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
list(csv.DictReader(['a,b','1,2','3','4,5,6']))
list(csv.DictReader(['1,2','3'],fieldnames=['x','y'],restkey='r',restval='v'))
list(csv.DictReader(['1,2,3,4'],fieldnames=['x','y'],restkey='r'))
list(csv.DictReader([]))
csv.DictReader([]).fieldnames
csv.DictReader(['a,b','1,2']).fieldnames
list(csv.DictReader(['a,b','','1,2']))
csv.DictWriter(io.StringIO(),['a'],extrasaction='foo')
csv.DictWriter(io.StringIO(),['a']).writerow({'b':1})
csv.DictWriter(io.StringIO(),['a']).writerow({'a':1})
csv.DictWriter(io.StringIO(),['a']).writeheader()
""".strip().splitlines():
    show(text)
