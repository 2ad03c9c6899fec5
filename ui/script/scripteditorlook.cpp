// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/script/scripteditorlook.h"

#include "ui/widgets/theme.h"

// QScintilla's headers use the short words that the build switches off.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#include <Qsci/qscilexerpython.h>
#include <Qsci/qsciscintilla.h>
#include <Qsci/qscistyle.h>
#undef signals
#undef slots

#include <array>

using namespace Qt::StringLiterals;

namespace athanor::editorlook {

namespace {

constexpr int FoldWidth = 11;
constexpr int LineSpacing = 2; ///< pixels above and below each line
constexpr int CaretLineAlpha = 14;
constexpr int FirstNoteStyle = 64; ///< above the lexer's and Scintilla's own

void colourLexer(QsciLexer &lexer, const ThemeColours &c, const QFont &font)
{
    lexer.setDefaultFont(font);
    lexer.setFont(font);
    lexer.setDefaultPaper(c.surface);
    lexer.setPaper(c.surface);
    lexer.setDefaultColor(c.text);
    lexer.setColor(c.text);

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
        lexer.setColor(c.added, style);
    lexer.setColor(c.changed, Python::Keyword);
    lexer.setColor(c.accent, Python::FunctionMethodName);
    lexer.setColor(c.accent, Python::ClassName);
    lexer.setColor(c.warning, Python::Number);
    lexer.setColor(c.warning, Python::Decorator);
    lexer.setColor(c.muted, Python::Comment);
    lexer.setColor(c.muted, Python::CommentBlock);
    QFont bold = font;
    bold.setBold(true);
    lexer.setFont(bold, Python::FunctionMethodName);
}

} // namespace

void setUp(QsciScintilla &editor)
{
    editor.setBraceMatching(QsciScintilla::SloppyBraceMatch);
    editor.setCaretLineVisible(true);
    editor.setExtraAscent(LineSpacing);
    editor.setExtraDescent(LineSpacing);
    editor.SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTH, 1UL);
    editor.SendScintilla(QsciScintilla::SCI_SETSCROLLWIDTHTRACKING, 1UL);
    editor.indicatorDefine(QsciScintilla::SquiggleIndicator, ErrorIndicator);
    editor.indicatorDefine(QsciScintilla::SquiggleIndicator, WarningIndicator);
    editor.setAnnotationDisplay(QsciScintilla::AnnotationIndented);
    editor.markerDefine(QsciScintilla::Background, LitMarker);

    editor.setMarginType(NumberMargin, QsciScintilla::NumberMargin);
    editor.setMarginType(CountMargin, QsciScintilla::TextMarginRightJustified);
    editor.setMarginWidth(CountMargin, 0);
    // A marker that no margin shows colours the line.
    editor.setMarginMarkerMask(NumberMargin, 0);
    editor.setMarginMarkerMask(CountMargin, 0);
    editor.setFolding(QsciScintilla::PlainFoldStyle, FoldMargin);
    editor.setMarginWidth(FoldMargin, FoldWidth);
    const auto define = [&editor](unsigned long marker, int symbol) {
        editor.SendScintilla(QsciScintilla::SCI_MARKERDEFINE, marker, long(symbol));
    };
    define(QsciScintilla::SC_MARKNUM_FOLDEROPEN, QsciScintilla::SC_MARK_ARROWDOWN);
    define(QsciScintilla::SC_MARKNUM_FOLDEROPENMID, QsciScintilla::SC_MARK_ARROWDOWN);
    define(QsciScintilla::SC_MARKNUM_FOLDER, QsciScintilla::SC_MARK_ARROW);
    define(QsciScintilla::SC_MARKNUM_FOLDEREND, QsciScintilla::SC_MARK_ARROW);
    editor.SendScintilla(QsciScintilla::SCI_SETMARGINLEFT, 0UL, long(metrics::Related));
}

void apply(QsciScintilla &editor, const QPalette &palette, const QFont &font)
{
    const ThemeColours &c = themeColours(palette);
    colourLexer(*editor.lexer(), c, codeFont(font));
    editor.setCaretForegroundColor(c.text);
    // Translucent, so that a lit line is seen under the cursor too.
    QColor caretLine = c.text;
    caretLine.setAlpha(CaretLineAlpha);
    editor.setCaretLineBackgroundColor(caretLine);
    editor.setMarkerBackgroundColor(c.selection, LitMarker);
    editor.setSelectionBackgroundColor(mixed(c.surface, c.accent, 0.30));
    editor.resetSelectionForegroundColor();
    editor.setMarginsBackgroundColor(c.surface);
    editor.setMarginsForegroundColor(c.muted);
    editor.setMarginsFont(codeFont(font));
    editor.setFoldMarginColors(c.surface, c.surface);
    editor.setMatchedBraceForegroundColor(c.text);
    editor.setMatchedBraceBackgroundColor(mixed(c.surface, c.accent, 0.25));
    editor.setUnmatchedBraceForegroundColor(c.removed);
    editor.setUnmatchedBraceBackgroundColor(c.surface);
    editor.setIndicatorForegroundColor(c.removed, ErrorIndicator);
    editor.setIndicatorForegroundColor(c.warning, WarningIndicator);
    const QColor fold = mixed(c.surface, c.muted, 0.7);
    // The fold marks are not among those that QScintilla's own setters know.
    for (int marker = QsciScintilla::SC_MARKNUM_FOLDEREND;
         marker <= int(QsciScintilla::SC_MARKNUM_FOLDEROPEN); ++marker) {
        editor.SendScintilla(QsciScintilla::SCI_MARKERSETFORE, static_cast<unsigned long>(marker), fold);
        editor.SendScintilla(QsciScintilla::SCI_MARKERSETBACK, static_cast<unsigned long>(marker), fold);
    }
}

QsciStyle noteStyle(Note note, const QPalette &palette, const QFont &font)
{
    const ThemeColours &c = themeColours(palette);
    const QColor tone = note == Note::Error ? c.removed : note == Note::Warning ? c.warning : c.accent;
    const QColor paper = note == Note::Count ? c.surface : mixed(c.surface, tone, 0.10);
    const QFont base = note == Note::Count ? codeFont(captionFont(font)) : captionFont(font);
    return QsciStyle(FirstNoteStyle + int(note), QString(), tone, paper, base);
}

} // namespace athanor::editorlook
