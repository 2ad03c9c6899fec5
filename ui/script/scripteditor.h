// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"

#include <QWidget>

class QsciScintilla;

namespace athanor {

/// A view of one script: Python colours, line numbers, folding, matched braces, marks under what the reader
/// complained about. The only door to QScintilla.
class ScriptEditor : public QWidget
{
    Q_OBJECT

public:
    explicit ScriptEditor(QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const;

    /// Lines count from 1.
    void goToLine(int line);
    int currentLine() const;

    /// Marks the ranges that lie in the text; those without a line are left out.
    void setDiagnostics(const Diagnostics &diagnostics);

    enum class FindDirection { Forward, Backward };
    /// Selects the next occurrence, going round at the ends; false when there is none.
    bool find(const QString &text, FindDirection direction);
    QString selectedText() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpMargins();
    void applyTheme();
    void colourLexer();

    QsciScintilla *m_editor = nullptr;
};

} // namespace athanor
