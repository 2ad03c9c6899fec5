// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace athanor {

/// The known word that differs least from what was typed; empty when none is near enough to be meant.
QString nearest(const QString &typed, const QStringList &known);

} // namespace athanor
