# Arguments of a wrong type, by position and by keyword: what is looked at first, and how it is named.
class Odd:
    def fail(self, *args):
        raise ArithmeticError('odd')

    __bool__ = __index__ = __len__ = fail


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class S(str):
    pass


odd, view = Odd(), memoryview(b'abc')
t(lambda: str(b'', odd))
t(lambda: str(b'', 'ascii', odd))
t(lambda: str(b'', encoding=odd))
t(lambda: str(b'', 'ascii', errors=odd))
t(lambda: S(b'', odd))
t(lambda: view.hex(sep=','))
t(lambda: view.hex(sep=odd))
t(lambda: view.hex(bytes_per_sep=odd))
t(lambda: view.cast('\u01c5'))
t(lambda: view.cast(odd))
t(lambda: (1).to_bytes(byteorder=odd, signed=odd))
t(lambda: (1).to_bytes(byteorder='odd', signed=odd))
t(lambda: int.from_bytes(b'', byteorder='odd', signed=odd))
t(lambda: int.from_bytes(b'', byteorder='odd', signed=True))
t(lambda: compile('1', 'f', 'eval', dont_inherit=odd, optimize='x'))
t(lambda: compile('1', 'f', 'eval', optimize='x', _feature_version=odd))
t(lambda: compile('1', 'f', 'eval', _feature_version=odd))
t(lambda: compile('1', 'f', 'eval', _feature_version=2**40))
t(lambda: eval(compile('1', 'f', 'eval', _feature_version=3)))
t(lambda: float(type('long name ' * 6, (), {'__float__': lambda self: ''})()))
