"""Orders written as JSON: compact, indented with sorted keys, with a default for what JSON does not know.

Nested dicts and lists of strings with and without escapes, ints, floats, booleans and None.
"""
import json
from datetime import date

NAMES = ("Lamp", "Desk & chair", 'Shelf 24"', "Tür", "Crêpe pan\t28 cm", "Заварник", "Rug\\mat")


def orders(count):
    for number in range(count):
        yield {
            "number": number,
            "customer": {"name": f"Customer {number % 97}", "vip": number % 5 == 0, "note": None},
            "lines": [{"article": NAMES[(number + i) % 7], "amount": i + 1, "price": (number * 31 + i) / 8, "tags": []}
                      for i in range(1 + number % 4)],
            "total": number * 1.25e3,
        }


def known(value):
    """What to write for a date, or for a complex number."""
    if isinstance(value, date):
        return value.isoformat()
    return {"re": value.real, "im": value.imag}


def main():
    everything = list(orders(4000))
    for settings in ({}, {"ensure_ascii": False, "separators": (",", ":")}, {"indent": 2, "sort_keys": True}):
        text = json.dumps(everything, **settings)
        print(len(text), text.count("\n"), text[-80:].strip())
    lines = [json.dumps(order) for _ in range(4) for order in everything]
    print(len(lines), sum(map(len, lines)))
    numbers = json.dumps([[i / 7, i, -i * 10**12] for i in range(20000)])
    print(len(numbers), numbers[:60])
    special = json.dumps([{"day": date(2026, 1 + i % 12, 1 + i % 28), "z": complex(i, -i)} for i in range(4000)],
                         default=known)
    print(len(special), special[:80])


if __name__ == "__main__":
    main()
