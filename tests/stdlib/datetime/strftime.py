# strftime and format: directives of every kind
from datetime import *


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "!!", type(e).__name__ + ":", e)


n = datetime(2020, 1, 2, 3, 4, 5, 6)
a = n.replace(tzinfo=timezone(timedelta(hours=-5, seconds=-3)))
for text in r"""
n.strftime('%Y-%m-%d %H:%M:%S.%f'), n.strftime('%a %A %b %B %d %e %j %y %C %I %p')
n.strftime('%U %W %V %G %u %w %D %F %T %R %r %h %n%t%%'), n.strftime('%c|%x|%X')
n.strftime('%z|%Z|%:z'), a.strftime('%z|%Z|%:z'), n.replace(tzinfo=UTC).strftime('%z|%Z|%:z')
date(5, 1, 2).strftime('%Y %G %C %F %y'), date(999, 12, 31).strftime('%Y %G'), date(2020, 1, 1).strftime('%H %f %z')
n.strftime(''), n.strftime('é%Y\ud800'), n.strftime('\0%Y\0'), n.strftime('%'), n.strftime('%%%'), n.strftime('%:'), n.strftime('%:Z')
n.strftime('%-d %_d %10Y'), n.strftime('%%z %%%z')
time(1, 2, 3, 4, UTC).strftime('%H %M %S %f %z %Z %Y-%m-%d')
format(n), format(n, '%H'), f'{n:%Y}', f'{date(2020, 1, 2):%d/%m}', '{:%H:%M}'.format(time(1, 2))
n.strftime()
n.strftime(1)
n.strftime(format='%Y')
n.__format__(1)
a.ctime(), date(5, 1, 2).ctime()
""".strip().splitlines():
    show(text)
