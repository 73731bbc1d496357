# SyntaxWarning for return, break and continue in finally (PEP 765).
def f():
    try:
        pass
    finally:
        return 1


for i in range(2):
    try:
        pass
    finally:
        continue
while True:
    try:
        pass
    finally:
        break


def g():
    for x in [1]:
        try:
            pass
        finally:
            for y in [1]:
                break
            def inner(): return 2
            if 1:
                try: return 3
                except ValueError: continue
print(f(), g())
