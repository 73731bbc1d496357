# cr_origin: where a coroutine was created, as deep as sys.set_coroutine_origin_tracking_depth says
import sys
import warnings


async def c():
    pass


def make():
    return c()


def show(coroutine):
    origin = coroutine.cr_origin
    print(origin and [(line, name) for file, line, name in origin])
    coroutine.close()


print(sys.get_coroutine_origin_tracking_depth())
show(make())
for depth in (1, 2, 5, 0):
    sys.set_coroutine_origin_tracking_depth(depth)
    show(make())
for bad in (-1, "1", 1 << 40):
    try:
        sys.set_coroutine_origin_tracking_depth(bad)
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
print(sys.get_coroutine_origin_tracking_depth())
sys.set_coroutine_origin_tracking_depth(depth=1)
warnings.simplefilter("always")
warnings.showwarning = lambda message, category, *rest: print(str(message).replace(__file__, "FILE"))
make()
