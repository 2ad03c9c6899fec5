# SPDX-License-Identifier: GPL-3.0-or-later
# In the order of Python's own checks, so that the first mistake is the one that is named.
_KEYWORDS = frozenset(
    "False None True and as assert async await break class continue def del elif else except finally for from "
    "global if import in is lambda nonlocal not or pass raise return try while with yield".split()
)


def _valid(name):
    return name.isidentifier() and name not in _KEYWORDS


def _checked(typename, names, renamed):
    for name in [typename] + names:
        if type(name) is not str:
            raise TypeError("Type names and field names must be strings")
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if name in _KEYWORDS:
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for name in names:
        if name.startswith("_") and not renamed:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)


def _renamed(names):
    seen = set()
    made = []
    for i, name in enumerate(names):
        good = _valid(name) and not name.startswith("_") and name not in seen
        made.append(name if good else f"_{i}")
        seen.add(name)
    return made


def _listed(names):
    quoted = [repr(name) for name in names]
    if len(quoted) < 3:
        return " and ".join(quoted)
    return ", ".join(quoted[:-1]) + ", and " + quoted[-1]


def _bind(cls, args, kwds):
    fields, defaults = cls._fields, cls._field_defaults
    function = f"{cls.__name__}.__new__()"
    if len(args) > len(fields):
        most = len(fields) + 1
        takes = f"from {most - len(defaults)} to {most}" if defaults else str(most)
        plural = "" if takes == "1" else "s"
        raise TypeError(f"{function} takes {takes} positional argument{plural} but {len(args) + 1} were given")
    values = dict(zip(fields, args))
    for name, value in kwds.items():
        if name not in fields:
            raise TypeError(f"{function} got an unexpected keyword argument {name!r}")
        if name in values:
            raise TypeError(f"{function} got multiple values for argument {name!r}")
        values[name] = value
    missing = [name for name in fields if name not in values and name not in defaults]
    if missing:
        plural = "" if len(missing) == 1 else "s"
        raise TypeError(
            f"{function} missing {len(missing)} required positional argument{plural}: {_listed(missing)}"
        )
    return [values[name] if name in values else defaults[name] for name in fields]


def _field(index):
    return property(lambda self: self[index])


class _NamedTuple(tuple):
    def __new__(cls, *args, **kwds):
        return tuple.__new__(cls, _bind(cls, args, kwds))

    @classmethod
    def _make(cls, iterable):
        values = list(iterable)
        if len(values) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(values)}")
        return tuple.__new__(cls, values)

    def _replace(self, /, **kwds):
        values = [kwds.pop(name, value) for name, value in zip(self._fields, self)]
        if kwds:
            raise TypeError(f"Got unexpected field names: {list(kwds)!r}")
        return type(self)._make(values)

    __replace__ = _replace

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __repr__(self):
        parts = [f"{name}={value!r}" for name, value in zip(self._fields, self)]
        return f"{type(self).__name__}({', '.join(parts)})"


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = [str(name) for name in field_names]
    if rename:
        names = _renamed(names)
    _checked(typename, names, rename)
    values = tuple(defaults or ())
    if len(values) > len(names):
        raise TypeError("Got more default values than field names")
    members = {name: _field(i) for i, name in enumerate(names)}
    members["_fields"] = members["__match_args__"] = tuple(names)
    members["_field_defaults"] = dict(zip(names[len(names) - len(values) :], values))
    return type(typename, (_NamedTuple,), members)

