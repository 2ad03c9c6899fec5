// SPDX-License-Identifier: GPL-3.0-or-later
// func.name(…): a namespace that makes functions of any name, and what functions can do besides.
#include "core/evaluator/heap.h"
#include "core/sql/build.h"
#include "core/sql/grouping.h"
#include "core/sqlalchemy/expressions/call.h"
#include "core/sqlalchemy/expressions/classes.h"
#include "core/sqlalchemy/expressions/functionnamespace.h"

using namespace Qt::StringLiterals;

namespace athanor::sqlalchemy {

using python::Arguments;
using python::Evaluated;
using python::Evaluator;
using python::MemberKind;
using python::Value;

namespace {

/// `func`, or `func.package.name` before it is called.
class FunctionNamespaceObject : public python::Instance
{
public:
    using Instance::Instance;

    QList<sql::Identifier> path = {};
};

python::Instance *allocateNamespace(python::Heap &heap, python::ClassObject *type)
{
    return heap.make<FunctionNamespaceObject>(type);
}

Evaluated member(Evaluator &evaluator, const Arguments &arguments)
{
    auto *self =
        arguments.positional.empty() ? nullptr : arguments.positional[0].as<FunctionNamespaceObject>();
    if (!self || arguments.positional.size() < 2)
        return evaluator.raise("TypeError", "func needs a name");
    QString name = textOf(arguments.positional[1]);
    if (name.startsWith("__"_L1))
        return evaluator.raise("AttributeError", name.toStdString());
    // A trailing underscore is for names that Python keeps for itself: func.in_().
    if (name.endsWith(u'_'))
        name.chop(1);
    auto *made = evaluator.instance<FunctionNamespaceObject>(functionNamespaceClass);
    made->path = self->path;
    made->path += sql::Identifier{name};
    return Value(made);
}

Evaluated call(Evaluator &evaluator, const Arguments &arguments)
{
    auto *self =
        arguments.positional.empty() ? nullptr : arguments.positional[0].as<FunctionNamespaceObject>();
    if (!self || self->path.isEmpty())
        return evaluator.raise("TypeError", "'func' is called by a function's name: func.now()");
    const auto type = boxedTypeFrom(evaluator, keyword(arguments, "type_"), "func()");
    if (!type)
        return std::unexpected(type.error());
    const QString name = self->path.last().text;
    if (name == "next_value"_L1 && self->path.size() == 1) {
        const auto sequence =
            expression(evaluator, arguments.positional.size() > 1 ? arguments.positional[1] : Value());
        if (!sequence)
            return std::unexpected(sequence.error());
        return clauseValue(evaluator, *sequence);
    }
    QList<sql::Clause> parameters;
    for (const Value argument : behindSelf(arguments)) {
        const auto parameter = expressionOrBind(evaluator, argument, name);
        if (!parameter)
            return std::unexpected(parameter.error());
        parameters += *parameter;
    }
    return clauseValue(evaluator, sql::function(self->path, parameters, *type));
}

constexpr python::NativeMember namespaceMembers[] = {
    {"__getattr__", MemberKind::Method, member},
    {"__call__", MemberKind::Method, call},
};

python::Outcome<sql::Clause> orderList(Evaluator &evaluator, Value value)
{
    if (value.isNone())
        return sql::Clause();
    const Value values[] = {value};
    const auto elements = orderElements(evaluator, values);
    if (!elements)
        return std::unexpected(elements.error());
    return sql::makeClause(sql::ClauseList{*elements, sql::Operator::Comma, false});
}

sql::FrameBound frameBound(Value value)
{
    if (!value.isInteger())
        return {};
    if (value.integer() == 0)
        return {sql::FrameBound::Kind::Current, 0};
    return {sql::FrameBound::Kind::Rows, value.integer()};
}

python::Done setFrame(Evaluator &evaluator, sql::Over &over, sql::Over::Frame frame, Value value)
{
    if (value.isNone())
        return {};
    const auto *pair = value.as<python::TupleObject>();
    if (!pair || pair->items.size() != 2)
        return argumentError(evaluator, u"2-tuple expected for range/rows"_s);
    over.frame = frame;
    over.first = frameBound(pair->items[0]);
    over.last = frameBound(pair->items[1]);
    return {};
}

Evaluated over(Evaluator &evaluator, const Arguments &arguments)
{
    static const python::Signature signature("over",
                                             "self, *, partition_by=, order_by=, rows=, range_=, groups=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    return overClause(evaluator, *self,
                      {bound->value(1), bound->value(2), bound->value(3), bound->value(4), bound->value(5)});
}

Evaluated filter(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    QList<sql::Clause> conditions;
    for (const Value argument : behindSelf(arguments)) {
        const auto each = condition(evaluator, argument);
        if (!each)
            return std::unexpected(each.error());
        conditions += *each;
    }
    if (conditions.isEmpty())
        return clauseValue(evaluator, *self);
    return clauseValue(evaluator, sql::makeClause(sql::FunctionFilter{*self, sql::conjunction(conditions)},
                                                  self->node().type));
}

Evaluated withinGroup(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    const auto elements = orderElements(evaluator, behindSelf(arguments));
    if (!elements)
        return std::unexpected(elements.error());
    return clauseValue(evaluator,
                       sql::makeClause(sql::WithinGroup{*self, sql::makeClause(sql::ClauseList{
                                                                   *elements, sql::Operator::Comma, false})},
                                       self->node().type));
}

sql::Alias aliasOf(Evaluator &evaluator, const sql::Clause &function, Value name)
{
    sql::Alias alias{.kind = sql::Alias::Kind::TableValued, .element = function};
    alias.identity = newIdentity(evaluator);
    alias.isAnonymous = name.isNone();
    alias.name.text = name.isNone() ? u"anon"_s : textOf(name);
    return alias;
}

/// table_valued('a', column('b', Integer), name=…): the function as a table.
Evaluated tableValued(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    sql::Alias alias = aliasOf(evaluator, *self, keyword(arguments, "name"));
    std::vector<Value> elements(behindSelf(arguments).begin(), behindSelf(arguments).end());
    if (const Value ordinality = keyword(arguments, "with_ordinality"); !ordinality.isNone()) {
        elements.push_back(ordinality);
        auto function = copyOf<sql::Function>(*self);
        function.hasOrdinality = true;
        alias.element = sql::makeClause(std::move(function), self->node().type);
    }
    for (const Value argument : elements) {
        sql::TableColumn column{.name = {textOf(argument)}};
        if (!isString(argument)) {
            const auto clause = expression(evaluator, argument);
            if (!clause)
                return std::unexpected(clause.error());
            if (const auto *node = sql::as<sql::Column>(*clause))
                column = {.name = node->name, .key = node->key, .type = clause->node().type};
        }
        alias.columns += column;
    }
    return clauseValue(evaluator, sql::makeClause(std::move(alias)));
}

Evaluated columnValued(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    const Value name = arguments.positional.size() > 1 ? arguments.positional[1] : keyword(arguments, "name");
    if (name.isNone())
        return evaluator.refuse("column_valued() without a name", "a name");
    const sql::Clause alias = sql::makeClause(aliasOf(evaluator, *self, name));
    // The column is the table itself: no table in front of its name.
    sql::Column column{.name = {textOf(name)}, .table = alias};
    column.isTableItself = true;
    return clauseValue(evaluator, sql::makeClause(std::move(column), self->node().type));
}

Evaluated alias(Evaluator &evaluator, const Arguments &arguments)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    const Value name = arguments.positional.size() > 1 ? arguments.positional[1] : keyword(arguments, "name");
    return clauseValue(evaluator, sql::makeClause(aliasOf(evaluator, *self, name)));
}

constexpr python::NativeMember functionMembers[] = {
    {"over", MemberKind::Method, over},
    {"filter", MemberKind::Method, filter},
    {"within_group", MemberKind::Method, withinGroup},
    {"table_valued", MemberKind::Method, tableValued},
    {"column_valued", MemberKind::Method, columnValued},
    {"alias", MemberKind::Method, alias},
};

} // namespace

Evaluated overClause(Evaluator &evaluator, const sql::Clause &element, const WindowArguments &window)
{
    sql::Over over{.element = element};
    const auto partition = orderList(evaluator, window.partitionBy);
    if (!partition)
        return std::unexpected(partition.error());
    const auto order = orderList(evaluator, window.orderBy);
    if (!order)
        return std::unexpected(order.error());
    over.partitionBy = *partition;
    over.orderBy = *order;
    for (const auto &[frame, value] : {std::pair{sql::Over::Frame::Rows, window.rows},
                                       {sql::Over::Frame::Range, window.range},
                                       {sql::Over::Frame::Groups, window.groups}}) {
        if (python::Done done = setFrame(evaluator, over, frame, value); !done)
            return std::unexpected(done.error());
    }
    return clauseValue(evaluator, sql::makeClause(std::move(over), element.node().type));
}

namespace {

/// sqlalchemy.sql.functions.now and the like: the functions that have a class of their own.
template<const char *name>
Evaluated namedCall(Evaluator &evaluator, const Arguments &arguments)
{
    auto *function = evaluator.instance<FunctionNamespaceObject>(functionNamespaceClass);
    function->path = {sql::Identifier{QString::fromLatin1(name)}};
    return evaluator.call(Value(function), arguments);
}

constexpr char now[] = "now";
constexpr char count[] = "count";
constexpr char maximum[] = "max";
constexpr char minimum[] = "min";
constexpr char sum[] = "sum";
constexpr char coalesce[] = "coalesce";
constexpr char concat[] = "concat";
constexpr char random[] = "random";
constexpr char characterLength[] = "char_length";
constexpr char currentDate[] = "current_date";
constexpr char currentTime[] = "current_time";
constexpr char currentTimestamp[] = "current_timestamp";
constexpr char currentUser[] = "current_user";
constexpr char localTimestamp[] = "localtimestamp";

constexpr python::NativeName names[] = {
    {"now", nullptr, nullptr, namedCall<now>},
    {"count", nullptr, nullptr, namedCall<count>},
    {"max", nullptr, nullptr, namedCall<maximum>},
    {"min", nullptr, nullptr, namedCall<minimum>},
    {"sum", nullptr, nullptr, namedCall<sum>},
    {"coalesce", nullptr, nullptr, namedCall<coalesce>},
    {"concat", nullptr, nullptr, namedCall<concat>},
    {"random", nullptr, nullptr, namedCall<random>},
    {"char_length", nullptr, nullptr, namedCall<characterLength>},
    {"current_date", nullptr, nullptr, namedCall<currentDate>},
    {"current_time", nullptr, nullptr, namedCall<currentTime>},
    {"current_timestamp", nullptr, nullptr, namedCall<currentTimestamp>},
    {"current_user", nullptr, nullptr, namedCall<currentUser>},
    {"localtimestamp", nullptr, nullptr, namedCall<localTimestamp>},
};

} // namespace

std::span<const python::NativeName> functionNames()
{
    return names;
}

const python::NativeClass functionNamespaceClass = {.name = "_FunctionGenerator",
                                                    .module = "sqlalchemy.sql.functions",
                                                    .members = namespaceMembers,
                                                    .allocate = allocateNamespace};

std::span<const python::NativeMember> functionElementMembers()
{
    return functionMembers;
}

} // namespace athanor::sqlalchemy
