# try statements that are wrong, and except with what is no exception.
for source in ["try: pass\nexcept A, B as e: pass", "try: pass\nexcept A,: pass", "try: pass\nexcept* A, B as e: pass", "try: pass\nexcept (A, B) as e: pass", "try: pass\nexcept A, (B, C): pass", "try: pass\nexcept *A: pass",
               "try: pass\nexcept: pass\nexcept A: pass", "try: pass\nexcept A as 1: pass", "try: pass\nexcept A as e.x: pass", "try: pass\nexcept A e: pass", "try: pass\nexcept* A: break", "for x in y:\n try: pass\n except* A: continue",
               "def f():\n try: pass\n except* A: return", "try: pass\nexcept* A:\n for x in y: break", "try: pass\nexcept A: pass\nexcept* B: pass", "try: pass\nexcept* A: pass\nexcept B: pass", "try: pass\nexcept A:\npass", "try:\npass",
               "try: pass\nexcept A pass", "try: pass\nfinally pass", "try: pass\nfinally:\npass", "try: pass\nexcept yield: pass", "except A: pass", "finally: pass", "try: pass\nexcept A if B else C: pass", "try: pass\nexcept lambda: 1: pass"]:
    try:
        compile(source, "f", "exec")
        print(repr(source), "fine")
    except SyntaxError as e:
        print(repr(source), type(e).__name__, e.msg, e.lineno, e.offset, e.end_offset)
for kind in 1, "ValueError", (ValueError, 2), [ValueError], object:
    try:
        try:
            1 / 0
        except kind:
            print("no")
    except TypeError as e:
        print(e, repr(e.__context__))
