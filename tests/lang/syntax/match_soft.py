# match, case, type and _ are keywords only where a statement says so.
match = {"case": 1}
case = "case"
print(match[case], [match], (match), -len(match)) if match else None
match["x"] = 2
match, case = case, match
print(match, case)
match (match):
    case "case": print("matched")
match -1, 2:
    case -1, match: print(match)
match[1:] if False else 0
match * 2
match: int
match = lambda case: case
match(case)
type = 5
type X = int
type, X
print(type, X.__name__, type * 2, match(3))
type[0] if False else 0
match {}:
    case {**case}: print(case)
match not 1:
    case False: print("not")
match [1]:
    case [_]: print(_ if "_" in globals() else "nothing is bound")
class match_: case = type = 1
def f(match, case=1, *type, _=2): return match, case, type, _
print(f(1, 2, 3), match_.case)
