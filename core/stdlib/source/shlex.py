# SPDX-License-Identifier: GPL-3.0-or-later
from _athanor import refuse

_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-")


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError("s argument must not be None")
    if not posix:
        refuse("shlex.split(posix=False)", "only POSIX rules are known")
    words = []
    word = None
    quote = ""
    at = 0
    while at < len(s):
        c = s[at]
        at += 1
        if quote:
            if c == quote:
                quote = ""
            elif c == "\\" and quote == '"':
                if at == len(s):
                    raise ValueError("No escaped character")
                escaped = s[at]
                at += 1
                word += escaped if escaped in '"\\' else c + escaped
            else:
                word += c
        elif c in " \t\r\n":
            if word is not None:
                words.append(word)
            word = None
        elif c == "#" and comments:
            # A comment ends the word that it touches, and goes to the end of the line.
            if word is not None:
                words.append(word)
            word = None
            end = s.find("\n", at)
            at = len(s) if end < 0 else end + 1
        elif c in "'\"":
            quote = c
            word = word or ""
        elif c == "\\":
            if at == len(s):
                raise ValueError("No escaped character")
            word = (word or "") + s[at]
            at += 1
        else:
            word = (word or "") + c
    if quote:
        raise ValueError("No closing quotation")
    if word is not None:
        words.append(word)
    return words


def quote(s):
    if not s:
        return "''"
    if all(c in _SAFE for c in s):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join([quote(word) for word in split_command])
