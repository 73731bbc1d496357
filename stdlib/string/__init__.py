"""Constants of characters, capwords, templates with $names, and formatting that can be adapted."""

import _string

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits",
           "printable", "punctuation", "whitespace", "Formatter", "Template"]

digits = '0123456789'
octdigits = digits[:8]
ascii_lowercase = ''.join(map(chr, range(ord('a'), ord('z') + 1)))
ascii_uppercase = ascii_lowercase.upper()
ascii_letters = f'{ascii_lowercase}{ascii_uppercase}'
hexdigits = f'{digits}{ascii_lowercase[:6]}{ascii_uppercase[:6]}'
punctuation = ''.join(c for c in map(chr, range(ord('!'), ord('~') + 1)) if not c.isalnum())
whitespace = ' \t\n\r\x0b\x0c'
printable = f'{digits}{ascii_letters}{punctuation}{whitespace}'


def capwords(s, sep=None):
    """Each word capitalized."""
    words = [word.capitalize() for word in s.split(sep)]
    return (sep if sep else ' ').join(words)


class _PatternOnDemand:
    """Template.pattern until somebody asks for it: re is not needed before."""

    def __get__(self, template, cls):
        return cls._compile_pattern()


_on_demand = _PatternOnDemand()
_sentinel = object()


class Template:
    """Text with $name and ${name}, $$ for a dollar sign. Subclasses may change delimiter, idpattern, flags, pattern."""

    delimiter = '$'
    idpattern = r'(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    flags = None  # re.IGNORECASE
    pattern = _on_demand

    def __init_subclass__(cls):
        super(Template, cls).__init_subclass__()
        cls._compile_pattern()

    @classmethod
    def _compile_pattern(cls):
        import re
        pattern = cls.__dict__.get('pattern', _on_demand)
        if pattern is _on_demand:
            delimiter = re.escape(cls.delimiter)
            braced = cls.braceidpattern or cls.idpattern
            pattern = (f'{delimiter}(?:(?P<escaped>{delimiter})|(?P<named>{cls.idpattern})|'
                       f'{{(?P<braced>{braced})}}|(?P<invalid>))')
        cls.flags = re.IGNORECASE if cls.flags is None else cls.flags
        cls.pattern = re.compile(pattern, cls.flags | re.VERBOSE)
        return cls.pattern

    def __init__(self, template):
        self.template = template

    def _placeholders(self):
        """(match, its name or None) of each."""
        for match in self.pattern.finditer(self.template):
            yield match, self._name_in(match)

    def _name_in(self, match):
        groups = match.groupdict()
        name = groups['named'] or groups['braced']
        if name is None and groups['escaped'] is None and groups['invalid'] is None:
            raise ValueError('Unrecognized named group in pattern', self.pattern)
        return name

    def _refuse(self, match):
        """An error that tells where the placeholder stands."""
        start = match.start('invalid')
        before = self.template[:start].splitlines(keepends=True)
        column = start - sum(map(len, before[:-1])) if before else 1
        raise ValueError(f'Invalid placeholder in string: line {len(before) or 1}, col {column}')

    def _replaced(self, value_of, invalid):
        """The text with its names replaced by value_of(name, match); invalid(match) is for what is no placeholder."""
        def text_for(match):
            name = self._name_in(match)
            if name is not None:
                return value_of(name, match)
            return invalid(match) if match['escaped'] is None else self.delimiter
        return self.pattern.sub(text_for, self.template)

    def _mapping(self, mapping, kws):
        if mapping is _sentinel:
            return kws
        if kws:
            from collections import ChainMap
            return ChainMap(kws, mapping)
        return mapping

    def substitute(self, mapping=_sentinel, /, **kws):
        """The text with all names replaced; KeyError for one that is missing."""
        values = self._mapping(mapping, kws)
        return self._replaced(lambda name, match: str(values[name]), self._refuse)

    def safe_substitute(self, mapping=_sentinel, /, **kws):
        """The text with those names replaced that are known."""
        values = self._mapping(mapping, kws)

        def known(name, match):
            try:
                return str(values[name])
            except KeyError:
                return match[0]
        return self._replaced(known, lambda match: match[0])

    def is_valid(self):
        """Would substitute() find nothing wrong with the placeholders?"""
        return all(match['invalid'] is None for match, _ in self._placeholders())

    def get_identifiers(self):
        """The names, each once, in the order in which they come."""
        names = dict.fromkeys(name for _, name in self._placeholders())
        names.pop(None, None)
        return list(names)


class Formatter:
    """str.format in parts that a subclass may replace."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, auto=0):
        """(text, the number of the next field that has none; False where numbers are given)"""
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for literal, field_name, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if field_name is None:
                continue
            number, _ = _string.formatter_field_name_split(field_name)
            if number == '':
                if auto is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                field_name = f'{auto}{field_name}'
                auto += 1
            elif isinstance(number, int):
                if auto:
                    raise ValueError('cannot switch from automatic field numbering to manual field specification')
                auto = False
            value, key = self.get_field(field_name, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used, depth - 1, auto)
            result.append(self.format_field(value, spec))
        return ''.join(result), auto

    def get_value(self, key, args, kwargs):
        """The argument of that number or name."""
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        """For subclasses that refuse arguments that no field uses."""

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        match conversion:
            case None:
                return value
            case 's':
                return str(value)
            case 'r':
                return repr(value)
            case 'a':
                return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        """(literal text, field name, spec, conversion) for each field."""
        return _string.formatter_parser(format_string)

    def get_field(self, field_name, args, kwargs):
        """(object, the number or name of its argument)"""
        key, steps = _string.formatter_field_name_split(field_name)
        value = self.get_value(key, args, kwargs)
        for is_attribute, step in steps:
            value = getattr(value, step) if is_attribute else value[step]
        return value, key
