// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"

namespace athanor {

QString Error::text() const
{
    QString sentence = message;
    if (const QString place = where.text(); !place.isEmpty())
        sentence += QStringLiteral(" (") + place + u')';
    if (!hint.isEmpty())
        sentence += QStringLiteral("; ") + hint;
    return sentence;
}

} // namespace athanor
