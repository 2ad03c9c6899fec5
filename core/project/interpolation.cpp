// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/interpolation.h"

#include "core/project/textfile.h"

namespace athanor {

using namespace Qt::StringLiterals;

// Ten levels of ten references each would otherwise keep the program busy for hours.
static constexpr qsizetype longestValue = 256 * 1024;
static constexpr int mostReferences = 1'000;
static constexpr int deepest = 10; ///< configparser.MAX_INTERPOLATION_DEPTH

namespace {

/// What stands at a percent sign: an escaped one, a reference, or something that Python refuses.
struct Placeholder
{
    enum Kind { Percent, Reference, Unfinished, Stray };
    Kind kind = Stray;
    QString name;
    qsizetype length = 0;
};

Placeholder placeholderAt(QStringView text, qsizetype index)
{
    const QStringView rest = text.sliced(index + 1);
    if (rest.startsWith(u'%'))
        return {Placeholder::Percent, {}, 2};
    if (!rest.startsWith(u'('))
        return {};
    const qsizetype close = rest.indexOf(u')');
    if (close < 2 || close + 1 >= rest.size() || rest.at(close + 1) != u's')
        return {Placeholder::Unfinished, {}, 0};
    return {Placeholder::Reference, rest.sliced(1, close - 1).toString(), close + 3};
}

Error strayPercent(const QString &what, const SourceRange &where)
{
    return {u"ATH-INI-010"_s, u"a lone '%' in %1"_s.arg(what), where,
            u"write '%%' for a percent sign (a URL's '%40' becomes '%%40')"_s};
}

Error unfinishedReference(const QString &what, const SourceRange &where)
{
    return {u"ATH-INI-011"_s, u"an unfinished reference after '%' in %1"_s.arg(what), where,
            u"write '%(name)s', or '%%' for a percent sign"_s};
}

SourceRange placeIn(const IniEntry &entry, qsizetype index)
{
    const QStringView before = QStringView(entry.value).first(index);
    const qsizetype line = before.count(u'\n');
    if (line >= entry.lines.size())
        return entry.where();
    SourceRange place = entry.lines.at(line);
    const QStringView part = before.sliced(before.lastIndexOf(u'\n') + 1);
    place.column += columnOf(part, part.size()) - 1;
    return place;
}

class Interpolation
{
public:
    Interpolation(const IniFile &file, const QString &section)
        : m_file(file)
        , m_section(section)
    {
    }

    Result<QString> run(const IniEntry &entry)
    {
        if (auto failure = append(entry, 1))
            return std::unexpected(*failure);
        return m_result;
    }

private:
    std::optional<Error> append(const IniEntry &entry, int depth)
    {
        const QString what = u"'%1' of '[%2]'"_s.arg(entry.key, m_section);
        if (depth > deepest && entry.value.contains(u'%')) {
            return Error{
                u"ATH-INI-012"_s,
                u"references more than %1 levels deep, or in a circle, in %2"_s.arg(deepest).arg(what),
                entry.where(), u"write the value out"_s};
        }
        const QString &text = entry.value;
        for (qsizetype from = 0;;) {
            const qsizetype percent = text.indexOf(u'%', from);
            m_result += QStringView(text).sliced(from, (percent < 0 ? text.size() : percent) - from);
            if (percent < 0)
                return std::nullopt;
            const Placeholder found = placeholderAt(text, percent);
            if (found.kind == Placeholder::Stray)
                return strayPercent(what, placeIn(entry, percent));
            if (found.kind == Placeholder::Unfinished)
                return unfinishedReference(what, placeIn(entry, percent));
            if (found.kind == Placeholder::Percent)
                m_result += u'%';
            else if (auto failure = appendReference(entry, found.name, placeIn(entry, percent), depth))
                return failure;
            from = percent + found.length;
        }
    }

    std::optional<Error> appendReference(const IniEntry &from, const QString &name, const SourceRange &where,
                                         int depth)
    {
        const IniEntry *entry = m_file.find(m_section, name);
        if (!entry) {
            return Error{u"ATH-INI-013"_s,
                         u"'%1' of '[%2]' refers to '%3', which is not set"_s.arg(from.key, m_section, name),
                         where, u"set '%1' in the same section or in [DEFAULT]"_s.arg(name)};
        }
        if (++m_references > mostReferences || m_result.size() > longestValue) {
            return Error{u"ATH-INI-014"_s, u"'%1' of '[%2]' becomes too long"_s.arg(from.key, m_section),
                         where, u"write the value out"_s};
        }
        return append(*entry, depth + 1);
    }

    const IniFile &m_file;
    const QString &m_section;
    QString m_result;
    int m_references = 0;
};

} // namespace

Result<QString> interpolated(const IniFile &file, const QString &section, const IniEntry &entry)
{
    return Interpolation(file, section).run(entry);
}

Result<QString> percentFormatted(const QString &text, const QHash<QString, QString> &values,
                                 const SourceRange &where)
{
    const QString what = u"'%1'"_s.arg(text);
    QString result;
    for (qsizetype from = 0;;) {
        const qsizetype percent = text.indexOf(u'%', from);
        result += QStringView(text).sliced(from, (percent < 0 ? text.size() : percent) - from);
        if (percent < 0)
            return result;
        const Placeholder found = placeholderAt(text, percent);
        if (found.kind == Placeholder::Stray)
            return std::unexpected(strayPercent(what, where));
        if (found.kind == Placeholder::Unfinished)
            return std::unexpected(unfinishedReference(what, where));
        if (found.kind == Placeholder::Reference && !values.contains(found.name)) {
            return std::unexpected(Error{u"ATH-INI-013"_s,
                                         u"%1 refers to '%2', which is not known"_s.arg(what, found.name),
                                         where, u"only '%(here)s', the folder of the file, can be used"_s});
        }
        result += found.kind == Placeholder::Percent ? u"%"_s : values.value(found.name);
        from = percent + found.length;
    }
}

} // namespace athanor
