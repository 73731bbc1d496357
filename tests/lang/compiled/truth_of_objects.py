# Conditions in loops that meet objects with a truth of their own, and containers that die there.
from collections import deque


class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __del__(self):
        dead.append(self.n)


class Refuses:
    def __bool__(self):
        raise ValueError("neither")


def count(make, n=600):
    yes = no = 0
    for i in range(n):
        if make(i):
            yes += 1
        if not make(i):
            no += 1
    return yes, no


def drain(queue):
    steps = 0
    while queue:
        queue.popleft()
        steps += 1
    return steps


def refused(objects):
    for i, o in enumerate(objects):
        try:
            if o:
                continue
        except ValueError as error:
            return i, error.args


dead = []
print(count(lambda i: Sized(i % 3)), len(dead), dead[:6], dead[-4:])
print(count(lambda i: [0] * (i % 2)), count(lambda i: "a" * (i % 4)), count(lambda i: {i: i} if i % 5 else {}))
print(count(lambda i: (i,)), count(lambda i: i % 2.5), count(lambda i: None), count(lambda i: i & 3))
print([drain(deque(range(n))) for n in (500, 0, 700)])
print(refused([1] * 500 + [[]] * 300 + [Refuses()]), refused([deque()] * 600 + [Refuses()]))
