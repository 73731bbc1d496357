"""Small programs that each keep one part of the interpreter busy. kernel name -> function, in KERNELS."""


def fib(n=27):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def int_loop():
    total = 0
    for i in range(2_000_000):
        total += i & 7
    return total


def while_loop():
    i = total = 0
    while i < 1_500_000:
        if i % 3 == 0:
            total += i
        i += 1
    return total


def mandelbrot():
    inside = 0
    for y in range(120):
        ci = y / 60.0 - 1.0
        for x in range(120):
            cr = x / 60.0 - 1.5
            zr = zi = 0.0
            for _ in range(50):
                zr2 = zr * zr
                zi2 = zi * zi
                if zr2 + zi2 > 4.0:
                    break
                zi = 2.0 * zr * zi + ci
                zr = zr2 - zi2 + cr
            else:
                inside += 1
    return inside


class Body:
    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x, self.y, self.z = x, y, z
        self.vx, self.vy, self.vz = vx, vy, vz
        self.mass = mass


def nbody(steps=6000):
    bodies = [Body(i * 1.1, i * 0.7, -i * 0.3, 0.01 * i, 0.02, -0.01 * i, 1.0 / (i + 1)) for i in range(5)]
    pairs = [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1:]]
    for _ in range(steps):
        for a, b in pairs:
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            d2 = dx * dx + dy * dy + dz * dz + 0.01
            mag = 0.001 / (d2 * d2 ** 0.5)
            a.vx -= dx * b.mass * mag
            a.vy -= dy * b.mass * mag
            a.vz -= dz * b.mass * mag
            b.vx += dx * a.mass * mag
            b.vy += dy * a.mass * mag
            b.vz += dz * a.mass * mag
        for body in bodies:
            body.x += 0.001 * body.vx
            body.y += 0.001 * body.vy
            body.z += 0.001 * body.vz
    return round(sum(b.x for b in bodies), 6)


def fannkuch(n=8):
    perm1 = list(range(n))
    count = list(range(1, n + 1))
    best = checksum = permutations = 0
    r = n
    while True:
        while r != 1:
            count[r - 1] = r
            r -= 1
        perm = perm1[:]
        flips = 0
        k = perm[0]
        while k:
            perm[:k + 1] = perm[k::-1]
            flips += 1
            k = perm[0]
        best = max(best, flips)
        checksum += flips if permutations % 2 == 0 else -flips
        while True:
            if r == n:
                return checksum, best
            perm1.insert(r, perm1.pop(0))
            count[r] -= 1
            if count[r] > 0:
                break
            r += 1
        permutations += 1


class Tree:
    __slots__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right


def make_tree(depth):
    return Tree(make_tree(depth - 1), make_tree(depth - 1)) if depth else Tree(None, None)


def count_tree(tree):
    return 1 if tree.left is None else 1 + count_tree(tree.left) + count_tree(tree.right)


def binary_trees():
    return sum(count_tree(make_tree(11)) for _ in range(25))


def sieve(n=600_000):
    flags = bytearray([1]) * n
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]:
            flags[i * i::i] = bytes(len(range(i * i, n, i)))
    return sum(flags) - 2


class Shape:
    def __init__(self, size):
        self.size = size

    def area(self):
        return 0

    def grow(self, by):
        self.size += by
        return self


class Square(Shape):
    def area(self):
        return self.size * self.size


class Circle(Shape):
    def area(self):
        return 3 * self.size * self.size


def methods():
    shapes = [Square(1), Circle(2), Square(3)]
    total = 0
    for i in range(200_000):
        total += shapes[i % 3].grow(1).area() % 7
    return total


def generators():
    def numbers(n):
        for i in range(n):
            yield i

    def evens(source):
        for x in source:
            if x % 2 == 0:
                yield x
    return sum(x for x in evens(numbers(500_000)))


def comprehensions():
    total = 0
    for _ in range(60):
        squares = [i * i for i in range(5000) if i % 3]
        table = {i: v for i, v in enumerate(squares)}
        total += len(table) + len({v % 100 for v in squares})
    return total


def dictionaries():
    counts = {}
    for i in range(400_000):
        key = i * 7 % 1009
        counts[key] = counts.get(key, 0) + 1
    words = {}
    for i in range(150_000):
        word = "w" + str(i % 5000)
        words[word] = words.get(word, 0) + i
    return len(counts), len(words)


def strings():
    parts = []
    for i in range(100_000):
        parts.append(f"{i:05d}:{i * 3 % 17}")
    text = ",".join(parts)
    found = text.count("1:") + text.find("99999")
    words = text.replace(":", " ").split(",")
    joined = ""
    for word in words[:20000]:
        joined += word.upper().strip() + ";"
    return found, len(joined), sum(w.startswith("000") for w in words)


def sorting():
    values = [(i * 7919) % 100_003 for i in range(120_000)]
    pairs = sorted((v % 1000, -v) for v in values[:40_000])
    names = sorted(map(str, values[:40_000]), key=lambda s: s[::-1])
    return sorted(values)[5], pairs[7], names[3], sorted(values, key=lambda v: -v)[0]


def exceptions():
    caught = 0
    for i in range(100_000):
        try:
            if i % 2:
                raise ValueError(i)
            [].pop()
        except ValueError:
            caught += 1
        except IndexError:
            caught += 2
    return caught


def closures():
    def counter(step):
        total = 0

        def add(n, scale=1):
            nonlocal total
            total += n * step * scale
            return total
        return add
    add = counter(3)
    for i in range(300_000):
        add(i, scale=2)
    return add(0)


def unpacking():
    a, b = 0, 1
    for i in range(600_000):
        a, b = b, (a + b) % 1_000_003
        x, y, *z = (i, a, b)
    return a, x, y, z


def big_ints():
    x = 1
    for i in range(1, 1500):
        x *= i
    return len(str(x)), (3 ** 20000 % 10 ** 50), pow(7, 10 ** 6, 10 ** 20 + 39)


def matrix(n=90):
    a = [[i * j % 7 for j in range(n)] for i in range(n)]
    b = [[(i + j) % 5 for j in range(n)] for i in range(n)]
    columns = list(zip(*b))
    return sum(sum(x * y for x, y in zip(row, column)) for row in a for column in columns)


KERNELS = {f.__name__: f for f in (
    fib, int_loop, while_loop, mandelbrot, nbody, fannkuch, binary_trees, sieve, methods, generators, comprehensions,
    dictionaries, strings, sorting, exceptions, closures, unpacking, big_ints, matrix)}
