// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/script/scripteditor.h"

#include "ui/script/scripteditorlook.h"
#include "ui/widgets/theme.h"

// QScintilla's headers use the short words that the build switches off.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#include <Qsci/qscicommandset.h>
#include <Qsci/qscidocument.h>
#include <Qsci/qscilexerpython.h>
#include <Qsci/qsciscintilla.h>
#undef signals
#undef slots

#include <QEvent>
#include <QScopedValueRollback>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace athanor {

using namespace editorlook;

namespace {

constexpr int IndentWidth = 4;
constexpr int SmallestDigits = 3;

/// New lines end as the first one does.
QsciScintilla::EolMode lineEndOf(const QString &text)
{
    const qsizetype at = text.indexOf(u'\n');
    const qsizetype back = text.indexOf(u'\r');
    if (back >= 0 && back + 1 == at)
        return QsciScintilla::EolWindows;
    return back >= 0 && (at < 0 || back < at) ? QsciScintilla::EolMac : QsciScintilla::EolUnix;
}

} // namespace

class ScriptEditor::Document
{
public:
    QsciDocument document;
    int line = 1;
    int firstVisible = 0;
    bool isReadOnly = false;
};

ScriptEditor::ScriptEditor(QWidget *parent)
    : QWidget(parent)
    , m_editor(new QsciScintilla(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_editor);
    setFocusProxy(m_editor);

    m_editor->setObjectName(u"scriptText"_s);
    m_editor->setAccessibleName(tr("Migration script"));
    m_editor->setFrameShape(QFrame::NoFrame);
    m_editor->setLexer(new QsciLexerPython(m_editor));
    // Ctrl+D connects to a file everywhere in the window.
    if (QsciCommand *duplicate = m_editor->standardCommands()->find(QsciCommand::SelectionDuplicate))
        duplicate->setKey(0);
    setUp(*m_editor);
    prepareDocument();
    connect(m_editor, &QsciScintilla::textChanged, this, [this] {
        if (!m_isLoading)
            Q_EMIT textEdited();
    });
    connect(m_editor, &QsciScintilla::modificationChanged, this, [this](bool modified) {
        if (!m_isLoading)
            Q_EMIT modifiedChanged(modified);
    });
    connect(m_editor, &QsciScintilla::cursorPositionChanged, this, [this](int line) {
        if (m_isLoading || line + 1 == m_line)
            return;
        m_line = line + 1;
        Q_EMIT lineChanged(m_line);
    });
}

void ScriptEditor::prepareDocument()
{
    // Scintilla keeps all this with the document.
    m_editor->setUtf8(true);
    m_editor->setTabWidth(IndentWidth);
    m_editor->setIndentationWidth(IndentWidth);
    m_editor->setIndentationsUseTabs(false);
    m_editor->setTabIndents(true);
    m_editor->setBackspaceUnindents(true);
    m_editor->setAutoIndent(true);
    m_editor->setLexer(m_editor->lexer());
    applyTheme();
}

void ScriptEditor::setText(const QString &text)
{
    const QScopedValueRollback loading(m_isLoading, true);
    m_editor->setText(text);
    m_editor->setModified(false);
    adaptToText();
    goToLine(1);
}

void ScriptEditor::replaceText(const QString &text)
{
    const QScopedValueRollback loading(m_isLoading, true);
    const bool readOnly = m_editor->isReadOnly();
    m_editor->setReadOnly(false);
    m_editor->SendScintilla(QsciScintilla::SCI_SETTEXT, text.toUtf8().constData());
    m_editor->setReadOnly(readOnly);
    m_editor->setModified(false);
    adaptToText();
}

void ScriptEditor::adaptToText()
{
    m_editor->setEolMode(lineEndOf(m_editor->text()));
    const auto digits = std::max<qsizetype>(SmallestDigits, QString::number(m_editor->lines()).size());
    m_editor->setMarginWidth(NumberMargin, QString(digits + 1, u'0'));
    m_editor->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTH, 1UL);
    setDiagnostics({});
    setStatementCounts({});
    setLit(0, 0);
}

QString ScriptEditor::text() const
{
    return m_editor->text();
}

bool ScriptEditor::isModified() const
{
    return m_editor->isModified();
}

void ScriptEditor::setUnmodified()
{
    m_editor->setModified(false);
}

bool ScriptEditor::isReadOnly() const
{
    return m_editor->isReadOnly();
}

void ScriptEditor::setReadOnly(bool readOnly)
{
    m_editor->setReadOnly(readOnly);
}

bool ScriptEditor::canUndo() const
{
    return m_editor->isUndoAvailable();
}

bool ScriptEditor::canRedo() const
{
    return m_editor->isRedoAvailable();
}

void ScriptEditor::undo()
{
    m_editor->undo();
}

void ScriptEditor::redo()
{
    m_editor->redo();
}

std::shared_ptr<ScriptEditor::Document> ScriptEditor::takeDocument()
{
    const QScopedValueRollback loading(m_isLoading, true);
    auto taken = std::make_shared<Document>();
    taken->document = m_editor->document();
    taken->line = currentLine();
    taken->firstVisible = m_editor->firstVisibleLine();
    taken->isReadOnly = isReadOnly();
    m_editor->setDocument(QsciDocument());
    prepareDocument();
    setReadOnly(false);
    adaptToText();
    return taken;
}

void ScriptEditor::setDocument(const std::shared_ptr<Document> &document)
{
    const QScopedValueRollback loading(m_isLoading, true);
    m_editor->setDocument(document->document);
    prepareDocument();
    setReadOnly(document->isReadOnly);
    adaptToText();
    goToLine(document->line);
    m_editor->setFirstVisibleLine(document->firstVisible);
}

void ScriptEditor::goToLine(int line)
{
    const int index = std::clamp(line, 1, std::max(1, m_editor->lines())) - 1;
    m_line = index + 1; // only what the user does is told of
    m_editor->ensureLineVisible(index);
    m_editor->setCursorPosition(index, 0);
    const auto visible = int(m_editor->SendScintilla(QsciScintilla::SCI_LINESONSCREEN));
    const int first = m_editor->firstVisibleLine();
    if (index < first || index >= first + visible)
        m_editor->setFirstVisibleLine(std::max(0, index - visible / 3));
}

int ScriptEditor::currentLine() const
{
    int line = 0;
    int column = 0;
    m_editor->getCursorPosition(&line, &column);
    return line + 1;
}

void ScriptEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyTheme();
}

void ScriptEditor::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (!m_diagnostics.isEmpty())
        showNotes();
}

void ScriptEditor::applyTheme()
{
    apply(*m_editor, palette(), font());
    showNotes();
    showCounts();
}

} // namespace athanor
