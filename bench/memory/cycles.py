"""Rings of objects that only the collector can free, and doubly linked lists."""


class Link:
    def __init__(self, value):
        self.value = value
        self.next = self.previous = self


class Ring:
    def __init__(self, values):
        self.head = None
        for value in values:
            self.append(value)

    def append(self, value):
        link = Link(value)
        if self.head is None:
            self.head = link
            return
        last = self.head.previous
        last.next = self.head.previous = link
        link.previous, link.next = last, self.head

    def __iter__(self):
        link = self.head
        while True:
            yield link.value
            link = link.next
            if link is self.head:
                return


total = 0
for i in range(30_000):
    ring = Ring(range(i % 40 + 1))
    total += sum(ring)
    ring.owner = ring
print(total)
