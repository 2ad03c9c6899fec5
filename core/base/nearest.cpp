// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/nearest.h"

#include <algorithm>
#include <vector>

namespace athanor {

/// Levenshtein's distance: letters to insert, remove or replace.
static qsizetype distance(const QString &a, const QString &b)
{
    std::vector<qsizetype> row(b.size() + 1);
    for (qsizetype j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (qsizetype i = 1; i <= a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const qsizetype replaced = diagonal + (a.at(i - 1) == b.at(j - 1) ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row[b.size()];
}

QString nearest(const QString &typed, const QStringList &known)
{
    QString best;
    qsizetype bestDistance = std::max<qsizetype>(2, typed.size() / 3) + 1;
    if (typed.size() > 64) // nobody meant a command
        return best;
    for (const QString &word : known) {
        if (typed.size() >= 3 && word.startsWith(typed))
            return word;
        if (const qsizetype d = distance(typed, word); d < bestDistance && d < word.size()) {
            best = word;
            bestDistance = d;
        }
    }
    return best;
}

} // namespace athanor
