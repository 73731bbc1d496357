# Local time: timestamps both ways, folds and gaps, the zone of the system
import os
import time as clock
from datetime import *

os.environ["TZ"] = "EST5EDT,M3.2.0,M11.1.0"
clock.tzset()
for n in (datetime(2020, 1, 1), datetime(2020, 7, 1), datetime(2020, 11, 1, 1, 30), datetime(2020, 11, 1, 1, 30, fold=1),
          datetime(2020, 3, 8, 2, 30), datetime(2020, 3, 8, 2, 30, fold=1)):
    stamp = n.timestamp()
    print(n, n.fold, stamp, repr(datetime.fromtimestamp(stamp)), n.astimezone(), n.astimezone().tzname())
    print(repr(n.astimezone().tzinfo), n.astimezone(UTC), n.replace(tzinfo=UTC).astimezone().isoformat())
print(date.fromtimestamp(0), datetime.fromtimestamp(0), datetime.fromtimestamp(1.5, UTC), datetime.fromtimestamp(-0.0000005))
print(datetime.fromtimestamp(1e9 + 0.9999999), datetime.fromtimestamp(True), datetime.fromtimestamp(1.0000005, tz=UTC))
for text in ("date.fromtimestamp('a')", "datetime.fromtimestamp('a')", "datetime.fromtimestamp(1e20)", "date.fromtimestamp(10**20)",
             "datetime.fromtimestamp(float('nan'))", "datetime.fromtimestamp(1e12)", "datetime.fromtimestamp(1, 5)",
             "datetime.fromtimestamp()", "datetime.fromtimestamp(1, 2, 3)", "datetime.now(5)", "datetime.now(x=1)", "datetime.max.astimezone()"):
    try:
        print(text, eval(text))
    except Exception as e:
        print(text, type(e).__name__, e)
print(abs(datetime.now() - datetime.today()) < timedelta(seconds=5), datetime.now(UTC).tzinfo is UTC)
print(date.today() - datetime.now().date() <= timedelta(1), abs(datetime.now().timestamp() - clock.time()) < 5)
clock.time = lambda: 86400 * 5.5
print(date.today(), datetime.today())
