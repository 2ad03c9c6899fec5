# SPDX-License-Identifier: GPL-3.0-or-later
# There is no stack to show: what a script logs or prints about an error goes nowhere.
def format_exception_only(exc, value=None, /):
    error = exc if value is None else value
    text = str(error)
    name = type(error).__name__
    return [f"{name}: {text}\n" if text else f"{name}\n"]


def format_exception(exc, value=None, tb=None, limit=None, chain=True):
    return format_exception_only(exc, value)


def format_exc(limit=None, chain=True):
    return "NoneType: None\n"


def format_tb(tb, limit=None):
    return []


format_stack = extract_tb = extract_stack = format_list = format_tb


def print_exc(limit=None, file=None, chain=True):
    pass


def print_exception(exc, value=None, tb=None, limit=None, file=None, chain=True):
    pass


def print_stack(f=None, limit=None, file=None):
    pass


print_tb = print_stack
