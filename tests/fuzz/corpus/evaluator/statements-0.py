# SPDX-License-Identifier: GPL-3.0-or-later
show = repr
a, b = 1, 2
c, (d, *e) = 3, [4, 5, 6]
*f, g = "xyz"
[h, i] = {1: 2, 3: 4}
show(a, b, c, d, e, f, g, h, i)
a, b = b, a
show(a, b)

