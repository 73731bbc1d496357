"""Functions that make functions: parser combinators, a pipeline of decorators, memories and counters that functions share.

The parsers read sums and products with parentheses; each is a closure over those that it is made of.
"""
from functools import partial, reduce, wraps


def literal(character):
    def parse(text, i):
        return (character, i + 1) if i < len(text) and text[i] == character else None
    return parse


def digits(text, i):
    j = i
    while j < len(text) and text[j].isdigit():
        j += 1
    return (int(text[i:j]), j) if j > i else None


def sequence(*parsers):
    def parse(text, i):
        values = []
        for parser in parsers:
            result = parser(text, i)
            if result is None:
                return None
            value, i = result
            values.append(value)
        return values, i
    return parse


def choice(*parsers):
    def parse(text, i):
        for parser in parsers:
            result = parser(text, i)
            if result is not None:
                return result
        return None
    return parse


def many(parser):
    def parse(text, i):
        values = []
        while (result := parser(text, i)) is not None:
            value, i = result
            values.append(value)
        return values, i
    return parse


def mapped(parser, function):
    def parse(text, i):
        result = parser(text, i)
        return None if result is None else (function(result[0]), result[1])
    return parse


def lazily(get):
    return lambda text, i: get()(text, i)


def calculate(parts):
    first, rest = parts
    actions = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b}
    return reduce(lambda total, pair: actions[pair[0]](total, pair[1]), rest, first)


atom = choice(digits, mapped(sequence(literal("("), lazily(lambda: expression), literal(")")), lambda parts: parts[1]))
product = mapped(sequence(atom, many(sequence(literal("*"), atom))), calculate)
expression = mapped(sequence(product, many(sequence(choice(literal("+"), literal("-")), product))), calculate)


def counted(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return function(*args, **kwargs)
    wrapper.calls = 0
    return wrapper


def limited(least, most):
    def decorate(function):
        @wraps(function)
        def wrapper(*args, **kwargs):
            return max(least, min(most, function(*args, **kwargs)))
        return wrapper
    return decorate


@counted
@limited(-1000, 1000)
def polynomial(x, *, a=1, b=0):
    return a * x * x + b


def account(balance):
    def deposit(amount):
        nonlocal balance
        balance += amount
        return balance

    def withdraw(amount):
        nonlocal balance
        if amount > balance:
            return None
        balance -= amount
        return balance
    return deposit, withdraw


def compose(*functions):
    return reduce(lambda f, g: lambda x: g(f(x)), functions)


def main():
    text = "1+2*(3+4*(5-6))-7*8*(9+(1+2)*3)+(2*3+4)*(5+6*(7+8))"
    results = {expression(text.replace("7", str(i)), 0) for i in range(500)}
    print(expression(text, 0), len(results), max(results))
    total = 0
    for i in range(160_000):
        total += polynomial(i % 50, a=2, b=-i)
    print(total, polynomial.calls, polynomial.__name__)
    deposit, withdraw = account(100)
    refused = sum(withdraw(i % 13 * 20) is None and deposit(i % 7) > 0 for i in range(180_000))
    print(refused, deposit(0))
    steps = [partial(pow, exp=2), lambda x: x + 1, str, len, lambda n: n * 10, partial(max, 35)]
    print(sum(map(compose(*steps), range(60_000))))
    adders = [lambda x, n=n: x + n for n in range(50)]
    print(sum(add(i) for i in range(3000) for add in adders))


if __name__ == "__main__":
    main()
