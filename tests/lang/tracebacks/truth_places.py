# Where a truth test fails: of `and` and `or` the whole operator is marked, and of nested ones what the jump leaves.
class B:
    def __bool__(self):
        return 1 / 0


def place(source):
    try:
        exec(compile(source, "<source>", "exec"), {"b": B(), "t": 1})
    except ZeroDivisionError as e:
        tb = e.__traceback__.tb_next
        _, _, start, end = list(tb.tb_frame.f_code.co_positions())[tb.tb_lasti // 2]
        print(source, "|", source[start:end])


for source in ["x = b or 1", "x = t and b and 2", "x = not b", "x = (b or t) or t", "x = (b and t) and t",
               "x = (b and t) or t", "x = (b or t) and t", "x = ((b or t) and t) or t", "x = t and (b or t) and t",
               "x = t and (t and b) and t", "x = (t and b) or t", "x = not (b or 1)", "x = (y := b) and 2", "b or 1",
               "print(b and t)", "if b or t: pass", "x = 1 if b and t else 2"]:
    place(source)
