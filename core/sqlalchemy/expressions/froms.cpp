// SPDX-License-Identifier: GPL-3.0-or-later
// FromClause: `.c`, aliases and joins of what can be selected from.
#include "core/evaluator/heap.h"
#include "core/evaluator/iteration.h"
#include "core/sql/build.h"
#include "core/sql/selectable.h"
#include "core/sqlalchemy/expressions/call.h"
#include "core/sqlalchemy/expressions/classes.h"

using namespace Qt::StringLiterals;

namespace athanor::sqlalchemy {

using python::Arguments;
using python::Evaluated;
using python::Evaluator;
using python::MemberKind;
using python::Outcome;
using python::Value;

namespace {

/// `.c`: the columns by name, as attributes, items and in order.
class ColumnCollectionObject : public python::Instance
{
public:
    using Instance::Instance;

    std::vector<KeyedColumn> columns = {};
};

python::Instance *allocateCollection(python::Heap &heap, python::ClassObject *type)
{
    return heap.make<ColumnCollectionObject>(type);
}

ColumnCollectionObject *collectionOf(const Arguments &arguments)
{
    return arguments.positional.empty() ? nullptr : arguments.positional[0].as<ColumnCollectionObject>();
}

const KeyedColumn *find(const ColumnCollectionObject &collection, std::string_view key)
{
    for (const KeyedColumn &column : collection.columns) {
        if (column.key == key)
            return &column;
    }
    return nullptr;
}

Evaluated columnAttribute(Evaluator &evaluator, const Arguments &arguments)
{
    const auto *self = collectionOf(arguments);
    const auto *name =
        arguments.positional.size() > 1 ? arguments.positional[1].as<python::StringObject>() : nullptr;
    if (!self || !name)
        return evaluator.raise("TypeError", "a column's name is a str");
    if (const KeyedColumn *column = find(*self, name->utf8))
        return column->column;
    return evaluator.raise("AttributeError", name->utf8);
}

Evaluated columnItem(Evaluator &evaluator, const Arguments &arguments)
{
    const auto *self = collectionOf(arguments);
    if (!self || arguments.positional.size() < 2)
        return evaluator.raise("TypeError", "a column's name is a str");
    const Value index = arguments.positional[1];
    if (index.isInteger()) {
        const auto count = static_cast<std::int64_t>(self->columns.size());
        const std::int64_t place = index.integer() < 0 ? index.integer() + count : index.integer();
        if (place < 0 || place >= count)
            return evaluator.raise("IndexError", "list index out of range");
        return self->columns[static_cast<std::size_t>(place)].column;
    }
    const auto *name = index.as<python::StringObject>();
    if (const KeyedColumn *column = name ? find(*self, name->utf8) : nullptr)
        return column->column;
    return evaluator.raise("KeyError", name ? name->utf8 : std::string("column"));
}

std::vector<Value> valuesOf(const ColumnCollectionObject &collection)
{
    std::vector<Value> values;
    values.reserve(collection.columns.size());
    for (const KeyedColumn &column : collection.columns)
        values.push_back(column.column);
    return values;
}

std::vector<Value> keysOf(Evaluator &evaluator, const ColumnCollectionObject &collection)
{
    std::vector<Value> keys;
    keys.reserve(collection.columns.size());
    for (const KeyedColumn &column : collection.columns)
        keys.push_back(evaluator.heap().string(column.key));
    return keys;
}

Evaluated iterateColumns(Evaluator &evaluator, const Arguments &arguments)
{
    const auto *self = collectionOf(arguments);
    return Value(
        evaluator.heap().make<python::ValuesIterator>(self ? valuesOf(*self) : std::vector<Value>()));
}

Evaluated columnValues(Evaluator &evaluator, const Arguments &arguments)
{
    const auto *self = collectionOf(arguments);
    return Value(evaluator.heap().list(self ? valuesOf(*self) : std::vector<Value>()));
}

Evaluated columnKeys(Evaluator &evaluator, const Arguments &arguments)
{
    const auto *self = collectionOf(arguments);
    return Value(evaluator.heap().list(self ? keysOf(evaluator, *self) : std::vector<Value>()));
}

Evaluated columnItems(Evaluator &evaluator, const Arguments &arguments)
{
    const auto *self = collectionOf(arguments);
    std::vector<Value> items;
    if (self) {
        for (const KeyedColumn &column : self->columns)
            items.push_back(evaluator.heap().tuple({evaluator.heap().string(column.key), column.column}));
    }
    return Value(evaluator.heap().list(std::move(items)));
}

Evaluated columnCount(Evaluator &, const Arguments &arguments)
{
    const auto *self = collectionOf(arguments);
    return Value(static_cast<std::int64_t>(self ? self->columns.size() : 0));
}

Evaluated hasColumn(Evaluator &, const Arguments &arguments)
{
    const auto *self = collectionOf(arguments);
    const auto *name =
        arguments.positional.size() > 1 ? arguments.positional[1].as<python::StringObject>() : nullptr;
    if (!self || arguments.positional.size() < 2)
        return Value(false);
    if (name)
        return Value(find(*self, name->utf8) != nullptr);
    for (const KeyedColumn &column : self->columns) {
        if (column.column.isSame(arguments.positional[1]))
            return Value(true);
    }
    return Value(false);
}

Evaluated columnOrDefault(Evaluator &, const Arguments &arguments)
{
    const auto *self = collectionOf(arguments);
    const auto *name =
        arguments.positional.size() > 1 ? arguments.positional[1].as<python::StringObject>() : nullptr;
    if (const KeyedColumn *column = self && name ? find(*self, name->utf8) : nullptr)
        return column->column;
    return arguments.positional.size() > 2 ? arguments.positional[2] : Value();
}

constexpr python::NativeMember collectionMembers[] = {
    {"__getattr__", MemberKind::Method, columnAttribute}, {"__getitem__", MemberKind::Method, columnItem},
    {"__iter__", MemberKind::Method, iterateColumns},     {"__len__", MemberKind::Method, columnCount},
    {"__contains__", MemberKind::Method, hasColumn},      {"keys", MemberKind::Method, columnKeys},
    {"values", MemberKind::Method, columnValues},         {"items", MemberKind::Method, columnItems},
    {"get", MemberKind::Method, columnOrDefault},
};

Evaluated columnsOf(Evaluator &evaluator, const Arguments &arguments)
{
    auto *self = arguments.positional.empty() ? nullptr : arguments.positional[0].as<FromObject>();
    if (!self)
        return evaluator.raise("TypeError", "only what can be selected from has columns");
    auto columns = self->columns(evaluator);
    if (!columns)
        return std::unexpected(columns.error());
    auto *collection = evaluator.instance<ColumnCollectionObject>(columnCollectionClass);
    collection->columns = *std::move(columns);
    return Value(collection);
}

Value nameArgument(const Arguments &arguments)
{
    return arguments.positional.size() > 1 ? arguments.positional[1] : keyword(arguments, "name");
}

/// The values of a function as a table, under another name.
sql::Alias renamed(Evaluator &evaluator, const sql::Alias &values, Value name)
{
    sql::Alias alias = values;
    alias.identity = newIdentity(evaluator);
    alias.isAnonymous = name.isNone();
    alias.name.text = name.isNone() ? u"anon"_s : textOf(name);
    return alias;
}

const sql::Alias *valuesOfFunction(const sql::Clause &clause)
{
    const auto *alias = sql::as<sql::Alias>(clause);
    return alias && alias->kind == sql::Alias::Kind::TableValued ? alias : nullptr;
}

template<sql::Alias::Kind kind>
Evaluated aliased(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    if (const sql::Alias *values = valuesOfFunction(*self))
        return clauseValue(evaluator, sql::makeClause(renamed(evaluator, *values, nameArgument(arguments))));
    return clauseValue(evaluator, makeAlias(evaluator, kind, *self, nameArgument(arguments)));
}

/// table_valued(…).lateral().
Evaluated lateral(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    const sql::Alias *values = valuesOfFunction(*self);
    if (!values)
        return evaluator.raise("AttributeError", "only a query and the values of a function have lateral()");
    sql::Alias alias = renamed(evaluator, *values, nameArgument(arguments));
    alias.isLateral = true;
    return clauseValue(evaluator, sql::makeClause(std::move(alias)));
}

Evaluated tableSample(Evaluator &evaluator, const Arguments &arguments)
{
    static const python::Signature signature("tablesample", "self, sampling, name=, seed=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    auto sampling = expressionOrBind(evaluator, bound->value(1), u"system"_s);
    if (!sampling)
        return std::unexpected(sampling.error());
    if (sql::as<sql::Bind>(*sampling))
        sampling = sql::function(u"system"_s, {*sampling});
    auto alias =
        copyOf<sql::Alias>(makeAlias(evaluator, sql::Alias::Kind::TableSample, *self, bound->value(2)));
    alias.sampling = *sampling;
    if (!bound->value(3).isNone()) {
        const auto seed = expressionOrBind(evaluator, bound->value(3), {});
        if (!seed)
            return std::unexpected(seed.error());
        alias.seed = *seed;
    }
    return clauseValue(evaluator, sql::makeClause(std::move(alias)));
}

Evaluated selectAll(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    sql::Select select;
    if (sql::as<sql::Join>(*self)) {
        select.columns = sql::expandedColumns({*self});
        select.froms = {*self};
    } else {
        select.columns = {*self};
    }
    return clauseValue(evaluator, sql::makeClause(std::move(select)));
}

template<bool isOuter>
Evaluated joinedTo(Evaluator &evaluator, const Arguments &arguments)
{
    static const python::Signature signature("join", "self, right, onclause=, isouter=, full=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    const auto outer = evaluator.truth(bound->value(3));
    const auto full = evaluator.truth(bound->value(4));
    if (!outer || !full)
        return std::unexpected(outer ? full.error() : outer.error());
    const auto join = makeJoin(evaluator, *self, bound->value(1), bound->value(2), isOuter || *outer, *full);
    if (!join)
        return std::unexpected(join.error());
    return clauseValue(evaluator, *join);
}

Evaluated nameOf(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    if (const auto *table = sql::as<sql::Table>(*self))
        return Value(evaluator.heap().string(table->name.text.toStdString()));
    if (const auto *alias = sql::as<sql::Alias>(*self))
        return Value(evaluator.heap().string(alias->name.text.toStdString()));
    return evaluator.raise("AttributeError", "this object has no attribute 'name'");
}

/// Of a table-valued function: with the names of its columns behind the alias.
Evaluated renderDerived(Evaluator &evaluator, const Arguments &arguments)
{
    const auto withTypes = evaluator.truth(keyword(arguments, "with_types"));
    if (!withTypes)
        return std::unexpected(withTypes.error());
    return changed<sql::Alias>(evaluator, arguments, [&](sql::Alias &alias) -> python::Done {
        alias = renamed(evaluator, alias, nameArgument(arguments));
        alias.isLateral = false;
        alias.rendersDerived = true;
        alias.rendersTypes = *withTypes;
        return {};
    });
}

/// cte.union(select): the recursive part.
template<sql::CompoundKind kind>
Evaluated restated(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    const auto *cte = sql::as<sql::Alias>(*self);
    if (!cte || cte->kind != sql::Alias::Kind::Cte)
        return evaluator.raise("AttributeError", "only a CTE has union()");
    sql::Compound compound{.kind = kind, .selects = {cte->element}};
    for (const Value argument : behindSelf(arguments)) {
        const auto select = clauseOrNone(evaluator, argument);
        if (!select)
            return std::unexpected(select.error());
        compound.selects += *select;
    }
    sql::Alias copy = *cte;
    copy.element = sql::makeClause(std::move(compound));
    copy.restates = *self;
    copy.identity = newIdentity(evaluator);
    return clauseValue(evaluator, sql::makeClause(std::move(copy)));
}

/// values(…).data([(…), …]).
Evaluated valuesData(Evaluator &evaluator, const Arguments &arguments)
{
    return changed<sql::Values>(evaluator, arguments, [&](sql::Values &values) -> python::Done {
        const auto rows =
            evaluator.items(arguments.positional.size() > 1 ? arguments.positional[1] : Value());
        if (!rows)
            return std::unexpected(rows.error());
        values.identity = newIdentity(evaluator);
        for (const Value row : *rows) {
            const auto items = evaluator.items(row);
            if (!items)
                return std::unexpected(items.error());
            QList<sql::Clause> clauses;
            for (qsizetype i = 0; i < static_cast<qsizetype>(items->size()); ++i) {
                const Boxed<sql::Type> type =
                    i < values.columns.size() ? values.columns[i].type : Boxed<sql::Type>();
                const auto clause = clauseOrLiteral(evaluator, (*items)[static_cast<std::size_t>(i)], type);
                if (!clause)
                    return std::unexpected(clause.error());
                clauses += *clause;
            }
            values.rows += clauses;
        }
        return {};
    });
}

constexpr python::NativeMember members[] = {
    {"c", MemberKind::Getter, columnsOf},
    {"columns", MemberKind::Getter, columnsOf},
    {"alias", MemberKind::Method, aliased<sql::Alias::Kind::Alias>},
    {"lateral", MemberKind::Method, lateral},
    {"tablesample", MemberKind::Method, tableSample},
    {"select", MemberKind::Method, selectAll},
    {"join", MemberKind::Method, joinedTo<false>},
    {"outerjoin", MemberKind::Method, joinedTo<true>},
    {"name", MemberKind::Getter, nameOf},
    {"render_derived", MemberKind::Method, renderDerived},
    {"union", MemberKind::Method, restated<sql::CompoundKind::Union>},
    {"union_all", MemberKind::Method, restated<sql::CompoundKind::UnionAll>},
    {"data", MemberKind::Method, valuesData},
};

} // namespace

const python::NativeClass columnCollectionClass = {.name = "ColumnCollection",
                                                   .module = "sqlalchemy.sql.base",
                                                   .members = collectionMembers,
                                                   .allocate = allocateCollection};

sql::Clause makeAlias(Evaluator &evaluator, sql::Alias::Kind kind, const sql::Clause &element, Value name)
{
    sql::Alias alias{.kind = kind, .element = element};
    alias.identity = newIdentity(evaluator);
    alias.isAnonymous = name.isNone();
    if (!name.isNone()) {
        alias.name.text = textOf(name);
    } else {
        const auto *table = sql::as<sql::Table>(element);
        const auto *other = sql::as<sql::Alias>(element);
        alias.name.text = table                          ? table->name.text
                          : other && !other->isAnonymous ? other->name.text
                                                         : u"anon"_s;
    }
    return sql::makeClause(std::move(alias));
}

Outcome<sql::Clause> makeJoin(Evaluator &evaluator, const sql::Clause &left, Value right, Value on,
                              bool isOuter, bool isFull)
{
    const auto target = fromElement(evaluator, right);
    if (!target)
        return target;
    sql::Join join{.left = left, .right = *target, .isOuter = isOuter, .isFull = isFull};
    if (on.isNone()) {
        join.condition = sql::joinCondition(left, *target);
        if (join.condition.isNull())
            return evaluator.raise(
                noForeignKeysErrorClass,
                "Can't find any foreign key relationships between the two sides of the join.");
    } else {
        const auto onClause = condition(evaluator, on);
        if (!onClause)
            return onClause;
        join.condition = sql::grouped(*onClause, sql::Operator::AsBoolean);
    }
    return sql::makeClause(std::move(join));
}

std::span<const python::NativeMember> fromClauseMembers()
{
    return members;
}

} // namespace athanor::sqlalchemy
