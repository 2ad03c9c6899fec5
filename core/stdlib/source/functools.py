# SPDX-License-Identifier: GPL-3.0-or-later
from _athanor import refuse

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__")
WRAPPER_UPDATES = ("__dict__",)

_MISSING = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        value = getattr(wrapped, name, _MISSING)
        if value is not _MISSING:
            setattr(wrapper, name, value)
    for name in updated:
        for key, value in getattr(wrapped, name, {}).items():
            setattr(wrapper, key, value)
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return lambda wrapper: update_wrapper(wrapper, wrapped, assigned, updated)


def reduce(function, iterable, initial=_MISSING, /):
    items = iter(iterable)
    value = initial
    if value is _MISSING:
        for value in items:
            break
        else:
            raise TypeError("reduce() of empty iterable with no initial value")
    for item in items:
        value = function(value, item)
    return value


class partial:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func)]
        parts.extend([repr(argument) for argument in self.args])
        parts.extend([f"{name}={value!r}" for name, value in self.keywords.items()])
        return f"functools.partial({', '.join(parts)})"


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        self.func, self.args, self.keywords = func, args, keywords

    def __get__(self, instance, owner=None):
        function = self.func if instance is None else self.func.__get__(instance, owner)
        return partial(function, *self.args, **self.keywords)


class _Cached:
    def __init__(self, function, maxsize):
        self._results = {}
        self._function = function
        self._maxsize = maxsize
        self._hits = 0
        self._misses = 0
        update_wrapper(self, function)

    def __call__(self, *args, **kwds):
        key = (args, tuple(kwds.items())) if kwds else args
        if key in self._results:
            self._hits += 1
            value = self._results.pop(key)
        else:
            self._misses += 1
            value = self._function(*args, **kwds)
            if self._maxsize == 0:
                return value
            if self._maxsize is not None and len(self._results) >= self._maxsize:
                del self._results[next(iter(self._results))]
        self._results[key] = value
        return value

    def __get__(self, instance, owner=None):
        return self if instance is None else partial(self, instance)

    def cache_clear(self):
        self._results.clear()
        self._hits = self._misses = 0

    def cache_info(self):
        from collections import namedtuple

        kind = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])
        return kind(self._hits, self._misses, self._maxsize, len(self._results))


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize):
        return _Cached(maxsize, 128)
    return lambda function: _Cached(function, maxsize)


def cache(user_function, /):
    return _Cached(user_function, None)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        value = self.func(instance)
        setattr(instance, self.attrname, value)
        return value


def _from_less(name, less):
    def compared(self, other):
        result = less(self, other)
        if result is NotImplemented:
            return result
        if name == "__gt__":
            return not result and self != other
        if name == "__le__":
            return result or self == other
        return not result

    return compared


def _from_other(name, given, other_operator):
    # given is one of __gt__, __le__, __ge__: what it says of two values says all the others.
    def compared(self, other):
        result = other_operator(self, other)
        if result is NotImplemented:
            return result
        same = self == other
        if given == "__gt__":
            less = not result and not same
        elif given == "__le__":
            less = result and not same
        else:
            less = not result
        return {"__lt__": less, "__le__": less or same, "__gt__": not less and not same, "__ge__": not less}[name]

    return compared


def total_ordering(cls):
    names = ("__lt__", "__gt__", "__le__", "__ge__")
    present = [name for name in names if getattr(cls, name, None) is not getattr(object, name, None)]
    if not present:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    given = present[0]
    operator = getattr(cls, given)
    for name in names:
        if name not in present:
            made = _from_less(name, operator) if given == "__lt__" else _from_other(name, given, operator)
            setattr(cls, name, made)
    return cls


def cmp_to_key(mycmp):
    class K:
        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

    return K


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        for base in cls.__mro__:
            if base in registry:
                return registry[base]
        return func

    def register(cls, function=None):
        if function is not None:
            registry[cls] = function
            return function
        if isinstance(cls, type):
            return lambda made: register(cls, made)
        kinds = list(cls.__annotations__.values())
        if not kinds:
            refuse("singledispatch by annotation", "the class as the argument of register()")
        return register(kinds[0], cls)

    @wraps(func)
    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{func.__name__} requires at least 1 positional argument")
        return dispatch(type(args[0]))(*args, **kw)

    wrapper.dispatch = dispatch
    wrapper.register = register
    wrapper.registry = registry
    return wrapper
