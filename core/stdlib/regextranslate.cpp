// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stdlib/native.h"
#include "core/stdlib/regex.h"

#include <algorithm>
#include <optional>

namespace athanor::python {

using namespace Qt::StringLiterals;

namespace {

bool isHexadecimal(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

std::int64_t flagOf(QChar letter)
{
    switch (letter.unicode()) {
    case u'i':
        return RegexIgnoreCase;
    case u'm':
        return RegexMultiline;
    case u's':
        return RegexDotAll;
    case u'x':
        return RegexVerbose;
    case u'a':
        return RegexAscii;
    case u'u':
        return RegexUnicode;
    case u'L':
        return RegexLocale;
    default:
        return 0;
    }
}

class PatternTranslator
{
public:
    PatternTranslator(Evaluator &evaluator, const QString &pattern)
        : m_evaluator(evaluator)
        , m_pattern(pattern)
    {
    }

    Outcome<TranslatedPattern> translate();

private:
    Done translateOne();
    Done translateEscape();
    Done translateHexadecimal(int digits);
    Done translateClass();
    Done translateGroup();
    Done translateFlags();
    bool translateRange();
    QChar at(qsizetype index) const { return index < m_pattern.size() ? m_pattern[index] : QChar(); }
    std::unexpected<Raised> fail(const QString &message, qsizetype position);

    Evaluator &m_evaluator;
    const QString &m_pattern;
    TranslatedPattern m_made;
    qsizetype m_at = 0;
    bool m_isInClass = false;
};

std::unexpected<Raised> PatternTranslator::fail(const QString &message, qsizetype position)
{
    return m_evaluator.raise(patternErrorClass,
                             message.toStdString() + " at position " + std::to_string(position));
}

Outcome<TranslatedPattern> PatternTranslator::translate()
{
    while (m_at < m_pattern.size()) {
        if (const Done done = translateOne(); !done)
            return std::unexpected(done.error());
    }
    return m_made;
}

Done PatternTranslator::translateOne()
{
    const QChar c = m_pattern[m_at];
    if (c == u'\\')
        return translateEscape();
    if (c == u'[')
        return translateClass();
    if (c == u'(')
        return translateGroup();
    if (c == u'{' && translateRange())
        return {};
    m_made.pattern += c;
    ++m_at;
    return {};
}

Done PatternTranslator::translateHexadecimal(int digits)
{
    const qsizetype start = m_at;
    const QString text =
        m_pattern.sliced(m_at + 2).first(std::min<qsizetype>(digits, m_pattern.size() - m_at - 2));
    const bool isComplete = text.size() == digits && std::ranges::all_of(text, isHexadecimal);
    if (!isComplete) {
        qsizetype end = m_at + 2;
        while (end < m_at + 2 + digits && isHexadecimal(at(end)))
            ++end;
        return fail(u"incomplete escape "_s + m_pattern.sliced(start, end - start), start);
    }
    m_made.pattern += u"\\x{"_s + text + u'}';
    m_at += 2 + digits;
    return {};
}

Done PatternTranslator::translateEscape()
{
    const QChar c = at(m_at + 1);
    if (c.isNull())
        return fail(u"bad escape (end of pattern)"_s, m_at);
    switch (c.unicode()) {
    case u'x':
        return translateHexadecimal(2);
    case u'u':
        return translateHexadecimal(4);
    case u'U':
        return translateHexadecimal(8);
    case u'N':
        return m_evaluator.refuse("\\N in a regular expression", "the character itself");
    case u'v': // vertical tab; more than that to PCRE2
        m_made.pattern += u"\\x0b"_s;
        m_at += 2;
        return {};
    case u'Z': // the very end; PCRE2's \Z may have a newline behind it
        if (m_isInClass)
            break;
        m_made.pattern += u"\\z"_s;
        m_at += 2;
        return {};
    default:
        break;
    }
    const QStringView known = m_isInClass ? u"abdDfnrsStwW" : u"abABdDfnrsStwW";
    if (isAsciiLetter(c) && !known.contains(c))
        return fail(u"bad escape \\"_s + c, m_at);
    m_made.pattern += u'\\';
    m_made.pattern += c;
    m_at += 2;
    return {};
}

Done PatternTranslator::translateClass()
{
    const qsizetype start = m_at;
    m_made.pattern += m_pattern[m_at++];
    if (at(m_at) == u'^')
        m_made.pattern += m_pattern[m_at++];
    m_isInClass = true;
    for (bool isFirst = true; m_at < m_pattern.size(); isFirst = false) {
        const QChar c = m_pattern[m_at];
        if (c == u']' && !isFirst) {
            m_isInClass = false;
            m_made.pattern += c;
            ++m_at;
            return {};
        }
        if (c == u'\\') {
            if (const Done done = translateEscape(); !done)
                return done;
            continue;
        }
        // A bracket means nothing here to Python; to PCRE2 it may begin "[:alpha:]".
        if (c == u'[')
            m_made.pattern += u'\\';
        m_made.pattern += c;
        ++m_at;
    }
    return fail(u"unterminated character set"_s, start);
}

/// "{,3}" is "{0,3}"; other braces mean the same to both.
bool PatternTranslator::translateRange()
{
    qsizetype end = m_at + 2;
    while (isAsciiDigit(at(end)))
        ++end;
    if (at(m_at + 1) != u',' || at(end) != u'}' || end == m_at + 2)
        return false;
    m_made.pattern += u"{0"_s + m_pattern.sliced(m_at + 1, end - m_at);
    m_at = end + 1;
    return true;
}

Done PatternTranslator::translateGroup()
{
    const qsizetype start = m_at;
    if (at(m_at + 1) == u'*')
        return fail(u"nothing to repeat"_s, m_at + 1);
    if (at(m_at + 1) != u'?') {
        m_made.pattern += m_pattern[m_at++];
        return {};
    }
    const QChar kind = at(m_at + 2);
    if (kind == u'P' && at(m_at + 3) != u'<' && at(m_at + 3) != u'=')
        return fail(u"unknown extension ?P"_s + at(m_at + 3), start + 1);
    if (kind == u'<' && at(m_at + 3) != u'=' && at(m_at + 3) != u'!')
        return fail(u"unknown extension ?<"_s + at(m_at + 3), start + 1);
    if (QStringView(u"P:=!<>(").contains(kind)) {
        m_made.pattern += m_pattern.sliced(m_at, 3);
        m_at += 3;
        return {};
    }
    if (kind == u'#') {
        const qsizetype end = m_pattern.indexOf(u')', m_at);
        if (end < 0)
            return fail(u"missing ), unterminated comment"_s, start);
        m_at = end + 1;
        return {};
    }
    if (flagOf(kind) != 0 || kind == u'-')
        return translateFlags();
    return fail(u"unknown extension ?"_s + kind, start + 1);
}

/// (?i) for the whole pattern, (?i:…) and (?-i:…) for a part.
Done PatternTranslator::translateFlags()
{
    const qsizetype start = m_at;
    QString letters;
    std::int64_t flags = 0;
    for (m_at += 2; flagOf(at(m_at)) != 0 || at(m_at) == u'-'; ++m_at) {
        flags |= flagOf(m_pattern[m_at]);
        // Whether a pattern is ASCII is an option of the whole in PCRE2.
        if (!QStringView(u"auL").contains(m_pattern[m_at]))
            letters += m_pattern[m_at];
    }
    if (at(m_at) == u')') {
        if (start != 0)
            return fail(u"global flags not at the start of the expression"_s, start);
        m_made.flags |= flags;
        ++m_at;
        return {};
    }
    if (at(m_at) != u':')
        return fail(u"unknown flag"_s, m_at);
    if (flags & (RegexAscii | RegexLocale))
        return m_evaluator.refuse("(?a:…) in a regular expression",
                                  "the flag re.ASCII for the whole pattern");
    m_made.pattern += u"(?"_s + letters + u':';
    ++m_at;
    return {};
}

} // namespace

Outcome<TranslatedPattern> translatePattern(Evaluator &evaluator, const std::string &pattern)
{
    const QString text = QString::fromStdString(pattern);
    return PatternTranslator(evaluator, text).translate();
}

} // namespace athanor::python
