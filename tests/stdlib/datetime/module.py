# The module: what it exports, the types' names, attributes that cannot be set, cycles
import gc
import datetime

print(datetime.__all__, datetime.MINYEAR, datetime.MAXYEAR, datetime.UTC is datetime.timezone.utc)
for name in "date", "datetime", "time", "timedelta", "timezone", "tzinfo":
    t = getattr(datetime, name)
    print(t, t.__module__, t.__qualname__, t.__base__)
    print([n for n in dir(t) if not n.startswith("_")])
for make in (lambda: datetime.date(1, 1, 1)), (lambda: datetime.datetime(1, 1, 1)), (lambda: datetime.time()):
    o = make()
    for name in "year", "hour", "x":
        try:
            setattr(o, name, 5)
        except (AttributeError, TypeError) as e:
            print(e)
try:
    datetime.timedelta(1).days = 3
except AttributeError as e:
    print(e)
try:
    class Sub(datetime.timezone):
        pass
except TypeError as e:
    print(e)


class Zone(datetime.tzinfo):
    pass


z = Zone()
z.me = datetime.datetime(2020, 1, 1, tzinfo=z), datetime.time(tzinfo=z)
del z
gc.collect()
