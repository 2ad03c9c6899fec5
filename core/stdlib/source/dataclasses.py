# SPDX-License-Identifier: GPL-3.0-or-later
import copy as _copy


class FrozenInstanceError(AttributeError):
    pass


class _Missing:
    def __repr__(self):
        return "<dataclasses._MISSING_TYPE object>"


MISSING = _Missing()
KW_ONLY = type("KW_ONLY", (), {})


class InitVar:
    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = metadata or {}
        self.kw_only = kw_only
        self._in_init_only = False


def field(
    *,
    default=MISSING,
    default_factory=MISSING,
    init=True,
    repr=True,
    hash=None,
    compare=True,
    metadata=None,
    kw_only=MISSING,
):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _written(annotation):
    return annotation if isinstance(annotation, str) else getattr(annotation, "__name__", str(annotation))


def _own_fields(cls, kw_only):
    made = []
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        if annotation is KW_ONLY or _written(annotation).endswith("KW_ONLY"):
            kw_only = True
            continue
        if _written(annotation).split("[")[0].endswith("ClassVar"):
            continue
        default = cls.__dict__.get(name, MISSING)
        one = default if isinstance(default, Field) else field(default=default)
        one.name, one.type = name, annotation
        one._in_init_only = isinstance(annotation, InitVar) or annotation is InitVar
        if one.kw_only is MISSING:
            one.kw_only = kw_only
        if isinstance(one.default, (list, dict, set)):
            raise ValueError(
                f"mutable default {type(one.default)} for field {name} is not allowed: use default_factory"
            )
        if isinstance(default, Field):
            if one.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, one.default)
        made.append(one)
    return made


def _has_default(one):
    return one.default is not MISSING or one.default_factory is not MISSING


def _check_order(parameters):
    seen = None
    for one in parameters:
        if one.kw_only:
            continue
        if _has_default(one):
            seen = one.name
        elif seen is not None:
            raise TypeError(f"non-default argument {one.name!r} follows default argument {seen!r}")


def _listed(names):
    quoted = [repr(name) for name in names]
    if len(quoted) < 3:
        return " and ".join(quoted)
    return ", ".join(quoted[:-1]) + ", and " + quoted[-1]


def _missing_error(function, names, kind):
    plural = "" if len(names) == 1 else "s"
    return TypeError(f"{function} missing {len(names)} required {kind} argument{plural}: {_listed(names)}")


def _bound(function, parameters, args, kwds):
    positional = [one for one in parameters if not one.kw_only]
    if len(args) > len(positional):
        most = len(positional) + 1
        least = most - len([one for one in positional if _has_default(one)])
        takes = str(most) if least == most else f"from {least} to {most}"
        plural = "" if takes == "1" else "s"
        raise TypeError(f"{function} takes {takes} positional argument{plural} but {len(args) + 1} were given")
    values = {one.name: value for one, value in zip(positional, args)}
    names = {one.name for one in parameters}
    for name, value in kwds.items():
        if name not in names:
            raise TypeError(f"{function} got an unexpected keyword argument {name!r}")
        if name in values:
            raise TypeError(f"{function} got multiple values for argument {name!r}")
        values[name] = value
    for kw_only, kind in ((False, "positional"), (True, "keyword-only")):
        absent = [
            one.name
            for one in parameters
            if one.kw_only == kw_only and one.name not in values and not _has_default(one)
        ]
        if absent:
            raise _missing_error(function, absent, kind)
    return values


def _default(one):
    return one.default_factory() if one.default_factory is not MISSING else one.default


def _make_init(cls, fields):
    parameters = [one for one in fields if one.init]
    _check_order(parameters)

    def __init__(self, /, *args, **kwds):
        given = _bound(f"{cls.__qualname__}.__init__()", parameters, args, kwds)
        in_init_only = []
        for one in fields:
            if one.name in given:
                value = given[one.name]
            elif _has_default(one):
                value = _default(one)
            else:
                continue
            if one._in_init_only:
                in_init_only.append(value)
            else:
                object.__setattr__(self, one.name, value)
        if hasattr(self, "__post_init__"):
            self.__post_init__(*in_init_only)

    return __init__


def _make_repr(fields):
    def __repr__(self):
        parts = [f"{one.name}={getattr(self, one.name)!r}" for one in fields if one.repr]
        return f"{type(self).__qualname__}({', '.join(parts)})"

    return __repr__


def _values(instance, fields):
    return tuple([getattr(instance, one.name) for one in fields])


def _make_eq(fields):
    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return _values(self, fields) == _values(other, fields)

    return __eq__


def _add_order(cls, fields):
    def add(name, compared):
        def method(self, other):
            if type(other) is not type(self):
                return NotImplemented
            return compared(_values(self, fields), _values(other, fields))

        if name in cls.__dict__:
            raise TypeError(
                f"Cannot overwrite attribute {name} in class {cls.__name__}. "
                "Consider using functools.total_ordering"
            )
        setattr(cls, name, method)

    add("__lt__", lambda left, right: left < right)
    add("__le__", lambda left, right: left <= right)
    add("__gt__", lambda left, right: left > right)
    add("__ge__", lambda left, right: left >= right)


def _freeze(cls):
    def __setattr__(self, name, value):
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name):
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    cls.__setattr__ = __setattr__
    cls.__delattr__ = __delattr__


def _set_hash(cls, compared, eq, frozen, unsafe_hash):
    if "__hash__" in cls.__dict__ and not unsafe_hash:
        return
    if unsafe_hash or (eq and frozen):
        hashed = [one for one in compared if one.hash is not False]
        cls.__hash__ = lambda self: hash(_values(self, hashed))
    elif eq:
        cls.__hash__ = None


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only):
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    all_fields = {}
    for base in reversed(cls.__mro__[1:]):
        for one in getattr(base, "__dataclass_fields__", {}).values():
            all_fields[one.name] = one
    for one in _own_fields(cls, kw_only):
        all_fields[one.name] = one
    cls.__dataclass_fields__ = all_fields
    every = list(all_fields.values())
    kept = [one for one in every if not one._in_init_only]
    compared = [one for one in kept if one.compare]
    has_own_hash = "__hash__" in cls.__dict__ and cls.__dict__["__hash__"] is not None
    if init:
        cls.__init__ = _make_init(cls, every)
    if repr and "__repr__" not in cls.__dict__:
        cls.__repr__ = _make_repr(kept)
    if eq and "__eq__" not in cls.__dict__:
        cls.__eq__ = _make_eq(compared)
    if order:
        _add_order(cls, compared)
    if frozen:
        _freeze(cls)
    if not has_own_hash:
        _set_hash(cls, compared, eq, frozen, unsafe_hash)
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple([one.name for one in kept if one.init and not one.kw_only])
    return cls


def dataclass(
    cls=None,
    /,
    *,
    init=True,
    repr=True,
    eq=True,
    order=False,
    unsafe_hash=False,
    frozen=False,
    match_args=True,
    kw_only=False,
    slots=False,
    weakref_slot=False,
):
    def process(made):
        return _process(made, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only)

    return process if cls is None else process(cls)


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, "__dataclass_fields__")


def fields(class_or_instance):
    if not hasattr(class_or_instance, "__dataclass_fields__"):
        raise TypeError("must be called with a dataclass type or instance")
    return tuple([one for one in class_or_instance.__dataclass_fields__.values() if not one._in_init_only])


def _converted(value, whole):
    if is_dataclass(value) and not isinstance(value, type):
        return whole([(one.name, _converted(getattr(value, one.name), whole)) for one in fields(value)])
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*[_converted(item, whole) for item in value])
    if isinstance(value, (list, tuple)):
        return type(value)([_converted(item, whole) for item in value])
    if isinstance(value, dict):
        return {_converted(key, whole): _converted(item, whole) for key, item in value.items()}
    return _copy.deepcopy(value)


def asdict(obj, *, dict_factory=dict):
    if isinstance(obj, type) or not is_dataclass(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _converted(obj, dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    if isinstance(obj, type) or not is_dataclass(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _converted(obj, lambda pairs: tuple_factory([value for _, value in pairs]))


def replace(obj, /, **changes):
    if isinstance(obj, type) or not is_dataclass(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for one in obj.__dataclass_fields__.values():
        if not one.init:
            if one.name in changes:
                raise TypeError(
                    f"field {one.name} is declared with init=False, it cannot be specified with replace()"
                )
        elif one.name not in changes and not one._in_init_only:
            changes[one.name] = getattr(obj, one.name)
    return type(obj)(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    members = dict(namespace or {})
    annotations = {}
    for one in fields:
        if isinstance(one, str):
            annotations[one] = "typing.Any"
        else:
            annotations[one[0]] = one[1]
            if len(one) == 3:
                members[one[0]] = one[2]
    members["__annotations__"] = annotations
    return dataclass(type(cls_name, tuple(bases), members), **options)
