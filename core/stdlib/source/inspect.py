# SPDX-License-Identifier: GPL-3.0-or-later
import types
from _athanor import refuse


def isclass(object):
    return isinstance(object, type)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def isroutine(object):
    return isfunction(object) or ismethod(object) or isbuiltin(object)


def ismodule(object):
    return type(object).__name__ == "module"


def isgeneratorfunction(object):
    refuse("inspect.isgeneratorfunction", "functions are not looked into")


def iscoroutinefunction(object):
    return False


isawaitable = iscoroutinefunction


def getmembers(object, predicate=None):
    members = [(name, getattr(object, name)) for name in dir(object)]
    return [member for member in members if predicate is None or predicate(member[1])]


def getmro(cls):
    return cls.__mro__


def getdoc(object):
    text = getattr(object, "__doc__", None)
    return cleandoc(text) if isinstance(text, str) else None


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.lstrip(" ")]
    margin = min(margins) if margins else 0
    lines = [lines[0].lstrip(" ")] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def unwrap(func, *, stop=None):
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
    return func


def signature(obj, **options):
    refuse("inspect.signature", "functions are not looked into")


def stack(context=1):
    refuse("inspect.stack", "there is no stack to look at")


currentframe = stack


def getsource(object):
    refuse("inspect.getsource", "scripts are read without access to files")


getfile = getsourcefile = getsource
