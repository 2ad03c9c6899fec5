# SPDX-License-Identifier: GPL-3.0-or-later
show = repr
class Field:
    def __set_name__(self, owner, name): self.name = (owner.__name__, name)
class Base:
    subs = []
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        Base.subs.append((cls.__name__, tag))
class A(Base, tag="t"):
    f = Field()
class B(A): pass
show(Base.subs, A.f.name)

