# copyreg: how copy is told to take things apart, and what is refused.
import copy
import copyreg


class Point:
    def __init__(self, x):
        self.x = x


copyreg.pickle(Point, lambda p: (Point, (p.x + 1,)))
print(copy.copy(Point(1)).x, Point in copyreg.dispatch_table, copyreg.__newobj__(list), copyreg._reconstructor(list, list, [1]))
copyreg.constructor(Point)
copyreg.add_extension('m', 'n', 5)
copyreg.add_extension('m', 'n', 5)
copyreg.remove_extension('m', 'n', 5)
for call in (lambda: copyreg.pickle(Point, 5), lambda: copyreg.constructor(5), lambda: copyreg.add_extension('m', 'n', 0),
             lambda: copyreg.remove_extension('m', 'n', 7), lambda: copyreg.pickle(Point, len, 5)):
    try:
        print(call())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
