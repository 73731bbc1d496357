# complex() of text and of objects.
for text in ('1+2j', ' ( 1-2j ) ', 'j', '-j', '+1.5e3j', '1e5', 'inf-nanj', '1_0+2_0j', '(3)', '1 + 2j', '1+2', '1j+2', '', '()', '1+', 'jj', '1+2jj', '_1', '1__0j', '٣+٤j'):
    try:
        print(repr(text), complex(text))
    except ValueError as error:
        print(repr(text), error)
class Complex:
    def __complex__(self):
        return 3 + 4j
class Index:
    def __index__(self):
        return 7
print(complex(), complex(1), complex(1.5, -2), complex(imag=2), complex(real=1), complex(Complex()), complex(Index()), complex.from_number(Complex()))
for args in (('1', 2), (1, '2'), ([],), (b'1',), (1, 2, 3), (None,)):
    try:
        complex(*args)
    except TypeError as error:
        print(args, error)
