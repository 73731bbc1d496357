# time: breaking down and putting together, formats, clocks, and what is refused.
import os
import time

os.environ['TZ'] = 'CET-1CEST,M3.5.0,M10.5.0/3'
time.tzset()
print(time.timezone, time.altzone, time.tzname, time.daylight)
t = time.gmtime(1700000000.7)
print(t, t.tm_zone, t.tm_gmtoff, t[:3])
summer = time.localtime(1690000000)
print(summer.tm_hour, summer.tm_isdst, summer.tm_zone, summer.tm_gmtoff, time.mktime(summer))
print(time.asctime(t), '|', time.ctime(0), '|', time.strftime('%Y-%m-%d %H:%M:%S %a %A %b %B %j %U %W %w %y %p %I %% %Z', t))
print(time.strptime('2024-02-29 13:05', '%Y-%m-%d %H:%M'))
print(time.struct_time(range(9)), time.struct_time(range(9)) == tuple(range(9)))
for clock in ('monotonic', 'perf_counter', 'process_time', 'time', 'thread_time'):
    info = time.get_clock_info(clock)
    a, b = getattr(time, clock)(), getattr(time, clock)()
    print(clock, b >= a, info.adjustable, info.monotonic, getattr(time, clock + '_ns')() > 0)
start = time.monotonic()
time.sleep(0.01)
print(time.monotonic() - start >= 0.01)
for call in (lambda: time.sleep(-1), lambda: time.sleep('x'), lambda: time.gmtime('x'), lambda: time.gmtime(1e30), lambda: time.mktime((1, 2)),
             lambda: time.mktime((2024, 1, 1, 0, 0, 0, 0, 0, 'x')), lambda: time.asctime((2024, 13, 1, 0, 0, 0, 0, 1, 0)),
             lambda: time.strftime('%Y', (2024,)), lambda: time.strftime(5), lambda: time.strptime('x', '%Y'), lambda: time.strptime('2024', '%'),
             lambda: time.strptime('2024 x', '%Y'), lambda: time.strptime('30 02', '%d %m'), lambda: time.strptime('1', '%Q'),
             lambda: time.struct_time((1, 2)), lambda: time.get_clock_info('x'), lambda: time.ctime('x'), lambda: time.gmtime(float('nan'))):
    try:
        print(call())
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
