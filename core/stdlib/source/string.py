# SPDX-License-Identifier: GPL-3.0-or-later
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
whitespace = " \t\n\r\x0b\x0c"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


class Template:
    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _name_end(self, start):
        end = start
        text = self.template
        while end < len(text) and text[end].isascii() and (text[end].isalnum() or text[end] == "_"):
            end += 1
        return start if end > start and text[start].isdigit() else end

    def _pieces(self):
        text = self.template
        at = 0
        while at < len(text):
            found = text.find(self.delimiter, at)
            if found < 0:
                yield "text", text[at:], at
                return
            if found > at:
                yield "text", text[at:found], at
            after = found + len(self.delimiter)
            braced = text[after : after + 1] == "{"
            start = after + 1 if braced else after
            end = self._name_end(start)
            if text.startswith(self.delimiter, after):
                yield "text", self.delimiter, found
                at = after + len(self.delimiter)
            elif end > start and (not braced or text[end : end + 1] == "}"):
                at = end + 1 if braced else end
                yield "name", text[start:end], text[found:at]
            else:
                yield "invalid", self.delimiter, found
                at = after

    def _invalid(self, at):
        before = self.template[:at].splitlines(True)
        line = max(len(before), 1)
        column = at + 1 if not before else len(before[-1]) + 1
        raise ValueError(f"Invalid placeholder in string: line {line}, col {column}")

    def substitute(self, mapping={}, /, **kws):
        parts = []
        for kind, text, place in self._pieces():
            if kind == "invalid":
                self._invalid(place)
            if kind == "name":
                text = str(kws[text] if text in kws else mapping[text])
            parts.append(text)
        return "".join(parts)

    def safe_substitute(self, mapping={}, /, **kws):
        parts = []
        for kind, text, place in self._pieces():
            if kind == "name":
                text = str(kws[text]) if text in kws else str(mapping[text]) if text in mapping else place
            parts.append(text)
        return "".join(parts)

    def is_valid(self):
        return all(kind != "invalid" for kind, _, _ in self._pieces())

    def get_identifiers(self):
        return list(dict.fromkeys([text for kind, text, _ in self._pieces() if kind == "name"]))


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return format_string.format(*args, **kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)
