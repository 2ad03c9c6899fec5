# SPDX-License-Identifier: GPL-3.0-or-later
show = repr
def f(**k): pass
f(**3)

