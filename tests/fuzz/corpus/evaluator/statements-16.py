# SPDX-License-Identifier: GPL-3.0-or-later
show = repr
assert 1
try:
    assert 0, "why"
except AssertionError as e:
    show(str(e))
assert []

