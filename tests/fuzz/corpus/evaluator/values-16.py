# SPDX-License-Identifier: GPL-3.0-or-later
show = repr
{[]: 1}

