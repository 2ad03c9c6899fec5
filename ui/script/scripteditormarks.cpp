// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown at the lines: marks, notes, numbers of statements.
#include "ui/script/scripteditor.h"

#include "ui/script/scripteditorlook.h"
#include "ui/widgets/theme.h"

// QScintilla's headers use the short words that the build switches off.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#include <Qsci/qsciscintilla.h>
#include <Qsci/qscistyle.h>
#undef signals
#undef slots

#include <QMap>

using namespace Qt::StringLiterals;

namespace athanor {

using namespace editorlook;

static constexpr int NarrowestNote = 30; ///< characters

void ScriptEditor::setLit(int firstLine, int lastLine)
{
    m_editor->markerDeleteAll(LitMarker);
    m_litLine = firstLine;
    for (int line = std::max(1, firstLine); line <= std::min(lastLine, m_editor->lines()); ++line)
        m_editor->markerAdd(line - 1, LitMarker);
}

void ScriptEditor::setDiagnostics(const Diagnostics &diagnostics)
{
    m_diagnostics = diagnostics;
    const int last = std::max(0, m_editor->lines() - 1);
    for (const int indicator : {ErrorIndicator, WarningIndicator})
        m_editor->clearIndicatorRange(0, 0, last, m_editor->lineLength(last), indicator);
    for (const Diagnostic &diagnostic : diagnostics)
        mark(diagnostic);
    showNotes();
}

void ScriptEditor::mark(const Diagnostic &diagnostic)
{
    const SourceRange &where = diagnostic.where;
    if (where.line < 1 || where.line > m_editor->lines())
        return;
    const int last = std::max(0, m_editor->lines() - 1);
    const int line = where.line - 1;
    const int start = std::max(0, where.column - 1);
    const bool ranged = where.endLine > 0 && where.endColumn > 0;
    const int endLine = ranged ? std::min(where.endLine - 1, last) : line;
    const int end =
        ranged ? where.endColumn - 1
               : std::max(start + 1,
                          m_editor->text(line).trimmed().size() > 0 ? m_editor->lineLength(line) - 1 : 1);
    m_editor->fillIndicatorRange(line, start, endLine, end,
                                 diagnostic.severity == Severity::Error ? ErrorIndicator : WarningIndicator);
}

void ScriptEditor::showNotes()
{
    struct LineNote
    {
        QStringList texts;
        Note tone = Note::Warning;
    };
    QMap<int, LineNote> notes;
    for (const Diagnostic &diagnostic : std::as_const(m_diagnostics)) {
        const int line = diagnostic.where.line;
        if (line < 1 || line > m_editor->lines())
            continue;
        auto &[texts, tone] = notes[line];
        const QString text = wrapped(
            diagnostic.hint.isEmpty() ? diagnostic.message : diagnostic.message + u"; "_s + diagnostic.hint);
        if (!texts.contains(text))
            texts.append(text);
        if (diagnostic.severity == Severity::Error)
            tone = Note::Error;
    }
    m_editor->clearAnnotations();
    m_notes.clear();
    for (const auto &[line, note] : notes.asKeyValueRange()) {
        m_notes.insert(line, note.texts.join(u'\n'));
        m_editor->annotate(line - 1, m_notes.value(line), noteStyle(note.tone, palette(), font()));
    }
}

QString ScriptEditor::wrapped(const QString &text) const
{
    const QFontMetrics metrics(captionFont(font()));
    const int width =
        std::max(NarrowestNote,
                 m_editor->viewport()->width() / std::max(1, metrics.averageCharWidth()) - NarrowestNote / 2);
    QString result;
    qsizetype length = 0;
    for (const QString &word : text.split(u' ')) {
        if (length > 0 && length + word.size() >= width) {
            result += u'\n';
            length = 0;
        } else if (length > 0) {
            result += u' ';
            ++length;
        }
        result += word;
        length += word.size();
    }
    return result;
}

void ScriptEditor::setStatementCounts(const QHash<int, int> &counts)
{
    if (counts == m_counts && !m_isLoading)
        return;
    m_counts = counts;
    showCounts();
}

void ScriptEditor::showCounts()
{
    m_editor->clearMarginText();
    const QsciStyle style = noteStyle(Note::Count, palette(), font());
    for (const auto &[line, count] : m_counts.asKeyValueRange())
        m_editor->setMarginText(line - 1, u"›%1"_s.arg(count), style);
    if (m_counts.isEmpty())
        m_editor->setMarginWidth(CountMargin, 0);
    else
        m_editor->setMarginWidth(CountMargin, u"›99"_s);
}

QString ScriptEditor::countAt(int line) const
{
    return m_counts.contains(line) ? QString::number(m_counts.value(line)) : QString();
}

} // namespace athanor
