# SPDX-License-Identifier: GPL-3.0-or-later
show = repr
class A: pass
a = A()
a.x = 1
del a.x
show(hasattr(a, "x"))
del a.x

