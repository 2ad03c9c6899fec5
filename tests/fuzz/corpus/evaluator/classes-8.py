# SPDX-License-Identifier: GPL-3.0-or-later
show = repr
class A:
    def __init__(self): self._x = 1
    @property
    def x(self): return self._x
    @x.setter
    def x(self, v): self._x = v * 2
    @property
    def ro(self): return 7
a = A()
a.x = 5
show(a.x, a.ro)
a.ro = 3

