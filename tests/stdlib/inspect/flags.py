# BufferFlags and the CO_ constants
import inspect

for flag in inspect.BufferFlags.__members__.items():
    print(*flag, int(flag[1]))
def f(*a, **k):
    "doc"
    yield
print([name for name in dir(inspect) if name.startswith('CO_') and f.__code__.co_flags & getattr(inspect, name)])
print(inspect.TPFLAGS_IS_ABSTRACT)
