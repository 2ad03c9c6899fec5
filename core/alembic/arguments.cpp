// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alembic/arguments.h"

#include <algorithm>

namespace athanor::alembic {

using namespace python;

QString qtText(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

Outcome<schema::Name> nameOf(Evaluator &evaluator, const Given &argument, std::string_view purpose)
{
    if (!isGiven(argument))
        return schema::Name();
    return sqlalchemy::nameFrom(evaluator, *argument, purpose);
}

Outcome<schema::QualifiedName> tableOf(Evaluator &evaluator, const Given &table, const Given &schema,
                                       std::string_view purpose)
{
    auto name = nameOf(evaluator, table, purpose);
    if (!name)
        return std::unexpected(name.error());
    auto space = nameOf(evaluator, schema, "schema");
    if (!space)
        return std::unexpected(space.error());
    return schema::QualifiedName{std::move(*space), std::move(*name)};
}

Outcome<QList<schema::Name>> namesOf(Evaluator &evaluator, const Given &argument, std::string_view purpose)
{
    QList<schema::Name> names;
    if (!isGiven(argument))
        return names;
    const Done done = evaluator.iterate(*argument, [&](Value item) -> Done {
        auto name = sqlalchemy::nameFrom(evaluator, item, purpose);
        if (!name)
            return std::unexpected(name.error());
        names.append(std::move(*name));
        return {};
    });
    if (!done)
        return std::unexpected(done.error());
    return names;
}

Outcome<QString> textOf(Evaluator &evaluator, const Given &argument, std::string_view purpose)
{
    if (!isGiven(argument))
        return QString();
    if (const auto *opaque = argument->as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, purpose);
    const auto text = evaluator.str(*argument);
    if (!text)
        return std::unexpected(text.error());
    return qtText(*text);
}

Outcome<std::optional<bool>> flagOf(Evaluator &evaluator, const Given &argument)
{
    if (!isGiven(argument))
        return std::nullopt;
    const auto truth = evaluator.truth(*argument);
    if (!truth)
        return std::unexpected(truth.error());
    return *truth;
}

Outcome<bool> truthOf(Evaluator &evaluator, const Given &argument)
{
    const auto flag = flagOf(evaluator, argument);
    if (!flag)
        return std::unexpected(flag.error());
    return flag->value_or(false);
}

std::vector<NamedValue> dialectKeywords(std::span<const NamedValue> keywords)
{
    static constexpr std::string_view prefixes[] = {"postgresql_", "mysql_", "mariadb_",
                                                    "sqlite_",     "mssql_", "oracle_"};
    std::vector<NamedValue> found;
    for (const NamedValue &given : keywords) {
        if (std::ranges::any_of(prefixes, [&](std::string_view p) { return given.name.starts_with(p); }))
            found.push_back(given);
    }
    return found;
}

std::vector<NamedValue> without(std::span<const NamedValue> keywords,
                                std::initializer_list<std::string_view> names)
{
    std::vector<NamedValue> found;
    for (const NamedValue &given : keywords) {
        if (std::ranges::find(names, given.name) == names.end())
            found.push_back(given);
    }
    return found;
}

Given keyword(std::span<const NamedValue> keywords, std::string_view name)
{
    for (const NamedValue &given : keywords) {
        if (given.name == name)
            return given.value;
    }
    return std::nullopt;
}

std::unexpected<Raised> raised(Evaluator &evaluator, const Error &error)
{
    return evaluator.raise("ValueError", error.message.toStdString());
}

} // namespace athanor::alembic
