# Messages name types of modules with the module in front
import collections
import time

deque = collections.deque
for f in (lambda: deque.foo, lambda: setattr(deque, "x", 1), lambda: deque.append(), lambda: deque.append(1), lambda: deque.__len__(1),
          lambda: deque.__new__(int), lambda: type("A", (time.struct_time,), {}), lambda: time.struct_time[1], lambda: int.__new__(deque),
          lambda: deque() + 1, lambda: deque().nope, lambda: deque()["a"], lambda: deque()(), lambda: hash(deque()), lambda: deque.maxlen.__get__(1),
          lambda: super(deque, 1), lambda: deque.__bases__.append, lambda: setattr(deque, "__name__", 1), lambda: -deque()):
    try:
        print(f())
    except Exception as e:
        print(e)
print(deque.append, deque.append.__qualname__, deque.__len__, deque.maxlen, deque, deque.__name__, super(deque, deque()))
