# format of complex numbers: each part by the spec; padding around the whole; what is refused.
z = 3.14159 - 2.5j
for spec in ("", ".2f", "10.3e", "<20.2f", "^20.1f", "+.1f", " .2g", ",.2f", "_.1f", "g", "20", "#.3g", ".3", "z.1f", "n", "E", "F"):
    print(f"[{format(z, spec)}]", f"[{format(1e6 + 1j, spec)}]")
for spec in ("d", "=10", "010.2f", "%", "s", "x", "c", "0", ".2d"):
    try:
        print(format(z, spec))
    except ValueError as e:
        print(spec, e)
