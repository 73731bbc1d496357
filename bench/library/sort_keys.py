"""Records sorted, grouped and ranked through operator: itemgetter, attrgetter and methodcaller as key functions.

By one item and by several, by an attribute of an attribute, and by what a method says.
"""
from functools import reduce
from itertools import groupby
from operator import add, attrgetter, itemgetter, methodcaller, mul


class Account:
    def __init__(self, owner, balance):
        self.owner = owner
        self.balance = balance

    def interest(self, rate):
        return self.balance * rate


class Owner:
    __slots__ = ("name", "age")

    def __init__(self, name, age):
        self.name = name
        self.age = age


def rows(count):
    state = 11
    for number in range(count):
        state = (state * 69069 + 12345) & 0xffffffff
        yield (number, f"name{(state >> 8) % 500}", (state >> 5) % 90, (state >> 3) / 7)


def main():
    table = list(rows(27000))
    for keys in ((1,), (2,), (3,), (2, 1), (2, 3, 0)):
        ordered = sorted(table, key=itemgetter(*keys))
        print(keys, ordered[0], ordered[-1])
    records = [dict(zip(("number", "name", "age", "score"), row)) for row in table]
    print(sorted(records, key=itemgetter("name", "age"))[5], max(records, key=itemgetter("score"))["number"])
    by_age = sorted(records, key=itemgetter("age"))
    print([(age, len(list(group))) for age, group in groupby(by_age, itemgetter("age"))][:4])
    accounts = [Account(Owner(name, age), score) for _, name, age, score in table]
    for key in ("balance", "owner.name", "owner.age"):
        ordered = sorted(accounts, key=attrgetter(key))
        print(key, ordered[0].owner.age, ordered[-1].owner.name)
    accounts.sort(key=attrgetter("owner.age", "owner.name"), reverse=True)
    print(attrgetter("owner.name", "balance")(accounts[0]))
    accounts.sort(key=methodcaller("interest", 0.5))
    print(accounts[0].owner.name)
    names = list(map(itemgetter(1), table))
    print(len(set(map(methodcaller("upper"), names))), sorted(names, key=methodcaller("count", "1"))[-1])
    print(reduce(add, map(itemgetter(2), table)), reduce(mul, map(itemgetter(0), table[1:30])))
    print(sum(map(mul, map(itemgetter(2), table), map(itemgetter(3), table))) // 1000)


if __name__ == "__main__":
    main()
