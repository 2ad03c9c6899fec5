// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/selectable.h"

#include "core/sql/build.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace athanor::sql {

bool isQuery(const Clause &clause)
{
    return as<Select>(clause) || as<Compound>(clause) || as<TextSelect>(clause) || as<Insert>(clause)
           || as<Update>(clause) || as<Delete>(clause);
}

bool isFrom(const Clause &clause)
{
    return as<Table>(clause) || as<Alias>(clause) || as<Join>(clause) || as<Values>(clause);
}

bool isSameFrom(const Clause &a, const Clause &b)
{
    if (a.isNull() || b.isNull())
        return false;
    if (&a.node() == &b.node())
        return true;
    if (const auto *left = as<Table>(a)) {
        const auto *right = as<Table>(b);
        if (!right || left->identity.number != right->identity.number)
            return false;
        return left->identity.number != 0 || (left->name == right->name && left->schema == right->schema);
    }
    if (const auto *left = as<Alias>(a)) {
        const auto *right = as<Alias>(b);
        return right && left->identity.number != 0 && left->identity.number == right->identity.number;
    }
    return false;
}

bool contains(const QList<Clause> &froms, const Clause &from)
{
    return std::ranges::any_of(froms, [&from](const Clause &other) { return isSameFrom(other, from); });
}

namespace {

void addFrom(QList<Clause> &froms, const Clause &from)
{
    if (!contains(froms, from))
        froms += from;
}

/// Goes through an expression, without entering subqueries, and hands over what it selects from and the
/// columns it names.
class Walker
{
public:
    explicit Walker(QList<Clause> &froms, QList<Clause> *columns = nullptr)
        : m_froms(froms)
        , m_columns(columns)
    {
    }

    void walk(const Clause &clause)
    {
        if (clause.isNull())
            return;
        m_current = clause;
        std::visit(*this, clause.node().data);
    }
    void walkAll(const QList<Clause> &clauses)
    {
        for (const Clause &clause : clauses)
            walk(clause);
    }

    void operator()(const Column &column)
    {
        if (m_columns)
            m_columns->append(m_current);
        if (!column.table.isNull())
            walk(column.table);
    }
    void operator()(const Unary &unary) { walk(unary.element); }
    void operator()(const Binary &binary)
    {
        walk(binary.left);
        walk(binary.right);
    }
    void operator()(const ClauseList &list) { walkAll(list.items); }
    void operator()(const Grouping &grouping) { walk(grouping.element); }
    void operator()(const Function &function) { walkAll(function.arguments); }
    void operator()(const Cast &cast) { walk(cast.element); }
    void operator()(const TypeCoerce &coerce) { walk(coerce.element); }
    void operator()(const Case &expression)
    {
        walk(expression.value);
        for (const When &when : expression.whens) {
            walk(when.condition);
            walk(when.result);
        }
        walk(expression.otherwise);
    }
    void operator()(const Label &label) { walk(label.element); }
    void operator()(const Extract &extract) { walk(extract.element); }
    void operator()(const Over &over)
    {
        walk(over.element);
        walk(over.partitionBy);
        walk(over.orderBy);
    }
    void operator()(const WithinGroup &within)
    {
        walk(within.element);
        walk(within.orderBy);
    }
    void operator()(const FunctionFilter &filter)
    {
        walk(filter.element);
        walk(filter.condition);
    }
    void operator()(const Array &array) { walkAll(array.items); }
    void operator()(const Slice &slice)
    {
        walk(slice.start);
        walk(slice.stop);
    }
    void operator()(const AggregateOrderBy &aggregate)
    {
        walk(aggregate.target);
        walk(aggregate.orderBy);
    }
    void operator()(const Join &join)
    {
        addFrom(m_froms, m_current);
        walk(join.left);
        walk(join.right);
    }
    void operator()(const Table &) { addFrom(m_froms, m_current); }
    void operator()(const Alias &) { addFrom(m_froms, m_current); }
    void operator()(const Values &) { addFrom(m_froms, m_current); }
    /// Binds, constants, texts; and subqueries, which have froms of their own.
    template<typename T>
    void operator()(const T &)
    {
    }

private:
    QList<Clause> &m_froms;
    QList<Clause> *m_columns;
    Clause m_current;
};

} // namespace

QList<Clause> fromsOf(const Clause &clause)
{
    QList<Clause> froms;
    Walker(froms).walk(clause);
    return froms;
}

QList<Clause> columnsIn(const Clause &clause)
{
    QList<Clause> froms;
    QList<Clause> columns;
    Walker(froms, &columns).walk(clause);
    return columns;
}

QString ownName(const Clause &clause)
{
    if (const auto *column = as<Column>(clause))
        return column->name.text;
    if (const auto *label = as<Label>(clause); label && !label->isAnonymous)
        return label->name.text;
    return {};
}

QString labelBase(const Clause &clause)
{
    if (const auto *function = as<Function>(clause))
        return function->name.text;
    if (const auto *grouping = as<Grouping>(clause))
        return labelBase(grouping->element);
    if (const auto *column = as<Column>(clause))
        return column->name.text;
    if (const auto *label = as<Label>(clause))
        return label->name.text;
    return u"anon"_s;
}

QList<Clause> expandedColumns(const QList<Clause> &columns)
{
    QList<Clause> expanded;
    for (const Clause &clause : columns) {
        if (!isFrom(clause)) {
            expanded += clause;
            continue;
        }
        if (const auto *join = as<Join>(clause)) {
            expanded += expandedColumns({join->left, join->right});
            continue;
        }
        for (const TableColumn &own : exportedColumns(clause))
            expanded += column(clause, own);
    }
    return expanded;
}

namespace {

/// What an expression is called in a query's columns; `unnamed` counts those without a name.
Identifier exportedName(const Clause &clause, int &unnamed)
{
    if (const auto *column = as<Column>(clause))
        return column->name;
    if (const auto *label = as<Label>(clause); label && !label->isAnonymous)
        return label->name;
    if (const auto *cast = as<Cast>(clause))
        return exportedName(cast->element, unnamed);
    if (const auto *coerce = as<TypeCoerce>(clause))
        return exportedName(coerce->element, unnamed);
    if (const auto *unary = as<Unary>(clause); unary && as<Column>(unary->element))
        return exportedName(unary->element, unnamed);
    return {labelBase(clause) + u'_' + QString::number(++unnamed)};
}

QList<TableColumn> namedColumns(const QList<Clause> &columns)
{
    QList<TableColumn> result;
    int unnamed = 0;
    for (const Clause &clause : expandedColumns(columns)) {
        TableColumn made{.name = exportedName(clause, unnamed), .type = clause.node().type};
        if (const auto *column = as<Column>(clause))
            made.key = column->key;
        if (!std::ranges::contains(result, made.name.text, [](const TableColumn &c) { return c.name.text; }))
            result += made;
    }
    return result;
}

} // namespace

QList<TableColumn> exportedColumns(const Clause &from)
{
    if (const auto *table = as<Table>(from))
        return table->columns;
    if (const auto *alias = as<Alias>(from))
        return alias->kind == Alias::Kind::TableValued ? alias->columns : exportedColumns(alias->element);
    if (const auto *values = as<Values>(from))
        return values->columns;
    if (const auto *select = as<Select>(from))
        return namedColumns(select->columns);
    if (const auto *compound = as<Compound>(from))
        return compound->selects.isEmpty() ? QList<TableColumn>()
                                           : exportedColumns(compound->selects.first());
    if (const auto *grouping = as<Grouping>(from))
        return exportedColumns(grouping->element);
    if (const auto *text = as<TextSelect>(from))
        return namedColumns(text->columns);
    if (const auto *insert = as<Insert>(from))
        return namedColumns(insert->returning);
    if (const auto *update = as<Update>(from))
        return namedColumns(update->returning);
    if (const auto *remove = as<Delete>(from))
        return namedColumns(remove->returning);
    return {};
}

namespace {

/// The equalities for the foreign keys of `from` that end at `to`: what is referred to comes first.
void addKeys(const Clause &from, const Clause &to, QList<Clause> &conditions)
{
    const auto *table = as<Table>(to);
    if (!table)
        return;
    for (const TableColumn &own : exportedColumns(from)) {
        for (const ForeignColumn &key : own.references) {
            if (key.table.text != table->name.text || key.schema.text != table->schema.text)
                continue;
            for (const TableColumn &other : table->columns) {
                if (other.name.text != key.column)
                    continue;
                conditions += binary(Operator::Equal, column(to, other), column(from, own));
            }
        }
    }
}

} // namespace

Clause joinCondition(const Clause &left, const Clause &right)
{
    QList<Clause> conditions;
    for (const Clause &side : fromsOf(left)) {
        addKeys(right, side, conditions);
        if (conditions.isEmpty())
            addKeys(side, right, conditions);
        if (!conditions.isEmpty())
            break;
    }
    return conditions.isEmpty() ? Clause() : conjunction(conditions);
}

} // namespace athanor::sql
