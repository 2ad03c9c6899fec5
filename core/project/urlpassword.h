// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace athanor {

struct UrlWithoutPassword
{
    QString url;
    bool hadPassword = false;
};

/// Takes out what SQLAlchemy reads as a password (from the first colon to an @; to the last one, lest a part
/// of a badly written one stays), and what drivers read as one in the query. Variables, ${NAME}, stay.
UrlWithoutPassword withoutPassword(const QString &url);

} // namespace athanor
