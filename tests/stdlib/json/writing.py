# values that are written, with every option, and those that are refused
import json
class X: pass
for o in [X(), [1,X()], {'a':[X()]}, {(1,):2}, float('nan')]:
    try: json.dumps(o, allow_nan=False)
    except Exception as e: print(type(e).__name__, e, getattr(e,'__notes__',None))
l=[]; l.append(l)
try: json.dumps(l)
except Exception as e: print(e, e.__notes__)
d={'b':[1,2,{'c':()}],'a':'é"\\\n\x7f\U0001f600\u0142', 1:1.5, None:True, 2.5:False, True:10**30}
print(json.dumps(d)); print(json.dumps(d, ensure_ascii=False)); print(json.dumps(d, indent=2)); print(json.dumps(d, separators=(',',':')))
print(json.dumps({'b':1,'a':2}, sort_keys=True, indent='--'), json.dumps([], indent=2), json.dumps({(1,2):3,'a':1}, skipkeys=True), json.dumps({(1,2):3}, skipkeys=True, indent=1))
print(json.dumps([X()], default=lambda o: 'X!'), json.dumps([float('inf'), float('nan'), -0.0, 1e16, 1e22]))
class E(json.JSONEncoder):
    def default(self,o):
        if isinstance(o,X): return [1,2]
        return super().default(o)
try: json.dumps({'a':[1,{2}]}, cls=E)
except TypeError as e: print(e, e.__notes__)
class MyInt(int):
    def __repr__(self): return 'nope'
print(json.dumps([MyInt(3)]))


class Lines:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text


lines = Lines()
json.dump({"a": [1]}, lines)
print(lines.text)
print(json.dumps("\u20ac"), json.dumps("\u20ac", ensure_ascii=False), json.encoder.encode_basestring_ascii("\x7f\"\U0001f600"))
print(json.JSONEncoder(check_circular=False).encode([[], {}]), json.dumps([1, 2], indent=""))
