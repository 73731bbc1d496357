# Separators behind the point, which Python 3.14 has, and those before it.
for x in (1234567.1234567, 0.123456789, -1e10 / 3):
    for spec in (".6_f", ".7,f", ",.6_f", "_.6,f", ".3_f", "_.10_f", "20.6_f", "020,.6_f", ".8_e", "._", ".,", ".5_%", ",.4_g"):
        try:
            print(format(x, spec), end="|")
        except ValueError as e:
            print(spec, e, end="|")
    print()
for spec in (".2_d", ".,,f", "._,f", ".3_,f"):
    try:
        print(format(1.5, spec))
    except ValueError as e:
        print(spec, e)
