// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sourcerange.h"

namespace athanor {

QString SourceRange::text() const
{
    if (line <= 0)
        return file;
    QString place = file.isEmpty() ? QStringLiteral("line ") : file + u':';
    place += QString::number(line);
    if (column > 0)
        place += u':' + QString::number(column);
    return place;
}

} // namespace athanor
