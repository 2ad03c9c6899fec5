# SPDX-License-Identifier: GPL-3.0-or-later
show = repr
def f(a, b=2, *args, c, d=4, **kwargs):
    return a, b, args, c, d, kwargs
show(f(1, c=3), f(1, 2, 3, 4, c=5, e=6), f(*[1, 2], **{"c": 3, "z": 1}))

