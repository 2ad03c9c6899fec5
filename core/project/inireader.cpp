// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/inireader.h"

#include "core/project/textfile.h"

#include <algorithm>

namespace athanor {

using namespace Qt::StringLiterals;

/// A file that is no ini file at all would have a problem on every line.
static constexpr int mostProblems = 20;

IniReader::IniReader(const QString &text, const QString &path)
    : m_text(text)
{
    m_file.m_path = path;
}

IniFile IniReader::read()
{
    for (QStringView line : QStringTokenizer{QStringView(m_text), u'\n'}) {
        ++m_line;
        readLine(line);
    }
    finishValue();
    if (m_unreported > 0) {
        m_file.m_problems.append({Severity::Error,
                                  u"ATH-INI-006"_s,
                                  u"%1 more lines can't be read"_s.arg(m_unreported),
                                  {m_file.m_path},
                                  {}});
    }
    return std::move(m_file);
}

void IniReader::readLine(QStringView line)
{
    const QStringView content = pythonStripped(line);
    if (content.startsWith(u'#') || content.startsWith(u';'))
        return;
    if (content.isEmpty()) {
        // Counts when more of the value follows; blank lines at its end are cut off.
        if (!m_entry.key.isEmpty()) {
            m_pieces.append(QString());
            m_entry.lines.append(place(line, 0));
        }
        return;
    }
    const qsizetype indent = content.data() - line.data();
    if (continuesValue(line, indent))
        return;
    m_indent = indent;
    if (readHeader(content, indent))
        return;
    if (!m_section) {
        if (!m_missingHeaderReported) {
            report(u"ATH-INI-001"_s, u"there is text before the first section"_s, columnOf(line, indent),
                   u"begin the file with a section, such as [alembic]"_s);
        }
        m_missingHeaderReported = true;
        return;
    }
    readOption(line, content, indent);
}

bool IniReader::continuesValue(QStringView line, qsizetype indent)
{
    if (m_entry.key.isEmpty() || indent <= m_indent)
        return false;
    m_pieces.append(pythonStripped(line).toString());
    m_entry.lines.append(place(line, indent));
    return true;
}

bool IniReader::readHeader(QStringView content, qsizetype indent)
{
    const qsizetype end = content.lastIndexOf(u']');
    if (!content.startsWith(u'[') || end < 2)
        return false;
    finishValue();
    const QString name = content.sliced(1, end - 1).toString();
    if (name == IniFile::defaultSection) {
        m_section = &m_file.m_defaults;
    } else if (m_file.m_index.contains(name)) {
        const int first = m_file.section(name)->line;
        report(u"ATH-INI-002"_s, u"section '[%1]' is there twice, first in line %2"_s.arg(name).arg(first),
               indent + 1, u"put the keys under one of them"_s);
        m_ignored = {name, m_line, {}, {}};
        m_section = &m_ignored;
    } else {
        m_file.m_index.insert(name, m_file.m_sections.size());
        m_file.m_sections.append({name, m_line, {}, {}});
        m_section = &m_file.m_sections.last();
    }
    return true;
}

void IniReader::readOption(QStringView line, QStringView content, qsizetype indent)
{
    const auto isDelimiter = [](QChar c) { return c == u'=' || c == u':'; };
    const qsizetype delimiter = std::ranges::find_if(content, isDelimiter) - content.begin();
    if (delimiter == content.size() || delimiter == 0) {
        report(u"ATH-INI-003"_s,
               delimiter == 0 ? u"a key is missing before '%1'"_s.arg(content.front())
                              : u"this is neither a section nor 'key = value'"_s,
               columnOf(line, indent), u"correct it, or put '#' in front to make it a comment"_s);
        // As in ConfigParser, indented lines go on with the value before; an empty key ends it.
        if (delimiter == 0)
            finishValue();
        return;
    }
    finishValue();
    const QString key = pythonStripped(content.first(delimiter)).toString().toLower();
    const QStringView value = pythonStripped(content.sliced(delimiter + 1));
    const IniEntry *same = m_section->find(key);
    if (same) {
        report(u"ATH-INI-004"_s,
               u"key '%1' is there twice in '[%2]', first in line %3"_s.arg(key, m_section->name)
                   .arg(same->where().line),
               columnOf(line, indent), u"remove one of them"_s);
    }
    m_keep = !same;
    m_entry = {key, {}, {place(line, value.isEmpty() ? line.size() : value.data() - line.data())}};
    m_pieces = {value.toString()};
    if (m_keep) {
        m_section->index.insert(key, m_section->entries.size());
        m_section->entries.append(m_entry);
    }
}

void IniReader::finishValue()
{
    if (!m_entry.key.isEmpty() && m_keep) {
        const QString joined = m_pieces.join(u'\n');
        qsizetype size = joined.size();
        while (size > 0 && isPythonSpace(joined.at(size - 1)))
            --size;
        m_entry.value = joined.first(size);
        m_section->entries.last() = m_entry;
    }
    m_entry = {};
    m_pieces.clear();
    m_keep = false;
}

void IniReader::report(const QString &code, const QString &message, qsizetype column, const QString &hint)
{
    if (m_file.m_problems.size() >= mostProblems)
        ++m_unreported;
    else
        m_file.m_problems.append(
            {Severity::Error, code, message, {m_file.m_path, m_line, int(column)}, hint});
}

SourceRange IniReader::place(QStringView line, qsizetype index) const
{
    return {m_file.m_path, m_line, columnOf(line, index)};
}

} // namespace athanor
