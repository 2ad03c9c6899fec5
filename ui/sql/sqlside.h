// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sql/sqlview.h"

class QAction;
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
    /// Whether there is someone else to ask for what can't be read.
    enum class Offer { Nothing, OwnAlembic };
    void setOffer(Offer offer);
    /// The other one is writing.
    void showAsking();
    /// Nothing to show, and why.
    void clear(const QString &reason);
    SqlView *view() const { return m_view; }
    const SqlScript &script() const { return m_script; }

Q_SIGNALS:
    /// The project's own Alembic is to write this direction.
    void alembicRequested();

private:
    void showState();

    QString m_title;
    SqlScript m_script;
    QString m_dialect; ///< null while nothing is shown
    QLabel *m_caption = nullptr;
    Banner *m_banner = nullptr;
    QAction *m_askAlembic = nullptr;
    Offer m_offer = Offer::Nothing;
    SqlView *m_view = nullptr;
};

} // namespace athanor
