// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sql/sqlview.h"

#include "ui/widgets/theme.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

/// Reading the list of definitions takes some milliseconds: once a program.
KSyntaxHighlighting::Repository &repository()
{
    static KSyntaxHighlighting::Repository all;
    return all;
}

QString definitionName(const QString &dialect)
{
    if (dialect == "postgresql"_L1)
        return u"SQL (PostgreSQL)"_s;
    if (dialect == "mysql"_L1 || dialect == "mariadb"_L1)
        return u"SQL (MySQL)"_s;
    if (dialect == "oracle"_L1)
        return u"SQL (Oracle)"_s;
    return u"SQL"_s;
}

} // namespace

/// The definition's parts in the window's own colours, which are those of the script beside it.
class SqlView::Highlighter : public KSyntaxHighlighting::SyntaxHighlighter
{
public:
    using SyntaxHighlighter::SyntaxHighlighter;

    void setColours(const ThemeColours &colours)
    {
        m_colours = &colours;
        rehighlight();
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        QTextCharFormat look;
        const auto style = format.textStyle();
        look.setForeground(colour(style));
        if (style == KSyntaxHighlighting::Theme::Keyword)
            look.setFontWeight(QFont::DemiBold);
        setFormat(offset, length, look);
    }

private:
    QColor colour(KSyntaxHighlighting::Theme::TextStyle style) const
    {
        using KSyntaxHighlighting::Theme;
        const ThemeColours &c = *m_colours;
        switch (style) {
        case Theme::Keyword:
        case Theme::ControlFlow:
            return c.changed;
        case Theme::DataType:
        case Theme::Function:
        case Theme::BuiltIn:
            return c.accent;
        case Theme::String:
        case Theme::VerbatimString:
        case Theme::SpecialString:
        case Theme::Char:
        case Theme::SpecialChar:
            return c.added;
        case Theme::DecVal:
        case Theme::BaseN:
        case Theme::Float:
        case Theme::Constant:
            return c.warning;
        case Theme::Comment:
        case Theme::Documentation:
        case Theme::Annotation:
            return c.muted;
        default:
            return c.text;
        }
    }

    const ThemeColours *m_colours = &themeColours(ColourScheme::Light);
};

SqlView::SqlView(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_highlighter(std::make_unique<Highlighter>(document()))
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    document()->setDocumentMargin(metrics::Related);
    applyTheme();
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &SqlView::followCursor);
}

SqlView::~SqlView() = default;

void SqlView::setSql(const SqlText &sql, const QString &dialect)
{
    const QScopedValueRollback moving(m_isMoving, true);
    const auto definition = repository().definitionForName(definitionName(dialect));
    // While someone types in the script, the place in its SQL stays.
    const bool isSameScript = !sql.blocks.isEmpty() && isAbout(sql.blocks.first().scriptFile);
    const int place = isSameScript ? verticalScrollBar()->value() : 0;
    m_picked.clear();
    m_sql = sql;
    if (m_highlighter->definition() != definition)
        m_highlighter->setDefinition(definition);
    setPlainText(sql.text);
    verticalScrollBar()->setValue(place);
    showPicked();
}

void SqlView::setPicked(const QList<int> &blocks)
{
    if (blocks == m_picked)
        return;
    const QScopedValueRollback moving(m_isMoving, true);
    m_picked = blocks;
    showPicked();
    if (blocks.isEmpty())
        return;
    QTextCursor cursor(document()->findBlockByNumber(m_sql.blocks.at(blocks.first()).firstLine));
    setTextCursor(cursor);
    ensureCursorVisible();
}

void SqlView::followCursor()
{
    if (m_isMoving)
        return;
    const int block = m_sql.blockAt(textCursor().blockNumber());
    if (block < 0)
        return;
    m_picked = {block};
    showPicked();
    Q_EMIT blockActivated(block);
}

bool SqlView::isAbout(const QString &file) const
{
    return !m_sql.blocks.isEmpty() && m_sql.blocks.first().scriptFile == file;
}

void SqlView::open()
{
    const int block = m_sql.blockAt(textCursor().blockNumber());
    if (block >= 0)
        Q_EMIT blockOpened(block);
}

void SqlView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        open();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void SqlView::mouseDoubleClickEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseDoubleClickEvent(event);
    open();
}

void SqlView::showPicked()
{
    QTextEdit::ExtraSelection line;
    line.format.setBackground(themeColours(palette()).selection);
    line.format.setProperty(QTextFormat::FullWidthSelection, true);
    QList<QTextEdit::ExtraSelection> selections;
    for (const int picked : std::as_const(m_picked)) {
        const SqlBlock &block = m_sql.blocks.at(picked);
        for (int number = block.firstLine; number <= block.lastLine; ++number) {
            line.cursor = QTextCursor(document()->findBlockByNumber(number));
            selections.append(line);
        }
    }
    setExtraSelections(selections);
}

void SqlView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
}

void SqlView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    ensureCursorVisible();
}

void SqlView::applyTheme()
{
    setFont(codeFont(font()));
    setTabStopDistance(4 * fontMetrics().horizontalAdvance(u' '));
    m_highlighter->setColours(themeColours(palette()));
    showPicked();
}

} // namespace athanor
