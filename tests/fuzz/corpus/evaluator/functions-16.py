# SPDX-License-Identifier: GPL-3.0-or-later
show = repr
fs = [lambda x, i=i: x + i for i in range(3)]
show([f(10) for f in fs])
late = [lambda: i for i in range(3)]
show([f() for f in late])

