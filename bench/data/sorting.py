"""A table of people sorted in all the ways that one needs: by one key, by several, by a key that is computed, and ranked.

Records are tuples, dicts and objects with an order of their own; in the end the smallest are found with a heap and the
places of values in a sorted list by bisection.
"""
from bisect import bisect_left, insort
from functools import cmp_to_key, total_ordering
from heapq import heapify, heappop, heappush, nsmallest
from operator import attrgetter, itemgetter

FIRST = "Ada Ben Cleo Dan Eva Finn Gus Hana Ivo Jana Kim Lea Max Nora Otto Pia".split()
LAST = "Adler Berg Cohen Diaz Eriksen Fischer Gruber Hansen Ito Jansen Kovac Lang".split()


@total_ordering
class Version:
    """Numbers between dots, compared from the left."""

    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __repr__(self):
        return ".".join(map(str, self.parts))


class Person:
    def __init__(self, number, name, age, city):
        self.number = number
        self.name = name
        self.age = age
        self.city = city


def people(n):
    state = 5
    for number in range(n):
        state = (state * 69069 + 12345) & 0xffffffff
        name = f"{LAST[(state >> 9) % 12]}, {FIRST[(state >> 20) % 16]}"
        yield Person(number, name, 18 + (state >> 12) % 70, f"city{(state >> 15) % 40:02}")


def compare_natural(a, b):
    """Shorter texts first, those of the same length by the alphabet."""
    return len(a) - len(b) or (a > b) - (a < b)


def merge_sorted(*lists):
    heap = [(items[0], i, 0) for i, items in enumerate(lists) if items]
    heapify(heap)
    while heap:
        item, i, position = heappop(heap)
        yield item
        if position + 1 < len(lists[i]):
            heappush(heap, (lists[i][position + 1], i, position + 1))


def main():
    everybody = list(people(40_000))
    by_name = sorted(everybody, key=attrgetter("name"))
    print([p.number for p in by_name[:6]])
    by_age = sorted(everybody, key=lambda p: (-p.age, p.name, p.number))
    print([(p.age, p.name) for p in by_age[:2]])
    rows = [{"name": p.name, "age": p.age, "city": p.city} for p in everybody]
    rows.sort(key=itemgetter("city"))
    rows.sort(key=itemgetter("age"), reverse=True)
    print(rows[0], rows[-1])
    tuples = sorted((p.city, p.age, -p.number) for p in everybody)
    print(tuples[0], tuples[len(tuples) // 2])
    versions = sorted(Version(f"{p.age % 5}.{p.number % 11}.{p.number % 3}") for p in everybody[:6000])
    print(versions[0], versions[3000], versions[-1])
    words = sorted({p.name.replace(", ", "") for p in everybody}, key=cmp_to_key(compare_natural))
    print(words[:3], words[-1])
    print([p.number for p in nsmallest(5, everybody, key=lambda p: (p.city, -p.age, p.number))])
    ages = sorted(p.age for p in everybody)
    print([bisect_left(ages, age) for age in (18, 40, 60, 87)])
    ordered = []
    for person in everybody[:4000]:
        insort(ordered, person.name)
    print(ordered == sorted(ordered), ordered[0])
    quarters = [sorted(p.number * 7919 % 40009 for p in everybody[i::4]) for i in range(4)]
    print(sum(i * x for i, x in enumerate(merge_sorted(*quarters))))


if __name__ == "__main__":
    main()
