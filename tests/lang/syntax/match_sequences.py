# Patterns: sequences with and without stars, in brackets, parentheses or neither.
def f(x):
    match x:
        case []: return "empty"
        case [1]: return "one"
        case (2,): return "two"
        case 3, y: return "three", y
        case [4, *rest]: return "four", rest
        case [*_, 5]: return "five at the end"
        case (6, *middle, 7): return middle
        case [[a, b], [c, *d]]: return a, b, c, d
        case [_, _, _]: return "three things"
        case *all_, : return "all", all_
    return "no sequence"


import collections
print([f(x) for x in [[], (), [1], (1,), [2], [3, 4], [4], [4, 5, 6], [0, 5], [6, 7], [6, 1, 2, 7], [[1, 2], [3]], [[1, 2], (3, 4, 5)], [7, 8, 9], [7, 8, 9, 0], "ab", b"ab", {1, 2}, {1: 2}, 5,
                      range(2), collections.deque([1]), bytearray(b"a"), iter([1]), None]])
