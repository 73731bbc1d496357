"""An interpreter in the interpreter: a small Lisp with closures, read from text and evaluated as a tree.

Atoms are numbers and Symbols, lists are Python lists. `evaluate` is the loop that every such program has: it decides what
kind of expression there is, and goes round again for the last expression of a body instead of calling itself.
"""
import operator

PROGRAM = """
(define (fib n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))
(define (gcd a b) (if (= b 0) a (gcd b (% a b))))
(define (range a b) (if (< a b) (cons a (range (+ a 1) b)) nil))
(define (map f xs) (if (null? xs) nil (cons (f (car xs)) (map f (cdr xs)))))
(define (fold f start xs) (if (null? xs) start (fold f (f start (car xs)) (cdr xs))))
(define (compose f g) (lambda (x) (f (g x))))
(define (prime? n)
    (define (try d) (if (> (* d d) n) true (if (= (% n d) 0) false (try (+ d 1)))))
    (and (> n 1) (try 2)))
(define (count-primes n)
    (define (next i total) (if (< i n) (next (+ i 1) (if (prime? i) (+ total 1) total)) total))
    (next 2 0))
(define (counter) (let ((n 0)) (lambda () (set! n (+ n 1)) n)))
(define tick (counter))
(fib 22)
(fold + 0 (map (compose (lambda (x) (* x x)) (lambda (x) (gcd x 12))) (range 1 200)))
(count-primes 1000)
(begin (tick) (tick) (tick))
"""


class Symbol(str):
    """A name, as opposed to a text."""


class Environment(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer

    def find(self, name):
        environment = self
        while environment is not None:
            if name in environment:
                return environment
            environment = environment.outer
        raise NameError(name)


class Lambda:
    def __init__(self, parameters, body, environment):
        self.parameters = parameters
        self.body = body
        self.environment = environment

    def bind(self, arguments):
        if len(arguments) != len(self.parameters):
            raise TypeError(f"{len(self.parameters)} arguments expected")
        return Environment(self.parameters, arguments, self.environment)


def tokens(text):
    return text.replace("(", " ( ").replace(")", " ) ").split()


def read(stream):
    token = next(stream)
    if token == "(":
        items = []
        while (item := read(stream)) is not None:
            items.append(item)
        return items
    if token == ")":
        return None
    try:
        return int(token)
    except ValueError:
        return Symbol(token)


def read_all(text):
    stream = iter(tokens(text))
    while True:
        try:
            yield read(stream)
        except StopIteration:
            return


def define(expression, environment):
    target, *body = expression[1:]
    if isinstance(target, list):
        name, *parameters = target
        environment[name] = Lambda(parameters, body, environment)
    else:
        environment[target] = evaluate(body[0], environment)


def evaluate(x, environment):
    while True:
        if isinstance(x, Symbol):
            return environment.find(x)[x]
        if not isinstance(x, list):
            return x
        head = x[0]
        if head == "if":
            x = x[2] if evaluate(x[1], environment) else x[3]
            continue
        if head == "define":
            return define(x, environment)
        if head == "lambda":
            return Lambda(x[1], x[2:], environment)
        if head == "set!":
            environment.find(x[1])[x[1]] = evaluate(x[2], environment)
            return None
        if head == "and":
            for part in x[1:-1]:
                if not evaluate(part, environment):
                    return False
            x = x[-1]
            continue
        if head == "begin":
            body = x[1:]
        elif head == "let":
            names = [name for name, _ in x[1]]
            environment = Environment(names, [evaluate(value, environment) for _, value in x[1]], environment)
            body = x[2:]
        else:
            function = evaluate(head, environment)
            arguments = [evaluate(argument, environment) for argument in x[1:]]
            if not isinstance(function, Lambda):
                return function(*arguments)
            environment = function.bind(arguments)
            body = function.body
        for part in body[:-1]:
            evaluate(part, environment)
        x = body[-1]


BUILTINS = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "%": operator.mod, "<": operator.lt, ">": operator.gt,
    "=": operator.eq, "cons": lambda a, b: (a, b), "car": lambda pair: pair[0], "cdr": lambda pair: pair[1],
    "null?": lambda x: x is None, "nil": None, "true": True, "false": False,
}


def main():
    world = Environment(BUILTINS.keys(), BUILTINS.values())
    for expression in read_all(PROGRAM):
        value = evaluate(expression, world)
        if value is not None:
            print(value)


if __name__ == "__main__":
    main()
