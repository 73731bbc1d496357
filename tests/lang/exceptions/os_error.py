# OSError picks the subclass for its errno, and takes the file names out of args.
for args in [(), (1,), (2, 'x'), (2, 'x', 'f'), (2, 'x', 'f', None, 'g'), (2, 'x', 'f', 0, 'g', 6), ('a', 'b'),
             (13, 'p'), (11, 'x', 5), (11, 'x', '5'), (999, 'u'), (17, 'e'), (104, 'r'), (110, 't'), (True, 'x')]:
    e = OSError(*args)
    print(type(e).__name__, e.args, e.errno, e.strerror, e.filename, e.filename2, '|', e, '|', e.__reduce__()[1])

print(BlockingIOError(11, 'x', 5).characters_written, hasattr(OSError(11, 'x'), 'characters_written'))


class OnlyInit(OSError):
    def __init__(self, *args, **kwargs):
        super().__init__(*args)


class OnlyNew(OSError):
    def __new__(cls, *args, **kwargs):
        return super().__new__(cls, *args)


class Both(OSError):
    def __new__(cls, *args):
        return super().__new__(cls, *args)

    def __init__(self, *args):
        self.seen = args


for cls in OnlyInit, OnlyNew, Both:
    e = cls(2, 'x', 'f')
    print(type(e).__name__, e.args, e.errno, e.filename, e)
print(OnlyInit(2, 'x', more=1))
