# Floor division and modulo of floats: the remainder has the sign of the divisor, zeros keep signs.
for a in (7.5, -7.5, 0.0, -0.0, 1e17, -1e-300):
    for b in (2.0, -2.0, 0.1, -1e300):
        q, r = divmod(a, b)
        print(a, b, q, r, (a // b, a % b) == (q, r))
print(1.0 // 0.1, 1.0 % 0.1, 5 // 0.3, 5 % -0.3, -1e-20 % 3, 3.5 // True)
