// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/schema/columnattributes.h"

#include "core/evaluator/dictionary.h"
#include "core/sqlalchemy/schema/schemaobjects.h"

using namespace Qt::StringLiterals;

namespace athanor::sqlalchemy {

using namespace python;

namespace {

ColumnObject *selfOf(const Arguments &arguments)
{
    return arguments.positional[0].as<ColumnObject>();
}

template<typename T>
Value setOf(Evaluator &evaluator, const std::vector<T *> &objects)
{
    std::vector<Value> items;
    items.reserve(objects.size());
    for (T *object : objects)
        items.emplace_back(object);
    return evaluator.heap().list(std::move(items));
}

/// A server default that was given as a bare value, as SQLAlchemy wraps it.
Value wrapped(Evaluator &evaluator, Value value)
{
    if (value.isNone() || value.as<GeneratorObject>() || value.as<OpaqueObject>())
        return value;
    auto *clause = evaluator.instance<GeneratorObject>(defaultClauseClass);
    clause->kind = GeneratorKind::DefaultClause;
    clause->argument = value;
    return clause;
}

Value wrappedDefault(Evaluator &evaluator, Value value)
{
    if (value.isNone() || value.as<GeneratorObject>() || value.as<OpaqueObject>())
        return value;
    auto *clause = evaluator.instance<GeneratorObject>(columnDefaultClass);
    clause->kind = GeneratorKind::ColumnDefault;
    clause->argument = value;
    return clause;
}

} // namespace

Outcome<schema::Autoincrement> autoincrementFrom(Evaluator &evaluator, Value value)
{
    if (const auto *text = value.as<StringObject>()) {
        if (text->utf8 == "auto")
            return schema::Autoincrement::Auto;
        if (text->utf8 == "ignore_fk")
            return schema::Autoincrement::IgnoreForeignKey;
    }
    const Outcome<bool> truth = evaluator.truth(value);
    if (!truth)
        return std::unexpected(truth.error());
    return *truth ? schema::Autoincrement::Yes : schema::Autoincrement::No;
}

Evaluated columnName(Evaluator &evaluator, const Arguments &arguments)
{
    return nameValue(evaluator, selfOf(arguments)->definition.name);
}

Evaluated columnKey(Evaluator &evaluator, const Arguments &arguments)
{
    const QString &key = selfOf(arguments)->key();
    return key.isEmpty() ? Value() : textValue(evaluator, key);
}

Evaluated columnType(Evaluator &evaluator, const Arguments &arguments)
{
    ColumnObject *self = selfOf(arguments);
    if (self->typeValue.as<ClassObject>()) {
        const Outcome<TypeObject *> made = typeObjectFrom(evaluator, self->typeValue, "a column's type");
        if (!made)
            return std::unexpected(made.error());
        self->typeValue = *made;
    }
    return self->typeValue;
}

Evaluated columnTable(Evaluator &, const Arguments &arguments)
{
    TableObject *table = selfOf(arguments)->table;
    return table ? Value(table) : Value();
}

Evaluated columnNullable(Evaluator &, const Arguments &arguments)
{
    const ColumnObject *self = selfOf(arguments);
    const auto *generator = self->serverDefault.as<GeneratorObject>();
    const bool isIdentity = generator && generator->kind == GeneratorKind::Identity;
    return Value(self->definition.isNullable.value_or(!self->definition.isPrimaryKey && !isIdentity));
}

Evaluated columnPrimaryKey(Evaluator &, const Arguments &arguments)
{
    return Value(selfOf(arguments)->definition.isPrimaryKey);
}

Evaluated columnUnique(Evaluator &, const Arguments &arguments)
{
    return selfOf(arguments)->definition.isUnique ? Value(true) : Value();
}

Evaluated columnIndex(Evaluator &, const Arguments &arguments)
{
    return flagValue(selfOf(arguments)->definition.isIndexed);
}

Evaluated columnAutoincrement(Evaluator &evaluator, const Arguments &arguments)
{
    switch (selfOf(arguments)->definition.autoincrement) {
    case schema::Autoincrement::Auto:
        return textValue(evaluator, u"auto"_s);
    case schema::Autoincrement::IgnoreForeignKey:
        return textValue(evaluator, u"ignore_fk"_s);
    case schema::Autoincrement::Yes:
        return Value(true);
    case schema::Autoincrement::No:
        return Value(false);
    }
    return Value();
}

Evaluated columnComment(Evaluator &evaluator, const Arguments &arguments)
{
    const auto &comment = selfOf(arguments)->definition.comment;
    return comment ? textValue(evaluator, *comment) : Value();
}

Evaluated columnDoc(Evaluator &, const Arguments &arguments)
{
    return selfOf(arguments)->doc;
}

Evaluated columnInfo(Evaluator &evaluator, const Arguments &arguments)
{
    ColumnObject *self = selfOf(arguments);
    if (self->info.isNone())
        self->info = evaluator.heap().make<DictionaryObject>();
    return self->info;
}

Evaluated columnDefault(Evaluator &evaluator, const Arguments &arguments)
{
    return wrappedDefault(evaluator, selfOf(arguments)->defaultValue);
}

Evaluated columnOnUpdate(Evaluator &evaluator, const Arguments &arguments)
{
    return wrappedDefault(evaluator, selfOf(arguments)->onUpdate);
}

Evaluated columnServerDefault(Evaluator &evaluator, const Arguments &arguments)
{
    return wrapped(evaluator, selfOf(arguments)->serverDefault);
}

Evaluated columnServerOnUpdate(Evaluator &evaluator, const Arguments &arguments)
{
    return wrapped(evaluator, selfOf(arguments)->serverOnUpdate);
}

Evaluated columnForeignKeys(Evaluator &evaluator, const Arguments &arguments)
{
    return setOf(evaluator, selfOf(arguments)->foreignKeys);
}

Evaluated columnConstraints(Evaluator &evaluator, const Arguments &arguments)
{
    return setOf(evaluator, selfOf(arguments)->checks);
}

Evaluated setColumnAttribute(Evaluator &evaluator, const Arguments &arguments)
{
    ColumnObject *self = selfOf(arguments);
    const std::string_view name = arguments.positional[1].as<StringObject>()->utf8;
    const Value value = arguments.positional[2];
    if (name == "name") {
        const Outcome<schema::Name> read = nameFrom(evaluator, value, "Column.name");
        if (!read)
            return std::unexpected(read.error());
        self->setName(*read);
    } else if (name == "key" || name == "comment") {
        const Outcome<QString> text = textOrNothing(evaluator, value, "an attribute of Column");
        if (!text)
            return std::unexpected(text.error());
        if (name == "key")
            self->definition.key = *text;
        else
            self->definition.comment = value.isNone() ? std::nullopt : std::optional(*text);
    } else if (name == "nullable" || name == "primary_key" || name == "unique" || name == "index") {
        const auto flag = flagFrom(evaluator, value);
        if (!flag)
            return std::unexpected(flag.error());
        if (name == "nullable")
            self->definition.isNullable = flag->value_or(false);
        else if (name == "primary_key")
            self->definition.isPrimaryKey = flag->value_or(false);
        else if (name == "unique")
            self->definition.isUnique = flag->value_or(false);
        else
            self->definition.isIndexed = *flag;
    } else if (name == "autoincrement") {
        const Outcome<schema::Autoincrement> read = autoincrementFrom(evaluator, value);
        if (!read)
            return std::unexpected(read.error());
        self->definition.autoincrement = *read;
    } else if (name == "type") {
        self->typeValue = value;
    } else if (name == "default") {
        self->defaultValue = value;
    } else if (name == "onupdate") {
        self->onUpdate = value;
    } else if (name == "server_default") {
        self->serverDefault = value;
    } else if (name == "server_onupdate") {
        self->serverOnUpdate = value;
    } else if (name == "doc") {
        self->doc = value;
    } else if (name == "info") {
        self->info = value;
    } else {
        self->attributes.set(name, value);
    }
    return Value();
}

} // namespace athanor::sqlalchemy
