// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/build.h"
#include "core/sql/columnnames.h"
#include "core/sqlalchemy/schema/schemaobjects.h"

using namespace Qt::StringLiterals;

namespace athanor::sqlalchemy {

using namespace python;

namespace {

ConstraintObject *selfOf(const Arguments &arguments)
{
    return arguments.positional[0].as<ConstraintObject>();
}

/// The keywords that every constraint has, and the dialects' own that are left over.
struct Common
{
    Value name = {}, deferrable = {}, initially = {}, comment = {};
    std::span<const NamedValue> options = {};
};

Done readCommon(Evaluator &evaluator, ConstraintObject &self, const Common &given, std::string_view kind)
{
    const Outcome<schema::Name> name = nameFrom(evaluator, given.name, kind);
    if (!name)
        return std::unexpected(name.error());
    const auto deferrable = flagFrom(evaluator, given.deferrable);
    if (!deferrable)
        return std::unexpected(deferrable.error());
    const Outcome<QString> initially = textOrNothing(evaluator, given.initially, kind);
    if (!initially)
        return std::unexpected(initially.error());
    const Outcome<QString> comment = textOrNothing(evaluator, given.comment, kind);
    if (!comment)
        return std::unexpected(comment.error());
    const Outcome<schema::Options> options = optionsFrom(evaluator, given.options, kind);
    if (!options)
        return std::unexpected(options.error());
    std::visit(
        [&](schema::ConstraintCommon &common) {
            common.name = *name;
            common.isDeferrable = *deferrable;
            common.initially = *initially;
            common.comment = *comment;
            common.options = *options;
        },
        self.value);
    self.number = nextNumber(evaluator);
    return {};
}

/// The table that Columns among the arguments already belong to gets the constraint at once.
Done attachToColumns(Evaluator &evaluator, ConstraintObject *self)
{
    for (const Value column : self->columns) {
        auto *object = column.as<ColumnObject>();
        if (!object || !object->table)
            return {};
    }
    auto *first = self->columns.empty() ? nullptr : self->columns.front().as<ColumnObject>();
    return first && !self->table ? first->table->append(evaluator, self) : Done();
}

template<typename T>
Evaluated initialiseOfColumns(Evaluator &evaluator, const Arguments &arguments, std::string_view kind)
{
    static const Signature signature(
        "Constraint", "self, *columns, name=, deferrable=, initially=, info=, comment=, "
                      "_autoattach=, _column_flag=, _gather_expressions=, _implicit_generated=, **kw");
    const Outcome<BoundArguments> given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    auto *self = given->value(0).as<ConstraintObject>();
    self->value = T{};
    self->columns = given->variadic;
    const Done read = readCommon(evaluator, *self,
                                 {.name = given->value(1),
                                  .deferrable = given->value(2),
                                  .initially = given->value(3),
                                  .comment = given->value(5),
                                  .options = given->variadicKeywords},
                                 kind);
    if (!read)
        return std::unexpected(read.error());
    if (const Done attached = attachToColumns(evaluator, self); !attached)
        return std::unexpected(attached.error());
    return Value();
}

Evaluated initialisePrimaryKey(Evaluator &evaluator, const Arguments &arguments)
{
    return initialiseOfColumns<schema::PrimaryKey>(evaluator, arguments, "PrimaryKeyConstraint");
}

Evaluated initialiseUnique(Evaluator &evaluator, const Arguments &arguments)
{
    return initialiseOfColumns<schema::UniqueConstraint>(evaluator, arguments, "UniqueConstraint");
}

Evaluated initialiseCheck(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature(
        "CheckConstraint", "self, sqltext, name=, deferrable=, initially=, table=, info=, _create_rule=, "
                           "_autoattach=, _type_bound=, comment=, **kw");
    const Outcome<BoundArguments> given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    auto *self = given->value(0).as<ConstraintObject>();
    Outcome<sql::Clause> condition = conditionFrom(evaluator, given->value(1), "CheckConstraint()");
    if (!condition)
        return std::unexpected(condition.error());
    schema::CheckConstraint check;
    check.condition = *std::move(condition);
    self->value = std::move(check);
    const Done read = readCommon(evaluator, *self,
                                 {.name = given->value(2),
                                  .deferrable = given->value(3),
                                  .initially = given->value(4),
                                  .comment = given->value(10),
                                  .options = given->variadicKeywords},
                                 "CheckConstraint");
    if (!read)
        return std::unexpected(read.error());
    if (auto *table = given->value(5).as<TableObject>()) {
        if (const Done attached = table->append(evaluator, self); !attached)
            return std::unexpected(attached.error());
    }
    return Value();
}

Evaluated initialiseForeignKey(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature(
        "ForeignKeyConstraint",
        "self, columns, refcolumns, name=, onupdate=, ondelete=, deferrable=, "
        "initially=, use_alter=, link_to_name=, match=, table=, info=, comment=, **kw");
    const Outcome<BoundArguments> given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    auto *self = given->value(0).as<ConstraintObject>();
    Outcome<std::vector<Value>> columns = evaluator.items(given->value(1));
    Outcome<std::vector<Value>> ends = evaluator.items(given->value(2));
    if (!columns || !ends)
        return std::unexpected(columns ? ends.error() : columns.error());
    if (columns->size() != ends->size()) {
        return raiseSqlAlchemy(evaluator, "ArgumentError",
                               "ForeignKeyConstraint number of constrained columns must match the number of "
                               "referenced columns.");
    }
    self->columns = *std::move(columns);
    self->ends = *std::move(ends);
    schema::ForeignKeyConstraint key;
    QString *const texts[] = {&key.onUpdate, &key.onDelete, &key.match};
    const std::size_t places[] = {4, 5, 10};
    for (std::size_t i = 0; i < std::size(places); ++i) {
        const Outcome<QString> text =
            textOrNothing(evaluator, given->value(places[i]), "ForeignKeyConstraint()");
        if (!text)
            return std::unexpected(text.error());
        *texts[i] = *text;
    }
    const auto alter = flagFrom(evaluator, given->value(8));
    if (!alter)
        return std::unexpected(alter.error());
    key.usesAlter = alter->value_or(false);
    self->value = std::move(key);
    const Done read = readCommon(evaluator, *self,
                                 {.name = given->value(3),
                                  .deferrable = given->value(6),
                                  .initially = given->value(7),
                                  .comment = given->value(13),
                                  .options = given->variadicKeywords},
                                 "ForeignKeyConstraint");
    if (!read)
        return std::unexpected(read.error());
    if (auto *table = given->value(11).as<TableObject>()) {
        if (const Done attached = table->append(evaluator, self); !attached)
            return std::unexpected(attached.error());
    } else if (const Done attached = attachToColumns(evaluator, self); !attached) {
        return std::unexpected(attached.error());
    }
    return Value();
}

Evaluated initialiseExclude(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature(
        "ExcludeConstraint", "self, *elements, name=, deferrable=, initially=, using=, where=, ops=, info=, "
                             "comment=, **kw");
    const Outcome<BoundArguments> given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    auto *self = given->value(0).as<ConstraintObject>();
    schema::ExcludeConstraint exclude;
    Outcome<QList<schema::ExcludeElement>> elements = excludeElementsFrom(evaluator, given->variadic);
    if (!elements)
        return std::unexpected(elements.error());
    exclude.elements = *std::move(elements);
    const Outcome<QString> method = textOrNothing(evaluator, given->value(4), "ExcludeConstraint(using=)");
    if (!method)
        return std::unexpected(method.error());
    exclude.method = *method;
    if (!given->value(5).isNone()) {
        Outcome<sql::Clause> where = conditionFrom(evaluator, given->value(5), "ExcludeConstraint(where=)");
        if (!where)
            return std::unexpected(where.error());
        exclude.where = *std::move(where);
    }
    self->value = std::move(exclude);
    const Done read = readCommon(evaluator, *self,
                                 {.name = given->value(1),
                                  .deferrable = given->value(2),
                                  .initially = given->value(3),
                                  .comment = given->value(8),
                                  .options = given->variadicKeywords},
                                 "ExcludeConstraint");
    if (!read)
        return std::unexpected(read.error());
    if (given->value(6).isNone())
        return Value();
    const NamedValue operators[] = {{"postgresql_ops", given->value(6)}};
    const Outcome<schema::Options> options = optionsFrom(evaluator, operators, "ExcludeConstraint");
    if (!options)
        return std::unexpected(options.error());
    std::get<schema::ExcludeConstraint>(self->value).options.append({u"ops"_s, options->constFirst().second});
    return Value();
}

const schema::ConstraintCommon &commonOf(const ConstraintObject &constraint)
{
    return std::visit([](const auto &kind) -> const schema::ConstraintCommon & { return kind; },
                      constraint.value);
}

/// With the name that the table's convention has given it.
Evaluated getName(Evaluator &evaluator, const Arguments &arguments)
{
    const ConstraintObject *self = selfOf(arguments);
    const TableObject *table = self->table;
    if (!table || !table->metadata)
        return nameValue(evaluator, commonOf(*self).name);
    Outcome<schema::Constraint> value = valueOf(evaluator, *self);
    if (!value)
        return std::unexpected(value.error());
    const Result<void> named =
        schema::applyConvention(table->metadata->convention, table->name, *value, table->keys());
    if (!named)
        return raiseError(evaluator, named.error());
    return nameValue(evaluator,
                     std::visit([](const schema::ConstraintCommon &common) { return common.name; }, *value));
}

Done setName(Evaluator &evaluator, ConstraintObject &self, Value value)
{
    const Outcome<schema::Name> name = nameFrom(evaluator, value, "a constraint's name");
    if (!name)
        return std::unexpected(name.error());
    std::visit([&name](schema::ConstraintCommon &common) { common.name = *name; }, self.value);
    return {};
}

Evaluated setAttribute(Evaluator &evaluator, const Arguments &arguments)
{
    auto *self = arguments.positional[0].as<ConstraintObject>();
    const auto *attribute = arguments.positional[1].as<StringObject>();
    if (attribute->utf8 == "name") {
        if (const Done done = setName(evaluator, *self, arguments.positional[2]); !done)
            return std::unexpected(done.error());
        return Value();
    }
    self->attributes.set(attribute->utf8, arguments.positional[2]);
    return Value();
}

Evaluated getTable(Evaluator &, const Arguments &arguments)
{
    TableObject *table = selfOf(arguments)->table;
    return table ? Value(table) : Value();
}

Evaluated getColumns(Evaluator &evaluator, const Arguments &arguments)
{
    const ConstraintObject *self = selfOf(arguments);
    std::vector<ColumnObject *> columns;
    for (const Value given : self->columns) {
        ColumnObject *column = given.as<ColumnObject>();
        if (!column && self->table) {
            const Outcome<QString> key = textFrom(evaluator, given, "a constraint's column");
            if (!key)
                return std::unexpected(key.error());
            column = self->table->column(*key);
        }
        if (column)
            columns.push_back(column);
    }
    return listOf(evaluator, columns);
}

Evaluated getSqlText(Evaluator &evaluator, const Arguments &arguments)
{
    return clauseObject(evaluator, std::get<schema::CheckConstraint>(selfOf(arguments)->value).condition);
}

constexpr const NativeClass *itemBases[] = {&schemaItemClass};
constexpr const NativeClass *bases[] = {&constraintClass};
constexpr NativeMember commonMembers[] = {
    {"name", MemberKind::Getter, getName},
    {"table", MemberKind::Getter, getTable},
    {"columns", MemberKind::Getter, getColumns},
    {"__setattr__", MemberKind::Method, setAttribute},
};
constexpr NativeMember primaryKeyMembers[] = {{"__init__", MemberKind::Method, initialisePrimaryKey}};
constexpr NativeMember uniqueMembers[] = {{"__init__", MemberKind::Method, initialiseUnique}};
constexpr NativeMember checkMembers[] = {{"__init__", MemberKind::Method, initialiseCheck},
                                         {"sqltext", MemberKind::Getter, getSqlText}};
constexpr NativeMember foreignKeyMembers[] = {{"__init__", MemberKind::Method, initialiseForeignKey}};
constexpr NativeMember excludeMembers[] = {{"__init__", MemberKind::Method, initialiseExclude}};
constexpr std::string_view module = "sqlalchemy.sql.schema";

struct WithColumns
{
    Evaluator &evaluator;
    const ConstraintObject &object;

    Outcome<schema::Constraint> operator()(schema::PrimaryKey key) const { return named(std::move(key)); }
    Outcome<schema::Constraint> operator()(schema::UniqueConstraint unique) const
    {
        return named(std::move(unique));
    }
    Outcome<schema::Constraint> operator()(schema::CheckConstraint check) const
    {
        check.columns = sql::columnNames(check.condition);
        return check;
    }
    Outcome<schema::Constraint> operator()(const schema::ExcludeConstraint &exclude) const { return exclude; }
    Outcome<schema::Constraint> operator()(schema::ForeignKeyConstraint key) const
    {
        for (std::size_t i = 0; i < object.columns.size(); ++i) {
            const auto name =
                columnNameFrom(evaluator, object.table, object.columns[i], "ForeignKeyConstraint()");
            if (!name)
                return std::unexpected(name.error());
            key.columns.append(*name);
            const Outcome<schema::ForeignKey> end = this->end(i);
            if (!end)
                return std::unexpected(end.error());
            key.referredTable = end->table;
            key.referredColumns.append({.text = end->column});
        }
        return key;
    }

private:
    template<typename T>
    Outcome<schema::Constraint> named(T value) const
    {
        for (const Value column : object.columns) {
            const auto name = columnNameFrom(evaluator, object.table, column, "a constraint's column");
            if (!name)
                return std::unexpected(name.error());
            value.columns.append(*name);
        }
        return value;
    }

    Outcome<schema::ForeignKey> end(std::size_t index) const
    {
        if (object.foreignKey)
            return endOf(evaluator, *object.foreignKey);
        // As the ForeignKey objects that SQLAlchemy makes of it.
        auto *key = evaluator.instance<ForeignKeyObject>(foreignKeyClass);
        const Evaluated made =
            evaluator.callMethod(key, "__init__", Arguments{.positional = std::span(&object.ends[index], 1)});
        if (!made)
            return std::unexpected(made.error());
        key->parent = object.columns[index].as<ColumnObject>();
        if (!key->parent && object.table) {
            const auto text = object.columns[index].as<StringObject>();
            key->parent = text ? object.table->column(QString::fromStdString(text->utf8)) : nullptr;
        }
        return endOf(evaluator, *key);
    }
};

} // namespace

const NativeClass constraintClass = {"Constraint", module, itemBases, commonMembers,
                                     allocateAs<ConstraintObject>};
const NativeClass primaryKeyConstraintClass = {"PrimaryKeyConstraint", module, bases, primaryKeyMembers};
const NativeClass uniqueConstraintClass = {"UniqueConstraint", module, bases, uniqueMembers};
const NativeClass checkConstraintClass = {"CheckConstraint", module, bases, checkMembers};
const NativeClass foreignKeyConstraintClass = {"ForeignKeyConstraint", module, bases, foreignKeyMembers};
const NativeClass excludeConstraintClass = {"ExcludeConstraint", "sqlalchemy.dialects.postgresql.ext", bases,
                                            excludeMembers};

Outcome<schema::Name> columnNameFrom(Evaluator &evaluator, const TableObject *table, Value column,
                                     std::string_view purpose)
{
    if (const auto *object = column.as<ColumnObject>())
        return object->definition.name;
    if (!column.as<StringObject>()) {
        // A mapped attribute or another clause that is a column.
        const Outcome<std::optional<sql::Clause>> clause = clauseFrom(evaluator, column);
        if (!clause)
            return std::unexpected(clause.error());
        const auto *named = *clause ? sql::as<sql::Column>(**clause) : nullptr;
        if (named)
            return schema::Name{.text = named->name.text, .isQuoted = named->name.isQuoted};
    }
    Outcome<schema::Name> name = nameFrom(evaluator, column, purpose);
    if (!name || !table)
        return name;
    if (const ColumnObject *found = table->column(name->text))
        return found->definition.name;
    return raiseSqlAlchemy(evaluator, "ConstraintColumnNotFoundError",
                           "Can't create constraint on table '" + table->name.name.text.toStdString()
                               + "': no column named '" + name->text.toStdString() + "' is present.");
}

Outcome<schema::Constraint> valueOf(Evaluator &evaluator, const ConstraintObject &constraint)
{
    return std::visit(WithColumns{evaluator, constraint}, constraint.value);
}

Outcome<schema::Constraint> constraintFrom(Evaluator &evaluator, Value constraint)
{
    if (const auto *object = constraint.as<ConstraintObject>())
        return valueOf(evaluator, *object);
    return evaluator.refuse("a constraint", "a constraint object");
}

ConstraintObject *copyOf(Evaluator &evaluator, const ConstraintObject &constraint)
{
    auto *copy = static_cast<ConstraintObject *>(evaluator.allocate(constraint.type));
    copy->value = constraint.value;
    for (const Value column : constraint.columns) {
        // A Column of the old table stands for the one of the same key in the new one.
        const auto *object = column.as<ColumnObject>();
        copy->columns.push_back(object ? textValue(evaluator, object->key()) : column);
    }
    copy->ends = constraint.ends;
    copy->number = nextNumber(evaluator);
    return copy;
}

Outcome<QList<schema::ExcludeElement>> excludeElementsFrom(Evaluator &evaluator,
                                                           std::span<const Value> elements)
{
    QList<schema::ExcludeElement> result;
    for (const Value element : elements) {
        const Outcome<std::vector<Value>> pair = evaluator.items(element);
        if (!pair)
            return std::unexpected(pair.error());
        if (pair->size() != 2)
            return evaluator.raise("ValueError", "not enough values to unpack (expected 2)");
        const Outcome<QString> op = textFrom(evaluator, (*pair)[1], "an operator of ExcludeConstraint()");
        if (!op)
            return std::unexpected(op.error());
        const Outcome<schema::IndexElement> expression = indexElementFrom(evaluator, (*pair)[0]);
        if (!expression)
            return std::unexpected(expression.error());
        const auto *name = std::get_if<schema::Name>(&*expression);
        result.append({.expression = name ? sql::column({.text = name->text, .isQuoted = name->isQuoted})
                                          : std::get<sql::Clause>(*expression),
                       .op = *op});
    }
    return result;
}

} // namespace athanor::sqlalchemy
