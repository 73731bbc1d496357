"""JSON read back: one large document, many small ones, strings with escapes, numbers, and hooks for objects.

What was read is added up, so that nothing of it goes unused.
"""
import json
from fractions import Fraction

RECORD = ('{"id": %d, "name": "user%d", "mail": "user%d@example.org", "active": %s, "score": %r, '
          '"groups": ["a", "b%d"], "address": {"street": "Main \\"St\\" %d", "city": "Caf\\u00e9\\n%d", "zip": null}}')


def records(count):
    for i in range(count):
        yield RECORD % (i, i, i, "true" if i % 3 else "false", i * 0.37, i % 11, i, i)


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def as_point(fields):
    return Point(**fields) if fields.keys() == {"x", "y"} else fields


def main():
    lines = list(records(8000))
    document = "[" + ",\n".join(lines) + "]"
    for _ in range(3):
        people = json.loads(document)
    print(len(document), len(people), round(sum(p["score"] for p in people)), sum(p["active"] for p in people))
    print(people[7], len({p["address"]["city"] for p in people}))
    print(sum(len(json.loads(line)["groups"][1]) for line in lines))
    numbers = "[" + ", ".join(f"[{i}, {i / 3}, -{i}e-3, {i * 10**15}]" for i in range(20000)) + "]"
    rows = json.loads(numbers)
    print(round(sum(row[1] for row in rows)), sum(row[3] for row in rows))
    points = '{"points": [' + ",".join(f'{{"x": {i}, "y": {-i}}}' for i in range(12000)) + "]}"
    print(sum(p.x - p.y for p in json.loads(points, object_hook=as_point)["points"]))
    amounts = "[" + ",".join(f"{i}.{i:02}" for i in range(15000)) + "]"
    print(len(json.loads(amounts, parse_float=str)), sum(json.loads(amounts[:4000] + "1.5]", parse_float=Fraction)))
    broken = 0
    for line in lines[:3000]:
        try:
            json.loads(line[:-1])
        except json.JSONDecodeError:
            broken += 1
    print(broken)


if __name__ == "__main__":
    main()
