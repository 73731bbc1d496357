"""Numbers as sets of bits."""


def is_single_bit(num):
    return num > 0 and num & (num - 1) == 0


def each_bit(num):
    """The bits of a number, the lowest first."""
    if num < 0:
        raise ValueError(f'{num!r} is not a positive integer')
    while num:
        rest = num & (num - 1)
        yield num ^ rest
        num = rest


def show_flag_values(value):
    """The bits that a flag consists of, as a list."""
    return [*each_bit(getattr(value, '_value_', value))]


def bin(num, max_bits=None):
    """As the built-in, but with a space between sign and digits, and negative numbers in two's complement."""
    num = int(num)
    width = num.bit_length()
    sign = '1' if num < 0 else '0'
    digits = f'{num & (1 << width) - 1:0{width}b}' if width else ''
    return f'0b{sign} {digits.rjust(max_bits or 0, sign)}'
