# Names and values given to members while they are made and afterwards; the functional form with bad names; _convert_
import sys
from enum import Enum, IntEnum, bin

class Kind(Enum):
    INT = 1, 'int', 'integer'
    TEXT = 2, 'str', ['text']
    def __new__(cls, number, *others):
        new = object.__new__(cls)
        new._value_ = number
        for other in others:
            if isinstance(other, str):
                new._add_value_alias_(other)
        return new

print(Kind('integer'), Kind('str'), Kind(2))
Kind.TEXT._add_value_alias_(['text'])
Kind.TEXT._add_alias_('STRING')
print(Kind(['text']), Kind.STRING, ['text'] in Kind, ['other'] in Kind, list(Kind))
for wrong in (lambda: Kind.INT._add_value_alias_(2), lambda: Kind.INT._add_alias_('TEXT'), lambda: Enum('Bad', names=0),
              lambda: Kind('none')):
    try:
        wrong()
    except (TypeError, ValueError, NameError) as error:
        print(type(error).__name__, error)

SIZE_L, SIZE_S, OTHER = 3, 1, 7
Size = IntEnum._convert_('Size', __name__, lambda name: name.startswith('SIZE_'))
print(list(Size), SIZE_S is Size.SIZE_S, OTHER, Size.__module__)

class Shadow(int, Enum):
    real = 5
    value = 6
print(Shadow.real, Shadow.real.real, Shadow.value.value, bin(-11), bin(5, max_bits=8))
