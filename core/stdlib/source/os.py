# SPDX-License-Identifier: GPL-3.0-or-later
from _athanor import environment, entropy, not_reproducible, refuse

name = "posix"
sep = "/"
altsep = None
extsep = "."
pathsep = ":"
linesep = "\n"
curdir = "."
pardir = ".."
devnull = "/dev/null"
error = OSError
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1


def _refused(function, needed="scripts are read without access to files"):
    def call(*args, **kwargs):
        refuse(f"os.{function}()", needed)

    return call


class _Environ:
    def __init__(self):
        self._set = {}
        self._deleted = set()

    def _find(self, key):
        if not isinstance(key, str):
            raise TypeError(f"str expected, not {type(key).__name__}")
        if key in self._set:
            return self._set[key]
        return None if key in self._deleted else environment(key)

    def __getitem__(self, key):
        value = self._find(key)
        if value is None:
            raise KeyError(key)
        return value

    def get(self, key, default=None):
        value = self._find(key)
        return default if value is None else value

    def __contains__(self, key):
        return self._find(key) is not None

    def __setitem__(self, key, value):
        if not isinstance(value, str):
            raise TypeError(f"str expected, not {type(value).__name__}")
        self._set[key] = value

    def __delitem__(self, key):
        self[key]
        self._set.pop(key, None)
        self._deleted.add(key)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def pop(self, key, *default):
        value = self._find(key)
        if value is None:
            if default:
                return default[0]
            raise KeyError(key)
        del self[key]
        return value

    def update(self, *args, **kwargs):
        for key, value in dict(*args, **kwargs).items():
            self[key] = value

    def __iter__(self):
        refuse("the list of os.environ", "environment variables are known one by one")

    keys = values = items = copy = __len__ = __iter__


environ = _Environ()


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(name, value, /):
    pass


def unsetenv(name, /):
    environ.pop(name, None)


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    if not hasattr(path, "__fspath__"):
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    return path.__fspath__()


fsdecode = fsencode = fspath


class PathLike:
    pass


def urandom(size, /):
    not_reproducible("os.urandom()")
    return entropy(size)


def getpid():
    not_reproducible("os.getpid()")
    return 1


getcwd = _refused("getcwd", "scripts do not know their working directory")
chdir = _refused("chdir")
listdir = _refused("listdir")
scandir = _refused("scandir")
walk = _refused("walk")
mkdir = _refused("mkdir")
makedirs = _refused("makedirs")
remove = _refused("remove")
unlink = _refused("unlink")
rename = _refused("rename")
replace = _refused("replace")
rmdir = _refused("rmdir")
removedirs = _refused("removedirs")
stat = _refused("stat")
access = _refused("access")
chmod = _refused("chmod")
open = _refused("open")
symlink = _refused("symlink")
readlink = _refused("readlink")
system = _refused("system", "scripts start no processes")
popen = _refused("popen", "scripts start no processes")
kill = _refused("kill", "scripts start no processes")
fork = _refused("fork", "scripts start no processes")
cpu_count = _refused("cpu_count", "scripts do not know the machine")
uname = _refused("uname", "scripts do not know the machine")
getlogin = _refused("getlogin", "scripts do not know the user")
