# SPDX-License-Identifier: GPL-3.0-or-later
class deque:
    __hash__ = None

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None and maxlen < 0:
            raise ValueError("maxlen must be non-negative")
        self._items = []
        self.maxlen = maxlen
        self.extend(iterable)

    def append(self, x, /):
        self._items.append(x)
        if self.maxlen is not None and len(self._items) > self.maxlen:
            del self._items[0]

    def appendleft(self, x, /):
        self._items.insert(0, x)
        if self.maxlen is not None and len(self._items) > self.maxlen:
            self._items.pop()

    def extend(self, iterable, /):
        for item in list(iterable):
            self.append(item)

    def extendleft(self, iterable, /):
        for item in list(iterable):
            self.appendleft(item)

    def pop(self):
        if not self._items:
            raise IndexError("pop from an empty deque")
        return self._items.pop()

    def popleft(self):
        if not self._items:
            raise IndexError("pop from an empty deque")
        return self._items.pop(0)

    def clear(self):
        self._items.clear()

    def copy(self):
        return type(self)(self._items, self.maxlen)

    __copy__ = copy

    def count(self, x, /):
        return self._items.count(x)

    def index(self, x, *bounds):
        try:
            return self._items.index(x, *bounds)
        except ValueError:
            raise ValueError(f"{x!r} is not in deque") from None

    def insert(self, i, x, /):
        if self.maxlen is not None and len(self._items) >= self.maxlen:
            raise IndexError("deque already at its maximum size")
        self._items.insert(i, x)

    def remove(self, value, /):
        if value not in self._items:
            raise ValueError(f"{value!r} is not in deque")
        self._items.remove(value)

    def reverse(self):
        self._items.reverse()

    def rotate(self, n=1, /):
        if self._items:
            n %= len(self._items)
            self._items = self._items[len(self._items) - n :] + self._items[: len(self._items) - n]

    def __iter__(self):
        return iter(self._items)

    def __reversed__(self):
        return reversed(self._items)

    def __len__(self):
        return len(self._items)

    def __contains__(self, key):
        return key in self._items

    def __getitem__(self, key):
        try:
            return self._items[key]
        except IndexError:
            raise IndexError("deque index out of range") from None

    def __setitem__(self, key, value):
        try:
            self._items[key] = value
        except IndexError:
            raise IndexError("deque index out of range") from None

    def __delitem__(self, key):
        del self._items[key]

    def __add__(self, value):
        if not isinstance(value, deque):
            raise TypeError(f'can only concatenate deque (not "{type(value).__name__}") to deque')
        return type(self)(self._items + value._items, self.maxlen)

    def __iadd__(self, value):
        self.extend(value)
        return self

    def __mul__(self, value):
        return type(self)(self._items * value, self.maxlen)

    def __eq__(self, value):
        return self._items == value._items if isinstance(value, deque) else NotImplemented

    def __lt__(self, value):
        return self._items < value._items if isinstance(value, deque) else NotImplemented

    def __le__(self, value):
        return self._items <= value._items if isinstance(value, deque) else NotImplemented

    def __gt__(self, value):
        return self._items > value._items if isinstance(value, deque) else NotImplemented

    def __ge__(self, value):
        return self._items >= value._items if isinstance(value, deque) else NotImplemented

    def __repr__(self):
        bound = "" if self.maxlen is None else f", maxlen={self.maxlen}"
        return f"{type(self).__name__}({self._items!r}{bound})"
