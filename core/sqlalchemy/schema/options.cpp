// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/dictionary.h"
#include "core/sqlalchemy/schema/schemaobjects.h"

#include <algorithm>

namespace athanor::sqlalchemy {

using namespace python;

namespace {

/// Whose options are known. Of any other dialect SQLAlchemy only warns.
constexpr std::string_view dialectNames[] = {"postgresql", "mysql", "mariadb", "sqlite", "mssql", "oracle"};

Outcome<QString> shownText(Evaluator &evaluator, Value value)
{
    if (const auto *column = value.as<ColumnObject>())
        return column->definition.name.text;
    const Outcome<std::string> text = evaluator.str(value);
    if (!text)
        return std::unexpected(text.error());
    return QString::fromStdString(*text);
}

Outcome<schema::OptionValue> mapFrom(Evaluator &evaluator, const DictionaryObject &dictionary)
{
    schema::OptionMap map;
    for (std::size_t at = 0; const auto *entry = dictionary.table.next(at);) {
        const Outcome<QString> key = shownText(evaluator, entry->key);
        const Outcome<QString> value = shownText(evaluator, entry->value);
        if (!key || !value)
            return std::unexpected(key ? value.error() : key.error());
        map.append({*key, *value});
    }
    return map;
}

/// Names and Columns as texts; anything else among them makes it a list of clauses.
Outcome<schema::OptionValue> listFrom(Evaluator &evaluator, Value list)
{
    const Outcome<std::vector<Value>> items = evaluator.items(list);
    if (!items)
        return std::unexpected(items.error());
    QStringList names;
    for (const Value item : *items) {
        if (!item.as<StringObject>() && !item.as<ColumnObject>()) {
            const auto clause = clauseFrom(evaluator, item);
            if (!clause)
                return std::unexpected(clause.error());
            if (!*clause)
                return evaluator.refuse("a list as a dialect's option", "names or columns in it");
            return QList<sql::Clause>{**clause};
        }
        const Outcome<QString> name = shownText(evaluator, item);
        if (!name)
            return std::unexpected(name.error());
        names.append(*name);
    }
    return names;
}

Outcome<schema::OptionValue> optionFrom(Evaluator &evaluator, Value value, std::string_view keyword)
{
    if (value.isNone())
        return schema::OptionValue{};
    if (value.isBoolean())
        return value.boolean();
    if (value.isInteger())
        return static_cast<qint64>(value.integer());
    if (value.isFloat())
        return value.number();
    if (const auto *text = value.as<StringObject>())
        return QString::fromUtf8(text->utf8.data(), static_cast<qsizetype>(text->utf8.size()));
    if (const auto *dictionary = value.as<DictionaryObject>())
        return mapFrom(evaluator, *dictionary);
    if (value.as<ListObject>() || value.as<TupleObject>() || value.as<SetObject>())
        return listFrom(evaluator, value);
    if (const auto *column = value.as<ColumnObject>())
        return column->definition.name.text;
    if (const auto *opaque = value.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, keyword);
    const Outcome<std::optional<sql::Clause>> clause = clauseFrom(evaluator, value);
    if (!clause)
        return std::unexpected(clause.error());
    if (*clause)
        return **clause;
    return evaluator.refuse(keyword, "a value of another type");
}

} // namespace

Outcome<schema::Options> optionsFrom(Evaluator &evaluator, std::span<const NamedValue> keywords,
                                     std::string_view purpose)
{
    schema::Options options;
    for (const NamedValue &keyword : keywords) {
        const std::size_t underscore = keyword.name.find('_');
        if (underscore == 0 || underscore == std::string_view::npos
            || underscore + 1 == keyword.name.size()) {
            return evaluator.raise("TypeError",
                                   "Additional arguments should be named <dialectname>_<argument>, got '"
                                       + std::string(keyword.name) + "'");
        }
        const std::string_view name = keyword.name.substr(0, underscore);
        if (!std::ranges::contains(dialectNames, name)) {
            evaluator.note("ATH-SA-002", std::string(purpose) + "(" + std::string(keyword.name)
                                             + "=) is passed over: there is no dialect " + std::string(name));
            continue;
        }
        Outcome<schema::OptionValue> value = optionFrom(
            evaluator, keyword.value, std::string(purpose) + "(" + std::string(keyword.name) + "=)");
        if (!value)
            return std::unexpected(value.error());
        options.append({QString::fromUtf8(keyword.name.data(), static_cast<qsizetype>(keyword.name.size())),
                        *std::move(value)});
    }
    return options;
}

} // namespace athanor::sqlalchemy
