# Characters that no name may contain.
for source in ["a€", "€", "x = 1 ¹", "a\u200b = 1", "“quoted”", "a\xa0= 1", "x·y", "·x", "x\u0301", "\u0301x", "?", "a ? b", "$x", "x!", "!x",
               "a\x00b", "x = \x01", "é×", "\ufeffx", "１", "x１"]:
    try:
        compile(source, "f", "exec")
        print(ascii(source), "fine")
    except (SyntaxError, ValueError) as e:
        print(ascii(source), ascii(str(e)), getattr(e, "offset", None))
