# Results that leave 64 bits, and come back.
top = 2**63 - 1
print(top + 1, -top - 2, top * top, -(-2**63), abs(-2**63), -2**63 // -1, ~top)
print((top + 1) - 1 == top, (top + 1) - (top + 1), 2**64 - 2**64 + 5)
n = 1
for i in range(30):
    n *= i + 1
print(n)
for i in range(30, 0, -1):
    n //= i
print(n, type(n), n is 1 if False else n == 1)
