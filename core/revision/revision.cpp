// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/revision/revision.h"

namespace athanor {

QString Revision::message() const
{
    const qsizetype end = documentation.indexOf(QLatin1StringView("\n\n"));
    return end < 0 ? documentation : documentation.left(end);
}

} // namespace athanor
