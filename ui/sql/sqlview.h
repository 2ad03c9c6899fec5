// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sql/sqltext.h"

#include <QPlainTextEdit>

#include <memory>

namespace athanor {

/// Statements to be read: coloured as their dialect has it, with a bar beside those that are picked out. The
/// only door to KSyntaxHighlighting.
class SqlView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit SqlView(QWidget *parent = nullptr);
    ~SqlView() override;

    /// `dialect` is SQLAlchemy's name, which chooses the colours.
    void setSql(const SqlText &sql, const QString &dialect);
    const SqlText &sql() const { return m_sql; }

    /// Picks out some statements and scrolls to the first.
    void setPicked(const QList<int> &blocks);
    const QList<int> &picked() const { return m_picked; }

Q_SIGNALS:
    /// The user clicked into a statement, or moved to it with the keyboard.
    void blockActivated(int block);
    /// A double click or Return: the user wants to go where it comes from.
    void blockOpened(int block);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Highlighter;

    void applyTheme();
    void showPicked();
    void followCursor();
    void open();
    bool isAbout(const QString &file) const;

    SqlText m_sql;
    QList<int> m_picked;
    bool m_isMoving = false; ///< the cursor is moved by setPicked(), not by the user
    std::unique_ptr<Highlighter> m_highlighter;
};

} // namespace athanor
