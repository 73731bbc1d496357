"""The enums that others are derived from."""

from enum._bits import bin, each_bit
from enum._body import auto, property
from enum._type import EnumType, add_name, find_member, is_flag, note_value, roots


class Enum(metaclass=EnumType):
    """The base of enumerations.

    class Color(Enum):
        RED = 1
        GREEN = 2

    Members are Color.RED, Color(1) and Color['RED']; they have a name and a value.
    """

    def __new__(cls, value):
        # Members are made by the class; afterwards this looks them up.
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except (KeyError, TypeError):
            found = find_member(cls, value)
            if found is not None:
                return found
        if not cls._member_map_:
            if '_building_' in cls.__dict__:
                raise TypeError('do not use `super().__new__; call the appropriate __new__ directly')
            raise TypeError(f"{cls!r} has no members defined")
        invalid = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        try:
            substitute = cls._missing_(value)
        except ValueError:
            raise
        except Exception as error:
            error.__context__ = invalid
            raise
        if isinstance(substitute, cls) or is_flag(cls) and cls._boundary_ is EJECT and isinstance(substitute, int):
            return substitute
        if substitute is None:
            raise invalid
        error = TypeError(f'error in {cls.__name__}._missing_: returned {substitute!r} instead of None or a valid '
                          'member')
        error.__context__ = invalid
        raise error

    def __init__(self, *args, **kwds):
        pass

    def _add_alias_(self, name):
        """Another name for the member."""
        add_name(type(self), name, self)

    def _add_value_alias_(self, value):
        """Another value for the member."""
        owner = find_member(type(self), value)
        if owner is None:
            note_value(type(self), self, value)
        elif owner is not self:
            raise ValueError(f'{value!r} is already bound: {owner!r}')

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """What auto() stands for: one more than the greatest value so far."""
        if not last_values:
            return start
        try:
            greatest = max(last_values)
        except TypeError:
            raise TypeError('unable to sort non-numeric values') from None
        try:
            return greatest + 1
        except TypeError:
            raise TypeError(f'unable to increment {greatest!r}') from None

    @classmethod
    def _missing_(cls, value):
        """Gives a member for a value that none has, or None."""
        return None

    def __repr__(self):
        show = type(self)._value_repr_ or repr
        return f"<{type(self).__name__}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __format__(self, format_spec):
        return format(str(self), format_spec)

    def __dir__(self):
        """Besides methods and properties of the class, what an instance has."""
        cls = type(self)
        names = set() if cls._member_type_ is object else {*object.__dir__(self)}
        # A base's property may stand behind a member of the same name; it is seen only if it can be read.
        hidden = cls._member_map_.keys()
        names |= {name for name in getattr(self, '__dict__', ()) if name[0] != '_'} - hidden
        for base in cls.__mro__:
            for name, attribute in base.__dict__.items():
                if name[0] == '_':
                    continue
                if name not in hidden or isinstance(attribute, property) and attribute.fget is not None:
                    names.add(name)
                elif isinstance(attribute, property):
                    names.discard(name)
        return sorted(names.union(('__class__', '__doc__', '__eq__', '__hash__', '__module__')))

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return type(self), (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def name(self):
        """The name of the member."""
        return self._name_

    @property
    def value(self):
        """The value of the member."""
        return self._value_


roots.Enum = Enum


class ReprEnum(Enum):
    """An enum that changes only the repr: str() and format() are those of the values."""


roots.ReprEnum = ReprEnum


class IntEnum(int, ReprEnum):
    """An enum whose members are ints."""


class StrEnum(str, ReprEnum):
    """An enum whose members are strs."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        text = values[0] if values else ''
        if len(values) == 1 and not isinstance(text, str):
            raise TypeError(f'{text!r} is not a string')
        for option, given in zip(('encoding', 'errors'), values[1:]):
            if not isinstance(given, str):
                raise TypeError(f'{option} must be a string, not {given!r}')
        text = str(*values)
        new = str.__new__(cls, text)
        new._value_ = text
        return new

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The name in lower case."""
        return name.lower()


class FlagBoundary(StrEnum):
    """What becomes of bits that no member of a flag has."""

    STRICT = auto()     # an error
    CONFORM = auto()    # they are dropped
    EJECT = auto()      # the result is an int
    KEEP = auto()       # they are kept


STRICT, CONFORM = FlagBoundary.STRICT, FlagBoundary.CONFORM
EJECT, KEEP = FlagBoundary.EJECT, FlagBoundary.KEEP


class Flag(Enum, boundary=STRICT):
    """An enum whose members are bits, to be combined with | & ^ ~."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The next power of two."""
        if not last_values:
            return 1 if start is None else start
        greatest = max(last_values)
        try:
            return 1 << greatest.bit_length()
        except Exception:
            raise TypeError(f'invalid flag value {greatest!r}') from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        return map(cls._value2member_map_.get, each_bit(value & cls._flag_mask_))

    @classmethod
    def _iter_member_by_def_(cls, value):
        return iter(sorted(cls._iter_member_by_value_(value), key=lambda m: m._sort_order_))

    _iter_member_ = _iter_member_by_value_  # as defined, in a class whose members are not in the order of values

    @classmethod
    def _missing_(cls, value):
        """The combination of members that has this value, made when it is first asked for."""
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        boundary = cls._boundary_
        bits = value
        if not cls._fits(value):
            if boundary is EJECT:
                return value
            bits = cls._within_boundary(value)
        negative = bits < 0
        if negative:
            # All but the bits named: what that is depends on which bits there can be.
            bits = bits + cls._all_bits_ + 1 if boundary in (EJECT, KEEP) else bits & cls._singles_mask_
        unknown = bits & ~cls._flag_mask_
        if boundary is not KEEP and unknown:
            raise ValueError(f'{cls.__name__}({bits!r}) -->  unknown values {unknown!r} [{bin(unknown)}]')
        data = cls._member_type_
        new = object.__new__(cls) if data is object else data.__new__(cls, bits)
        if not hasattr(new, '_value_'):
            new._value_ = bits
        new._name_ = cls._combined_name(bits)
        new = cls._value2member_map_.setdefault(bits, new)
        if negative:
            cls._value2member_map_[value] = new
        return new

    @classmethod
    def _fits(cls, value):
        """Has it no bits but those of the members?"""
        return ~cls._all_bits_ <= value <= cls._all_bits_ and not value & (cls._all_bits_ ^ cls._flag_mask_)

    @classmethod
    def _within_boundary(cls, value):
        """What the boundary makes of a value that does not fit."""
        match cls._boundary_:
            case FlagBoundary.STRICT:
                width = max(value.bit_length(), cls._flag_mask_.bit_length())
                raise ValueError(f"{cls!r} invalid value {value!r}\n    given {bin(value, width)}\n"
                                 f"  allowed {bin(cls._flag_mask_, width)}")
            case FlagBoundary.CONFORM:
                return value & cls._flag_mask_
            case FlagBoundary.KEEP:
                return value if value >= 0 else value + max(cls._all_bits_ + 1, 1 << value.bit_length())
            case unknown:
                raise ValueError(f'{cls!r} unknown flag boundary {unknown!r}')

    @classmethod
    def _combined_name(cls, value):
        """'A|B', with bits that have no name as a number behind them; None if there is no member in the value."""
        parts = [*cls._iter_member_(value & cls._singles_mask_)]
        if value & ~cls._singles_mask_:
            for m in cls._member_map_.values():
                if m._value_ and m._value_ & ~value == 0 and m not in parts:
                    parts.append(m)
        rest = value
        for m in parts:
            rest &= ~m._value_
        if rest == value:
            return None
        if rest and cls._boundary_ is STRICT:
            raise ValueError(f'{cls!r}: no members with value {rest!r}')
        names = [m._name_ for m in parts]
        return '|'.join(names + [cls._numeric_repr_(rest)] if rest else names)

    def __contains__(self, other):
        """Are all bits of the other among those of this?"""
        if not isinstance(other, type(self)):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and "
                            f"{type(self).__qualname__!r}")
        return other._value_ & ~self._value_ == 0

    def __iter__(self):
        """The members of a single bit that it consists of."""
        return iter(self._iter_member_(self._value_))

    def __len__(self):
        return int.bit_count(self._value_)

    def __bool__(self):
        return self._value_ != 0

    def __repr__(self):
        show = type(self)._value_repr_ or repr
        name = '' if self._name_ is None else f'.{self._name_}'
        return f"<{type(self).__name__}{name}: {show(self._value_)}>"

    def __str__(self):
        name = f'({self._value_!r})' if self._name_ is None else f'.{self._name_}'
        return type(self).__name__ + name

    def _bits(self, operand):
        """The value of an operand, or NotImplemented."""
        if isinstance(operand, type(self)):
            return operand._value_
        if self._member_type_ is not object and isinstance(operand, self._member_type_):
            return operand
        return NotImplemented

    def _operand(self, other, symbol):
        """The value of the other operand, or NotImplemented."""
        bits = self._bits(other)
        if bits is None or self._value_ is None:
            without = self if self._value_ is None else other
            raise TypeError(f"'{without}' cannot be combined with other flags with {symbol}")
        return bits

    def __or__(self, other):
        bits = self._operand(other, '|')
        return bits if bits is NotImplemented else type(self)(self._value_ | bits)

    def __and__(self, other):
        bits = self._operand(other, '&')
        return bits if bits is NotImplemented else type(self)(self._value_ & bits)

    def __xor__(self, other):
        bits = self._operand(other, '^')
        return bits if bits is NotImplemented else type(self)(self._value_ ^ bits)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        if self._value_ is None:
            raise TypeError(f"'{self}' cannot be inverted")
        inverse = self._inverted_
        if inverse is None:
            keep_all = self._boundary_ in (EJECT, KEEP)
            inverse = self._inverted_ = type(self)(~self._value_ if keep_all else ~self._value_ & self._singles_mask_)
        return inverse


roots.Flag = Flag


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """A flag whose members are ints."""
