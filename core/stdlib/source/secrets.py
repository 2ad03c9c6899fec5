# SPDX-License-Identifier: GPL-3.0-or-later
import base64

from _athanor import entropy as _entropy, not_reproducible as _not_reproducible
from random import SystemRandom

_shared = SystemRandom()
choice = _shared.choice
randbits = _shared.getrandbits


def randbelow(exclusive_upper_bound):
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    return _shared.randrange(exclusive_upper_bound)


def token_bytes(nbytes=None):
    _not_reproducible("secrets")
    return _entropy(32 if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    return base64.urlsafe_b64encode(token_bytes(nbytes)).rstrip(b"=").decode("ascii")


def compare_digest(a, b):
    return a == b
