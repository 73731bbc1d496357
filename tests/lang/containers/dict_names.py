# Items of dicts by constant names: records of one and of several shapes, keys that come and go, subclasses.
def name(d): return d['name']
def size(d): return d['size'], d['name']
records = [{'name': i, 'size': i * 2} for i in range(50)]
print(sum(name(r) for r in records), size(records[7]))
others = [{'size': 1, 'name': 'x'}, {'name': 'y'}, {'a': 1, 'name': 'z'}, {1: 2, 'name': 'w'}]
for _ in range(20): found = [name(d) for d in others]
print(found)
d = {'name': 1, 'size': 2}
for i in range(30):
    size(d)
    del d['name']
    try: size(d)
    except KeyError as e: error = e.args
    d['name'] = i
print(size(d), error, list(d))
class Missing(dict):
    def __missing__(self, key): return key.upper()
print([name(x) for x in (d, Missing(), Missing(name=3), d)])
class Key:
    def __hash__(self): return hash('name')
    def __eq__(self, other): raise ZeroDivisionError
for x in (d, {Key(): 1}, {}):
    try: print(name(x))
    except (ZeroDivisionError, KeyError) as e: print(repr(e))
d.clear()
try: name(d)
except KeyError as e: print(repr(e))
