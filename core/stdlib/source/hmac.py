# SPDX-License-Identifier: GPL-3.0-or-later
import hashlib


class HMAC:
    def __init__(self, key, msg=None, digestmod=""):
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        self._make = (lambda data: hashlib.new(digestmod, data)) if isinstance(digestmod, str) else digestmod
        inner = self._make(b"")
        if len(key) > inner.block_size:
            key = self._make(key).digest()
        key = key + b"\0" * (inner.block_size - len(key))
        self._outer = bytes([c ^ 0x5C for c in key])
        self._data = bytes([c ^ 0x36 for c in key])
        self.digest_size, self.block_size = inner.digest_size, inner.block_size
        self.name = "hmac-" + inner.name
        if msg is not None:
            self.update(msg)

    def update(self, msg):
        self._data += msg

    def digest(self):
        return self._make(self._outer + self._make(self._data).digest()).digest()

    def hexdigest(self):
        return self.digest().hex()


def new(key, msg=None, digestmod=""):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()


def compare_digest(a, b, /):
    return a == b


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    wanted = hashlib.new(hash_name).digest_size if dklen is None else dklen
    made = b""
    block = 1
    while len(made) < wanted:
        one = HMAC(password, salt + block.to_bytes(4, "big"), hash_name).digest()
        total = int.from_bytes(one, "big")
        for _ in range(iterations - 1):
            one = HMAC(password, one, hash_name).digest()
            total ^= int.from_bytes(one, "big")
        made += total.to_bytes(len(one), "big")
        block += 1
    return made[:wanted]
