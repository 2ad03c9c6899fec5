# SPDX-License-Identifier: GPL-3.0-or-later
show = repr
def f(a): pass
f(1, a=3)

