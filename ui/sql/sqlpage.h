// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sql/sqlscript.h"

#include <QWidget>

class QComboBox;
class QSplitter;
class QToolButton;

namespace athanor {

class Banner;
class SqlSide;
class SqlView;

/// The SQL of a revision in both directions, on a dialect that can be switched.
class SqlPage : public QWidget
{
    Q_OBJECT

public:
    explicit SqlPage(QWidget *parent = nullptr);

    /// SQLAlchemy's names with the names people know them by.
    void setDialects(const QList<std::pair<QString, QString>> &dialects);
    void setDialect(const QString &dialect);
    QString dialect() const;

    void setScripts(const SqlScript &upgrade, const SqlScript &downgrade);
    void showNothing(const QString &reason);
    /// What went wrong with something that was asked for here.
    void showProblem(const Error &error);
    /// Picks out what a line of the script makes, in both directions; returns the place of the call, which is
    /// empty where there is none.
    SourceRange pickScriptLine(const QString &file, int line);

    SqlSide *upgrade() const { return m_upgrade; }
    SqlSide *downgrade() const { return m_downgrade; }
    /// Both directions as one text, as it is copied and saved.
    QString text() const;
    void copy() const;

    Qt::Orientation orientation() const;
    void setOrientation(Qt::Orientation orientation);

Q_SIGNALS:
    /// What text() gives may be something else.
    void textChanged();
    void dialectChosen(const QString &dialect);
    void orientationChosen(Qt::Orientation orientation);
    /// A statement was clicked: the place of the call that makes it.
    void placeActivated(const SourceRange &where);
    /// A statement is to be looked at in the script.
    void placeOpened(const SourceRange &where);
    void saveRequested();

private:
    QWidget *makeToolRow();
    void connectSide(SqlSide *side);

    Banner *m_banner = nullptr;
    QComboBox *m_dialect = nullptr;
    QToolButton *m_copy = nullptr;
    QToolButton *m_save = nullptr;
    QToolButton *m_beside = nullptr;
    QSplitter *m_splitter = nullptr;
    SqlSide *m_upgrade = nullptr;
    SqlSide *m_downgrade = nullptr;
};

} // namespace athanor
