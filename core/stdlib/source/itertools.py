# SPDX-License-Identifier: GPL-3.0-or-later
class _Iterator:
    def __iter__(self):
        return self


def _chained(iterables):
    for iterable in iterables:
        yield from iterable


class chain(_Iterator):
    def __init__(self, *iterables):
        self._items = _chained(iterables)

    def __next__(self):
        return next(self._items)

    @classmethod
    def from_iterable(cls, iterables):
        made = cls()
        made._items = _chained(iterables)
        return made


def count(start=0, step=1):
    while True:
        yield start
        start += step


def cycle(iterable):
    kept = []
    for item in iterable:
        yield item
        kept.append(item)
    while kept:
        yield from kept


def repeat(object, times=None):
    if times is None:
        while True:
            yield object
    for _ in range(times):
        yield object


def accumulate(iterable, func=None, *, initial=None):
    items = iter(iterable)
    total = initial
    if initial is None:
        for total in items:
            break
        else:
            return
    yield total
    for item in items:
        total = total + item if func is None else func(total, item)
        yield total


def batched(iterable, n, *, strict=False):
    if n < 1:
        raise ValueError("n must be at least one")
    return _batches(iter(iterable), n, strict)


def _batches(items, n, strict):
    while batch := tuple(islice(items, n)):
        if strict and len(batch) != n:
            raise ValueError("batched(): incomplete batch")
        yield batch


def compress(data, selectors):
    return (item for item, selected in zip(data, selectors) if selected)


def dropwhile(predicate, iterable):
    items = iter(iterable)
    for item in items:
        if not predicate(item):
            yield item
            break
    yield from items


def takewhile(predicate, iterable):
    for item in iterable:
        if not predicate(item):
            return
        yield item


def filterfalse(predicate, iterable):
    if predicate is None:
        predicate = bool
    return (item for item in iterable if not predicate(item))


class groupby(_Iterator):
    def __init__(self, iterable, key=None):
        self._items = iter(iterable)
        self._key = key
        self._pending = []
        self._current = object()
        self._group = None

    def _advance(self):
        for item in self._items:
            return [item, item if self._key is None else self._key(item)]
        return []

    def __next__(self):
        self._group = None
        if not self._pending:
            self._pending = self._advance()
        while self._pending and self._pending[1] == self._current:
            self._pending = self._advance()
        if not self._pending:
            raise StopIteration
        self._current = self._pending[1]
        self._group = group = object()
        return self._current, self._members(group)

    def _members(self, group):
        while self._group is group and self._pending and self._pending[1] == self._current:
            item = self._pending[0]
            self._pending = []
            yield item
            if self._group is group:
                self._pending = self._advance()


def _bound(value):
    if value is not None and (not isinstance(value, int) or value < 0):
        raise ValueError(
            "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
        )


def islice(iterable, *bounds):
    if not 1 <= len(bounds) <= 3:
        expected = "at least 2 arguments" if not bounds else "at most 4 arguments"
        raise TypeError(f"islice expected {expected}, got {len(bounds) + 1}")
    if len(bounds) == 1:
        start, stop, step = 0, bounds[0], 1
        if stop is not None and (not isinstance(stop, int) or stop < 0):
            raise ValueError(
                "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
            )
    else:
        start, stop = bounds[0], bounds[1]
        step = bounds[2] if len(bounds) == 3 else 1
        _bound(start)
        _bound(stop)
        if step is not None and (not isinstance(step, int) or step < 1):
            raise ValueError("Step for islice() must be a positive integer or None.")
    return _sliced(iter(iterable), start or 0, stop, step or 1)


def _sliced(items, start, stop, step):
    at = 0
    while stop is None or at < stop:
        if stop is not None and start >= stop:
            for _ in range(stop - at):
                next(items, None)
            return
        for item in items:
            break
        else:
            return
        if at == start:
            yield item
            start += step
        at += 1


def pairwise(iterable):
    items = iter(iterable)
    for left in items:
        break
    else:
        return
    for right in items:
        yield left, right
        left = right


def starmap(function, iterable):
    return (function(*arguments) for arguments in iterable)


def tee(iterable, n=2):
    if n < 0:
        raise ValueError("n must be >= 0")
    items = iter(iterable)
    kept = []
    return tuple([_shared(items, kept) for _ in range(n)])


def _shared(items, kept):
    at = 0
    while True:
        if at == len(kept):
            for item in items:
                kept.append(item)
                break
            else:
                return
        yield kept[at]
        at += 1


def zip_longest(*iterables, fillvalue=None):
    rows = [iter(iterable) for iterable in iterables]
    open_rows = len(rows)
    while open_rows:
        values = []
        for i, row in enumerate(rows):
            value = fillvalue
            if row is not None:
                for value in row:
                    break
                else:
                    rows[i] = None
                    open_rows -= 1
            values.append(value)
        if open_rows:
            yield tuple(values)


def product(*iterables, repeat=1):
    if repeat < 0:
        raise ValueError("repeat argument cannot be negative")
    pools = [tuple(iterable) for iterable in iterables] * repeat
    return _products(pools)


def _products(pools):
    if not all(pools):
        return
    at = [0] * len(pools)
    while True:
        yield tuple([pool[i] for pool, i in zip(pools, at)])
        place = len(pools) - 1
        while place >= 0:
            at[place] += 1
            if at[place] < len(pools[place]):
                break
            at[place] = 0
            place -= 1
        if place < 0:
            return


def _selections(pool, r, start, first):
    if r == 0:
        yield ()
        return
    for i in range(start, len(pool)):
        for rest in _selections(pool, r - 1, first(i), first):
            yield (pool[i],) + rest


def combinations(iterable, r):
    if r < 0:
        raise ValueError("r must be non-negative")
    return _selections(tuple(iterable), r, 0, lambda i: i + 1)


def combinations_with_replacement(iterable, r):
    if r < 0:
        raise ValueError("r must be non-negative")
    return _selections(tuple(iterable), r, 0, lambda i: i)


def permutations(iterable, r=None):
    pool = tuple(iterable)
    if r is None:
        r = len(pool)
    if r < 0:
        raise ValueError("r must be non-negative")
    return _arrangements(pool, list(range(len(pool))), r)


def _arrangements(pool, unused, r):
    if r == 0:
        yield ()
        return
    for i in unused:
        for rest in _arrangements(pool, [j for j in unused if j != i], r - 1):
            yield (pool[i],) + rest
