def half(n):
    whole = [n]
    return n // 2


big = half(1000)
print(big)
