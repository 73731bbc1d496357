# Struct sequences: numbers of fields, __match_args__, __replace__, what the constructor takes
import copy
import os
import sys
import time

Time = time.struct_time
t = Time(range(9))
print(t.n_fields, t.n_sequence_fields, t.n_unnamed_fields, t.__match_args__, Time.n_fields)
print(copy.replace(t, tm_year=5), t.__replace__(tm_zone="x").tm_zone)
s = os.stat("/")
print(s.n_fields, s.n_sequence_fields, s.n_unnamed_fields, s.__match_args__, hasattr(s, "st_rdev"))
print([part.split("=")[0] for part in repr(s).split(", ")])
print(sys.version_info.n_fields, sys.version_info.__match_args__, sys.float_info.n_unnamed_fields)
for call in (lambda: t.__replace__(nope=1, tm_mon=2), lambda: t.__replace__(1), lambda: copy.replace(s, st_mode=1)):
    try:
        call()
    except TypeError as e:
        print(e)
for args in ((), (1,), (range(8),), (range(9),), (range(11),), (range(12),), (range(9), {"tm_zone": "z"}), (range(9), 5),
             (range(9), {"nope": 1}), (range(9), {"tm_year": 1}), (range(10), {"tm_zone": "q"}), ("abcdefghi",), (range(9), {}, 3)):
    try:
        r = Time(*args)
        print(r, r.tm_zone, r.tm_gmtoff)
    except TypeError as e:
        print(e)
print(t.__reduce__(), repr(Time.tm_year), t == tuple(t), t[:2], t + (1,), hash(t) == hash(tuple(t)))
match t:
    case Time(a, b, tm_zone=z):
        print(a, b, z)
for call in (lambda: type("Sub", (Time,), {}), lambda: setattr(t, "tm_year", 1), lambda: setattr(t, "n_fields", 1),
             lambda: type(sys.flags)((1,) * 30), lambda: Time(sequence=range(9), wrong=1)):
    try:
        call()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
