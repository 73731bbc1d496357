# Taking bytes off the front does not move the rest: a queue of bytes is linear.
q = bytearray()
out = 0
for i in range(2000):
    q += b'0123456789' * 50
    while len(q) > 1000:
        out += q[0]
        del q[:7]
print(len(q), out, bytes(q[:5]))
for i in range(100_000): q.append(i & 255)
while q: del q[:97]
print(q)
