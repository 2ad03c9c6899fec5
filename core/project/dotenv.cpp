// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/dotenv.h"

#include "core/project/textfile.h"

#include <tuple>

namespace athanor {

using namespace Qt::StringLiterals;

/// Lines that double each other would otherwise fill the memory.
static constexpr qsizetype longestValue = 1024 * 1024;

namespace {

bool isNameStart(QChar c)
{
    return c == u'_' || (c.unicode() < 128 && c.isLetter());
}
bool isNamePart(QChar c)
{
    return isNameStart(c) || c == u'.' || (c >= u'0' && c <= u'9');
}
bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}

class DotenvReader
{
public:
    DotenvReader(const QString &text, const QString &path, const QProcessEnvironment &environment)
        : m_text(text)
        , m_environment(environment)
    {
        m_result.path = path;
    }

    Dotenv read()
    {
        while (m_at < m_text.size()) {
            readLine();
            skipToLineEnd();
            if (m_at < m_text.size())
                advance();
        }
        return std::move(m_result);
    }

private:
    QChar peek() const { return m_at < m_text.size() ? m_text.at(m_at) : QChar(u'\n'); }

    void advance()
    {
        if (m_text.at(m_at++) == u'\n') {
            ++m_line;
            m_lineStart = m_at;
        }
    }

    void skipBlanks()
    {
        while (m_at < m_text.size() && isBlank(peek()))
            advance();
    }

    void skipToLineEnd()
    {
        while (m_at < m_text.size() && peek() != u'\n')
            advance();
    }

    QString name()
    {
        const qsizetype start = m_at;
        if (isNameStart(peek())) {
            while (m_at < m_text.size() && isNamePart(peek()))
                advance();
        }
        return m_text.sliced(start, m_at - start);
    }

    void readLine()
    {
        skipBlanks();
        if (peek() == u'\n' || peek() == u'#')
            return;
        QString key = name();
        if (key == "export"_L1 && isBlank(peek())) {
            skipBlanks();
            key = name();
        }
        const int line = m_line;
        skipBlanks();
        // A name alone exports a variable that is set elsewhere.
        if (!key.isEmpty() && (peek() == u'\n' || peek() == u'#'))
            return;
        if (key.isEmpty() || peek() != u'=') {
            report(u"ATH-ENV-001"_s, u"this is not 'NAME=value'"_s, u"correct it, or put '#' in front"_s);
            return;
        }
        advance();
        skipBlanks();
        if (const auto value = readValue()) {
            m_result.index.insert(key, m_result.variables.size());
            m_result.variables.append({key, *value, line});
        }
    }

    std::optional<QString> readValue()
    {
        if (peek() == u'\'')
            return quoted(u'\'');
        if (peek() == u'"') {
            const auto value = quoted(u'"');
            return value ? std::optional(replaced(*value)) : std::nullopt;
        }
        const qsizetype start = m_at;
        while (m_at < m_text.size() && peek() != u'\n'
               && !(peek() == u'#' && (m_at == start || isBlank(m_text.at(m_at - 1)))))
            advance();
        return replaced(pythonStripped(QStringView(m_text).sliced(start, m_at - start)).toString());
    }

    /// The text between quotes, over several lines if need be. A missing end takes back all but the first
    /// line.
    std::optional<QString> quoted(QChar quote)
    {
        const auto begin = std::tuple(m_at, m_line, m_lineStart);
        QString value;
        for (advance(); m_at < m_text.size() && peek() != quote; advance()) {
            if (peek() == u'\\' && m_at + 1 < m_text.size()) {
                advance();
                value += escaped(peek(), quote);
            } else {
                value += peek();
            }
        }
        if (m_at >= m_text.size()) {
            std::tie(m_at, m_line, m_lineStart) = begin;
            report(u"ATH-ENV-002"_s, u"a quoted value has no end"_s, u"close it with %1"_s.arg(quote));
            return std::nullopt;
        }
        advance();
        return value;
    }

    static QString escaped(QChar c, QChar quote)
    {
        if (c == quote || c == u'\\')
            return c;
        if (quote == u'"') {
            switch (c.unicode()) {
            case 'n':
                return u"\n"_s;
            case 'r':
                return u"\r"_s;
            case 't':
                return u"\t"_s;
            case '\'':
                return u"'"_s;
            default:
                break;
            }
        }
        return QString(u'\\') + c;
    }

    QString replaced(const QString &text)
    {
        const Result<QString> value = expandVariables(text, m_result, m_environment);
        if (value)
            return *value;
        report(value.error().code, value.error().message, value.error().hint, Severity::Note);
        return text;
    }

    void report(const QString &code, const QString &message, const QString &hint,
                Severity severity = Severity::Warning)
    {
        const QStringView line = QStringView(m_text).sliced(m_lineStart);
        const SourceRange where{m_result.path, m_line, columnOf(line, m_at - m_lineStart)};
        if (m_result.problems.size() < 20)
            m_result.problems.append({severity, code, message, where, hint});
    }

    const QString m_text;
    const QProcessEnvironment &m_environment;
    Dotenv m_result;
    qsizetype m_at = 0;
    qsizetype m_lineStart = 0;
    int m_line = 1;
};

/// `NAME` or `NAME:-otherwise`, from inside `${…}`.
std::optional<QString> lookUp(QStringView reference, const Dotenv &dotenv,
                              const QProcessEnvironment &environment)
{
    const qsizetype otherwise = reference.indexOf(":-"_L1);
    const QString name = (otherwise < 0 ? reference : reference.first(otherwise)).toString();
    const auto value = variable(name, dotenv, environment);
    if (otherwise < 0 || (value && !value->isEmpty()))
        return value;
    return reference.sliced(otherwise + 2).toString();
}

} // namespace

const DotenvVariable *Dotenv::find(const QString &name) const
{
    const auto found = index.constFind(name);
    return found == index.cend() ? nullptr : &variables.at(*found);
}

Dotenv parseDotenv(const QString &text, const QString &path, const QProcessEnvironment &environment)
{
    return DotenvReader(text, path, environment).read();
}

std::optional<QString> variable(const QString &name, const Dotenv &dotenv,
                                const QProcessEnvironment &environment)
{
    if (environment.contains(name))
        return environment.value(name);
    const DotenvVariable *found = dotenv.find(name);
    return found ? std::optional(found->value) : std::nullopt;
}

Result<QString> expandVariables(const QString &text, const Dotenv &dotenv,
                                const QProcessEnvironment &environment)
{
    QString result;
    for (qsizetype from = 0;;) {
        const qsizetype start = text.indexOf("${"_L1, from);
        const qsizetype end = start < 0 ? -1 : text.indexOf(u'}', start);
        result += QStringView(text).sliced(from, (end < 0 ? text.size() : start) - from);
        if (end < 0)
            return result;
        const QStringView reference = QStringView(text).sliced(start + 2, end - start - 2);
        const auto value = lookUp(reference, dotenv, environment);
        if (!value) {
            return std::unexpected(Error{u"ATH-ENV-003"_s,
                                         u"the variable '%1' is not set"_s.arg(reference),
                                         {},
                                         u"set it in the environment or in .env"_s});
        }
        result += *value;
        if (result.size() > longestValue) {
            return std::unexpected(Error{u"ATH-ENV-004"_s,
                                         u"a value with '${%1}' becomes too long"_s.arg(reference),
                                         {},
                                         u"write the value out"_s});
        }
        from = end + 1;
    }
}

} // namespace athanor
