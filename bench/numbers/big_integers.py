"""Long whole numbers: Fibonacci by doubling and by adding, factorials, Mersenne primes, a continued fraction, RSA.

Sizes go from two words to tens of thousands of digits; every operation is among them, and the change to decimal digits.
"""
import sys
from math import factorial, gcd, isqrt


def fibonacci(n):
    """(F(n), F(n + 1)) by doubling."""
    if n == 0:
        return 0, 1
    a, b = fibonacci(n // 2)
    c, d = a * (2 * b - a), a * a + b * b
    return (d, c + d) if n % 2 else (c, d)


def fibonacci_by_adding(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def product(first, last):
    if last - first < 8:
        result = first
        for i in range(first + 1, last + 1):
            result *= i
        return result
    middle = (first + last) // 2
    return product(first, middle) * product(middle + 1, last)


def is_mersenne_prime(p):
    """Lucas and Lehmer's test of 2 ** p - 1."""
    number, s = (1 << p) - 1, 4
    for _ in range(p - 2):
        s = s * s - 2
        s = (s & number) + (s >> p)
        if s >= number:
            s -= number
    return s == 0


def continued_fraction(root, terms):
    """The fraction nearest to a square root that as many terms give."""
    whole = isqrt(root)
    m, d, a = 0, 1, whole
    p0, p, q0, q = 1, whole, 0, 1
    for _ in range(terms):
        m = d * a - m
        d = (root - m * m) // d
        a = (whole + m) // d
        p0, p, q0, q = p, a * p + p0, q, a * q + q0
    return p, q


def rsa(message):
    """There and back with keys of 1,214 bits."""
    p, q = 2 ** 607 - 1, 2 ** 521 - 1
    n, phi, e = p * q, (p - 1) * (q - 1), 65537
    number = int.from_bytes(message, "big")
    decoded = pow(pow(number, e, n), pow(e, -1, phi), n)
    return decoded.to_bytes(len(message), "big")


def main():
    sys.set_int_max_str_digits(0)
    f = fibonacci(200_000)[0]
    print(f % 10 ** 20, len(str(f)))
    print(fibonacci_by_adding(40_000) == fibonacci(40_000)[0])
    print(product(1, 5000) == factorial(5000), sum(map(int, str(factorial(3000)))))
    print([p for p in range(3, 1000, 2) if all(p % i for i in range(3, isqrt(p) + 1, 2)) and is_mersenne_prime(p)])
    p, q = continued_fraction(7919, 6000)
    print(gcd(p, q), p.bit_length(), (p * 10 ** 30 // q) ** 2 // 10 ** 60)
    for i in range(30):
        text = f"attack at {i}".encode()
        assert rsa(text) == text
    print(int(str(f)[::-1]) % 1_000_003)


if __name__ == "__main__":
    main()
