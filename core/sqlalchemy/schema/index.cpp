// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/build.h"
#include "core/sqlalchemy/schema/schemaobjects.h"

using namespace Qt::StringLiterals;

namespace athanor::sqlalchemy {

using namespace python;

namespace {

IndexObject *selfOf(const Arguments &arguments)
{
    return arguments.positional[0].as<IndexObject>();
}

/// The table of the first Column among the elements, or in an expression among them.
Outcome<TableObject *> tableOfElements(Evaluator &evaluator, const IndexObject &index)
{
    for (const Value element : index.elements) {
        const auto *column = element.as<ColumnObject>();
        if (column && column->table)
            return column->table;
        if (column || element.as<StringObject>())
            continue;
        const Outcome<std::optional<sql::Clause>> clause = clauseFrom(evaluator, element);
        if (!clause)
            return std::unexpected(clause.error());
        if (TableObject *table = *clause ? tableOf(evaluator, **clause) : nullptr)
            return table;
    }
    return nullptr;
}

Evaluated initialise(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature(
        "Index", "self, name, *expressions, unique=, quote=, info=, _table=, _column_flag=, **kw");
    const Outcome<BoundArguments> given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    auto *self = given->value(0).as<IndexObject>();
    const Outcome<schema::Name> name = nameFrom(evaluator, given->value(1), "Index()");
    if (!name)
        return std::unexpected(name.error());
    self->name = *name;
    self->elements = given->variadic;
    const auto unique = flagFrom(evaluator, given->value(2));
    const auto quote = flagFrom(evaluator, given->value(3));
    if (!unique || !quote)
        return std::unexpected(unique ? quote.error() : unique.error());
    self->isUnique = unique->value_or(false);
    if (*quote)
        self->name.isQuoted = *quote;
    Outcome<schema::Options> options = optionsFrom(evaluator, given->variadicKeywords, "Index");
    if (!options)
        return std::unexpected(options.error());
    self->options = *std::move(options);
    self->number = nextNumber(evaluator);
    TableObject *table = given->value(5).as<TableObject>();
    if (!table) {
        const Outcome<TableObject *> found = tableOfElements(evaluator, *self);
        if (!found)
            return std::unexpected(found.error());
        table = *found;
    }
    if (table) {
        if (const Done attached = table->append(evaluator, self); !attached)
            return std::unexpected(attached.error());
    }
    return Value();
}

template<typename Change>
Evaluated record(Evaluator &evaluator, Change change, std::string_view method)
{
    Target *target = evaluator.state<TargetSlot>().target;
    if (!target)
        return evaluator.refuse("Index." + std::string(method) + "()", "a place for its statement");
    if (const Done done = target->record(evaluator, std::move(change)); !done)
        return std::unexpected(done.error());
    return Value();
}

Evaluated create(Evaluator &evaluator, const Arguments &arguments)
{
    Outcome<schema::Index> index = indexFrom(evaluator, arguments.positional[0]);
    if (!index)
        return std::unexpected(index.error());
    return record(evaluator, operation::CreateIndex{.index = *std::move(index)}, "create");
}

Evaluated drop(Evaluator &evaluator, const Arguments &arguments)
{
    const Outcome<schema::Index> index = indexFrom(evaluator, arguments.positional[0]);
    if (!index)
        return std::unexpected(index.error());
    return record(evaluator,
                  operation::DropIndex{.name = index->name, .table = index->table, .options = index->options},
                  "drop");
}

Evaluated getName(Evaluator &evaluator, const Arguments &arguments)
{
    const Outcome<schema::Index> index = indexFrom(evaluator, arguments.positional[0]);
    if (!index)
        return std::unexpected(index.error());
    return nameValue(evaluator, index->name);
}

Evaluated getTable(Evaluator &, const Arguments &arguments)
{
    TableObject *table = selfOf(arguments)->table;
    return table ? Value(table) : Value();
}

Evaluated getUnique(Evaluator &, const Arguments &arguments)
{
    return Value(selfOf(arguments)->isUnique);
}

Evaluated getColumns(Evaluator &evaluator, const Arguments &arguments)
{
    const IndexObject *self = selfOf(arguments);
    std::vector<ColumnObject *> columns;
    for (const Value element : self->elements) {
        ColumnObject *column = element.as<ColumnObject>();
        const auto *text = element.as<StringObject>();
        if (!column && text && self->table)
            column = self->table->column(QString::fromStdString(text->utf8));
        if (column)
            columns.push_back(column);
    }
    return listOf(evaluator, columns);
}

constexpr const NativeClass *bases[] = {&schemaItemClass};
constexpr NativeMember members[] = {
    {"__init__", MemberKind::Method, initialise}, {"create", MemberKind::Method, create},
    {"drop", MemberKind::Method, drop},           {"name", MemberKind::Getter, getName},
    {"table", MemberKind::Getter, getTable},      {"unique", MemberKind::Getter, getUnique},
    {"columns", MemberKind::Getter, getColumns},
};

} // namespace

const NativeClass indexClass = {"Index", "sqlalchemy.sql.schema", bases, members, allocateAs<IndexObject>};

Outcome<schema::IndexElement> indexElementFrom(Evaluator &evaluator, Value value)
{
    if (const auto *column = value.as<ColumnObject>())
        return column->definition.name;
    if (value.as<StringObject>()) {
        Outcome<schema::Name> name = nameFrom(evaluator, value, "an index's column");
        if (!name)
            return std::unexpected(name.error());
        return *std::move(name);
    }
    Outcome<std::optional<sql::Clause>> clause = clauseFrom(evaluator, value);
    if (!clause)
        return std::unexpected(clause.error());
    if (*clause) {
        const auto *column = sql::as<sql::Column>(**clause);
        if (column && !column->isLiteral)
            return schema::Name{.text = column->name.text, .isQuoted = column->name.isQuoted};
        return **std::move(clause);
    }
    if (const auto *opaque = value.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "an index's column");
    return raiseSqlAlchemy(evaluator, "ArgumentError",
                           "String or text() construct expected for an index's element");
}

Outcome<sql::Clause> conditionFrom(Evaluator &evaluator, Value value, std::string_view purpose)
{
    if (const auto *text = value.as<StringObject>())
        return sql::text(QString::fromUtf8(text->utf8.data(), static_cast<qsizetype>(text->utf8.size())));
    if (value.isBoolean())
        return value.boolean() ? sql::trueClause() : sql::falseClause();
    Outcome<std::optional<sql::Clause>> clause = clauseFrom(evaluator, value);
    if (!clause)
        return std::unexpected(clause.error());
    if (*clause)
        return **std::move(clause);
    if (const auto *opaque = value.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, purpose);
    return evaluator.refuse(purpose, "a string or an expression");
}

/// postgresql_ops finds a text() by itself in op.create_index() only: a text of an Index has no key.
void leaveOutTexts(schema::Index &index)
{
    for (auto &[name, value] : index.options) {
        auto *classes = std::get_if<schema::OptionMap>(&value);
        if (!classes || name != "postgresql_ops"_L1)
            continue;
        for (const schema::IndexElement &element : std::as_const(index.elements)) {
            const auto *clause = std::get_if<sql::Clause>(&element);
            if (const auto *text = clause ? sql::as<sql::Text>(*clause) : nullptr)
                classes->removeIf([text](const auto &entry) { return entry.first == text->text; });
        }
    }
}

Outcome<schema::Index> valueOf(Evaluator &evaluator, const IndexObject &index)
{
    schema::Index value{.name = index.name, .isUnique = index.isUnique, .options = index.options};
    if (index.table)
        value.table = index.table->name;
    for (const Value element : index.elements) {
        Outcome<schema::IndexElement> made = indexElementFrom(evaluator, element);
        if (!made)
            return std::unexpected(made.error());
        // A str is a key of the table.
        auto *name = std::get_if<schema::Name>(&*made);
        if (name && index.table && element.as<StringObject>()) {
            const ColumnObject *column = index.table->column(name->text);
            if (!column) {
                return raiseSqlAlchemy(
                    evaluator, "ConstraintColumnNotFoundError",
                    "Can't create index on table '" + index.table->name.name.text.toStdString()
                        + "': no column named '" + name->text.toStdString() + "' is present.");
            }
            *name = column->definition.name;
        }
        value.elements.append(*std::move(made));
    }
    leaveOutTexts(value);
    return value;
}

Outcome<schema::Index> indexFrom(Evaluator &evaluator, Value index)
{
    const auto *object = index.as<IndexObject>();
    if (!object)
        return evaluator.refuse("an index", "an Index object");
    Outcome<schema::Index> value = valueOf(evaluator, *object);
    if (!value || !object->table || !object->table->metadata)
        return value;
    const Result<void> named =
        schema::applyConvention(object->table->metadata->convention, *value, object->table->keys());
    if (!named)
        return raiseError(evaluator, named.error());
    return value;
}

} // namespace athanor::sqlalchemy
