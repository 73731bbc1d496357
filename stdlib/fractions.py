"""Rational numbers: fractions of two ints, kept in lowest terms."""

import functools
import math
import numbers
import operator
import re
import sys

__all__ = ['Fraction']

_LITERAL = re.compile(r"""
    \A\s*
    (?P<sign>[-+]?)
    (?=\d|\.\d)                             # there must be a digit
    (?P<num>\d*|\d+(_\d+)*)
    (?:
        (?:\s*/\s*(?P<denom>\d+(_\d+)*))?   # a denominator
      |
        (?:\.(?P<decimal>\d*|\d+(_\d+)*))?  # or a decimal part
        (?:E(?P<exp>[-+]?\d+(_\d+)*))?      # and an exponent
    )
    \s*\Z""", re.VERBOSE | re.IGNORECASE)

_FORMAT = re.compile(r"""
    (?: (?P<fill>.)? (?P<align>[<>=^]) )?
    (?P<sign>[-+ ]?)
    (?P<no_neg_zero>z)?
    (?P<alternate>\#)?
    (?P<zeropad>0(?=[0-9]))?
    (?P<width>[0-9]+)?
    (?P<comma>[,_])?
    (?: \. (?=[0-9,_]) (?P<precision>[0-9]+)? (?P<fraction_comma>[,_])? )?
    (?P<type>[eEfFgG%])?""", re.DOTALL | re.VERBOSE)


def _round_to_exponent(n, d, exponent, may_be_negative_zero=False):
    """n / d in units of 10 ** exponent, to the nearest, halves to even: (is it negative, how many)."""
    if exponent >= 0:
        d *= 10 ** exponent
    else:
        n *= 10 ** -exponent
    units, rest = divmod(n + (d >> 1), d)
    if rest == 0 and d & 1 == 0:
        units &= -2
    return (n < 0 if may_be_negative_zero else units < 0), abs(units)


def _round_to_figures(n, d, figures):
    """n / d with so many significant figures: (is it negative, the figures as an int, their exponent)."""
    if n == 0:
        return False, 0, 1 - figures
    ours, theirs = str(abs(n)), str(d)
    size = len(ours) - len(theirs) + (theirs <= ours)  # 10 ** (size - 1) <= n / d < 10 ** size
    exponent = size - figures
    negative, significand = _round_to_exponent(n, d, exponent)
    if len(str(significand)) == figures + 1:  # rounded up to the next power of ten
        significand //= 10
        exponent += 1
    return negative, significand, exponent


@functools.lru_cache(maxsize=1 << 14)
def _hash_of(numerator, denominator):
    """As numbers.Rational says: equal to that of an equal int or float."""
    modulus = sys.hash_info.modulus
    try:
        value = hash(hash(abs(numerator)) * pow(denominator, -1, modulus))
    except ValueError:  # the denominator is a multiple of the modulus
        value = sys.hash_info.inf
    value = value if numerator >= 0 else -value
    return -2 if value == -1 else value


def _operators(exact, fallback):
    """__op__ and __rop__ from what is done with two Fractions, and with floats or complex numbers."""
    def forward(a, b):
        if isinstance(b, Fraction):
            return exact(a, b)
        if isinstance(b, int):
            return exact(a, Fraction(b))
        if isinstance(b, float):
            return fallback(float(a), b)
        if isinstance(b, complex) and fallback not in (operator.floordiv, operator.mod, divmod):
            return fallback(float(a), b)
        return NotImplemented

    def reverse(b, a):
        if isinstance(a, numbers.Rational):
            return exact(Fraction(a), b)
        if isinstance(a, numbers.Real):
            return fallback(float(a), float(b))
        if isinstance(a, numbers.Complex) and fallback not in (operator.floordiv, operator.mod, divmod):
            return fallback(complex(a), float(b))
        return NotImplemented

    name = fallback.__name__
    forward.__name__, reverse.__name__ = f'__{name}__', f'__r{name}__'
    forward.__doc__, reverse.__doc__ = f'a {name} b', f'a {name} b, for other kinds of numbers in front'
    return forward, reverse


class Fraction(numbers.Rational):
    """A rational number: Fraction(8, 6), Fraction('-3/7'), Fraction('1.5e-3'), Fraction(0.25), Fraction(Decimal('1.1')).

    It cannot be changed, and is kept in lowest terms with a positive denominator.
    """

    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        self = super().__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator, self._denominator = numerator, 1
            elif isinstance(numerator, numbers.Rational):
                self._numerator, self._denominator = numerator.numerator, numerator.denominator
            elif isinstance(numerator, str):
                self._numerator, self._denominator = cls._parse(numerator)
            elif isinstance(numerator, float) or (
                    not isinstance(numerator, type) and hasattr(numerator, 'as_integer_ratio')):
                self._numerator, self._denominator = numerator.as_integer_ratio()
            else:
                raise TypeError("argument should be a string or a Rational instance or have the as_integer_ratio() "
                                "method")
            return self
        if type(numerator) is int is type(denominator):
            pass
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError(f'Fraction({numerator}, 0)')
        common = math.gcd(numerator, denominator)
        if denominator < 0:
            common = -common
        self._numerator, self._denominator = numerator // common, denominator // common
        return self

    @staticmethod
    def _parse(text):
        """The two ints that a text stands for."""
        m = _LITERAL.match(text)
        if m is None:
            raise ValueError('Invalid literal for Fraction: %r' % text)
        numerator = int(m['num'] or '0')
        if m['denom']:
            denominator = int(m['denom'])
            if denominator == 0:
                raise ZeroDivisionError(f'Fraction({-numerator if m["sign"] == "-" else numerator}, 0)')
        else:
            denominator = 1
            if m['decimal']:
                digits = m['decimal'].replace('_', '')
                denominator = 10 ** len(digits)
                numerator = numerator * denominator + int(digits)
            exponent = int(m['exp'] or 0)
            if exponent >= 0:
                numerator *= 10 ** exponent
            else:
                denominator *= 10 ** -exponent
        if m['sign'] == '-':
            numerator = -numerator
        common = math.gcd(numerator, denominator)
        return numerator // common, denominator // common

    @classmethod
    def from_number(cls, number):
        """The fraction that is exactly a number; no text is taken."""
        if type(number) is int:
            return cls._make(number, 1)
        if isinstance(number, numbers.Rational):
            return cls._make(number.numerator, number.denominator)
        if isinstance(number, float) or (not isinstance(number, type) and hasattr(number, 'as_integer_ratio')):
            numerator, denominator = number.as_integer_ratio()
            return cls._make(numerator, denominator)
        raise TypeError("argument should be a Rational instance or have the as_integer_ratio() method")

    @classmethod
    def from_float(cls, f):
        """The fraction that is exactly a float, or an int."""
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls._make(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        """The fraction that is exactly a Decimal, or an int."""
        from decimal import Decimal
        if isinstance(dec, numbers.Integral):
            dec = Decimal(int(dec))
        elif not isinstance(dec, Decimal):
            raise TypeError(f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})")
        return cls._make(*dec.as_integer_ratio())

    @classmethod
    def _make(cls, numerator, denominator, /):
        """From ints that have no common factor, the second of them positive."""
        self = super().__new__(cls)
        self._numerator, self._denominator = numerator, denominator
        return self

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def is_integer(self):
        """Is the denominator 1?"""
        return self._denominator == 1

    def as_integer_ratio(self):
        """(numerator, denominator)"""
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The nearest fraction whose denominator is at most max_denominator.

        The convergents of the continued fraction come nearer and nearer. The best answer is the last of them whose
        denominator is small enough, or the last step towards the next one, whichever is nearer.
        """
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        (p, q), (p_before, q_before) = (1, 0), (0, 1)
        n, d = self._numerator, self._denominator
        while True:
            whole = n // d
            if q_before + whole * q > max_denominator:
                break
            (p, q), (p_before, q_before) = (p_before + whole * p, q_before + whole * q), (p, q)
            n, d = d, n - whole * d
        steps = (max_denominator - q_before) // q
        nearer = 2 * d * (q_before + steps * q) <= self._denominator
        if nearer:
            return Fraction._make(p, q)
        return Fraction._make(p_before + steps * p, q_before + steps * q)

    # --- text ---

    def __repr__(self):
        return '%s(%s, %s)' % (self.__class__.__name__, self._numerator, self._denominator)

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f'{self._numerator}/{self._denominator}'

    def __format__(self, format_spec, /):
        m = _FORMAT.fullmatch(format_spec)
        if m is not None and (m['align'] is None or m['zeropad'] is None):
            if m['type']:
                return self._format_float(m)
            general = not (m['no_neg_zero'] or m['zeropad'] or m['precision'] or m['fraction_comma'])
            if general:
                return self._format_plain(m)
        raise ValueError(f"Invalid format specifier {format_spec!r} for object of type {type(self).__name__!r}")

    def _sign(self, negative, wanted):
        return '-' if negative else '' if wanted == '-' else wanted

    def _format_plain(self, m):
        """Numerator and denominator."""
        comma = m['comma'] or ''
        body = f'{abs(self._numerator):{comma}}'
        if self._denominator != 1 or m['alternate']:
            body += f'/{self._denominator:{comma}}'
        return _padded(self._sign(self._numerator < 0, m['sign']), body, m['fill'] or ' ', m['align'] or '>',
                       int(m['width'] or 0))

    def _format_float(self, m):
        """As a float of any precision would be."""
        kind, comma = m['type'], m['comma'] or ''
        alternate = bool(m['alternate'])
        precision = int(m['precision'] or 6)
        capital = 'E' if kind in 'EFG' else 'e'
        trims = kind in 'gG' and not alternate
        if kind in 'fF%':
            exponent = -precision - (2 if kind == '%' else 0)
            negative, significand = _round_to_exponent(self._numerator, self._denominator, exponent,
                                                       not m['no_neg_zero'])
            scientific, point = False, precision
        else:
            figures = max(precision, 1) if kind in 'gG' else precision + 1
            negative, significand, exponent = _round_to_figures(self._numerator, self._denominator, figures)
            scientific = kind in 'eE' or exponent > 0 or exponent + figures <= -4
            point = figures - 1 if scientific else -exponent
        if kind == '%':
            suffix = '%'
        elif scientific:
            suffix = f'{capital}{exponent + point:+03d}'
        else:
            suffix = ''
        digits = f'{significand:0{point + 1}d}'
        whole, fraction = digits[:len(digits) - point], digits[len(digits) - point:]
        if trims:
            fraction = fraction.rstrip('0')
        dot = '.' if fraction or alternate else ''
        if m['fraction_comma']:
            fraction = m['fraction_comma'].join(fraction[i:i + 3] for i in range(0, len(fraction), 3))
        tail = dot + fraction + suffix
        sign = self._sign(negative, m['sign'])
        width = int(m['width'] or 0)
        if m['zeropad'] or (m['fill'], m['align']) == ('0', '='):
            room = width - len(sign) - len(tail)
            whole = whole.zfill(3 * room // 4 + 1 if comma else room)
        if comma:
            first = 1 + (len(whole) - 1) % 3
            whole = whole[:first] + ''.join(comma + whole[i:i + 3] for i in range(first, len(whole), 3))
        return _padded(sign, whole + tail, m['fill'] or ' ', m['align'] or '>', width)

    # --- arithmetic: the common factors are taken out of the operands where that keeps the numbers small (Knuth 4.5.1) ---

    def _add(a, b):
        na, da, nb, db = a._numerator, a._denominator, b._numerator, b._denominator
        common = math.gcd(da, db)
        if common == 1:
            return Fraction._make(na * db + da * nb, da * db)
        rest = da // common
        total = na * (db // common) + nb * rest
        factor = math.gcd(total, common)
        return Fraction._make(total // factor, rest * (db // factor))

    __add__, __radd__ = _operators(_add, operator.add)

    def _sub(a, b):
        return Fraction._add(a, -b)

    __sub__, __rsub__ = _operators(_sub, operator.sub)

    def _mul(a, b):
        na, da, nb, db = a._numerator, a._denominator, b._numerator, b._denominator
        one, other = math.gcd(na, db), math.gcd(nb, da)
        return Fraction._make((na // one) * (nb // other), (db // one) * (da // other))

    __mul__, __rmul__ = _operators(_mul, operator.mul)

    def _div(a, b):
        n, d = b._denominator, b._numerator
        if d == 0:
            raise ZeroDivisionError(f'Fraction({a._numerator * n}, 0)')
        return Fraction._mul(a, Fraction._make(-n, -d) if d < 0 else Fraction._make(n, d))

    __truediv__, __rtruediv__ = _operators(_div, operator.truediv)

    def _floordiv(a, b):
        return (a._numerator * b._denominator) // (a._denominator * b._numerator)

    __floordiv__, __rfloordiv__ = _operators(_floordiv, operator.floordiv)

    def _divmod(a, b):
        whole, rest = divmod(a._numerator * b._denominator, a._denominator * b._numerator)
        return whole, Fraction(rest, a._denominator * b._denominator)

    __divmod__, __rdivmod__ = _operators(_divmod, divmod)

    def _mod(a, b):
        return Fraction((a._numerator * b._denominator) % (b._numerator * a._denominator),
                        a._denominator * b._denominator)

    __mod__, __rmod__ = _operators(_mod, operator.mod)

    def __pow__(a, b, modulo=None):
        """a ** b: a Fraction if b is an integer, else a float or complex number."""
        if modulo is not None:
            return NotImplemented
        if not isinstance(b, numbers.Rational):
            return float(a) ** b if isinstance(b, (float, complex)) else NotImplemented
        if b.denominator != 1:
            return float(a) ** float(b)
        power, n, d = b.numerator, a._numerator, a._denominator
        if power >= 0:
            return Fraction._make(n ** power, d ** power)
        if n == 0:
            raise ZeroDivisionError(f'Fraction({d ** -power}, 0)')
        if n > 0:
            return Fraction._make(d ** -power, n ** -power)
        return Fraction._make((-d) ** -power, (-n) ** -power)

    def __rpow__(b, a, modulo=None):
        """a ** b"""
        if modulo is not None:
            return NotImplemented
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        return a ** b._numerator if b._denominator == 1 else a ** float(b)

    def __pos__(a):
        return Fraction._make(a._numerator, a._denominator)

    def __neg__(a):
        return Fraction._make(-a._numerator, a._denominator)

    def __abs__(a):
        return Fraction._make(abs(a._numerator), a._denominator)

    # --- as other numbers ---

    def __int__(a):
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    __trunc__ = __int__

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        """To an int, or to a Fraction with ndigits decimals; halves to even."""
        if ndigits is None:
            whole, rest = divmod(self._numerator, self._denominator)
            twice = 2 * rest
            up = twice > self._denominator or (twice == self._denominator and whole % 2)
            return whole + bool(up)
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    # --- comparison ---

    def __hash__(self):
        return _hash_of(self._numerator, self._denominator)

    def __eq__(a, b):
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, numbers.Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            return 0.0 == b if math.isnan(b) or math.isinf(b) else a == a.from_float(b)
        return NotImplemented

    def _ordered(self, other, op):
        if isinstance(other, numbers.Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            return op(0.0, other) if math.isnan(other) or math.isinf(other) else op(self, self.from_float(other))
        return NotImplemented

    def __lt__(a, b):
        return a._ordered(b, operator.lt)

    def __gt__(a, b):
        return a._ordered(b, operator.gt)

    def __le__(a, b):
        return a._ordered(b, operator.le)

    def __ge__(a, b):
        return a._ordered(b, operator.ge)

    def __bool__(a):
        return bool(a._numerator)

    # --- copies ---

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


def _padded(sign, body, fill, align, width):
    padding = fill * (width - len(sign) - len(body))
    if align == '>':
        return padding + sign + body
    if align == '<':
        return sign + body + padding
    if align == '^':
        half = len(padding) // 2
        return padding[:half] + sign + body + padding[half:]
    return sign + padding + body
