# SPDX-License-Identifier: GPL-3.0-or-later
import binascii

_BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def _bytes(s):
    if isinstance(s, str):
        if not s.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return s.encode("ascii")
    if not isinstance(s, bytes):
        raise TypeError(f"argument should be a bytes-like object or ASCII string, not {type(s).__name__!r}")
    return s


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is None:
        return encoded
    return encoded.replace(b"+", altchars[:1]).replace(b"/", altchars[1:])


def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars is not None:
        altchars = _bytes(altchars)
        s = s.replace(altchars[:1], b"+").replace(altchars[1:], b"/")
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")


def b16encode(s):
    return s.hex().upper().encode("ascii")


def b16decode(s, casefold=False):
    s = _bytes(s)
    text = s.decode("ascii")
    if casefold:
        text = text.upper()
    if any(c not in "0123456789ABCDEF" for c in text):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(text)


def b32encode(s):
    padding = -len(s) % 5
    number = int.from_bytes(s + b"\0" * padding, "big")
    count = (len(s) + padding) // 5 * 8
    letters = []
    for _ in range(count):
        letters.append(_BASE32[number & 31])
        number >>= 5
    letters.reverse()
    unused = {0: 0, 1: 1, 2: 3, 3: 4, 4: 6}[padding]
    return ("".join(letters[: count - unused]) + "=" * unused).encode("ascii")


def b32decode(s, casefold=False, map01=None):
    text = _bytes(s).decode("ascii")
    if len(text) % 8:
        raise binascii.Error("Incorrect padding")
    if casefold:
        text = text.upper()
    bare = text.rstrip("=")
    unused = len(text) - len(bare)
    if unused not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    number = 0
    for c in bare + "A" * unused:
        if c not in _BASE32:
            raise binascii.Error("Non-base32 digit found")
        number = number << 5 | _BASE32.index(c)
    data = number.to_bytes(len(text) // 8 * 5, "big")
    return data[: len(data) - {0: 0, 1: 1, 3: 2, 4: 3, 6: 4}[unused]]


def encodebytes(s):
    return b"".join([binascii.b2a_base64(s[i : i + 57]) for i in range(0, len(s), 57)])


def decodebytes(s):
    return binascii.a2b_base64(s)
