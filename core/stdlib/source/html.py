# SPDX-License-Identifier: GPL-3.0-or-later
from _athanor import refuse

_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": "\xa0", "copy": "\xa9", "reg": "\xae"}


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return s.replace('"', "&quot;").replace("'", "&#x27;") if quote else s


def _character(name):
    if name[:1] != "#":
        if name not in _NAMED:
            refuse(f"html.unescape of &{name};", "only the commonest named characters are known")
        return _NAMED[name]
    return chr(int(name[2:], 16) if name[1:2] in ("x", "X") else int(name[1:]))


def unescape(s):
    parts = s.split("&")
    made = [parts[0]]
    for part in parts[1:]:
        name, found, rest = part.partition(";")
        if found and name and all(c.isalnum() or c == "#" for c in name):
            made.append(_character(name) + rest)
        else:
            made.append("&" + part)
    return "".join(made)
