// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/urlpassword.h"

#include <QRegularExpression>

namespace athanor {

using namespace Qt::StringLiterals;

/// Passwords that come from a variable are none of the file's.
static bool isVariable(QStringView text)
{
    static const QRegularExpression variable(u"\\A\\$\\{[^{}]+\\}\\z"_s);
    return variable.matchView(text).hasMatch();
}

/// Whether the colon that follows is that of ${NAME:-otherwise}.
static bool endsInsideVariable(QStringView text)
{
    return text.lastIndexOf("${"_L1) > text.lastIndexOf(u'}');
}

UrlWithoutPassword withoutPassword(const QString &url)
{
    static const QRegularExpression inAuthority(u"\\A([^:/?#]+://[^:/@]*)(:[^?#]*)@"_s);
    static const QRegularExpression inQuery(u"([?&])(?:password|passwd|pwd|sslpassword)=([^&#]*)(&?)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    UrlWithoutPassword result{url};
    QRegularExpressionMatch match = inAuthority.match(result.url);
    if (match.hasMatch() && match.capturedLength(2) > 1 && !isVariable(match.capturedView(2).sliced(1))
        && !endsInsideVariable(match.capturedView(1))) {
        result.url.remove(match.capturedStart(2), match.capturedLength(2));
        result.hadPassword = true;
    }
    for (qsizetype from = 0; (match = inQuery.match(result.url, from)).hasMatch();) {
        if (match.capturedLength(2) == 0 || isVariable(match.capturedView(2))) {
            from = match.capturedEnd(2);
            continue;
        }
        const QString separator = match.capturedLength(3) > 0 ? match.captured(1) : QString();
        from = match.capturedStart();
        result.url.replace(match.capturedStart(), match.capturedLength(), separator);
        result.hadPassword = true;
    }
    return result;
}

} // namespace athanor
