# SPDX-License-Identifier: GPL-3.0-or-later
# Modules of which scripts use a few names, each named MODULE_NAME here where several have the same.
from collections import namedtuple

from _athanor import import_module as _import, refuse


class future_feature:
    pass


def gc_collect(generation=2):
    return 0


def gc_switch():
    pass


def gc_isenabled():
    return True


def locale_setlocale(category, locale=None):
    if locale not in (None, "", "C", "POSIX", "C.UTF-8"):
        refuse(f"locale.setlocale({locale!r})", "only the locale C is known")
    return "C"


def locale_getlocale(category=0):
    return (None, None)


class locale_Error(Exception):
    pass


def importlib_import_module(name, package=None):
    if name.startswith("."):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        dots = len(name) - len(name.lstrip("."))
        parts = package.split(".")
        parts = parts[: len(parts) - dots + 1]
        name = ".".join(parts + [name[dots:]] if name[dots:] else parts)
    return _import(name)


def importlib_reload(module):
    return module


class threading_Lock:
    def acquire(self, blocking=True, timeout=-1):
        return True

    def release(self):
        pass

    def locked(self):
        return False

    def __enter__(self):
        return True

    def __exit__(self, *exc_info):
        pass


class threading_local:
    pass


def platform_system():
    return "Linux"


def platform_python_version():
    return "3.13.0"


def platform_node():
    refuse("platform.node()", "scripts do not know the machine")


def getpass_getuser():
    refuse("getpass.getuser()", "scripts do not know the user")


def atexit_register(func, *args, **kwargs):
    return func


def pprint_pformat(object, *args, **kwargs):
    text = repr(object)
    if len(text) > 80:
        refuse("pprint.pformat() of a long value", "only values of one line are laid out")
    return text


def pprint_pprint(object, *args, **kwargs):
    pass


class datetime_IsoCalendarDate(namedtuple("IsoCalendarDate", "year week weekday")):
    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self.year}, week={self.week}, weekday={self.weekday})"
