// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/columnnames.h"

#include "core/sql/clausenode.h"

namespace athanor::sql {

namespace {

void collect(const Clause &clause, QStringList &names);

void collect(const QList<Clause> &clauses, QStringList &names)
{
    for (const Clause &clause : clauses)
        collect(clause, names);
}

void collect(const Case &choice, QStringList &names)
{
    collect(choice.value, names);
    for (const When &when : choice.whens)
        collect({when.condition, when.result}, names);
    collect(choice.otherwise, names);
}

void collect(const Clause &clause, QStringList &names)
{
    if (clause.isNull())
        return;
    if (const auto *column = as<Column>(clause)) {
        if (!names.contains(column->name.text))
            names.append(column->name.text);
    } else if (const auto *binary = as<Binary>(clause)) {
        collect({binary->left, binary->right}, names);
    } else if (const auto *unary = as<Unary>(clause)) {
        collect(unary->element, names);
    } else if (const auto *grouping = as<Grouping>(clause)) {
        collect(grouping->element, names);
    } else if (const auto *list = as<ClauseList>(clause)) {
        collect(list->items, names);
    } else if (const auto *function = as<Function>(clause)) {
        collect(function->arguments, names);
    } else if (const auto *cast = as<Cast>(clause)) {
        collect(cast->element, names);
    } else if (const auto *coerced = as<TypeCoerce>(clause)) {
        collect(coerced->element, names);
    } else if (const auto *extract = as<Extract>(clause)) {
        collect(extract->element, names);
    } else if (const auto *choice = as<Case>(clause)) {
        collect(*choice, names);
    }
}

} // namespace

QStringList columnNames(const Clause &clause)
{
    QStringList names;
    collect(clause, names);
    return names;
}

} // namespace athanor::sql
