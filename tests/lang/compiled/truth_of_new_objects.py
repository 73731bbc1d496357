# a condition that is a new object, which dies with the test: numbers, containers, instances with and without __del__
class Plain:
    pass


class Dies:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        log.append(self.n)


class Empty(Dies):
    def __len__(self):
        return 0


log = []


def count(n):
    numbers, plain, found = list(range(2000)), Plain(), 0
    for i in range(n):
        if len(numbers):
            found += 1
        if plain:
            found += 1
        if str(i):
            found += 1
        if [i]:
            found += 1
        if not i * 1000:
            found += 1
        if [x for x in ()]:
            found += 5
        if Dies(i):
            found += 1
        if (Dies(-i),):
            found += i
        if not Empty(i):
            found += 7
        while {i: Dies(i)}:
            break
    return found


print(count(1000), len(log), log[-9:])
