// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/dictionary.h"
#include "core/sqlalchemy/schema/creation.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace athanor::sqlalchemy {

using namespace python;

namespace {

MetaDataObject *selfOf(const Arguments &arguments)
{
    return arguments.positional[0].as<MetaDataObject>();
}

/// "ix" for "ix" and for sa.Index; empty for what says something else (a token of its own).
Outcome<QString> kindOf(Evaluator &evaluator, Value key)
{
    if (key.as<StringObject>())
        return textFrom(evaluator, key, "naming_convention");
    const auto *type = key.as<ClassObject>();
    static constexpr std::pair<const NativeClass *, const char16_t *> kinds[] = {
        {&indexClass, u"ix"},
        {&uniqueConstraintClass, u"uq"},
        {&checkConstraintClass, u"ck"},
        {&foreignKeyConstraintClass, u"fk"},
        {&primaryKeyConstraintClass, u"pk"},
    };
    for (const auto &[known, kind] : kinds) {
        if (type && type->native == known)
            return QString(kind);
    }
    return evaluator.refuse("naming_convention with other keys", "ix, uq, ck, fk or pk");
}

Outcome<schema::NamingConvention> conventionFrom(Evaluator &evaluator, Value value)
{
    if (const auto *opaque = value.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "naming_convention");
    const auto *dictionary = value.as<DictionaryObject>();
    if (!dictionary || dictionary->table.isEmpty())
        return schema::defaultConvention();
    schema::NamingConvention convention;
    for (std::size_t at = 0; const auto *entry = dictionary->table.next(at);) {
        const Outcome<QString> kind = kindOf(evaluator, entry->key);
        if (!kind)
            return std::unexpected(kind.error());
        if (!entry->value.as<StringObject>()) {
            return evaluator.refuse("naming_convention: the token '" + kind->toStdString() + "'",
                                    "tokens that are functions of the project");
        }
        const Outcome<QString> text = textFrom(evaluator, entry->value, "naming_convention");
        if (!text)
            return std::unexpected(text.error());
        convention.templates.insert(*kind, *text);
    }
    return convention;
}

Evaluated initialise(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("MetaData",
                                     "self, schema=, quote_schema=, naming_convention=, info=, *, bind=");
    const Outcome<BoundArguments> given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    auto *self = given->value(0).as<MetaDataObject>();
    const Outcome<schema::Name> schema = nameFrom(evaluator, given->value(1), "MetaData(schema=)");
    if (!schema)
        return std::unexpected(schema.error());
    self->schema = *schema;
    self->conventionValue = given->value(3);
    Outcome<schema::NamingConvention> convention = conventionFrom(evaluator, given->value(3));
    if (!convention)
        return std::unexpected(convention.error());
    self->convention = *std::move(convention);
    self->info = given->value(4);
    // SQLAlchemy 2.0 has no such attribute any more: scripts of 1.4 set it, and nothing reads it.
    self->attributes.set("bind", Value());
    return Value();
}

Evaluated getTables(Evaluator &evaluator, const Arguments &arguments)
{
    auto *dictionary = evaluator.heap().make<DictionaryObject>();
    for (const auto &[key, table] : selfOf(arguments)->tables)
        dictionary->table.set(evaluator.heap(), key.toStdString(), table);
    return Value(dictionary);
}

Evaluated getSortedTables(Evaluator &evaluator, const Arguments &arguments)
{
    std::vector<std::pair<QString, TableObject *>> entries = selfOf(arguments)->tables;
    std::ranges::sort(entries, {}, &std::pair<QString, TableObject *>::first);
    std::vector<TableObject *> tables;
    tables.reserve(entries.size());
    for (const auto &[key, table] : entries)
        tables.push_back(table);
    const Outcome<std::vector<TableObject *>> sorted = sortedTables(evaluator, std::move(tables));
    if (!sorted)
        return std::unexpected(sorted.error());
    return listOf(evaluator, *sorted);
}

Evaluated getSchema(Evaluator &evaluator, const Arguments &arguments)
{
    return nameValue(evaluator, selfOf(arguments)->schema);
}

Evaluated getConvention(Evaluator &evaluator, const Arguments &arguments)
{
    MetaDataObject *self = selfOf(arguments);
    if (self->conventionValue.isNone()) {
        auto *dictionary = evaluator.heap().make<DictionaryObject>();
        for (auto entry = self->convention.templates.cbegin(); entry != self->convention.templates.cend();
             ++entry)
            dictionary->table.set(evaluator.heap(), entry.key().toStdString(),
                                  textValue(evaluator, entry.value()));
        self->conventionValue = dictionary;
    }
    return self->conventionValue;
}

Evaluated getInfo(Evaluator &evaluator, const Arguments &arguments)
{
    MetaDataObject *self = selfOf(arguments);
    if (self->info.isNone())
        self->info = evaluator.heap().make<DictionaryObject>();
    return self->info;
}

const Signature &allSignature()
{
    static const Signature signature("create_all", "self, bind=, tables=, checkfirst=");
    return signature;
}

Evaluated createAll(Evaluator &evaluator, const Arguments &arguments)
{
    const Outcome<BoundArguments> given = allSignature().bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    if (const Done done = recordCreateAll(evaluator, *selfOf(arguments), given->value(2)); !done)
        return std::unexpected(done.error());
    return Value();
}

Evaluated dropAll(Evaluator &evaluator, const Arguments &arguments)
{
    const Outcome<BoundArguments> given = allSignature().bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    if (const Done done = recordDropAll(evaluator, *selfOf(arguments), given->value(2)); !done)
        return std::unexpected(done.error());
    return Value();
}

Evaluated reflect(Evaluator &evaluator, const Arguments &)
{
    return evaluator.refuse("MetaData.reflect()", "a connection: the tables are read from the database");
}

Evaluated clear(Evaluator &, const Arguments &arguments)
{
    selfOf(arguments)->tables.clear();
    return Value();
}

Evaluated remove(Evaluator &, const Arguments &arguments)
{
    auto *table = arguments.positional.size() > 1 ? arguments.positional[1].as<TableObject>() : nullptr;
    std::erase_if(selfOf(arguments)->tables, [table](const auto &entry) { return entry.second == table; });
    return Value();
}

Evaluated contains(Evaluator &evaluator, const Arguments &arguments)
{
    const Outcome<QString> key = textFrom(evaluator, arguments.positional[1], "a table's name");
    if (!key)
        return std::unexpected(key.error());
    return Value(selfOf(arguments)->table(*key) != nullptr);
}

constexpr const NativeClass *bases[] = {&schemaItemClass};
constexpr NativeMember members[] = {
    {"__init__", MemberKind::Method, initialise},
    {"tables", MemberKind::Getter, getTables},
    {"sorted_tables", MemberKind::Getter, getSortedTables},
    {"schema", MemberKind::Getter, getSchema},
    {"naming_convention", MemberKind::Getter, getConvention},
    {"info", MemberKind::Getter, getInfo},
    {"create_all", MemberKind::Method, createAll},
    {"drop_all", MemberKind::Method, dropAll},
    {"reflect", MemberKind::Method, reflect},
    {"clear", MemberKind::Method, clear},
    {"remove", MemberKind::Method, remove},
    {"__contains__", MemberKind::Method, contains},
};

} // namespace

const NativeClass metaDataClass = {"MetaData", "sqlalchemy.sql.schema", bases, members,
                                   allocateAs<MetaDataObject>};

TableObject *MetaDataObject::table(const QString &key) const
{
    for (const auto &[name, table] : tables) {
        if (name == key)
            return table;
    }
    return nullptr;
}

Outcome<schema::NamingConvention> namingConventionFrom(Evaluator &evaluator, Value metadata)
{
    if (const auto *object = metadata.as<MetaDataObject>())
        return object->convention;
    if (metadata.isNone())
        return schema::defaultConvention();
    if (const auto *list = metadata.as<ListObject>(); list && !list->items.empty())
        return namingConventionFrom(evaluator, list->items.front());
    const auto attribute = evaluator.findAttribute(metadata, "naming_convention");
    if (!attribute)
        return std::unexpected(attribute.error());
    return *attribute ? conventionFrom(evaluator, **attribute) : schema::defaultConvention();
}

} // namespace athanor::sqlalchemy
