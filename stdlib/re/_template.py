"""Templates: the replacement of sub, with its references to groups."""

from ._source import DIGITS, ESCAPES, LETTERS, OCTAL_DIGITS, Source

_MAX_GROUPS = 1 << 30


def parse_template(template, pattern):
    """A list of literal pieces and of numbers of groups."""
    source = Source(template)
    result = []
    literal = []

    def end_literal():
        if literal:
            text = ''.join(literal)
            result.append(text if source.is_text else text.encode('latin-1'))
            literal.clear()

    def add_group(number, offset):
        if number > pattern.groups:
            raise source.error(f"invalid group reference {number}", offset)
        end_literal()
        result.append(number)

    while (token := source.get()) is not None:
        if token[0] != '\\':
            literal.append(token)
            continue
        c = token[1]
        if c == 'g':
            if not source.match('<'):
                raise source.error("missing <")
            name = source.get_until('>', 'group name')
            if name.isascii() and name.isdecimal():
                number = int(name)
                if number >= _MAX_GROUPS:
                    raise source.error(f"invalid group reference {number}", len(name) + 1)
            else:
                source.check_group_name(name, 1)
                if name not in pattern.groupindex:
                    raise IndexError(f"unknown group name {name!r}")
                number = pattern.groupindex[name]
            add_group(number, len(name) + 1)
        elif c == '0':
            token += source.get_while(2, OCTAL_DIGITS)
            literal.append(chr(int(token[1:], 8) & 0xff))
        elif c in DIGITS:
            if source.next in DIGITS:
                token += source.get()
                if c in OCTAL_DIGITS and token[2] in OCTAL_DIGITS and source.next in OCTAL_DIGITS:
                    token += source.get()
                    literal.append(chr(source.octal_escape(token)))
                    continue
            add_group(int(token[1:]), len(token) - 1)
        elif token in ESCAPES:
            literal.append(chr(ESCAPES[token]))
        elif c in LETTERS:
            raise source.error(f'bad escape {token}', len(token))
        else:
            literal.append(token)
    end_literal()
    return result
