# SPDX-License-Identifier: GPL-3.0-or-later
from _athanor import refuse

_WIDTHS = {"b": 1, "B": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 4, "L": 4, "q": 8, "Q": 8, "?": 1, "x": 1, "c": 1}


class error(Exception):
    pass


def _items(format):
    order = "little"
    if format[:1] in (">", "!"):
        order, format = "big", format[1:]
    elif format[:1] in ("<", "="):
        format = format[1:]
    elif format[:1] == "@" or len(format) > 1 or format in ("l", "L"):
        refuse(f"struct format {format!r}", "native sizes and padding depend on the machine: write '<' or '>' first")
    items = []
    count = ""
    for c in format:
        if c.isdigit():
            count += c
        elif c == "s":
            items.append((c, int(count or 1)))
            count = ""
        elif c in _WIDTHS:
            items.extend([(c, _WIDTHS[c])] * int(count or 1))
            count = ""
        elif c in "efd":
            refuse(f"struct format {c!r}", "only whole numbers, bytes and bool are packed")
        elif not c.isspace():
            raise error("bad char in struct format")
    return order, items


def calcsize(format, /):
    return sum(width for _, width in _items(format)[1])


def _packed(kind, width, order, value):
    if kind == "s":
        return value[:width] + b"\0" * (width - len(value))
    if kind == "c":
        return value
    if kind == "?":
        return b"\1" if value else b"\0"
    signed = kind.islower()
    low = -(1 << (8 * width - 1)) if signed else 0
    high = (1 << (8 * width - (1 if signed else 0))) - 1
    if not isinstance(value, int):
        raise error("required argument is not an integer")
    if not low <= value <= high:
        if width == 8:
            raise error("int too large to convert")
        raise error(f"'{kind}' format requires {low} <= number <= {high}")
    return value.to_bytes(width, order, signed=signed)


def pack(format, /, *values):
    order, items = _items(format)
    wanted = [item for item in items if item[0] != "x"]
    if len(wanted) != len(values):
        raise error(f"pack expected {len(wanted)} items for packing (got {len(values)})")
    rest = list(values)
    parts = []
    for kind, width in items:
        parts.append(b"\0" if kind == "x" else _packed(kind, width, order, rest.pop(0)))
    return b"".join(parts)


def unpack(format, buffer, /):
    order, items = _items(format)
    size = sum(width for _, width in items)
    if len(buffer) != size:
        raise error(f"unpack requires a buffer of {size} bytes")
    values = []
    at = 0
    for kind, width in items:
        data = bytes(buffer[at : at + width])
        at += width
        if kind in "sc":
            values.append(data)
        elif kind == "?":
            values.append(data != b"\0")
        elif kind != "x":
            values.append(int.from_bytes(data, order, signed=kind.islower()))
    return tuple(values)
