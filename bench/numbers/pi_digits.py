"""Digits of pi in three ways: a spigot that gives one after the other, Machin's formula, and binary splitting of a fast series.

The spigot keeps a fraction of ever larger whole numbers and divides all the time; Machin's formula divides one long number
by small ones; Chudnovsky's series multiplies few, but very long ones.
"""
import sys
from itertools import count, islice
from math import isqrt


def spigot():
    q, r, t = 1, 0, 1
    for k in count(1):
        q, r, t = q * k, (2 * q + r) * (2 * k + 1), t * (2 * k + 1)
        while (digit := (3 * q + r) // t) == (4 * q + r) // t:
            yield digit
            q, r = 10 * q, 10 * (r - digit * t)


def arc_cotangent(x, unit):
    total = term = unit // x
    square, sign = x * x, -1
    for n in count(3, 2):
        term //= square
        if not term:
            return total
        total += sign * (term // n)
        sign = -sign


def machin(digits):
    unit = 10 ** (digits + 10)
    return 4 * (4 * arc_cotangent(5, unit) - arc_cotangent(239, unit)) // 10 ** 10


def split(a, b):
    """P, Q and T of the terms a to b of the series."""
    if b - a == 1:
        p = (6 * a - 5) * (2 * a - 1) * (6 * a - 1)
        q = a ** 3 * (640320 ** 3 // 24)
        t = p * (13591409 + 545140134 * a)
        return p, q, -t if a & 1 else t
    middle = (a + b) // 2
    p1, q1, t1 = split(a, middle)
    p2, q2, t2 = split(middle, b)
    return p1 * p2, q1 * q2, t1 * q2 + p1 * t2


def chudnovsky(digits):
    _, q, t = split(1, digits // 14 + 2)
    root = isqrt(10005 * 10 ** (2 * digits))
    return q * 426880 * root // (13591409 * q + t)


def main():
    sys.set_int_max_str_digits(0)
    digits = "".join(map(str, islice(spigot(), 1200)))
    print(digits[:60])
    by_machin = machin(8000)
    print(str(by_machin)[:1200] == digits, str(by_machin)[-20:])
    by_series = chudnovsky(50_000)
    print(by_series // 10 ** 42000 == by_machin, str(by_series)[-20:])


if __name__ == "__main__":
    main()
