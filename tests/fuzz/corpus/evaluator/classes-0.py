# SPDX-License-Identifier: GPL-3.0-or-later
show = repr
class A:
    x = 1
    def __init__(self, y): self.y = y
    def sum(self, z=0): return self.x + self.y + z
a = A(2)
show(a.sum(), a.sum(3), A.sum(a, 4), A.x)
a.x = 10
show(a.sum(), A.x, a.__dict__, a.__class__ is A, A.__name__)

