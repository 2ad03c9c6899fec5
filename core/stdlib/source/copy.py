# SPDX-License-Identifier: GPL-3.0-or-later
class Error(Exception):
    pass


error = Error


def _blank(x):
    return object.__new__(type(x))


def copy(x):
    if isinstance(x, type):
        return x
    if hasattr(x, "__copy__"):
        return x.__copy__()
    if type(x) in (list, dict, set):
        return x.copy()
    if isinstance(x, (list, set, dict)):
        made = type(x)(x)
    elif hasattr(x, "__dict__") and not callable(x) and not isinstance(x, (str, int, float, bytes, tuple)):
        made = _blank(x)
    else:
        return x
    for name, value in x.__dict__.items():
        object.__setattr__(made, name, value)
    return made


def deepcopy(x, memo=None):
    if memo is None:
        memo = {}
    key = id(x)
    if key in memo:
        return memo[key][0]
    made = _deep(x, memo, key)
    # The original is kept with its copy, so that no other object can have its id meanwhile.
    memo[key] = (made, x)
    return made


def _deep(x, memo, key):
    kind = type(x)
    if x is None or kind in (str, int, float, bool, bytes, range, type(Ellipsis)) or isinstance(x, type):
        return x
    if hasattr(x, "__deepcopy__"):
        return x.__deepcopy__(memo)
    if kind is list:
        made = []
        memo[key] = (made, x)
        for item in x:
            made.append(deepcopy(item, memo))
        return made
    if kind is dict:
        made = {}
        memo[key] = (made, x)
        for name, item in x.items():
            made[deepcopy(name, memo)] = deepcopy(item, memo)
        return made
    if kind in (tuple, set, frozenset):
        return kind([deepcopy(item, memo) for item in x])
    return _deep_instance(x, memo, key)


def _deep_instance(x, memo, key):
    if isinstance(x, tuple):
        items = [deepcopy(item, memo) for item in x]
        return type(x)(*items) if hasattr(x, "_fields") else type(x)(items)
    if isinstance(x, dict):
        made = copy(x)
        memo[key] = (made, x)
        for name, item in x.items():
            made[name] = deepcopy(item, memo)
        return made
    if isinstance(x, (list, set)):
        made = type(x)([deepcopy(item, memo) for item in x])
        memo[key] = (made, x)
    elif hasattr(x, "__dict__") and not callable(x) and not isinstance(x, (str, int, float, bytes)):
        made = _blank(x)
        memo[key] = (made, x)
    else:
        return x
    for name, value in x.__dict__.items():
        object.__setattr__(made, name, deepcopy(value, memo))
    return made


def replace(obj, /, **changes):
    if not hasattr(obj, "__replace__"):
        raise TypeError(f"replace() does not support {type(obj).__name__} objects")
    return obj.__replace__(**changes)
