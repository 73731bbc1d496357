# Identifiers of any script, compared in the form NFKC; soft keywords are names.
ﬁx = 1
print(fix, "fix" in globals(), "ﬁx" in globals())
ª, µ, ℌ = 1, 2, 3
print(a, μ, H)
变量, переменная, _x1, ñ = "zh", "ru", 1, 2
print(变量, переменная, ñ)


class A:
    𝒜 = 1
    def ſ(self, 𝓍=2): return x


print(A.A, A().s.__name__, A().s.__code__.co_varnames)
match = case = type = _ = 5
print(match, case, type, _)
match[0:1] if False else print(match * case, type - 1)
type: int = 3
print([match for match in "ab"], {case: type})
