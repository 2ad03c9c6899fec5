// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"

#include <QHash>
#include <QWidget>

#include <memory>

class QsciScintilla;

namespace athanor {

/// An editor for one script: Python colours, line numbers, folding, matched braces, marks and messages where
/// the reader complains, and beside each line the number of statements it makes. The only door to QScintilla.
class ScriptEditor : public QWidget
{
    Q_OBJECT

public:
    /// A text with its undo history and the place in it, put aside while another is shown.
    class Document;

    explicit ScriptEditor(QWidget *parent = nullptr);

    /// Shows a text as it was read: not modified, nothing to be undone. Line ends stay as they are; new ones
    /// are as the first.
    void setText(const QString &text);
    /// The same as a step that can be undone.
    void replaceText(const QString &text);
    QString text() const;

    bool isModified() const;
    /// What is shown is what is saved.
    void setUnmodified();
    bool isReadOnly() const;
    void setReadOnly(bool readOnly);
    bool canUndo() const;
    bool canRedo() const;
    void undo();
    void redo();

    /// Leaves an empty editor.
    std::shared_ptr<Document> takeDocument();
    void setDocument(const std::shared_ptr<Document> &document);

    /// Lines count from 1.
    void goToLine(int line);
    int currentLine() const;
    /// Lights up some lines; none for 0.
    void setLit(int firstLine, int lastLine);
    int litLine() const { return m_litLine; }

    /// Marks the ranges that lie in the text and writes what is wrong under their lines; those without a line
    /// are left out.
    void setDiagnostics(const Diagnostics &diagnostics);
    /// What is written under a line; empty when nothing is.
    QString noteAt(int line) const { return m_notes.value(line); }
    /// How many statements each line makes.
    void setStatementCounts(const QHash<int, int> &counts);
    QString countAt(int line) const;

    enum class FindDirection { Here, Forward, Backward }; ///< Here: what is selected may be it still
    /// Selects the next occurrence, whatever the case, going round at the ends; false when there is none.
    bool find(const QString &text, FindDirection direction);
    /// Replaces the selection where it is an occurrence, and selects the next one.
    bool replace(const QString &text, const QString &replacement);
    /// Replaces every occurrence, as one step; returns how many there were.
    int replaceAll(const QString &text, const QString &replacement);
    QString selectedText() const;

Q_SIGNALS:
    /// The text changed by the user's doing.
    void textEdited();
    void modifiedChanged(bool modified);
    void lineChanged(int line);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void prepareDocument();
    void adaptToText();
    void applyTheme();
    void showNotes();
    void showCounts();
    void mark(const Diagnostic &diagnostic);
    QString wrapped(const QString &text) const;

    QsciScintilla *m_editor = nullptr;
    Diagnostics m_diagnostics;
    QHash<int, QString> m_notes;
    QHash<int, int> m_counts;
    int m_litLine = 0;
    int m_line = 1;
    bool m_isLoading = false; ///< the text is changed by setText(), not by the user
};

} // namespace athanor
