// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/build.h"
#include "core/sqlalchemy/schema/columnattributes.h"
#include "core/sqlalchemy/schema/schemaobjects.h"

using namespace Qt::StringLiterals;

namespace athanor::sqlalchemy {

using namespace python;

namespace {

/// An instance or a class of types, or something unknown, which is taken for one until it is needed.
bool looksLikeType(Evaluator &evaluator, Value value)
{
    if (value.as<TypeObject>() || value.as<OpaqueObject>())
        return true;
    const auto *type = value.as<ClassObject>();
    return type && (type->isSubclassOf(evaluator.classOf(typeEngineClass)) || type->hasOpaqueBase);
}

Done takeGenerator(Evaluator &evaluator, ColumnObject &self, GeneratorObject *generator)
{
    switch (generator->kind) {
    case GeneratorKind::Sequence:
    case GeneratorKind::ColumnDefault:
        (generator->isForUpdate ? self.onUpdate : self.defaultValue) = generator;
        return {};
    case GeneratorKind::Identity:
        if (self.definition.autoincrement == schema::Autoincrement::No) {
            return raiseSqlAlchemy(evaluator, "ArgumentError",
                                   "A column with an Identity object cannot specify autoincrement=False");
        }
        [[fallthrough]];
    case GeneratorKind::Computed:
        if (!self.serverDefault.isNone()) {
            return raiseSqlAlchemy(
                evaluator, "ArgumentError",
                generator->kind == GeneratorKind::Computed
                    ? "A generated column cannot specify a server_default or a server_onupdate "
                      "argument"
                    : "A column with an Identity object cannot specify a server_default or a "
                      "server_onupdate argument");
        }
        [[fallthrough]];
    case GeneratorKind::Fetched:
    case GeneratorKind::DefaultClause:
        (generator->isForUpdate ? self.serverOnUpdate : self.serverDefault) = generator;
        return {};
    }
    return {};
}

Done takeItem(Evaluator &evaluator, ColumnObject &self, Value item)
{
    if (auto *key = item.as<ForeignKeyObject>()) {
        key->parent = &self;
        self.foreignKeys.push_back(key);
        return {};
    }
    if (auto *constraint = item.as<ConstraintObject>()) {
        if (!std::holds_alternative<schema::CheckConstraint>(constraint->value))
            return evaluator.refuse("a constraint in Column()",
                                    "a CheckConstraint, or the constraint in the table");
        constraint->column = &self;
        self.checks.push_back(constraint);
        return {};
    }
    if (auto *generator = item.as<GeneratorObject>())
        return takeGenerator(evaluator, self, generator);
    if (item.isNone())
        return {};
    if (const auto *opaque = item.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "Column()");
    const Outcome<std::string> shown = evaluator.repr(item);
    if (!shown)
        return std::unexpected(shown.error());
    return raiseSqlAlchemy(evaluator, "ArgumentError",
                           "'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got "
                               + *shown);
}

enum Parameter : std::size_t {
    Self,
    NameKeyword,
    TypeKeyword,
    AutoincrementKeyword,
    DefaultKeyword,
    InsertDefaultKeyword,
    DocKeyword,
    KeyKeyword,
    IndexKeyword,
    UniqueKeyword,
    InfoKeyword,
    NullableKeyword,
    OnUpdateKeyword,
    PrimaryKeyKeyword,
    ServerDefaultKeyword,
    ServerOnUpdateKeyword,
    QuoteKeyword,
    SystemKeyword,
    CommentKeyword,
};

const Signature &columnSignature()
{
    static const Signature signature(
        "Column", "self, *args, name=, type_=, autoincrement=, default=, insert_default=, doc=, "
                  "key=, index=, unique=, info=, nullable=, onupdate=, primary_key=, "
                  "server_default=, server_onupdate=, quote=, system=, comment=, "
                  "insert_sentinel=, _omit_from_statements=, _proxies=, **dialect_kwargs");
    return signature;
}

Done takeFlags(Evaluator &evaluator, ColumnObject &self, const BoundArguments &given)
{
    const Outcome<QString> key = textOrNothing(evaluator, given.value(KeyKeyword), "Column(key=)");
    const auto index = flagFrom(evaluator, given.value(IndexKeyword));
    const auto unique = flagFrom(evaluator, given.value(UniqueKeyword));
    const auto nullable = flagFrom(evaluator, given.value(NullableKeyword));
    const auto primary = flagFrom(evaluator, given.value(PrimaryKeyKeyword));
    const auto system = flagFrom(evaluator, given.value(SystemKeyword));
    const auto quote = flagFrom(evaluator, given.value(QuoteKeyword));
    if (!key)
        return std::unexpected(key.error());
    for (const auto *flag : {&index, &unique, &nullable, &primary, &system, &quote}) {
        if (!*flag)
            return std::unexpected(flag->error());
    }
    self.definition.key = *key;
    self.definition.isIndexed = *index;
    self.definition.isUnique = unique->value_or(false);
    self.definition.isPrimaryKey = primary->value_or(false);
    self.definition.isSystem = system->value_or(false);
    // nullable=None is given too, and not true.
    if (given[NullableKeyword])
        self.definition.isNullable = nullable->value_or(false);
    if (*quote)
        self.definition.name.isQuoted = *quote;
    if (given[AutoincrementKeyword]) {
        const Outcome<schema::Autoincrement> autoincrement =
            autoincrementFrom(evaluator, given.value(AutoincrementKeyword));
        if (!autoincrement)
            return std::unexpected(autoincrement.error());
        self.definition.autoincrement = *autoincrement;
    }
    const Value comment = given.value(CommentKeyword);
    if (!comment.isNone()) {
        const Outcome<QString> text = textFrom(evaluator, comment, "Column(comment=)");
        if (!text)
            return std::unexpected(text.error());
        self.definition.comment = *text;
    }
    Outcome<schema::Options> options = optionsFrom(evaluator, given.variadicKeywords, "Column");
    if (!options)
        return std::unexpected(options.error());
    self.definition.options = *std::move(options);
    return {};
}

/// The name and the type among the positional arguments; what is left over are schema items.
Outcome<std::span<const Value>> takeNameAndType(Evaluator &evaluator, ColumnObject &self,
                                                const BoundArguments &given)
{
    std::span<const Value> items = given.variadic;
    Value name = given.value(NameKeyword);
    if (!items.empty() && (items.front().as<StringObject>() || items.front().isNone())) {
        if (items.front().as<StringObject>()) {
            if (!name.isNone()) {
                return raiseSqlAlchemy(evaluator, "ArgumentError",
                                       "May not pass name positionally and as a keyword.");
            }
            name = items.front();
        }
        items = items.subspan(1);
    }
    const Outcome<schema::Name> read = nameFrom(evaluator, name, "Column()");
    if (!read)
        return std::unexpected(read.error());
    self.definition.name = *read;
    self.typeValue = given.value(TypeKeyword);
    if (!items.empty() && looksLikeType(evaluator, items.front())) {
        if (!self.typeValue.isNone()) {
            return raiseSqlAlchemy(evaluator, "ArgumentError",
                                   "May not pass type_ positionally and as a keyword.");
        }
        self.typeValue = items.front();
        items = items.subspan(1);
    } else if (!items.empty() && items.front().isNone()) {
        items = items.subspan(1);
    }
    return items;
}

Evaluated initialise(Evaluator &evaluator, const Arguments &arguments)
{
    const Outcome<BoundArguments> given = columnSignature().bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    auto *self = given->value(Self).as<ColumnObject>();
    const Outcome<std::span<const Value>> items = takeNameAndType(evaluator, *self, *given);
    if (!items)
        return std::unexpected(items.error());
    if (const Done done = takeFlags(evaluator, *self, *given); !done)
        return std::unexpected(done.error());
    self->defaultValue =
        given->value(given->value(InsertDefaultKeyword).isNone() ? DefaultKeyword : InsertDefaultKeyword);
    self->onUpdate = given->value(OnUpdateKeyword);
    self->serverDefault = given->value(ServerDefaultKeyword);
    self->serverOnUpdate = given->value(ServerOnUpdateKeyword);
    self->info = given->value(InfoKeyword);
    self->doc = given->value(DocKeyword);
    for (const Value item : *items) {
        if (const Done done = takeItem(evaluator, *self, item); !done)
            return std::unexpected(done.error());
    }
    return Value();
}

Evaluated copy(Evaluator &evaluator, const Arguments &arguments)
{
    return Value(copyOf(evaluator, *arguments.positional[0].as<ColumnObject>()));
}

Evaluated references(Evaluator &evaluator, const Arguments &arguments)
{
    const auto *self = arguments.positional[0].as<ColumnObject>();
    const auto *other =
        arguments.positional.size() > 1 ? arguments.positional[1].as<ColumnObject>() : nullptr;
    for (const ForeignKeyObject *key : self->foreignKeys) {
        const Outcome<schema::ForeignKey> end = endOf(evaluator, *key);
        if (!end)
            return std::unexpected(end.error());
        if (other && other->table && other->table->name == end->table
            && other->definition.name.text == end->column)
            return Value(true);
    }
    return Value(false);
}

constexpr const NativeClass *bases[] = {&columnClauseClass, &schemaItemClass};
constexpr NativeMember members[] = {
    {"__init__", MemberKind::Method, initialise},
    {"copy", MemberKind::Method, copy},
    {"_copy", MemberKind::Method, copy},
    {"references", MemberKind::Method, references},
    {"name", MemberKind::Getter, columnName},
    {"key", MemberKind::Getter, columnKey},
    {"type", MemberKind::Getter, columnType},
    {"table", MemberKind::Getter, columnTable},
    {"nullable", MemberKind::Getter, columnNullable},
    {"primary_key", MemberKind::Getter, columnPrimaryKey},
    {"unique", MemberKind::Getter, columnUnique},
    {"index", MemberKind::Getter, columnIndex},
    {"autoincrement", MemberKind::Getter, columnAutoincrement},
    {"comment", MemberKind::Getter, columnComment},
    {"doc", MemberKind::Getter, columnDoc},
    {"info", MemberKind::Getter, columnInfo},
    {"default", MemberKind::Getter, columnDefault},
    {"onupdate", MemberKind::Getter, columnOnUpdate},
    {"server_default", MemberKind::Getter, columnServerDefault},
    {"server_onupdate", MemberKind::Getter, columnServerOnUpdate},
    {"foreign_keys", MemberKind::Getter, columnForeignKeys},
    {"constraints", MemberKind::Getter, columnConstraints},
    {"__setattr__", MemberKind::Method, setColumnAttribute},
};

} // namespace

const NativeClass columnClass = {"Column", "sqlalchemy.sql.schema", bases, members, allocateAs<ColumnObject>};

Outcome<sql::Clause> ColumnObject::clause(Evaluator &evaluator)
{
    const sql::Identifier identifier{.text = definition.name.text, .isQuoted = definition.name.isQuoted};
    const Outcome<Boxed<sql::Type>> known = boxedTypeOf(evaluator, *this);
    if (!known)
        return std::unexpected(known.error());
    if (!table && identifier.isEmpty()) {
        if (!unnamed)
            unnamed = std::make_shared<sql::ClauseNode>(sql::ClauseNode{sql::Column{}, *known});
        return sql::Clause(unnamed);
    }
    if (!table)
        return sql::column(identifier, *known);
    const Outcome<sql::Clause> owner = table->clause(evaluator);
    if (!owner)
        return owner;
    return sql::column(
        *owner,
        {.name = identifier, .key = definition.key, .type = *known, .isPrimaryKey = definition.isPrimaryKey});
}

void ColumnObject::setName(const schema::Name &name)
{
    definition.name = name;
    if (unnamed && !name.isEmpty())
        std::get<sql::Column>(unnamed->data).name = {.text = name.text, .isQuoted = name.isQuoted};
}

Outcome<Boxed<sql::Type>> boxedTypeOf(Evaluator &evaluator, const ColumnObject &column)
{
    if (column.typeValue.as<OpaqueObject>())
        return unknownType();
    if (!column.typeValue.isNone())
        return boxedTypeFrom(evaluator, column.typeValue, "a column's type");
    const Outcome<sql::Type> type = typeOf(evaluator, column);
    if (!type)
        return std::unexpected(type.error());
    return type->kind == sql::TypeKind::Null ? Boxed<sql::Type>() : Boxed<sql::Type>(*type);
}

Outcome<sql::Type> typeOf(Evaluator &evaluator, const ColumnObject &column)
{
    if (!column.typeValue.isNone())
        return typeFrom(evaluator, column.typeValue,
                        "the type of column " + column.definition.name.text.toStdString());
    for (const ForeignKeyObject *key : column.foreignKeys) {
        const ColumnObject *end = key->end;
        if (!end && column.table && column.table->metadata) {
            const Outcome<schema::ForeignKey> found = endOf(evaluator, *key);
            const TableObject *table =
                found ? column.table->metadata->table(tableKey(found->table)) : nullptr;
            end = table ? table->columnByName(found->column) : nullptr;
        }
        if (end && end != &column)
            return typeOf(evaluator, *end);
    }
    return sql::Type{};
}

ColumnObject *copyOf(Evaluator &evaluator, const ColumnObject &column)
{
    auto *copy = static_cast<ColumnObject *>(evaluator.allocate(column.type));
    copy->definition = column.definition;
    copy->typeValue = column.typeValue;
    copy->defaultValue = column.defaultValue;
    copy->onUpdate = column.onUpdate;
    copy->serverDefault = column.serverDefault;
    copy->serverOnUpdate = column.serverOnUpdate;
    copy->info = column.info;
    copy->doc = column.doc;
    for (const ForeignKeyObject *key : column.foreignKeys) {
        if (key->isOfConstraint)
            continue;
        auto *other = static_cast<ForeignKeyObject *>(evaluator.allocate(key->type));
        other->value = key->value;
        other->end = key->end;
        other->parent = copy;
        copy->foreignKeys.push_back(other);
    }
    for (const ConstraintObject *check : column.checks) {
        ConstraintObject *other = copyOf(evaluator, *check);
        other->column = copy;
        copy->checks.push_back(other);
    }
    return copy;
}

Outcome<schema::Column> columnFrom(Evaluator &evaluator, Value column)
{
    const auto *object = column.as<ColumnObject>();
    if (!object) {
        if (const auto *opaque = column.as<OpaqueObject>())
            return evaluator.refuseOpaque(*opaque, "a column");
        const Outcome<std::string> shown = evaluator.repr(column);
        return shown ? evaluator.refuse("a column: " + *shown, "a Column object")
                     : std::unexpected(shown.error());
    }
    schema::Column value = object->definition;
    Outcome<sql::Type> type = typeOf(evaluator, *object);
    if (!type)
        return std::unexpected(type.error());
    value.type = *std::move(type);
    if (value.type.isSchemaInherited && object->table && !object->table->name.schema.isEmpty())
        value.type.schema = object->table->name.schema.text;
    Outcome<std::optional<schema::ServerDefault>> serverDefault =
        serverDefaultFrom(evaluator, object->serverDefault);
    if (!serverDefault)
        return std::unexpected(serverDefault.error());
    value.serverDefault = *std::move(serverDefault);
    const auto *generator = object->defaultValue.as<GeneratorObject>();
    if (generator && generator->kind == GeneratorKind::Sequence)
        value.defaultSequence = generator->sequence;
    else
        value.hasClientDefault = !object->defaultValue.isNone();
    for (const ForeignKeyObject *key : object->foreignKeys) {
        Outcome<schema::ForeignKey> end = endOf(evaluator, *key);
        if (!end)
            return std::unexpected(end.error());
        value.foreignKeys.append(*std::move(end));
    }
    for (const ConstraintObject *check : object->checks) {
        const auto &written = std::get<schema::CheckConstraint>(check->value);
        value.checks.append({.name = written.name,
                             .condition = written.condition,
                             .isDeferrable = written.isDeferrable,
                             .initially = written.initially,
                             .options = written.options});
    }
    return value;
}

} // namespace athanor::sqlalchemy
