// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sql/sqlview.h"

class QLabel;

namespace athanor {

class Banner;

/// One direction of a revision: a caption with the number of statements, what keeps the script from being
/// read to its end, and the statements.
class SqlSide : public QWidget
{
    Q_OBJECT

public:
    SqlSide(const QString &title, QWidget *parent = nullptr);

    void setScript(const SqlScript &script, const QString &dialect);
    /// Nothing to show, and why.
    void clear(const QString &reason);
    SqlView *view() const { return m_view; }
    const SqlScript &script() const { return m_script; }

private:
    QString m_title;
    SqlScript m_script;
    QString m_dialect; ///< null while nothing is shown
    QLabel *m_caption = nullptr;
    Banner *m_banner = nullptr;
    SqlView *m_view = nullptr;
};

} // namespace athanor
