# SPDX-License-Identifier: GPL-3.0-or-later
from _athanor import refuse

SEEK_SET, SEEK_CUR, SEEK_END = range(3)


class IOBase:
    pass


class TextIOBase(IOBase):
    pass


class _Memory:
    def __init__(self, text):
        self._text = text
        self._at = 0
        self.closed = False

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def getvalue(self):
        self._check()
        return self._text

    def write(self, s, /):
        self._check()
        empty = self._text[:0]
        if isinstance(s, str) != isinstance(empty, str):
            if isinstance(empty, str):
                raise TypeError(f"string argument expected, got {type(s).__name__!r}")
            raise TypeError(f"a bytes-like object is required, not {type(s).__name__!r}")
        if self._at > len(self._text):
            pad = "\0" if isinstance(empty, str) else b"\0"
            self._text += pad * (self._at - len(self._text))
        self._text = self._text[: self._at] + s + self._text[self._at + len(s) :]
        self._at += len(s)
        return len(s)

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def read(self, size=-1, /):
        self._check()
        end = len(self._text) if size is None or size < 0 else self._at + size
        text = self._text[self._at : end]
        self._at += len(text)
        return text

    def readline(self, size=-1, /):
        self._check()
        newline = "\n" if isinstance(self._text, str) else b"\n"
        found = self._text.find(newline, self._at)
        end = len(self._text) if found < 0 else found + 1
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        text = self._text[self._at : end]
        self._at += len(text)
        return text

    def readlines(self, hint=-1, /):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def seek(self, pos, whence=0, /):
        self._at = len(self._text) if whence == SEEK_END else self._at if whence == SEEK_CUR else pos
        return self._at

    def tell(self):
        return self._at

    def truncate(self, pos=None, /):
        pos = self._at if pos is None else pos
        self._text = self._text[:pos]
        return pos

    def flush(self):
        pass

    def close(self):
        self.closed = True

    def readable(self):
        return True

    writable = seekable = readable

    def isatty(self):
        return False

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc_info):
        self.close()


class StringIO(_Memory, TextIOBase):
    def __init__(self, initial_value="", newline="\n"):
        super().__init__(initial_value or "")


class BytesIO(_Memory, IOBase):
    def __init__(self, initial_bytes=b""):
        super().__init__(initial_bytes or b"")

    getbuffer = _Memory.getvalue


def open(file, *args, **kwargs):
    refuse(f"open({file!r})", "scripts are read without access to files")


class TextIOWrapper:
    def __init__(self, *args, **kwargs):
        refuse("io.TextIOWrapper", "scripts are read without access to files")
