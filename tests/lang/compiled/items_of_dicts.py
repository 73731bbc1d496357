# items of dicts by names, strings and ints; by keys that are equal to those and are something else
class Key:
    asked = 0
    def __init__(self, n): self.n = n
    def __hash__(self): return hash(self.n)
    def __eq__(self, other):
        Key.asked += 1
        return self.n == (other.n if isinstance(other, Key) else other)
class Found(dict):
    def __missing__(self, key): return -key
def names(rows, n):
    total = 0
    for i in range(n):
        row = rows[i % len(rows)]
        total += row['a'] - row['c'] + len(row['name'])
    return total
print(names([{'a': 1, 'c': 2, 'name': 'x'}, {'c': 5, 'name': 'long', 'a': 3}, Found(a=1, c=1, name='')], 900))
def ints(d, n, low=0):
    total = 0
    for i in range(n):
        total += d[i % 10 + low]
    return total
print(ints({i: i for i in range(10)}, 700), ints({i: i for i in range(-5, 5)}, 700, -5))
print(ints({float(i): i for i in range(10)}, 700), ints({Key(i): i for i in range(10)}, 700), Key.asked > 0)
print(ints({False: 3, True: 4, **{i: i for i in range(2, 10)}}, 700), ints(Found(), 700))
big = 1 << 61
print(ints({big + i: i for i in range(10)}, 700, big), ints({big * 8 + i: i for i in range(10)}, 700, big * 8))
def mixed(n):
    d = {i: i for i in range(4)}
    d['x'] = 10
    keys = [0, 'x', 1.0, True, 3, 'x', Key(2), (1,)]
    d[1,] = 20
    return sum(d[keys[i % 8]] for i in range(n)), sum(map(d.__getitem__, keys))
print(mixed(801))
def missing(n):
    d, misses = {'a': 1, 3: 3}, []
    for i in range(n):
        try:
            d['a'], d[i % 4]
        except KeyError as e:
            misses.append(e.args[0])
    return len(misses), misses[:4]
print(missing(800))
def changing(n):
    d, total = {'x': 1, 'y': 2}, 0
    for i in range(n):
        total += d['y']
        if i % 5 == 0: d['x'] = d.pop('x') + 1
        if i % 7 == 0: d[f'z{i}'] = i
        if i % 97 == 0: d = dict(sorted(d.items(), reverse=True))
        d['y'] = i * 0.5
        for k in ('x', 'y'): total += d[k]
    return total, len(d)
print(changing(900))
def texts(n):
    d = {'aa': 1, 'ab': 2}
    return sum(d['a' + 'ab'[i % 2]] for i in range(n))
print(texts(900))
def dropped(n):
    total = 0
    for i in range(n):
        total += {'k': i, i: 1.5}['k'] + [{i: [i]}][0][i][0]
    return total
print(dropped(700))
# stored by kinds of keys, new and old, and found again: the key is the very object
def store(d, keys, n):
    for i in range(n):
        d[keys[i % len(keys)]] = i * 0.5
    return list(d.items())[-3:], len(d)
print(store({}, list(range(1000, 1007)), 700), store({'a': 1}, ['b', 'c', 'd'], 700))
print(store({}, [1, 'one', 1.0, True, (1, 2), None], 700), store({Key(3): 0}, [3, 4, Key(4)], 700)[1])
def same(n):
    d, same = {}, 0
    for i in range(n):
        k = i + 1000
        d[k] = i
        d[-i], e = k, 1
    for k in d: same += d.get(-(d[k] - 1000)) is k if k < 0 else 1
    return len(d), same
print(same(700)[0])
class Dies:
    def __init__(self, log): self.log = log
    def __del__(self): self.log.append(len(self.log))
def replace(n):
    log, d = [], {}
    for i in range(n):
        d[i % 3] = Dies(log) if i % 5 else i
        d['x'] = [i]
    return len(log), d['x'], d[(n - 1) % 3] is not None
print(replace(701))
def counted(words):
    d = {}
    for w in words:
        d[w] = d[w] + 1 if w in d else 1
        d[w] += 1
    return d
print(counted([c for c in 'the quick brown fox jumps over the lazy dog' for _ in range(30)]))
def growing(n):
    d, total = {}, 0.0
    for i in range(n):
        d[str(i)] = i + 0.5
        total += d[str(i // 2)]
    return total, len(d)
print(growing(3000))
