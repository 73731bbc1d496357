# The one quotient of words that does not fit a word, and neighbours.
least = -(2**63)
for b in (-1, 1, 2, -2, least, 2**63 - 1, 3):
    print(least // b, least % b, divmod(least, b))
print((2**63 - 1) // -1, (2**63) // -1, -(2**64) // -1, abs(least), -least, least - 1, least * -1, least // 10**30, least % 10**30)
