"""heapq: a heap of events, shortest ways, a running median, the k largest, and sorted streams merged."""
from heapq import heapify, heappop, heappush, heappushpop, heapreplace, merge, nlargest, nsmallest


def numbers(count, state=1):
    for _ in range(count):
        state = (state * 69069 + 12345) & 0xffffffff
        yield state >> 8


def events(count):
    """What a queue of events sends out, when each makes others."""
    heap = [(0, 0, "start")]
    order = done = 0
    while heap and done < count:
        time, number, name = heappop(heap)
        done += number * time % 7
        for delay in (number % 5 + 1, number % 11 + 2):
            order += 1
            heappush(heap, (time + delay, order, "go" if order % 3 else "stop"))
    return done, len(heap), heap[0]


def shortest(size):
    """The cost of the cheapest way from each place of a grid to its corner, added up."""
    costs = {}
    heap = [(0, 0)]
    while heap:
        cost, place = heappop(heap)
        if place in costs:
            continue
        costs[place] = cost
        x, y = place % size, place // size
        for near in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
            if 0 <= near[0] < size and 0 <= near[1] < size and near[1] * size + near[0] not in costs:
                heappush(heap, (cost + near[0] * 7 % 5 + near[1] * 3 % 4 + 1, near[1] * size + near[0]))
    return sum(costs.values())


def medians(stream):
    low, high = [], []  # the lower half, negative, and the upper one
    for number in stream:
        heappush(high, -heappushpop(low, -number))
        if len(high) > len(low):
            heappush(low, -heappop(high))
        yield -low[0]


def main():
    print(events(120000))
    print(shortest(110))
    print(sum(medians(numbers(50000))))
    stream = list(numbers(90000))
    print(nsmallest(3, stream), nlargest(2, stream, key=lambda n: n % 1009), sum(nlargest(500, stream)))
    best = stream[:100]
    heapify(best)
    for number in stream:
        if number > best[0]:
            heapreplace(best, number)
    print(best[0], sum(best))
    heap = [n / 3 for n in stream]
    heapify(heap)
    print(round(sum(heappop(heap) * (i % 3) for i in range(50000))))
    sorted_streams = [sorted(numbers(9000, i)) for i in range(5)]
    print(sum(n * (i % 5) for i, n in enumerate(merge(*sorted_streams))))


if __name__ == "__main__":
    main()
