"""The types of t-strings."""

__all__ = ["Interpolation", "Template", "convert"]

_template = t"{0}"
Template = type(_template)
Interpolation = type(_template.interpolations[0])
del _template


def convert(obj, /, conversion):
    """The object as !s, !r or !a shows it; itself for None."""
    match conversion:
        case None:
            return obj
        case 'r':
            return repr(obj)
        case 's':
            return str(obj)
        case 'a':
            return ascii(obj)
    raise ValueError(f'invalid conversion specifier: {conversion}')
