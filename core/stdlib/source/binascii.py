# SPDX-License-Identifier: GPL-3.0-or-later
_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {ord(letter): value for value, letter in enumerate(_BASE64)}


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


def hexlify(data, sep=None, bytes_per_sep=1):
    text = data.hex() if sep is None else data.hex(sep, bytes_per_sep)
    return text.encode("ascii")


def unhexlify(hexstr):
    text = hexstr if isinstance(hexstr, str) else hexstr.decode("latin-1")
    if len(text) % 2:
        raise Error("Odd-length string")
    if any(c not in "0123456789abcdefABCDEF" for c in text):
        raise Error("Non-hexadecimal digit found")
    return bytes.fromhex(text)


b2a_hex = hexlify
a2b_hex = unhexlify


def b2a_base64(data, *, newline=True):
    if not isinstance(data, bytes):
        raise TypeError(f"a bytes-like object is required, not {type(data).__name__!r}")
    parts = []
    for i in range(0, len(data), 3):
        group = data[i : i + 3]
        bits = int.from_bytes(group + b"\0" * (3 - len(group)), "big")
        letters = "".join([_BASE64[bits >> shift & 63] for shift in (18, 12, 6, 0)])
        parts.append(letters[: len(group) + 1] + "=" * (3 - len(group)))
    return ("".join(parts) + ("\n" if newline else "")).encode("ascii")


def a2b_base64(data, *, strict_mode=False):
    if isinstance(data, str):
        data = data.encode("ascii")
    made = []
    bits = count = padding = 0
    for c in data:
        if c == 61:
            padding += 1
            if count % 4 >= 2 and count % 4 + padding >= 4 and not strict_mode:
                return bytes(made)
            continue
        value = _VALUES.get(c)
        if value is None:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        if padding and strict_mode:
            raise Error("Excess data after padding" if count % 4 == 0 else "Discontinuous padding not allowed")
        padding = 0
        bits = (bits << 6 | value) & 0xFFFFFF
        count += 1
        # The second letter of four completes the first byte, with four bits left over; and so on.
        if count % 4 != 1:
            made.append(bits >> {2: 4, 3: 2, 0: 0}[count % 4] & 0xFF)
    if count % 4 == 1:
        raise Error(
            f"Invalid base64-encoded string: number of data characters ({count}) cannot be 1 more than a multiple of 4"
        )
    if count % 4 and count % 4 + padding != 4:
        raise Error("Incorrect padding")
    return bytes(made)


def crc32(data, value=0, /):
    value ^= 0xFFFFFFFF
    for c in data:
        value ^= c
        for _ in range(8):
            value = value >> 1 ^ (0xEDB88320 if value & 1 else 0)
    return value ^ 0xFFFFFFFF
