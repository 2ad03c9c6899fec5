# SPDX-License-Identifier: GPL-3.0-or-later
from _athanor import refuse


def _no_files(name):
    def method(self, *args, **kwargs):
        refuse(f"Path.{name}()", "scripts are read without access to files")

    return method


class PurePath:
    def __init__(self, *args):
        text = ""
        for part in args:
            part = part._text if isinstance(part, PurePath) else part
            if not isinstance(part, str):
                raise TypeError(
                    "argument should be a str or an os.PathLike object where __fspath__ returns a str, "
                    f"not {type(part).__name__!r}"
                )
            text = part if part.startswith("/") or not text else text.rstrip("/") + "/" + part
        self._anchor = "//" if text[:2] == "//" and text[:3] != "///" else "/" if text[:1] == "/" else ""
        self._names = [name for name in text.split("/") if name and name != "."]
        self._text = self._anchor + "/".join(self._names) or "."

    def _made(self, anchor, names):
        return type(self)(anchor + "/".join(names))

    def __str__(self):
        return self._text

    __fspath__ = as_posix = __str__

    def __repr__(self):
        return f"{type(self).__name__}({self._text!r})"

    def __bytes__(self):
        return self._text.encode()

    def __truediv__(self, key):
        return type(self)(self, key) if isinstance(key, (str, PurePath)) else NotImplemented

    def __rtruediv__(self, key):
        return type(self)(key, self)

    def __eq__(self, other):
        return self._text == other._text if isinstance(other, PurePath) else NotImplemented

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, PurePath) else NotImplemented

    def __hash__(self):
        return hash(self._text)

    def joinpath(self, *pathsegments):
        return type(self)(self, *pathsegments)

    with_segments = joinpath

    @property
    def root(self):
        return self._anchor

    anchor = root
    drive = property(lambda self: "")

    @property
    def parts(self):
        return tuple(([self._anchor] if self._anchor else []) + self._names)

    @property
    def name(self):
        return self._names[-1] if self._names else ""

    @property
    def suffix(self):
        name = self.name.lstrip(".")
        at = name.rfind(".")
        return name[at:] if 0 < at < len(name) - 1 else ""

    @property
    def suffixes(self):
        if self.name.endswith("."):
            return []
        return ["." + part for part in self.name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        suffix = self.suffix
        return self.name[: len(self.name) - len(suffix)] if suffix else self.name

    @property
    def parent(self):
        return self._made(self._anchor, self._names[:-1])

    @property
    def parents(self):
        return tuple([self._made(self._anchor, self._names[:i]) for i in range(len(self._names) - 1, -1, -1)])

    def is_absolute(self):
        return self._anchor != ""

    def with_name(self, name):
        if not self._names:
            raise ValueError(f"{self!r} has an empty name")
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        return self._made(self._anchor, self._names[:-1] + [name])

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if suffix and (not suffix.startswith(".") or suffix == "." or "/" in suffix):
            raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(self.stem + suffix)

    def relative_to(self, other, *, walk_up=False):
        other = type(self)(other)
        count = len(other._names)
        if self._anchor == other._anchor and self._names[:count] == other._names:
            return self._made("", self._names[count:])
        if walk_up:
            refuse("PurePath.relative_to(walk_up=True)", "only paths below the other are known")
        raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}")

    def is_relative_to(self, other):
        other = type(self)(other)
        return self._anchor == other._anchor and self._names[: len(other._names)] == other._names


class PurePosixPath(PurePath):
    pass


class Path(PurePosixPath):
    # What needs the disk only in part: a path that is absolute already and has no links is its own answer.
    def absolute(self):
        if not self._anchor:
            refuse("Path.absolute() of a relative path", "scripts do not know their working directory")
        return self

    def resolve(self, strict=False):
        names = []
        for name in self.absolute()._names:
            if name == "..":
                names = names[:-1]
            else:
                names.append(name)
        return self._made(self._anchor, names)

    read_text = _no_files("read_text")
    read_bytes = _no_files("read_bytes")
    write_text = _no_files("write_text")
    write_bytes = _no_files("write_bytes")
    open = _no_files("open")
    exists = _no_files("exists")
    is_file = _no_files("is_file")
    is_dir = _no_files("is_dir")
    iterdir = _no_files("iterdir")
    glob = _no_files("glob")
    rglob = _no_files("rglob")
    mkdir = _no_files("mkdir")
    unlink = _no_files("unlink")
    touch = _no_files("touch")
    stat = _no_files("stat")
    rename = _no_files("rename")
    expanduser = _no_files("expanduser")

    @classmethod
    def cwd(cls):
        refuse("Path.cwd()", "scripts do not know their working directory")

    @classmethod
    def home(cls):
        refuse("Path.home()", "scripts do not know the user")


class PosixPath(Path):
    pass
