# SPDX-License-Identifier: GPL-3.0-or-later
from os import fspath
from _athanor import environment, refuse

sep = "/"
altsep = None
extsep = "."
pathsep = ":"
curdir = "."
pardir = ".."


def _refused(function):
    def call(*args, **kwargs):
        refuse(f"os.path.{function}()", "scripts are read without access to files")

    return call


def join(a, *p):
    made = fspath(a)
    for part in p:
        part = fspath(part)
        if not isinstance(part, str):
            raise TypeError(f"join() argument must be str, bytes, or os.PathLike object, not {type(part).__name__!r}")
        if part.startswith("/") or not made:
            made = part
        else:
            made += part if made.endswith("/") else "/" + part
    return made


def split(p):
    p = fspath(p)
    at = p.rfind("/") + 1
    head, tail = p[:at], p[at:]
    return head.rstrip("/") or head, tail


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def splitext(p):
    p = fspath(p)
    name = p[p.rfind("/") + 1 :]
    at = name.rfind(".")
    if at <= 0 or not name[:at].strip("."):
        return p, ""
    cut = len(p) - len(name) + at
    return p[:cut], p[cut:]


def splitdrive(p):
    return "", fspath(p)


def isabs(s):
    return fspath(s).startswith("/")


def normcase(s):
    return fspath(s)


def normpath(path):
    path = fspath(path)
    if not path:
        return "."
    root = "//" if path[:2] == "//" and path[:3] != "///" else "/" if path[0] == "/" else ""
    made = []
    for name in path.split("/"):
        if name in ("", "."):
            continue
        if name != ".." or (not root and not made) or (made and made[-1] == ".."):
            made.append(name)
        elif made:
            made.pop()
    return root + "/".join(made) or "."


def abspath(path):
    path = fspath(path)
    if not path.startswith("/"):
        refuse(f"os.path.abspath({path!r})", "scripts do not know their working directory")
    return normpath(path)


realpath = abspath


def relpath(path, start=None):
    if start is None:
        refuse("os.path.relpath() without a start", "scripts do not know their working directory")
    there = [name for name in abspath(path).split("/") if name]
    here = [name for name in abspath(start).split("/") if name]
    same = 0
    while same < len(there) and same < len(here) and there[same] == here[same]:
        same += 1
    return "/".join([".."] * (len(here) - same) + there[same:]) or "."


def commonprefix(m):
    if not m:
        return ""
    first, last = min(m), max(m)
    same = 0
    while same < len(first) and same < len(last) and first[same] == last[same]:
        same += 1
    return first[:same]


def commonpath(paths):
    paths = [fspath(path) for path in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    if len({path.startswith("/") for path in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    split_paths = [[name for name in path.split("/") if name and name != "."] for path in paths]
    first, last = min(split_paths), max(split_paths)
    same = 0
    while same < len(first) and same < len(last) and first[same] == last[same]:
        same += 1
    return ("/" if paths[0].startswith("/") else "") + "/".join(first[:same])


def expandvars(path):
    if "$" in path:
        refuse("os.path.expandvars()", "environment variables are known one by one")
    return path


def expanduser(path):
    path = fspath(path)
    if not path.startswith("~"):
        return path
    home = environment("HOME")
    if home is None or path[1:2] not in ("", "/"):
        refuse(f"os.path.expanduser({path!r})", "scripts do not know the user")
    return home.rstrip("/") + path[1:]


exists = _refused("exists")
lexists = _refused("lexists")
isfile = _refused("isfile")
isdir = _refused("isdir")
islink = _refused("islink")
ismount = _refused("ismount")
getsize = _refused("getsize")
getmtime = _refused("getmtime")
getctime = _refused("getctime")
getatime = _refused("getatime")
samefile = _refused("samefile")
