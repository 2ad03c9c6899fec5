// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/expressionobject.h"

#include "core/sql/build.h"
#include "core/sql/selectable.h"
#include "core/sqlalchemy/expressions/classes.h"
#include "core/sqlalchemy/expressions/operands.h"
#include "core/sqlalchemy/schema/schemaobjects.h"

namespace athanor::sqlalchemy {

using python::Evaluator;
using python::Outcome;
using python::Value;

namespace {

/// The boxes of the type objects that an evaluation has met, both ways round. The boxes live as long as the
/// evaluation, so that an address tells one from another.
struct TypeBoxes
{
    std::unordered_map<TypeObject *, Boxed<sql::Type>> boxes;
    std::unordered_map<const sql::Type *, TypeObject *> objects;
};

struct IdentityCounter
{
    quint64 last = 0;
};

/// An object, or a class of models, which stands for its table.
bool canBeClause(Value value)
{
    const auto *type = value.as<python::ClassObject>();
    return type ? type->metaclass != nullptr
                : value.isObject() && value.object()->kind() == python::ObjectKind::Instance;
}

} // namespace

Outcome<Boxed<sql::Type>> boxedType(Evaluator &evaluator, TypeObject *type)
{
    auto &state = evaluator.state<TypeBoxes>();
    const auto known = state.boxes.find(type);
    if (known != state.boxes.end())
        return known->second;
    auto value = type->type(evaluator);
    if (!value)
        return std::unexpected(value.error());
    const Boxed<sql::Type> box(*std::move(value));
    state.boxes.emplace(type, box);
    state.objects.emplace(&*box, type);
    return box;
}

Boxed<sql::Type> unknownType()
{
    return Boxed<sql::Type>(sql::Type{.kind = sql::TypeKind::Custom});
}

Outcome<Boxed<sql::Type>> boxedTypeFrom(Evaluator &evaluator, Value value, std::string_view purpose)
{
    if (value.isNone())
        return Boxed<sql::Type>();
    const auto object = typeObjectFrom(evaluator, value, purpose);
    if (!object)
        return std::unexpected(object.error());
    return boxedType(evaluator, *object);
}

TypeObject *typeObjectOf(Evaluator &evaluator, const Boxed<sql::Type> &type)
{
    if (!type)
        return nullptr;
    const auto &objects = evaluator.state<TypeBoxes>().objects;
    const auto found = objects.find(&*type);
    return found == objects.end() ? nullptr : found->second;
}

sql::Identity newIdentity(Evaluator &evaluator)
{
    return {++evaluator.state<IdentityCounter>().last};
}

Outcome<sql::Clause> heldClause(Evaluator &evaluator, const ClauseObject &object, const sql::Clause &held)
{
    if (held.isNull())
        return evaluator.refuse(object.type->name + "(), called itself,", "the function that makes one");
    return held;
}

Outcome<std::optional<sql::Clause>> clauseFrom(Evaluator &evaluator, Value value)
{
    if (!canBeClause(value))
        return std::nullopt;
    if (auto *object = value.as<ClauseObject>()) {
        auto clause = object->clause(evaluator);
        if (!clause)
            return std::unexpected(clause.error());
        return *std::move(clause);
    }
    const auto method = evaluator.findAttribute(value, "__clause_element__");
    if (!method)
        return std::unexpected(method.error());
    if (!*method)
        return std::nullopt;
    const auto made = evaluator.call(**method, python::Arguments{});
    if (!made)
        return std::unexpected(made.error());
    if (made->isSame(value))
        return std::nullopt;
    return clauseFrom(evaluator, *made);
}

Outcome<std::vector<KeyedColumn>> FromObject::columns(Evaluator &evaluator)
{
    if (m_hasColumns)
        return m_columns;
    const auto own = clause(evaluator);
    if (!own)
        return std::unexpected(own.error());
    std::vector<KeyedColumn> made;
    if (const auto *join = sql::as<sql::Join>(*own)) {
        for (const sql::Clause &column : sql::expandedColumns({join->left, join->right})) {
            const auto *node = sql::as<sql::Column>(column);
            const auto *table = node ? sql::as<sql::Table>(node->table) : nullptr;
            const QString key =
                node ? (table ? table->name.text + u'_' : QString()) + node->name.text : QString();
            made.push_back({key.toStdString(), clauseValue(evaluator, column)});
        }
    } else {
        for (const sql::TableColumn &column : sql::exportedColumns(*own))
            made.push_back(
                {column.scriptName().toStdString(), clauseValue(evaluator, sql::column(*own, column))});
    }
    m_columns = std::move(made);
    m_hasColumns = true;
    return m_columns;
}

namespace {

/// What SQLAlchemy makes a Column again: Python asks the right side of a comparison first where its class
/// derives from the left one's, and neither derives from the other here.
constexpr const python::NativeClass *proxyBases[] = {&columnClauseClass};
const python::NativeClass columnProxyClass = {
    .name = "Column", .module = "sqlalchemy.sql.schema", .bases = proxyBases};

/// Whether it is a column of an alias of a Table.
bool isProxy(Evaluator &evaluator, const sql::Clause &clause)
{
    const auto *column = sql::as<sql::Column>(clause);
    const auto *alias = column ? sql::as<sql::Alias>(column->table) : nullptr;
    return alias && sql::as<sql::Table>(alias->element)
           && tableOf(evaluator, sql::makeClause(sql::Column{.table = alias->element}));
}

} // namespace

ClauseObject *clauseObject(Evaluator &evaluator, sql::Clause clause)
{
    const python::NativeClass &type = isProxy(evaluator, clause) ? columnProxyClass : classOfClause(clause);
    python::Instance *object = evaluator.allocate(evaluator.classOf(type));
    if (auto *element = dynamic_cast<ColumnElementObject *>(object))
        element->value = std::move(clause);
    else if (auto *from = dynamic_cast<FromObject *>(object))
        from->value = std::move(clause);
    else if (auto *plain = dynamic_cast<PlainClauseObject *>(object))
        plain->value = std::move(clause);
    return static_cast<ClauseObject *>(object);
}

} // namespace athanor::sqlalchemy
