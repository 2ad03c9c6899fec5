// SPDX-License-Identifier: GPL-3.0-or-later
// SELECT.
#include "core/evaluator/dictionary.h"
#include "core/sql/build.h"
#include "core/sql/selectable.h"
#include "core/sqlalchemy/expressions/classes.h"
#include "core/sqlalchemy/expressions/dml.h"
#include "core/sqlalchemy/expressions/queries.h"

using namespace Qt::StringLiterals;

namespace athanor::sqlalchemy {

using python::Arguments;
using python::Done;
using python::Evaluated;
using python::Evaluator;
using python::MemberKind;
using python::Outcome;
using python::Value;

namespace {

Evaluated addColumns(Evaluator &evaluator, const Arguments &arguments)
{
    return changed<sql::Select>(evaluator, arguments, [&](sql::Select &select) -> Done {
        const auto columns = columnsFrom(evaluator, behindSelf(arguments));
        if (!columns)
            return std::unexpected(columns.error());
        select.columns += *columns;
        return {};
    });
}

Evaluated withOnlyColumns(Evaluator &evaluator, const Arguments &arguments)
{
    return changed<sql::Select>(evaluator, arguments, [&](sql::Select &select) -> Done {
        std::span<const Value> given = behindSelf(arguments);
        if (given.size() == 1) {
            if (const auto *list = given[0].as<python::ListObject>())
                given = list->items;
        }
        const auto columns = columnsFrom(evaluator, given);
        if (!columns)
            return std::unexpected(columns.error());
        const auto keeps = evaluator.truth(keyword(arguments, "maintain_column_froms"));
        if (!keeps)
            return std::unexpected(keeps.error());
        if (*keeps) {
            for (const sql::Clause &column : select.columns)
                select.froms += sql::fromsOf(column);
        }
        select.columns = *columns;
        return {};
    });
}

Evaluated selectFrom(Evaluator &evaluator, const Arguments &arguments)
{
    return changed<sql::Select>(evaluator, arguments, [&](sql::Select &select) -> Done {
        for (const Value argument : behindSelf(arguments)) {
            const auto from = fromElement(evaluator, argument);
            if (!from)
                return std::unexpected(from.error());
            select.froms += *from;
        }
        return {};
    });
}

template<bool isOuter, bool hasLeft>
Evaluated joinedTo(Evaluator &evaluator, const Arguments &arguments)
{
    static const python::Signature plain("join", "self, target, onclause=, *, isouter=, full=");
    static const python::Signature explicitLeft("join_from",
                                                "self, from_, target, onclause=, *, isouter=, full=");
    const auto bound = (hasLeft ? explicitLeft : plain).bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    constexpr std::size_t first = hasLeft ? 2 : 1;
    return changed<sql::Select>(evaluator, arguments, [&](sql::Select &select) -> Done {
        sql::JoinTarget join;
        const auto target = fromElement(evaluator, bound->value(first));
        if (!target)
            return std::unexpected(target.error());
        join.target = *target;
        if (hasLeft) {
            const auto left = fromElement(evaluator, bound->value(1));
            if (!left)
                return std::unexpected(left.error());
            join.left = *left;
        }
        if (!bound->value(first + 1).isNone()) {
            const auto on = condition(evaluator, bound->value(first + 1));
            if (!on)
                return std::unexpected(on.error());
            join.condition = *on;
        }
        const auto outer = evaluator.truth(bound->value(first + 2));
        const auto full = evaluator.truth(bound->value(first + 3));
        if (!outer || !full)
            return std::unexpected(outer ? full.error() : outer.error());
        join.isOuter = isOuter || *outer;
        join.isFull = *full;
        select.joins += join;
        return {};
    });
}

Evaluated having(Evaluator &evaluator, const Arguments &arguments)
{
    return changed<sql::Select>(evaluator, arguments, [&](sql::Select &select) -> Done {
        const auto conditions = conditionsFrom(evaluator, behindSelf(arguments));
        if (!conditions)
            return std::unexpected(conditions.error());
        select.having += *conditions;
        return {};
    });
}

/// filter_by(x=1): columns of the last thing joined, or of the first selected from.
Evaluated filterBy(Evaluator &evaluator, const Arguments &arguments)
{
    return changed<sql::Select>(evaluator, arguments, [&](sql::Select &select) -> Done {
        sql::Clause from;
        if (!select.joins.isEmpty())
            from = select.joins.last().target;
        else if (!select.froms.isEmpty())
            from = select.froms.first();
        else if (!select.columns.isEmpty()) {
            const QList<sql::Clause> froms = sql::fromsOf(select.columns.first());
            if (!froms.isEmpty())
                from = froms.first();
        }
        for (const python::NamedValue &named : arguments.keywords) {
            const QString name = QString::fromUtf8(named.name);
            bool isFound = false;
            for (const sql::TableColumn &column : sql::exportedColumns(from)) {
                if (column.scriptName() != name)
                    continue;
                const sql::Clause left = sql::column(from, column);
                const auto right = operand(evaluator, named.value, left);
                if (!right)
                    return std::unexpected(right.error());
                select.where += sql::binary(named.value.isNone() ? sql::Operator::Is : sql::Operator::Equal,
                                            left, named.value.isNone() ? sql::null() : *right);
                isFound = true;
            }
            if (!isFound)
                return evaluator.raise(invalidRequestErrorClass,
                                       "Entity has no property \"" + std::string(named.name) + '"');
        }
        return {};
    });
}

Evaluated distinct(Evaluator &evaluator, const Arguments &arguments)
{
    return changed<sql::Select>(evaluator, arguments, [&](sql::Select &select) -> Done {
        const auto elements = orderElements(evaluator, behindSelf(arguments));
        if (!elements)
            return std::unexpected(elements.error());
        select.isDistinct = true;
        select.distinctOn += *elements;
        return {};
    });
}

template<std::optional<QList<sql::Clause>> sql::Select::*list>
Evaluated correlated(Evaluator &evaluator, const Arguments &arguments)
{
    return changed<sql::Select>(evaluator, arguments, [&](sql::Select &select) -> Done {
        select.correlatesAutomatically = false;
        const std::span<const Value> given = behindSelf(arguments);
        if (given.size() == 1 && given[0].isNone()) {
            (select.*list).reset();
            return {};
        }
        if (!(select.*list))
            (select.*list).emplace();
        for (const Value argument : given) {
            const auto from = fromElement(evaluator, argument);
            if (!from)
                return std::unexpected(from.error());
            *(select.*list) += *from;
        }
        return {};
    });
}

Evaluated withSuffixes(Evaluator &evaluator, const Arguments &arguments)
{
    return changed<sql::Select>(evaluator, arguments, [&](sql::Select &select) -> Done {
        const auto suffixes = prefixesFrom(evaluator, arguments);
        if (!suffixes)
            return std::unexpected(suffixes.error());
        select.suffixes += *suffixes;
        return {};
    });
}

/// set_label_style(LABEL_STYLE_…): the constants are the names themselves.
Evaluated withLabelStyle(Evaluator &evaluator, const Arguments &arguments)
{
    const QString style = textOf(arguments.positional.size() > 1 ? arguments.positional[1] : Value());
    return changed<sql::Select>(evaluator, arguments, [&](sql::Select &select) -> Done {
        select.labelStyle = style == "LABEL_STYLE_TABLENAME_PLUS_COL"_L1
                                ? sql::LabelStyle::TablenamePlusColumn
                            : style == "LABEL_STYLE_NONE"_L1 ? sql::LabelStyle::None
                                                             : sql::LabelStyle::DisambiguateOnly;
        return {};
    });
}

constexpr python::NativeMember members[] = {
    {"where", MemberKind::Method, withWhere<sql::Select>},
    {"filter", MemberKind::Method, withWhere<sql::Select>},
    {"filter_by", MemberKind::Method, filterBy},
    {"select_from", MemberKind::Method, selectFrom},
    {"join", MemberKind::Method, joinedTo<false, false>},
    {"outerjoin", MemberKind::Method, joinedTo<true, false>},
    {"join_from", MemberKind::Method, joinedTo<false, true>},
    {"outerjoin_from", MemberKind::Method, joinedTo<true, true>},
    {"having", MemberKind::Method, having},
    {"distinct", MemberKind::Method, distinct},
    {"correlate", MemberKind::Method, correlated<&sql::Select::correlates>},
    {"correlate_except", MemberKind::Method, correlated<&sql::Select::correlatesExcept>},
    {"add_columns", MemberKind::Method, addColumns},
    {"column", MemberKind::Method, addColumns},
    {"with_only_columns", MemberKind::Method, withOnlyColumns},
    {"prefix_with", MemberKind::Method, withPrefixes<sql::Select>},
    {"suffix_with", MemberKind::Method, withSuffixes},
    {"set_label_style", MemberKind::Method, withLabelStyle},
    {"execution_options", MemberKind::Method, unchanged},
    {"order_by", MemberKind::Method, withOrderBy<sql::Select>},
    {"group_by", MemberKind::Method, withGroupBy<sql::Select>},
    {"limit", MemberKind::Method, withLimit<sql::Select>},
    {"offset", MemberKind::Method, withOffset<sql::Select>},
    {"fetch", MemberKind::Method, withFetch<sql::Select>},
    {"slice", MemberKind::Method, withSlice<sql::Select>},
    {"with_for_update", MemberKind::Method, withForUpdate<sql::Select>},
    {"subquery", MemberKind::Method, asSubquery<sql::Alias::Kind::Subquery>},
    {"alias", MemberKind::Method, asSubquery<sql::Alias::Kind::Subquery>},
    {"lateral", MemberKind::Method, asSubquery<sql::Alias::Kind::Lateral>},
    {"cte", MemberKind::Method, asCte},
    {"scalar_subquery", MemberKind::Method, asScalarSubquery},
    {"as_scalar", MemberKind::Method, asScalarSubquery},
    {"label", MemberKind::Method, labelledQuery},
    {"exists", MemberKind::Method, existsOf},
    {"union", MemberKind::Method, unionOf<sql::CompoundKind::Union>},
    {"union_all", MemberKind::Method, unionOf<sql::CompoundKind::UnionAll>},
    {"except_", MemberKind::Method, unionOf<sql::CompoundKind::Except>},
    {"except_all", MemberKind::Method, unionOf<sql::CompoundKind::ExceptAll>},
    {"intersect", MemberKind::Method, unionOf<sql::CompoundKind::Intersect>},
    {"intersect_all", MemberKind::Method, unionOf<sql::CompoundKind::IntersectAll>},
    {"selected_columns", MemberKind::Getter, selectedColumns},
    {"c", MemberKind::Getter, selectedColumns},
    {"columns", MemberKind::Getter, selectedColumns},
};

} // namespace

std::span<const python::NativeMember> selectMembers()
{
    return members;
}

} // namespace athanor::sqlalchemy
