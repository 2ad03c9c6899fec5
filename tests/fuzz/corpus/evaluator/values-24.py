# SPDX-License-Identifier: GPL-3.0-or-later
show = repr
a = []
b = a
show(a is b, a is not [], None is None, ... is Ellipsis, 1 is not None)

