"""Fourier's transform, fast: over complex numbers in place, and over integers modulo a prime, to multiply two numbers.

The first goes there and back and looks how much was lost; the second writes two numbers in base 100, transforms both,
multiplies item by item and transforms back: exact, so the product can be compared with that of `*`.
"""
import sys
from cmath import exp, pi

PRIME = 998_244_353  # 119 * 2 ** 23 + 1
ROOT = 3


def reverse_bits(items):
    """Every item goes to the place whose index has the same bits the other way round."""
    j = 0
    for i in range(1, len(items)):
        bit = len(items) >> 1
        while j & bit:
            j ^= bit
            bit >>= 1
        j |= bit
        if i < j:
            items[i], items[j] = items[j], items[i]


def transform(items, sign):
    reverse_bits(items)
    n, half = len(items), 1
    while half < n:
        step = exp(sign * 1j * pi / half)
        for start in range(0, n, 2 * half):
            factor = 1 + 0j
            for i in range(start, start + half):
                a, b = items[i], items[i + half] * factor
                items[i], items[i + half] = a + b, a - b
                factor *= step
        half *= 2


def transform_exactly(items, root):
    reverse_bits(items)
    n, half = len(items), 1
    while half < n:
        step = pow(root, (PRIME - 1) // (2 * half), PRIME)
        for start in range(0, n, 2 * half):
            factor = 1
            for i in range(start, start + half):
                a, b = items[i], items[i + half] * factor % PRIME
                items[i], items[i + half] = (a + b) % PRIME, (a - b) % PRIME
                factor = factor * step % PRIME
        half *= 2


def multiply(a, b):
    """The product of two numbers, given as decimal digits."""
    n = 1
    while n < (len(a) + len(b)) // 2 + 2:
        n *= 2
    vectors = []
    for digits in (a, b):
        digits = "0" * (len(digits) % 2) + digits
        vector = [int(digits[i:i + 2]) for i in range(len(digits) - 2, -2, -2)]
        vector += [0] * (n - len(vector))
        transform_exactly(vector, ROOT)
        vectors.append(vector)
    product = [x * y % PRIME for x, y in zip(*vectors)]
    transform_exactly(product, pow(ROOT, -1, PRIME))
    inverse, carry, pairs = pow(n, -1, PRIME), 0, []
    for x in product:
        carry, pair = divmod(x * inverse % PRIME + carry, 100)
        pairs.append(f"{pair:02}")
    return "".join(reversed(pairs)).lstrip("0")


def main():
    sys.set_int_max_str_digits(0)
    n = 1 << 13
    signal = [complex(i % 17 - 8, i * i % 29 - 14) for i in range(n)]
    spectrum = signal[:]
    transform(spectrum, -1)
    print(f"{sum(abs(x) for x in spectrum):.3f}")
    transform(spectrum, 1)
    print(max(abs(x / n - y) for x, y in zip(spectrum, signal)) < 1e-9)
    a, b = 3 ** 16000, 7 ** 9300
    print(multiply(str(a), str(b)) == str(a * b))


if __name__ == "__main__":
    main()
