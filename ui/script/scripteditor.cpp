// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/script/scripteditor.h"

#include "ui/widgets/theme.h"

// QScintilla's headers use the short words that the build switches off.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#include <Qsci/qscilexerpython.h>
#include <Qsci/qsciscintilla.h>
#undef signals
#undef slots

#include <QEvent>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

constexpr int NumberMargin = 0;
constexpr int FoldMargin = 2;
constexpr int FoldWidth = 11;
constexpr int ErrorIndicator = 8;
constexpr int WarningIndicator = 9;
constexpr int SmallestDigits = 3;
constexpr int LineSpacing = 2; ///< pixels above and below each line

} // namespace

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
    m_editor->setUtf8(true);
    m_editor->setReadOnly(true);
    m_editor->setTabWidth(4);
    m_editor->setBraceMatching(QsciScintilla::SloppyBraceMatch);
    m_editor->setCaretLineVisible(true);
    m_editor->setLexer(new QsciLexerPython(m_editor));
    m_editor->setExtraAscent(LineSpacing);
    m_editor->setExtraDescent(LineSpacing);
    m_editor->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTH, 1UL);
    m_editor->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTHTRACKING, 1UL);
    m_editor->indicatorDefine(QsciScintilla::SquiggleIndicator, ErrorIndicator);
    m_editor->indicatorDefine(QsciScintilla::SquiggleIndicator, WarningIndicator);
    setUpMargins();
    applyTheme();
}

void ScriptEditor::setUpMargins()
{
    m_editor->setMarginType(NumberMargin, QsciScintilla::NumberMargin);
    m_editor->setMarginWidth(1, 0);
    m_editor->setFolding(QsciScintilla::PlainFoldStyle, FoldMargin);
    m_editor->setMarginWidth(FoldMargin, FoldWidth);
    const auto define = [this](unsigned long marker, int symbol) {
        m_editor->SendScintilla(QsciScintilla::SCI_MARKERDEFINE, marker, long(symbol));
    };
    define(QsciScintilla::SC_MARKNUM_FOLDEROPEN, QsciScintilla::SC_MARK_ARROWDOWN);
    define(QsciScintilla::SC_MARKNUM_FOLDEROPENMID, QsciScintilla::SC_MARK_ARROWDOWN);
    define(QsciScintilla::SC_MARKNUM_FOLDER, QsciScintilla::SC_MARK_ARROW);
    define(QsciScintilla::SC_MARKNUM_FOLDEREND, QsciScintilla::SC_MARK_ARROW);
    m_editor->SendScintilla(QsciScintilla::SCI_SETMARGINLEFT, 0UL, long(metrics::Related));
}

void ScriptEditor::setText(const QString &text)
{
    m_editor->setText(text);
    const auto digits = std::max<qsizetype>(SmallestDigits, QString::number(m_editor->lines()).size());
    m_editor->setMarginWidth(NumberMargin, QString(digits + 1, u'0'));
    m_editor->SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTH, 1UL);
    setDiagnostics({});
    goToLine(1);
}

QString ScriptEditor::text() const
{
    return m_editor->text();
}

void ScriptEditor::goToLine(int line)
{
    const int index = std::clamp(line, 1, std::max(1, m_editor->lines())) - 1;
    m_editor->ensureLineVisible(index);
    m_editor->setCursorPosition(index, 0);
    const auto visible = int(m_editor->SendScintilla(QsciScintilla::SCI_LINESONSCREEN));
    m_editor->setFirstVisibleLine(std::max(0, index - visible / 3));
}

int ScriptEditor::currentLine() const
{
    int line = 0;
    int column = 0;
    m_editor->getCursorPosition(&line, &column);
    return line + 1;
}

void ScriptEditor::setDiagnostics(const Diagnostics &diagnostics)
{
    const int last = std::max(0, m_editor->lines() - 1);
    for (const int indicator : {ErrorIndicator, WarningIndicator})
        m_editor->clearIndicatorRange(0, 0, last, m_editor->lineLength(last), indicator);
    m_editor->clearAnnotations();
    for (const Diagnostic &diagnostic : diagnostics) {
        const SourceRange &where = diagnostic.where;
        if (where.line < 1 || where.line > m_editor->lines())
            continue;
        const int line = where.line - 1;
        const int start = std::max(0, where.column - 1);
        const bool ranged = where.endLine > 0 && where.endColumn > 0;
        const int endLine = ranged ? std::min(where.endLine - 1, last) : line;
        const int end =
            ranged ? where.endColumn - 1
                   : std::max(start + 1,
                              m_editor->text(line).trimmed().size() > 0 ? m_editor->lineLength(line) - 1 : 1);
        m_editor->fillIndicatorRange(line, start, endLine, end,
                                     diagnostic.severity == Severity::Error ? ErrorIndicator
                                                                            : WarningIndicator);
    }
}

bool ScriptEditor::find(const QString &text, FindDirection direction)
{
    if (text.isEmpty())
        return false;
    int line = 0;
    int column = 0;
    int endLine = 0;
    int endColumn = 0;
    m_editor->getSelection(&line, &column, &endLine, &endColumn);
    const bool forward = direction == FindDirection::Forward;
    if (line < 0)
        m_editor->getCursorPosition(&endLine, &endColumn);
    const bool selected = line >= 0;
    return m_editor->findFirst(text, false, false, false, true, forward,
                               forward || !selected ? endLine : line,
                               forward || !selected ? endColumn : column);
}

QString ScriptEditor::selectedText() const
{
    return m_editor->selectedText();
}

void ScriptEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyTheme();
}

void ScriptEditor::applyTheme()
{
    const ThemeColours &c = themeColours(palette());
    colourLexer();
    m_editor->setCaretForegroundColor(c.text);
    m_editor->setCaretLineBackgroundColor(c.hover);
    m_editor->setSelectionBackgroundColor(mixed(c.surface, c.accent, 0.30));
    m_editor->resetSelectionForegroundColor();
    m_editor->setMarginsBackgroundColor(c.surface);
    m_editor->setMarginsForegroundColor(c.muted);
    m_editor->setMarginsFont(codeFont(font()));
    m_editor->setFoldMarginColors(c.surface, c.surface);
    m_editor->setMatchedBraceForegroundColor(c.text);
    m_editor->setMatchedBraceBackgroundColor(mixed(c.surface, c.accent, 0.25));
    m_editor->setUnmatchedBraceForegroundColor(c.removed);
    m_editor->setUnmatchedBraceBackgroundColor(c.surface);
    m_editor->setIndicatorForegroundColor(c.removed, ErrorIndicator);
    m_editor->setIndicatorForegroundColor(c.warning, WarningIndicator);
    const QColor fold = mixed(c.surface, c.muted, 0.7);
    // The fold marks are not among those that QScintilla's own setters know.
    for (int marker = QsciScintilla::SC_MARKNUM_FOLDEREND;
         marker <= int(QsciScintilla::SC_MARKNUM_FOLDEROPEN); ++marker) {
        m_editor->SendScintilla(QsciScintilla::SCI_MARKERSETFORE, static_cast<unsigned long>(marker), fold);
        m_editor->SendScintilla(QsciScintilla::SCI_MARKERSETBACK, static_cast<unsigned long>(marker), fold);
    }
}

void ScriptEditor::colourLexer()
{
    const ThemeColours &c = themeColours(palette());
    QsciLexer *lexer = m_editor->lexer();
    lexer->setDefaultFont(codeFont(font()));
    lexer->setFont(codeFont(font()));
    lexer->setDefaultPaper(c.surface);
    lexer->setPaper(c.surface);
    lexer->setDefaultColor(c.text);
    lexer->setColor(c.text);

    using Python = QsciLexerPython;
    const std::array strings{Python::DoubleQuotedString,
                             Python::SingleQuotedString,
                             Python::TripleSingleQuotedString,
                             Python::TripleDoubleQuotedString,
                             Python::DoubleQuotedFString,
                             Python::SingleQuotedFString,
                             Python::TripleSingleQuotedFString,
                             Python::TripleDoubleQuotedFString,
                             Python::UnclosedString};
    for (const auto style : strings)
        lexer->setColor(c.added, style);
    lexer->setColor(c.changed, Python::Keyword);
    lexer->setColor(c.accent, Python::FunctionMethodName);
    lexer->setColor(c.accent, Python::ClassName);
    lexer->setColor(c.warning, Python::Number);
    lexer->setColor(c.warning, Python::Decorator);
    lexer->setColor(c.muted, Python::Comment);
    lexer->setColor(c.muted, Python::CommentBlock);
    QFont bold = codeFont(font());
    bold.setBold(true);
    lexer->setFont(bold, Python::FunctionMethodName);
}

} // namespace athanor
