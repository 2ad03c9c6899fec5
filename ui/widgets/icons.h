// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace athanor {

/// One of the symbolic drawings of resources/icons, by its name ("reload"), in the colour of the
/// application's text.
QIcon symbolicIcon(const QString &name);

/// The product's own icon, in its own colours.
QIcon productIcon();

} // namespace athanor
