"""Messages between workers through queues: everything is made at one end and dropped at the other, some time later.

Three kinds of queue: a deque, a list used from both sides of a cursor, and a ring of fixed size; and a heap of timers. How much
is in flight rises and falls, so that blocks are freed in the order of their age, far from where the next are made.
"""
from collections import deque
from heapq import heappop, heappush


class Message:
    def __init__(self, number, payload, hops):
        self.number = number
        self.payload = payload
        self.hops = hops


class ListQueue:
    def __init__(self):
        self.items = []
        self.start = 0

    def put(self, item):
        self.items.append(item)

    def get(self):
        item = self.items[self.start]
        self.items[self.start] = None
        self.start += 1
        if self.start * 2 > len(self.items):
            del self.items[:self.start]
            self.start = 0
        return item

    def __len__(self):
        return len(self.items) - self.start


class Ring:
    def __init__(self, size):
        self.slots = [None] * size
        self.read = self.write = self.count = 0

    def put(self, item):
        if self.count == len(self.slots):
            self.get()
        self.slots[self.write] = item
        self.write = (self.write + 1) % len(self.slots)
        self.count += 1

    def get(self):
        item, self.slots[self.read] = self.slots[self.read], None
        self.read = (self.read + 1) % len(self.slots)
        self.count -= 1
        return item


def main():
    first, second, last = deque(), ListQueue(), Ring(3000)
    timers = []
    made = moved = checksum = 0
    for step in range(60_000):
        for _ in range(3 if step // 10_000 % 2 == 0 else 1):
            first.append(Message(made, [made, str(made)], ()))
            made += 1
        for _ in range(2):
            if first:
                message = first.popleft()
                message.hops += ("first",)
                second.put(message)
        if step % 3 and second:
            message = second.get()
            message.hops += ("second", step)
            heappush(timers, (step + message.number * 7919 % 500, message.number, message))
        while timers and timers[0][0] <= step:
            _, _, message = heappop(timers)
            last.put({"message": message, "at": step})
            moved += 1
        if last.count > 1000:
            done = last.get()
            checksum = (checksum * 31 + done["message"].number + len(done["message"].payload[1]) + done["at"]) % 1_000_000_007
    print(made, moved, checksum)
    print(len(first), len(second), last.count, len(timers))


if __name__ == "__main__":
    main()
