# SPDX-License-Identifier: GPL-3.0-or-later
show = repr
d = {1: "int"}
d[True] = "bool"
d[1.0] = "float"
show(d)

