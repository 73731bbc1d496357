# more numbers at once than the machine has registers, beside items, attributes and calls
def ints(n):
    a, b, c, d, e, f, g, h = range(1, 9)
    i, j, k, l, m, o, p, q = range(11, 19)
    t = list(range(300, 340))
    for x in range(n):
        a = a + b & 0xffff; b = b ^ c << 3 & 0xffff; c = c + d * 5 & 0xffff; d = d - e & 0xffff
        e = e + f + 1 & 0xffff; f = f ^ g & 0xffff; g = g + h * 7 & 0xffff; h = h + x & 0xffff
        i = i + j & 0xffff; j = j ^ k & 0xffff; k = k + l & 0xffff; l = l ^ m & 0xffff
        m = m + o & 0xffff; o = o + p & 0xffff; p = p ^ q & 0xffff; q = q + x & 0xffff
        t[(a + i) % 40] = t[(b + j) % 40] + t[x % 40] & 0xffff
        t[-1 - (q & 7)] = (a ^ q) + t[(h ^ k) % 40] & 0xffff
        t[a % 40] = a; t[b % 40] ^= b; t[c % 40] += c & 15
    return a, b, c, d, e, f, g, h, i, j, k, l, m, o, p, q, sum(t)
print(ints(1000))
class Point:
    def __init__(self): self.x, self.y, self.n = 0.5, 1.5, 3
def floats(n):
    a, b, c, d, e, f, g, h = 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5
    i, j, k, l, m, o, p, q = 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8
    t, s = [0.25] * 16, Point()
    for x in range(n):
        a = a * 0.5 + b; b = b * 0.25 + c; c = c * 0.5 - d; d = d * 0.125 + e
        e = e * 0.5 + f; f = f * 0.25 - g; g = g * 0.5 + h; h = h * 0.5 + x
        i = i * 0.5 + j; j = j * 0.25 + k; k = k * 0.5 - l; l = l * 0.125 + m
        m = m * 0.5 + o; o = o * 0.25 - p; p = p * 0.5 + q; q = q * 0.5 + x
        t[x % 16] = (a + b) * (c - d) + (e + f) * (g - h) + (i + j) * (k - l) + (m + o) * (p - q)
        s.x = s.x * 0.5 + t[x * 7 % 16] * 0.001 + s.y
        s.y = abs(s.x - a) * 0.5 + s.n
        s.n = x
    return a, b, c, d, e, f, g, h, i, j, k, l, m, o, p, q, sum(t), s.x, s.y, s.n
print(floats(1000))
