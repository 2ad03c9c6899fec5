// SPDX-License-Identifier: GPL-3.0-or-later
// Finding and replacing.
#include "ui/script/scripteditor.h"

// QScintilla's headers use the short words that the build switches off.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#include <Qsci/qsciscintilla.h>
#undef signals
#undef slots

namespace athanor {

bool ScriptEditor::find(const QString &text, FindDirection direction)
{
    if (text.isEmpty())
        return false;
    int line = 0;
    int column = 0;
    int endLine = 0;
    int endColumn = 0;
    m_editor->getSelection(&line, &column, &endLine, &endColumn);
    const bool forward = direction != FindDirection::Backward;
    const bool fromEnd = direction == FindDirection::Forward;
    if (line < 0)
        m_editor->getCursorPosition(&endLine, &endColumn);
    const bool selected = line >= 0;
    return m_editor->findFirst(text, false, false, false, true, forward,
                               fromEnd || !selected ? endLine : line,
                               fromEnd || !selected ? endColumn : column);
}

bool ScriptEditor::replace(const QString &text, const QString &replacement)
{
    if (!text.isEmpty() && selectedText().compare(text, Qt::CaseInsensitive) == 0)
        m_editor->replaceSelectedText(replacement);
    return find(text, FindDirection::Forward);
}

int ScriptEditor::replaceAll(const QString &text, const QString &replacement)
{
    if (text.isEmpty() || isReadOnly())
        return 0;
    const QByteArray wanted = text.toUtf8();
    const QByteArray with = replacement.toUtf8();
    const auto length = [this] { return m_editor->SendScintilla(QsciScintilla::SCI_GETLENGTH); };
    int count = 0;
    m_editor->SendScintilla(QsciScintilla::SCI_SETSEARCHFLAGS, 0UL);
    m_editor->beginUndoAction();
    for (long from = 0;; ++count) {
        m_editor->SendScintilla(QsciScintilla::SCI_SETTARGETSTART, static_cast<unsigned long>(from));
        m_editor->SendScintilla(QsciScintilla::SCI_SETTARGETEND, static_cast<unsigned long>(length()));
        const long at = m_editor->SendScintilla(QsciScintilla::SCI_SEARCHINTARGET,
                                                static_cast<uintptr_t>(wanted.size()), wanted.constData());
        if (at < 0)
            break;
        m_editor->SendScintilla(QsciScintilla::SCI_REPLACETARGET, static_cast<uintptr_t>(with.size()),
                                with.constData());
        from = at + with.size();
    }
    m_editor->endUndoAction();
    return count;
}

QString ScriptEditor::selectedText() const
{
    return m_editor->selectedText();
}

} // namespace athanor
