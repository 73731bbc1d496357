# sum() of floats is compensated, with ints of any size among them, and so is that of complex numbers.
print(sum([1.0, 10**100, 1.0, -10**100]), sum([0.1]*10), sum([0.1, 1, 10**17, -10**17]), sum([1j, 10**100, 1.0, -10**100, 0.1]), sum([True, 0.5, 2]))
for x in ([1.0, 10**400], [1j, 10**400], [10**400, 1.0]):
    try: print(sum(x))
    except OverflowError as e: print(e)
