# Calendar time: struct_time, and its ways from and to text.
import time
t = time.gmtime(951868800)
print(t, t.tm_year, t[1], len(t), t == (2000, 3, 1, 0, 0, 0, 2, 61, 0), time.asctime(t))
print(time.strftime('%Y-%m-%d %H:%M:%S %j %a %A %b %B %p %% %-d é', t), time.gmtime(-1)[:6], time.gmtime(1.9)[:6])
print(time.struct_time(range(9)), time.asctime((1999, 12, 31, 23, 59, 59, 4, 365, 0)))
a, b = time.perf_counter_ns(), time.monotonic()
time.sleep(0.01)
print(time.perf_counter_ns() - a >= 10_000_000, time.monotonic() > b, isinstance(time.time(), float), isinstance(time.time_ns(), int), time.process_time() >= 0)
for expr in ('sleep(-1)', 'sleep("a")', 'sleep(float("nan"))', 'gmtime("a")', 'gmtime(1e30)', 'asctime((1, 2))', 'asctime((2000, 13, 1, 0, 0, 0, 0, 1, 0))', 'mktime(5)', 'strftime(5)', 'struct_time((1, 2))', 'get_clock_info("x")'):
    try:
        print(eval('time.' + expr))
    except Exception as error:
        print(expr, type(error).__name__, error)
