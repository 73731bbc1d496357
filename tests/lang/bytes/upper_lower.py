# upper and lower of bytes and of bytearray change ASCII letters only; a bytearray gives a new one.
for make in (bytes, bytearray):
    value = make(b"aZ\xe9\xc9 1{[")
    print(value.upper(), value.lower(), value.upper() is value, make().upper())
    for name in ("upper", "lower"):
        try:
            getattr(value, name)(1)
        except TypeError as e:
            print(e)
whole = bytes(range(256))
print(whole.upper().lower() == whole.lower(), sum(a != b for a, b in zip(whole.upper(), whole)))
