"""Prime numbers in three ways: crossing out with a loop, crossing out with slices, and a test of single numbers.

The loop is what one writes first; the slices leave the work to the bytearray; Miller and Rabin's test needs powers with a
modulus. All must find the same primes.
"""
from math import isqrt


def by_loop(n):
    composite = [False] * (n + 1)
    primes = []
    for i in range(2, n + 1):
        if composite[i]:
            continue
        primes.append(i)
        for j in range(i * i, n + 1, i):
            composite[j] = True
    return primes


def by_slices(n):
    prime = bytearray([1]) * (n + 1)
    prime[:2] = b"\0\0"
    for i in range(2, isqrt(n) + 1):
        if prime[i]:
            prime[i * i::i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, flag in enumerate(prime) if flag]


def is_prime(n):
    if n < 4 or n % 2 == 0:
        return n in (2, 3)
    odd, twos = n - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    for base in (2, 3, 5, 7):
        if base >= n:
            break
        x = pow(base, odd, n)
        if x in (1, n - 1):
            continue
        for _ in range(twos - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def main():
    primes = by_loop(1_200_000)
    print(len(primes), primes[-1], sum(primes) % 1_000_007)
    print(primes == by_slices(1_200_000))
    print([n for n in range(20_000) if is_prime(n)] == [p for p in primes if p < 20_000])
    gaps = {}
    for a, b in zip(primes, primes[1:]):
        gaps[b - a] = gaps.get(b - a, 0) + 1
    print(sorted(gaps.items())[:8], max(gaps))


if __name__ == "__main__":
    main()
