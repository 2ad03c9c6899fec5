// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/scanner.h"

namespace athanor::python {

using namespace Qt::StringLiterals;

/// Measures the white space a line begins with and compares it with the blocks that are open. Blank and
/// comment lines, and lines inside brackets, do not count. Leaves m_atLineStart set when there is no line
/// left.
void Scanner::indentation()
{
    static constexpr int TabWidth = 8;
    int column = 0;
    int alternative = 0;
    int continued = 0;
    for (;; ++m_at) {
        if (*m_at == ' ') {
            ++column;
            ++alternative;
        } else if (*m_at == '\t') {
            column = (column / TabWidth + 1) * TabWidth;
            ++alternative;
        } else if (*m_at == '\f') {
            column = alternative = 0;
        } else if (*m_at == '\\') {
            continued = continued ? continued : column;
            ++m_at;
            if (!continuationLine())
                return;
            --m_at;
        } else {
            break;
        }
    }
    if (*m_at == '#')
        comment();
    if (*m_at == '\n') {
        ++m_at;
        return;
    }
    if (atEnd(m_at))
        return;
    m_atLineStart = false;
    if (continued)
        column = alternative = continued;
    changeIndentation(column, alternative, m_at);
}

void Scanner::changeIndentation(int column, int alternative, const char *at)
{
    const auto inconsistent = [&] {
        const int line = m_source.lineAt(offset(at));
        const char *begin = m_source.line(line).data();
        fail(SyntaxCode::Tabs, u"inconsistent use of tabs and spaces in indentation"_s, begin,
             begin + m_source.line(line).size(), Precedence::AfterParser);
    };
    Indentation &current = m_indentations[static_cast<std::size_t>(m_indentation)];
    if (column == current.column) {
        if (alternative != current.alternative)
            inconsistent();
        return;
    }
    if (column > current.column) {
        if (m_indentation + 1 >= MaximumIndentation)
            return fail(SyntaxCode::TooDeep, u"too many levels of indentation"_s, at, at + 1,
                        Precedence::AfterParser);
        if (alternative <= current.alternative)
            return inconsistent();
        m_indentations[static_cast<std::size_t>(++m_indentation)] = {column, alternative};
        return add(TokenKind::Indent, at, at);
    }
    while (m_indentation > 0 && column < m_indentations[static_cast<std::size_t>(m_indentation)].column) {
        --m_indentation;
        add(TokenKind::Dedent, at, at);
    }
    const Indentation &reached = m_indentations[static_cast<std::size_t>(m_indentation)];
    if (column != reached.column) {
        const char *lineEnd =
            static_cast<const char *>(std::memchr(at, '\n', static_cast<std::size_t>(m_end - at)));
        return fail(SyntaxCode::Indentation, u"unindent does not match any outer indentation level"_s,
                    lineEnd ? lineEnd : m_end, lineEnd ? lineEnd : m_end, Precedence::AfterParser);
    }
    if (alternative != reached.alternative)
        inconsistent();
}

/// After a backslash: only the line's end may follow.
bool Scanner::continuationLine()
{
    if (*m_at != '\n') {
        fail(SyntaxCode::Continuation, u"unexpected character after line continuation character"_s, m_at,
             m_at + 1);
        return false;
    }
    ++m_at;
    if (atEnd(m_at)) {
        fail(SyntaxCode::Continuation, u"unexpected EOF while parsing"_s, m_at - 1, m_at);
        return false;
    }
    return true;
}

void Scanner::finish()
{
    if (m_bracketCount > 0) {
        const Bracket &open = m_brackets[m_bracketCount - 1];
        const char *at = m_begin + open.offset;
        return fail(SyntaxCode::Bracket, u"'%1' was never closed"_s.arg(QLatin1Char(open.opening)), at,
                    at + 1, Precedence::AfterParser);
    }
    if (!m_atLineStart)
        add(TokenKind::Newline, m_end, m_end);
    for (; m_indentation > 0; --m_indentation)
        add(TokenKind::Dedent, m_end, m_end);
}

} // namespace athanor::python
