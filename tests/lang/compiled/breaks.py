# A break at the end of the body of an outer loop goes on with that, also when the inner loop is compiled
def first(rows, wanted):
    found = []
    for row in rows:
        at = 0
        for x in row:
            at += 1
            if x == wanted:
                found.append(at)
                break
    return found


def generated(n):
    found = 0
    for i in range(n):
        for x in (y for y in range(5)):
            if x == 3:
                found += 1
                break
    return found


print(first([[1, 2, 3, 4]] * 600, 3).count(3), first([(3, 1), [7.5, 3]] * 300, 3)[-4:], generated(600))
