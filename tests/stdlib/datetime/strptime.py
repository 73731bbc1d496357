# strptime of date, time and datetime
from datetime import *


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


for text in r"""
datetime.strptime('2020-02-29 10:20:30.5', '%Y-%m-%d %H:%M:%S.%f'), datetime.strptime('31/Jan/99', '%d/%b/%y')
datetime.strptime('2020 +0530', '%Y %z'), datetime.strptime('2020 -05:30:15.5', '%Y %z'), datetime.strptime('2020 Z', '%Y %z')
datetime.strptime('2020 UTC', '%Y %Z'), datetime.strptime('2020 UTC+0000', '%Y %Z%z')
datetime.strptime('Thursday 2 January 2020 11 PM', '%A %d %B %Y %I %p'), datetime.strptime('2020 060', '%Y %j')
datetime.strptime('2020 09 6', '%G %V %u')
date.strptime('2020-02-29', '%Y-%m-%d'), time.strptime('10:20', '%H:%M'), time.strptime('10 +01', '%H +%M')
time.strptime('10 +0100', '%H %z')
datetime.strptime('2020', '%m')
datetime.strptime('2020 x', '%Y')
datetime.strptime('2020', '%Q')
datetime.strptime('2021-02-29', '%Y-%m-%d')
datetime.strptime(1, 'a')
datetime.strptime('a', 1)
datetime.strptime('a')
""".strip().splitlines():
    show(text)
