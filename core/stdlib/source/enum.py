# SPDX-License-Identifier: GPL-3.0-or-later
class auto:
    def __init__(self, value=None):
        self.value = value


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


_MODULES_OF_VALUES = ("builtins", "datetime", "decimal", "uuid")
_DESCRIPTORS = (property, classmethod, staticmethod, type(lambda: 0))


def _is_special(name):
    return name[:1] == "_" and (
        (name[:2] == "__" and name[-2:] == "__") or (name[-1:] == "_" and name[1:2] != "_" and len(name) > 2)
    )


def _is_member(name, value):
    if isinstance(value, member):
        return True
    if _is_special(name) or name.startswith("__") or isinstance(value, nonmember):
        return False
    return not isinstance(value, _DESCRIPTORS) and not hasattr(value, "__get__")


def _is_value_type(cls):
    if cls is object or isinstance(cls, EnumType):
        return False
    names = cls.__dict__
    return cls.__module__ in _MODULES_OF_VALUES or "__new__" in names or "__dataclass_fields__" in names


def _value_type(bases):
    # The class that the members are values of, where they are: str in class Status(str, Enum). Classes that
    # only add methods are none.
    for base in bases:
        for one in base.__mro__:
            if _is_value_type(one):
                return one
    return None


class EnumType(type):
    def __new__(metacls, name, bases, namespace, **options):
        pending = {}
        kept = {}
        ignored = namespace.get("_ignore_", ())
        if isinstance(ignored, str):
            ignored = ignored.replace(",", " ").split()
        for key, value in namespace.items():
            if key in ignored or key == "_ignore_":
                continue
            if bases and _is_member(key, value):
                pending[key] = value.value if isinstance(value, member) else value
            else:
                kept[key] = value.value if isinstance(value, nonmember) else value
        for base in bases:
            if getattr(base, "_member_map_", None):
                raise TypeError(f"<enum {name!r}> cannot extend {base!r}")
        made = type.__new__(metacls, name, bases, kept)
        if bases:
            metacls._prefer_own(made, kept)
        type.__setattr__(made, "_member_map_", {})
        type.__setattr__(made, "_members_by_value_", {})
        type.__setattr__(made, "_unhashable_", [])
        type.__setattr__(made, "_value_type_", _value_type(bases))
        values = []
        for key, value in pending.items():
            metacls._add(made, key, value, values)
        if "boundary" in options:
            type.__setattr__(made, "_boundary_", options["boundary"])
        return made

    def _prefer_own(cls, namespace):
        # The texts of members are the enumeration's, also where a base that their values are of comes first.
        for name in ("__repr__", "__str__", "__format__"):
            for base in cls.__mro__[1:]:
                if isinstance(base, EnumType) and name in base.__dict__:
                    if name not in namespace:
                        type.__setattr__(cls, name, base.__dict__[name])
                    break

    def _add(cls, name, value, values):
        if isinstance(value, auto):
            if value.value is None:
                value.value = cls._generate_next_value_(name, 1, len(values), list(values))
            value = value.value
        elif isinstance(value, tuple):
            value = tuple([cls._resolved(item, name, values) for item in value])
        arguments = value if isinstance(value, tuple) else (value,)
        one = cls._made(arguments, value)
        if "_value_" not in one.__dict__:
            kind = cls._value_type_
            one._value_ = value if kind is None else kind(*arguments)
        value = one._value_
        same = cls._find(value)
        values.append(value)
        if same is not None:
            cls._member_map_[name] = same
            type.__setattr__(cls, name, same)
            return
        one._name_ = name
        one.__objclass__ = cls
        one._sort_order_ = len(cls._member_map_)
        if "__init__" in dir(cls) and cls.__init__ is not object.__init__:
            cls._initialise(one, arguments)
        cls._member_map_[name] = one
        type.__setattr__(cls, name, one)
        try:
            cls._members_by_value_[value] = one
        except TypeError:
            cls._unhashable_.append(one)

    def _resolved(cls, item, name, values):
        if not isinstance(item, auto):
            return item
        if item.value is None:
            item.value = cls._generate_next_value_(name, 1, len(values), list(values))
        return item.value

    def _made(cls, arguments, value):
        for base in cls.__mro__:
            if base is Enum:
                break
            if "__new__" in base.__dict__ and isinstance(base, EnumType):
                return base.__new__(cls, *arguments)
        kind = cls._value_type_
        if kind is None:
            return object.__new__(cls)
        return kind.__new__(cls, *arguments)

    def _initialise(cls, one, arguments):
        for base in cls.__mro__:
            if base is Enum or not isinstance(base, EnumType):
                continue
            if "__init__" in base.__dict__:
                base.__init__(one, *arguments)
                return

    def _find(cls, value):
        try:
            return cls._members_by_value_.get(value)
        except TypeError:
            for one in cls._unhashable_:
                if one._value_ == value:
                    return one
            return None

    def __call__(cls, value, names=None, *more, module=None, qualname=None, type=None, start=1, boundary=None):
        if not cls._member_map_ and names is not None:
            return cls._functional(value, (names,) + more if more else names, type, start)
        if names is not None:
            value = (value, names) + more
        if isinstance(value, cls):
            return value
        found = cls._find(value)
        if found is not None:
            return found
        missing = cls._missing_(value)
        if isinstance(missing, cls):
            return missing
        if missing is None:
            if not cls._member_map_:
                raise TypeError(f"{cls!r} has no members")
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        raise TypeError(
            f"error in {cls.__name__}._missing_: returned {missing!r} instead of None or a valid member"
        )

    def _functional(cls, name, names, mixin, start):
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        namespace = {}
        if isinstance(names, (list, tuple)) and names and isinstance(names[0], str):
            values = []
            for i, one in enumerate(names):
                value = cls._generate_next_value_(one, start, i, list(values))
                values.append(value)
                namespace[one] = value
        else:
            for one, value in names.items() if hasattr(names, "items") else names:
                namespace[one] = value
        bases = (cls,) if mixin is None else (mixin, cls)
        return EnumType.__new__(EnumType, name, bases, namespace)

    def __iter__(cls):
        return iter([one for name, one in cls._member_map_.items() if one._name_ == name and cls._counts(one)])

    def _counts(cls, one):
        return not cls._is_flag_ or one._value_ > 0 and one._value_ & (one._value_ - 1) == 0

    def __reversed__(cls):
        return reversed(list(cls))

    def __len__(cls):
        return len(list(iter(cls)))

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        return isinstance(value, cls) or cls._find(value) is not None

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        type.__setattr__(cls, name, value)

    def __repr__(cls):
        return f"<{'flag' if cls._is_flag_ else 'enum'} {cls.__name__!r}>"

    @property
    def __members__(cls):
        return dict(cls._member_map_)


EnumMeta = EnumType


class Enum(metaclass=EnumType):
    _is_flag_ = False

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def _generate_next_value_(name, start, count, last_values):
        numbers = [value for value in last_values if isinstance(value, int)]
        if last_values and not numbers:
            raise TypeError("unable to sort non-numeric values")
        return max(numbers) + 1 if numbers else start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __format__(self, format_spec):
        return str(self).__format__(format_spec)

    def __hash__(self):
        return hash(self._name_ if type(self)._value_type_ is None else self._value_)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __dir__(self):
        return ["__class__", "__doc__", "__module__", "name", "value"]


class ReprEnum(Enum):
    # str() and format() are those of the value.
    def __str__(self):
        return type(self)._value_type_.__str__(self)

    def __format__(self, format_spec):
        return self._value_.__format__(format_spec)


class IntEnum(int, ReprEnum):
    def __str__(self):
        return str(self._value_)


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return str(self._value_)


class FlagBoundary(StrEnum):
    STRICT = "strict"
    CONFORM = "conform"
    EJECT = "eject"
    KEEP = "keep"


STRICT = FlagBoundary.STRICT
CONFORM = FlagBoundary.CONFORM
EJECT = FlagBoundary.EJECT
KEEP = FlagBoundary.KEEP


class Flag(Enum):
    _is_flag_ = True
    _boundary_ = STRICT

    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        return 2 ** max(last_values).bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        every = 0
        for one in cls._members_by_value_.values():
            every |= one._value_
        if value < 0:
            value = (1 << every.bit_length()) + value
        if value & ~every and cls._boundary_ is STRICT:
            bits = max(value.bit_length(), every.bit_length())
            raise ValueError(
                f"{cls!r} invalid value {value}\n"
                f"    given {_binary(value, bits)}\n"
                f"  allowed {_binary(every, bits)}"
            )
        if value & ~every and cls._boundary_ is CONFORM:
            return cls(value & every)
        return cls._combined(value)

    @classmethod
    def _combined(cls, value):
        kind = cls._value_type_
        made = object.__new__(cls) if kind is None else kind.__new__(cls, value)
        made._value_ = value
        parts = [one._name_ for one in cls if one._value_ & value]
        rest = value
        for one in cls:
            rest &= ~one._value_
        if parts and rest:
            parts.append(str(rest))
        made._name_ = "|".join(parts) or None
        cls._members_by_value_[value] = made
        return made

    def _other(self, other):
        return other._value_ if isinstance(other, type(self)) else None

    def __or__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else type(self)(self._value_ | value)

    def __and__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else type(self)(self._value_ & value)

    def __xor__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else type(self)(self._value_ ^ value)

    def __invert__(self):
        every = 0
        for one in type(self):
            every |= one._value_
        return type(self)(every & ~self._value_)

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError(
                f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {type(self).__qualname__!r}"
            )
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return iter([one for one in type(self) if one._value_ & self._value_])

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def __repr__(self):
        name = type(self).__name__
        return f"<{name}: {self._value_!r}>" if self._name_ is None else f"<{name}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        name = type(self).__name__
        return f"{name}({self._value_!r})" if self._name_ is None else f"{name}.{self._name_}"


class IntFlag(int, ReprEnum, Flag):
    _boundary_ = KEEP

    def _other(self, other):
        return int(other) if isinstance(other, int) else None

    def __str__(self):
        return str(self._value_)

    def __repr__(self):
        return Flag.__repr__(self)

    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__


def _binary(value, bits):
    digits = bin(value)[2:].rjust(bits, "0")
    return f"0b0 {digits}"


def unique(enumeration):
    aliases = [(name, one._name_) for name, one in enumeration.__members__.items() if name != one._name_]
    if aliases:
        text = ", ".join([f"{alias} -> {name}" for alias, name in aliases])
        raise ValueError(f"duplicate values found in {enumeration!r}: {text}")
    return enumeration


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        return enumeration


property = property
