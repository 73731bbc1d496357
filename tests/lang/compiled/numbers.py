# arithmetic of a loop that runs often: overflow, zero, signs, nan, small and large results
def ints(n):
    total, product, bits = 0, 1, 0
    for i in range(n):
        total += i * 3 - 7
        product = product * 3 % 1000003
        bits ^= i << 3 | i >> 1 & 5
        if i % 7 == 0: total -= i // 7
    return total, product, bits
print(ints(3000))
def grow(n):
    x, y = 1, -1
    for i in range(n):
        x = x * 3 + i
        y -= x << 2
    return x, y
print(hash(grow(2000)), grow(50))
def signs(n):
    found = set()
    for i in range(-n, n):
        for d in (3, -3, 8, -8):
            if (i // d) * d + i % d != i: found.add((i, d))
            if d > 0 and i >= 0 and i >> 1 != i // 2: found.add(i)
    return found
print(signs(300))
def floats(n):
    x, y, low, high = 0.5, 3.0, 0, 0
    for i in range(n):
        x = x * 1.5 - y / 4
        y = -x if x > 100.0 else y + i * 0.25
        if x < y: low += 1
        if x >= y: high += 1
    return x, y, low, high
print(floats(2000))
def unordered(n, v):
    counts = [0] * 6
    for i in range(n):
        if v < 1.0: counts[0] += 1
        if v <= 1.0: counts[1] += 1
        if v == 1.0: counts[2] += 1
        if v != 1.0: counts[3] += 1
        if v > 1.0: counts[4] += 1
        if not v >= 1.0: counts[5] += 1
    return counts
print(unordered(900, float('nan')), unordered(900, 1.0), unordered(900, 0.5))
def divide(n):
    results = []
    for i in range(n, -3, -1):
        try:
            results.append(100 // i + 100 % i)
        except ZeroDivisionError as e:
            results.append(str(e))
    for i in range(n, -3, -1):
        x = float(i)
        try:
            results.append(1.0 / x)
        except ZeroDivisionError as e:
            results.append(str(e))
    return results
print(divide(600)[-6:], divide(600)[600:603])
