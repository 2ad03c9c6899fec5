# SPDX-License-Identifier: GPL-3.0-or-later
show = repr
out = []
for i in range(10):
    if i == 2: continue
    if i == 5: break
    out.append(i)
else:
    out.append("else")
show(out)
n = 3
while n:
    n -= 1
else:
    show("done")
for i in []:
    pass
else:
    show("empty")

