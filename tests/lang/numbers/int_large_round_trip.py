# Numbers of hundreds of digits go to text and back in several bases.
for exponent in (20, 63, 64, 65, 128, 500, 1000, 3000):
    for n in (7**exponent, -(10**exponent), 2**exponent - 1):
        text = str(n) if abs(n).bit_length() < 14000 else None
        if text:
            assert int(text) == n
        assert int(hex(n), 16) == n and int(oct(n), 8) == n and int(bin(n), 2) == n
print(str(10**50), len(str(7**1000)), str(7**200)[:30], str(-(3**150))[-30:])
print(int("1" * 400) % 1000007, int("-" + "9" * 300) % 997, int("zz" * 100, 36) % 1000003)
