"""deque: a queue, a window over numbers, a ring that turns, the last lines of a text, and a breadth-first search."""
from collections import deque
from itertools import islice


def search(width, height):
    """The steps from one corner of a grid with walls to the farthest place."""
    walls = {(x, y) for x in range(width) for y in range(height) if (x * 7 + y * 13) % 5 == 0 and x % 4}
    queue = deque([(0, 0, 0)])
    seen = {(0, 0)}
    farthest = 0
    while queue:
        x, y, steps = queue.popleft()
        farthest = max(farthest, steps)
        for place in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
            if 0 <= place[0] < width and 0 <= place[1] < height and place not in walls and place not in seen:
                seen.add(place)
                queue.append((*place, steps + 1))
    return farthest, len(seen)


def averages(numbers, size):
    window = deque(maxlen=size)
    total = 0
    for number in numbers:
        if len(window) == size:
            total -= window[0]
        window.append(number)
        total += number
        yield total / len(window)


def last_one(people, step):
    """Who is left when every step-th of a circle goes."""
    circle = deque(range(people))
    while len(circle) > 1:
        circle.rotate(-step + 1)
        circle.popleft()
    return circle[0]


def main():
    print(search(150, 120))
    print(sum(averages([i * 37 % 101 for i in range(150000)], 25)))
    print(last_one(50000, 7))
    lines = (f"line {i}" for i in range(150000))
    print(list(deque(lines, 3)))
    both = deque()
    for i in range(150000):
        both.append(i)
        both.appendleft(-i)
        if i % 3 == 0:
            both.pop()
            both.popleft()
    print(len(both), sum(both), both[0], both[len(both) // 2], both[-1])
    both.extend(range(30000))
    both.extendleft(range(30000))
    print(sum(islice(both, 15000, 60000)), both.count(77), 12345 in both, both.index(50))
    copy = both.copy()
    copy.reverse()
    print(copy == both, copy[0], sum(1 for a, b in zip(both, copy) if a < b))


if __name__ == "__main__":
    main()
