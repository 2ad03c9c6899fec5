# SPDX-License-Identifier: GPL-3.0-or-later
# MT19937 with Python's ways of seeding it and of drawing from it: what a seed gives there, it gives here. What
# a generator gives that was not seeded is noted as not reproducible.
import math as _math
from _athanor import entropy as _entropy, not_reproducible as _not_reproducible

_MASK = 0xFFFFFFFF


class Random:
    def __init__(self, x=None):
        self._seeded = False
        self._state = None
        self.gauss_next = None
        if x is not None:
            self.seed(x)

    def seed(self, a=None, version=2):
        self._seeded = a is not None
        self.gauss_next = None
        if a is None:
            a = int.from_bytes(_entropy(32), "big")
        elif isinstance(a, (str, bytes)):
            import hashlib

            data = a.encode() if isinstance(a, str) else a
            a = int.from_bytes(data + hashlib.sha512(data).digest(), "big")
        elif isinstance(a, float):
            a = hash(a)
        elif not isinstance(a, int):
            raise TypeError("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
        a = abs(a)
        key = []
        while True:
            key.append(a & _MASK)
            a >>= 32
            if not a:
                break
        self._state = _by_array(key)
        self._at = 624

    def _next(self):
        if self._state is None:
            self.seed()
        if not self._seeded:
            _not_reproducible("random")
        if self._at == 624:
            _twist(self._state)
            self._at = 0
        y = self._state[self._at]
        self._at += 1
        y ^= y >> 11
        y ^= (y << 7) & 0x9D2C5680
        y ^= (y << 15) & 0xEFC60000
        return y ^ (y >> 18)

    def random(self):
        high = self._next() >> 5
        low = self._next() >> 6
        return (high * 67108864.0 + low) / 9007199254740992.0

    def getrandbits(self, k):
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        made = 0
        shift = 0
        while k > 0:
            word = self._next()
            made |= (word >> (32 - k) if k < 32 else word) << shift
            shift += 32
            k -= 32
        return made

    def randbytes(self, n):
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def _below(self, n):
        bits = n.bit_length()
        drawn = self.getrandbits(bits)
        while drawn >= n:
            drawn = self.getrandbits(bits)
        return drawn

    def randrange(self, start, stop=None, step=1):
        if stop is None:
            start, stop = 0, start
        width = stop - start
        if step == 1:
            if width > 0:
                return start + self._below(width)
            if start == 0:
                raise ValueError("empty range for randrange()")
            raise ValueError(f"empty range in randrange({start}, {stop})")
        if step == 0:
            raise ValueError("zero step for randrange()")
        n = (width + step - (1 if step > 0 else -1)) // step
        if n <= 0:
            raise ValueError(f"empty range in randrange({start}, {stop}, {step})")
        return start + step * self._below(n)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def choice(self, seq):
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._below(len(seq))]

    def shuffle(self, x):
        for i in range(len(x) - 1, 0, -1):
            j = self._below(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        if counts is not None:
            population = [item for item, count in zip(population, counts) for _ in range(count)]
        n = len(population)
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        few = 21
        if k > 5:
            few += 4 ** _math.ceil(_math.log(k * 3, 4))
        made = []
        if n <= few:
            pool = list(population)
            for i in range(k):
                j = self._below(n - i)
                made.append(pool[j])
                pool[j] = pool[n - i - 1]
            return made
        drawn = set()
        for _ in range(k):
            j = self._below(n)
            while j in drawn:
                j = self._below(n)
            drawn.add(j)
            made.append(population[j])
        return made

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        n = len(population)
        if cum_weights is None:
            if weights is None:
                return [population[int(self.random() * n)] for _ in range(k)]
            cum_weights, total = [], 0
            for weight in weights:
                total += weight
                cum_weights.append(total)
        from bisect import bisect

        total = cum_weights[-1] + 0.0
        return [population[bisect(cum_weights, self.random() * total, 0, n - 1)] for _ in range(k)]

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def gauss(self, mu=0.0, sigma=1.0):
        drawn = self.gauss_next
        self.gauss_next = None
        if drawn is None:
            angle = self.random() * 2.0 * _math.pi
            radius = _math.sqrt(-2.0 * _math.log(1.0 - self.random()))
            drawn = _math.cos(angle) * radius
            self.gauss_next = _math.sin(angle) * radius
        return mu + drawn * sigma

    def expovariate(self, lambd=1.0):
        return -_math.log(1.0 - self.random()) / lambd


class SystemRandom(Random):
    def seed(self, *args, **kwds):
        super().seed()


def _by_array(key):
    state = [19650218]
    for i in range(1, 624):
        last = state[i - 1]
        state.append((1812433253 * (last ^ (last >> 30)) + i) & _MASK)
    i, j = 1, 0
    for _ in range(max(624, len(key))):
        last = state[i - 1]
        state[i] = ((state[i] ^ ((last ^ (last >> 30)) * 1664525)) + key[j] + j) & _MASK
        i += 1
        j += 1
        if i >= 624:
            state[0] = state[623]
            i = 1
        if j >= len(key):
            j = 0
    for _ in range(623):
        last = state[i - 1]
        state[i] = ((state[i] ^ ((last ^ (last >> 30)) * 1566083941)) - i) & _MASK
        i += 1
        if i >= 624:
            state[0] = state[623]
            i = 1
    state[0] = 0x80000000
    return state


def _twist(state):
    for i in range(624):
        y = (state[i] & 0x80000000) | (state[(i + 1) % 624] & 0x7FFFFFFF)
        state[i] = state[(i + 397) % 624] ^ (y >> 1) ^ (0x9908B0DF if y & 1 else 0)


_shared = Random()
seed = _shared.seed
random = _shared.random
getrandbits = _shared.getrandbits
randbytes = _shared.randbytes
randrange = _shared.randrange
randint = _shared.randint
choice = _shared.choice
choices = _shared.choices
shuffle = _shared.shuffle
sample = _shared.sample
uniform = _shared.uniform
gauss = _shared.gauss
expovariate = _shared.expovariate
