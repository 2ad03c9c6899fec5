# SPDX-License-Identifier: GPL-3.0-or-later
show = repr
def g(n):
    for i in range(n):
        yield i
show(list(g(3)), sum(g(4)), [x for x in g(2)], tuple(g(0)))

