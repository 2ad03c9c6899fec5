// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/tomlfile.h"

#include "core/project/textfile.h"

// The only place that knows toml++. Its own copy, in the form that returns errors: the packaged library
// throws them.
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <algorithm>

namespace athanor {

using namespace Qt::StringLiterals;

/// Keys like a.b.c make a table each; taking deeper ones apart would use up the stack.
static constexpr int deepestKey = 256;

const TomlValue *TomlValue::find(const QString &key) const
{
    const auto found = std::ranges::find(members, key, &TomlMember::key);
    return found == members.cend() ? nullptr : &found->value;
}

const TomlValue *TomlValue::find(std::initializer_list<QString> path) const
{
    const TomlValue *value = this;
    for (const QString &key : path) {
        if (value)
            value = value->find(key);
    }
    return value;
}

QString TomlValue::kindName() const
{
    switch (kind) {
    case String:
        return u"a string"_s;
    case Integer:
        return u"a number"_s;
    case Boolean:
        return u"true or false"_s;
    case Array:
        return u"a list"_s;
    case Table:
        return u"a table"_s;
    case Other:
        return u"a fraction or time"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

static SourceRange placeOf(const toml::source_region &region, const QString &path)
{
    return {path, int(region.begin.line), int(region.begin.column), int(region.end.line),
            int(region.end.column)};
}

static TomlValue converted(const toml::node &node, const QString &path);

static QList<TomlMember> membersOf(const toml::table &table, const QString &path)
{
    QList<TomlMember> members;
    for (const auto &[key, value] : table)
        members.append({QString::fromStdString(std::string(key.str())), converted(value, path),
                        placeOf(key.source(), path)});
    // toml++ keeps its tables sorted by key.
    std::ranges::stable_sort(members, {}, [](const TomlMember &member) {
        return std::pair(member.where.line, member.where.column);
    });
    return members;
}

static TomlValue converted(const toml::node &node, const QString &path)
{
    TomlValue value;
    value.where = placeOf(node.source(), path);
    if (const auto *table = node.as_table()) {
        value.members = membersOf(*table, path);
    } else if (const auto *array = node.as_array()) {
        value.kind = TomlValue::Array;
        for (const toml::node &item : *array)
            value.items.append(converted(item, path));
    } else if (const auto *string = node.as_string()) {
        value.kind = TomlValue::String;
        value.text = QString::fromStdString(string->get());
    } else if (const auto *integer = node.as_integer()) {
        value.kind = TomlValue::Integer;
        value.integer = integer->get();
    } else if (const auto *boolean = node.as_boolean()) {
        value.kind = TomlValue::Boolean;
        value.boolean = boolean->get();
    } else {
        value.kind = TomlValue::Other;
    }
    return value;
}

/// The place of a key with too many parts, if there is one. Takes strings for keys too: none in earnest looks
/// like that.
static std::optional<SourceRange> tooDeepKey(const QString &text, const QString &path)
{
    int line = 1;
    int dots = 0;
    for (const QChar c : text) {
        if (c == u'.')
            ++dots;
        else if (!c.isLetterOrNumber() && c != u'_' && c != u'-' && c != u'"' && c != u'\'' && c != u' '
                 && c != u'\t')
            dots = 0;
        if (c == u'\n')
            ++line;
        if (dots > deepestKey)
            return SourceRange{path, line};
    }
    return std::nullopt;
}

Result<TomlValue> parseToml(const QString &text, const QString &path)
{
    if (const auto place = tooDeepKey(text, path)) {
        return std::unexpected(Error{u"ATH-TOML-002"_s, u"a key with more than %1 parts"_s.arg(deepestKey),
                                     *place, u"is this the right file?"_s, ErrorKind::Failure});
    }
    const std::string utf8 = text.toStdString();
    const toml::parse_result result = toml::parse(std::string_view(utf8));
    if (!result) {
        const toml::parse_error &error = result.error();
        return std::unexpected(Error{u"ATH-TOML-001"_s, QString::fromUtf8(error.description()),
                                     placeOf(error.source(), path), u"correct the file's syntax"_s,
                                     ErrorKind::Failure});
    }
    return converted(result.table(), path);
}

} // namespace athanor
