# Annotations of a module count when their statement was executed.
a: int
if a_defined := False: b: int
else: c: str
try:
    d: float
    1 / 0
    e: bytes
except ZeroDivisionError: f: list
for _ in []: g: int
while True:
    h: dict
    break
match 1:
    case 2: i: int
    case _: j: int
with open(__file__) as k: l: int
def function(): m: int
class Inner:
    n: int
    if False: o: int
print(list(__annotate__(1)), list(Inner.__annotations__))
