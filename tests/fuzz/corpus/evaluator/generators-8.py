# SPDX-License-Identifier: GPL-3.0-or-later
show = repr
def g():
    yield 1
    raise StopIteration
list(g())

