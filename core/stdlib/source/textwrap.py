# SPDX-License-Identifier: GPL-3.0-or-later
import re
from collections import deque


def _margin(lines):
    margin = None
    for line in lines:
        blanks = line[: len(line) - len(line.lstrip(" \t"))]
        if margin is None or margin.startswith(blanks):
            margin = blanks
        elif not blanks.startswith(margin):
            common = 0
            while common < len(blanks) and common < len(margin) and blanks[common] == margin[common]:
                common += 1
            margin = margin[:common]
    return margin or ""


def dedent(text):
    lines = ["" if line.strip(" \t") == "" else line for line in text.split("\n")]
    width = len(_margin([line for line in lines if line]))
    return "\n".join([line[width:] for line in lines])


def indent(text, prefix, predicate=None):
    if predicate is None:
        predicate = str.strip
    return "".join([prefix + line if predicate(line) else line for line in text.splitlines(True)])


class TextWrapper:
    def __init__(
        self,
        width=70,
        initial_indent="",
        subsequent_indent="",
        expand_tabs=True,
        replace_whitespace=True,
        fix_sentence_endings=False,
        break_long_words=True,
        drop_whitespace=True,
        break_on_hyphens=True,
        tabsize=8,
        *,
        max_lines=None,
        placeholder=" [...]",
    ):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _chunks(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            for blank in "\t\n\x0b\x0c\r":
                text = text.replace(blank, " ")
        chunks = []
        for piece in re.split("([ \t\n\x0b\x0c\r]+)", text):
            if not piece:
                continue
            if self.break_on_hyphens and piece.strip():
                chunks.extend(self._at_hyphens(piece))
            else:
                chunks.append(piece)
        if self.fix_sentence_endings:
            for i in range(len(chunks) - 1):
                if chunks[i + 1] == " " and re.search("[a-z][.!?][\"']?\\Z", chunks[i]):
                    chunks[i + 1] = "  "
        return chunks

    def _at_hyphens(self, word):
        pieces = []
        start = 0
        i = 0
        while i < len(word):
            if word[i] != "-":
                i += 1
                continue
            end = i
            while end < len(word) and word[end] == "-":
                end += 1
            before = word[start:i]
            after = word[end:]
            if end - i == 1:
                letters = len(before) >= 2 and before[-1].isalpha() and before[-2].isalpha()
                if letters and len(after) >= 2 and after[0].isalpha() and (after[1].isalpha() or after[1] == "-"):
                    pieces.append(word[start:end])
                    start = end
            elif before and after and (before[-1].isalnum() or before[-1] in "_!\"'&.,?") and (
                after[0].isalnum() or after[0] == "_"
            ):
                pieces.append(before)
                pieces.append(word[i:end])
                start = end
            i = end
        if start < len(word):
            pieces.append(word[start:])
        return pieces

    def _fit(self, chunks, line, length, width):
        while chunks and length + len(chunks[0]) <= width:
            length += len(chunks[0])
            line.append(chunks.popleft())
        if chunks and len(chunks[0]) > width:
            if self.break_long_words:
                room = 1 if width < 1 else width - length
                if self.break_on_hyphens and len(chunks[0]) > room:
                    hyphen = chunks[0].rfind("-", 0, room)
                    if hyphen > 0 and any(c != "-" for c in chunks[0][:hyphen]):
                        room = hyphen + 1
                line.append(chunks[0][:room])
                chunks[0] = chunks[0][room:]
            elif not line:
                line.append(chunks.popleft())
            length = sum(len(chunk) for chunk in line)
        return length

    def _shorten_last(self, lines, line, length, indent, width):
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= width:
                line.append(self.placeholder)
                lines.append(indent + "".join(line))
                return
            length -= len(line.pop())
        if lines:
            last = lines[-1].rstrip()
            if len(last) + len(self.placeholder) <= self.width:
                lines[-1] = last + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def wrap(self, text):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks = deque(self._chunks(text))
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and not chunks[0].strip():
                chunks.popleft()
            line = []
            length = self._fit(chunks, line, 0, width)
            if self.drop_whitespace and line and not line[-1].strip():
                length -= len(line.pop())
            if not line:
                continue
            only_blanks_left = not chunks or (self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip())
            if (
                self.max_lines is None
                or len(lines) + 1 < self.max_lines
                or (only_blanks_left and length <= width)
            ):
                lines.append(indent + "".join(line))
            else:
                self._shorten_last(lines, line, length, indent, width)
                break
        return lines

    def fill(self, text):
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **options):
    return TextWrapper(width=width, **options).wrap(text)


def fill(text, width=70, **options):
    return TextWrapper(width=width, **options).fill(text)


def shorten(text, width, **options):
    return TextWrapper(width=width, max_lines=1, **options).fill(" ".join(text.strip().split()))
