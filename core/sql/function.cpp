// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/build.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace athanor::sql {

namespace {

enum class Result : std::uint8_t { Own, FirstArgument, ArrayOfFirst, OrderedSet };

/// The functions that SQLAlchemy has classes for: their types, and whether they stand without parentheses.
struct KnownFunction
{
    QLatin1StringView name;
    TypeKind type = TypeKind::Null;
    bool isAnsi = false;
    Result result = Result::Own;
};

constexpr KnownFunction knownFunctions[] = {
    {"aggregate_strings"_L1, TypeKind::String},
    {"array_agg"_L1, TypeKind::Array, false, Result::ArrayOfFirst},
    {"char_length"_L1, TypeKind::Integer},
    {"coalesce"_L1, TypeKind::Null, false, Result::FirstArgument},
    {"concat"_L1, TypeKind::String},
    {"count"_L1, TypeKind::Integer},
    {"cube"_L1},
    {"cume_dist"_L1, TypeKind::Numeric},
    {"current_date"_L1, TypeKind::Date, true},
    {"current_time"_L1, TypeKind::Time, true},
    {"current_timestamp"_L1, TypeKind::DateTime, true},
    {"current_user"_L1, TypeKind::String, true},
    {"dense_rank"_L1, TypeKind::Integer},
    {"grouping_sets"_L1},
    {"localtime"_L1, TypeKind::DateTime, true},
    {"localtimestamp"_L1, TypeKind::DateTime, true},
    {"max"_L1, TypeKind::Null, false, Result::FirstArgument},
    {"min"_L1, TypeKind::Null, false, Result::FirstArgument},
    {"mode"_L1, TypeKind::Null, false, Result::OrderedSet},
    {"now"_L1, TypeKind::DateTime},
    {"percent_rank"_L1, TypeKind::Numeric},
    {"percentile_cont"_L1, TypeKind::Null, false, Result::OrderedSet},
    {"percentile_disc"_L1, TypeKind::Null, false, Result::OrderedSet},
    {"random"_L1},
    {"rank"_L1, TypeKind::Integer},
    {"rollup"_L1},
    {"session_user"_L1, TypeKind::String, true},
    {"sum"_L1, TypeKind::Null, false, Result::FirstArgument},
    {"sysdate"_L1, TypeKind::DateTime, true},
    {"user"_L1, TypeKind::String, true},
};

const KnownFunction *knownFunction(QStringView name)
{
    const auto found = std::ranges::find_if(knownFunctions, [name](const KnownFunction &known) {
        return known.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == std::end(knownFunctions) ? nullptr : found;
}

Boxed<Type> typeOfResult(const KnownFunction &known, const QList<Clause> &arguments)
{
    switch (known.result) {
    case Result::FirstArgument:
        return arguments.isEmpty() ? Boxed<Type>() : arguments.first().node().type;
    case Result::ArrayOfFirst: {
        Type type{.kind = TypeKind::Array};
        if (!arguments.isEmpty())
            type.item = arguments.first().node().type;
        return type;
    }
    case Result::Own:
    case Result::OrderedSet:
        break;
    }
    return known.type == TypeKind::Null ? Boxed<Type>() : plainType(known.type);
}

} // namespace

Clause function(const QString &name, const QList<Clause> &arguments)
{
    const QStringList parts = name.split(u'.');
    QList<Identifier> path;
    for (const QString &part : parts)
        path += Identifier{part};
    return function(path, arguments, {});
}

Clause function(QList<Identifier> path, const QList<Clause> &arguments, const Boxed<Type> &type)
{
    Function made{.name = path.takeLast(), .arguments = arguments};
    made.packages = path;
    for (Clause &argument : made.arguments)
        argument = grouped(argument, Operator::Comma);
    const KnownFunction *known = path.isEmpty() ? knownFunction(made.name.text) : nullptr;
    if (!known)
        return makeClause(std::move(made), type);
    made.isKnown = true;
    made.isAnsi = known->isAnsi;
    made.name.text = known->name;
    made.isArrayAggregate = known->result == Result::ArrayOfFirst;
    if (made.name.text == "count"_L1 && arguments.isEmpty())
        made.arguments = {literalColumn(u"*"_s)};
    return makeClause(std::move(made), type ? type : typeOfResult(*known, arguments));
}

} // namespace athanor::sql
