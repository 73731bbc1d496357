# a constant that is both stored and tested stays what it is, also when later constants are added
def f():
    global y
    if (y := 5):
        print("seven", 3, y)
    return [3, (y := 7), y]


print(f"{3!r:>5} {x=}" if (x := 5) else "")
print(x, f(), y)
