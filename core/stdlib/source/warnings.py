# SPDX-License-Identifier: GPL-3.0-or-later
# Warnings go nowhere, unless a filter makes them errors.
_errors = []


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    kind = type(message) if isinstance(message, Warning) else category or UserWarning
    for raised in _errors:
        if issubclass(kind, raised):
            raise message if isinstance(message, Warning) else kind(message)


def warn_explicit(message, category, filename, lineno, *args, **kwargs):
    warn(message, category)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    simplefilter(action, category)


def simplefilter(action, category=Warning, lineno=0, append=False):
    if action == "error":
        _errors.append(category)
    elif category in _errors:
        _errors.remove(category)


def resetwarnings():
    _errors.clear()


def showwarning(message, category, filename, lineno, file=None, line=None):
    pass


def formatwarning(message, category, filename, lineno, line=None):
    return f"{filename}:{lineno}: {category.__name__}: {message}\n"


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._kept = []

    def __enter__(self):
        self._kept = list(_errors)
        return [] if self._record else None

    def __exit__(self, *exc_info):
        _errors.clear()
        _errors.extend(self._kept)


def deprecated(message, /, *, category=None, stacklevel=1):
    return lambda decorated: decorated
