# Patterns: literals, values with dots, signs, complex numbers, strings, singletons.
class Color:
    RED, one = "red", 1


def f(x):
    match x:
        case 0 | -1: return "zero or minus one"
        case 1.5: return "float"
        case -2 + 3j: return "complex"
        case "a" "b": return "ab"
        case b"x": return "bytes"
        case True: return "True"
        case None: return "None"
        case Color.RED: return "red"
        case int.__name__: return "dotted"
        case 0x10 | 1_0: return "hex"
        case "": return "empty"
    return "nothing"


print([f(x) for x in [0, False, -1, 1.5, -2 + 3j, "ab", b"x", True, 1, 1.0, None, "red", "int", 16, 10, "", (), 0.0, -0.0]])
