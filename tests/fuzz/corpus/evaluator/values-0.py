# SPDX-License-Identifier: GPL-3.0-or-later
show = repr
show(7 // 2, -7 // 2, 7 % -3, -7 % 3, 2 ** 10, 2 ** -1, 7 / 2, 1_000, 0xff, 0o17, 0b11, -5 >> 1, 5 & 3, 5 | 3, 5 ^ 3, ~5, True + True, -True)

