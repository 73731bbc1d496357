# Copies, and the states that pickles hand back
import copy
from datetime import *


class D(date):
    pass


objects = [date(2020, 1, 2), time(1, 2, 3, 4), time(1, tzinfo=UTC), datetime(2020, 1, 2, 3, 4, 5, 6),
           datetime(2020, 1, 2, tzinfo=timezone(timedelta(hours=1), "x")), timedelta(1, 2, 3), UTC, D(2020, 1, 1)]
for o in objects:
    c, d = copy.copy(o), copy.deepcopy(o)
    print(repr(o), c == o, d == o, type(c) is type(o), o.__reduce_ex__(2))
for make, states in (date, [b"\x07\xe4\x01\x02", "\x07\xe4\x01\x02", b"\x07\xe4\x0d\x02", b"1234"]), \
        (time, [b"\1\2\3\0\0\4", b"\x81\2\3\0\0\4", b"\x99\2\3\0\0\4"]), \
        (datetime, [b"\x07\xe4\x81\x02\3\4\5\0\0\6", b"\x07\xe4\x01\x02"]):
    for state in states:
        try:
            print(repr(make(state)))
        except TypeError as e:
            print(type(e).__name__, e)
for arguments in (b"\1\2\3\0\0\4", UTC), (b"\1\2\3\0\0\4", 5), (b"\1\2\3\0\0\4", None):
    try:
        print(repr(time(*arguments)))
    except TypeError as e:
        print(e)
print(copy.replace(date(2020, 1, 2), day=5), copy.replace(objects[3], tzinfo=UTC))


class Z(tzinfo):
    def __init__(self, name="z"):
        self.name = name

    def __getinitargs__(self):
        return (self.name,)


print(Z("a").__reduce__()[1:], copy.copy(Z("b")).name, tzinfo().__reduce__()[1:])
