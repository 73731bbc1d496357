# Evaluation order where := rebinds a local that was read already.
def order(x, a):
    print(x + (x := 5) + x)
    print((x, (x := 7), x))
    print(max(x, (x := 1), x))
    print([x, (x := 2), x], {x: (x := 3), "k": x})
    a[x := x - 3] = (x := x + 4)
    print(a, x)
    x += (x := 10)
    print(x)
    print(x < (x := 50) < (x := 60), x)
    print(f"{x}{(x := 8)}{x:>{(x := 3)}}{x}")
    y = z = (x := 9)
    print(x, y, z)
    a, x = x, (x := 77)
    print(a, x)
    return x if (x := 0) else x


print(order(1, {}))


def comprehension(items):
    found = [last := i for i in items if (seen := i) > 1]
    print(found, last, seen)
    print(any((hit := i) == 2 for i in items), hit)
    return [y := 1, y**2], y


print(comprehension([1, 2, 3]))
total = 0
print([total := total + v for v in range(5)], total)
while (n := total) > 8:
    total -= 1
print(n)
