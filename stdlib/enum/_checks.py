"""Class decorators that refuse an enum which is not what they say."""

from enum._bits import each_bit, is_single_bit
from enum._classes import Flag, StrEnum


def _aliases(enumeration):
    """'ALIAS -> NAME, ...', empty if there are none."""
    return ', '.join(f"{name} -> {member._name_}" for name, member in enumeration.__members__.items()
                     if name != member._name_)


def unique(enumeration):
    """A class decorator: refuses aliases."""
    aliases = _aliases(enumeration)
    if aliases:
        raise ValueError(f'duplicate values found in {enumeration!r}: {aliases}')
    return enumeration


class EnumCheck(StrEnum):
    """What verify() may check."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


def _check_unique(enumeration):
    aliases = _aliases(enumeration)
    if aliases:
        raise ValueError(f'aliases found in {enumeration!r}: {aliases}')


def _check_continuous(enumeration):
    values = sorted({member.value for member in enumeration})
    if len(values) < 2:
        return
    kind, between = 'enum', range(values[0], values[-1])
    if issubclass(enumeration, Flag):
        kind, between = 'flag', [1 << i for i in range(values[0].bit_length(), values[-1].bit_length())]
    missing = [str(value) for value in between if value not in values]
    if missing:
        raise ValueError(f'invalid {kind} {enumeration.__name__!r}: missing values {", ".join(missing)}'[:256])


def _check_named(enumeration):
    named = {member.value for member in enumeration}
    unnamed = {}    # alias -> its bits without a name
    for alias in enumeration.__members__.keys() - enumeration._member_names_:
        value = enumeration[alias].value
        bits = sum(bit for bit in each_bit(value) if bit not in named) if value >= 0 else 0
        if bits:
            unnamed[alias] = bits
    if not unnamed:
        return
    *others, last = [name for name in enumeration.__members__ if name in unnamed]
    who = f'aliases {", ".join(others)} and {last} are' if others else f'alias {last} is'
    total = 0
    for bits in unnamed.values():
        total |= bits
    what = 'value' if is_single_bit(total) else 'combined values of'
    raise ValueError(f'invalid Flag {enumeration.__name__!r}: {who} missing {what} 0x{total:x} '
                     '[use enum.show_flag_values(value) for details]')


class verify:
    """A class decorator: refuses an enum that is not what the checks say."""

    _functions = {EnumCheck.UNIQUE: _check_unique, EnumCheck.CONTINUOUS: _check_continuous,
                  EnumCheck.NAMED_FLAGS: _check_named}

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            self._functions[check](enumeration)
        return enumeration
