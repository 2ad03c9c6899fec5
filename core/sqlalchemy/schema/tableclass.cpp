// SPDX-License-Identifier: GPL-3.0-or-later
// Class Table as scripts see it.
#include "core/evaluator/dictionary.h"
#include "core/sqlalchemy/schema/creation.h"
#include "core/sqlalchemy/schema/schemaobjects.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace athanor::sqlalchemy {

using namespace python;

namespace {

/// The tables of an evaluation by the numbers that their clauses carry.
struct KnownTables
{
    QHash<quint64, TableObject *> tables = {};
};

/// What a method is called on, whose class the evaluator has seen to.
TableObject *selfOf(const Arguments &arguments)
{
    return static_cast<TableObject *>(arguments.positional[0].object());
}

Done takeKeyword(Evaluator &evaluator, TableObject &self, const NamedValue &keyword,
                 std::vector<NamedValue> &options)
{
    const std::string_view name = keyword.name;
    if (name == "comment") {
        if (keyword.value.isNone())
            return {};
        const Outcome<QString> text = textFrom(evaluator, keyword.value, "Table(comment=)");
        if (!text)
            return std::unexpected(text.error());
        self.comment = *text;
    } else if (name == "prefixes") {
        const Outcome<std::vector<Value>> prefixes = evaluator.items(keyword.value);
        if (!prefixes)
            return std::unexpected(prefixes.error());
        for (const Value prefix : *prefixes) {
            const Outcome<QString> text = textFrom(evaluator, prefix, "Table(prefixes=)");
            if (!text)
                return std::unexpected(text.error());
            self.prefixes.append(*text);
        }
    } else if (name == "info") {
        self.info = keyword.value;
    } else if (name == "autoload_with" || name == "autoload") {
        const Outcome<bool> truth = evaluator.truth(keyword.value);
        if (!truth)
            return std::unexpected(truth.error());
        if (*truth) {
            return evaluator.refuse("Table('" + self.name.name.text.toStdString() + "', " + std::string(name)
                                        + "=)",
                                    "a connection: the table is read from the database");
        }
    } else if (name == "quote" || name == "quote_schema") {
        const auto quote = flagFrom(evaluator, keyword.value);
        if (!quote)
            return std::unexpected(quote.error());
        if (*quote)
            (name == "quote" ? self.name.name : self.name.schema).isQuoted = *quote;
    } else if (name != "schema" && name != "extend_existing" && name != "keep_existing"
               && name != "must_exist" && name != "listeners" && name != "implicit_returning"
               && name != "include_columns" && name != "resolve_fks" && name != "autoload_replace"
               && name != "sqlite_autoincrement_" && name != "_constraints_included") {
        options.push_back(keyword);
    }
    return {};
}

/// A column or constraint of another table is copied, as Alembic does.
Done takeItem(Evaluator &evaluator, TableObject &self, Value item)
{
    if (auto *column = item.as<ColumnObject>())
        return self.append(evaluator,
                           column->table && column->table != &self ? copyOf(evaluator, *column) : column);
    if (auto *constraint = item.as<ConstraintObject>()) {
        const bool isElsewhere = constraint->table && constraint->table != &self;
        return self.append(evaluator, isElsewhere ? copyOf(evaluator, *constraint) : constraint);
    }
    if (auto *index = item.as<IndexObject>())
        return self.append(evaluator, index);
    if (item.isNone() || item.as<GeneratorObject>() || item.as<MetaDataObject>())
        return {};
    if (const auto *opaque = item.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "Table()");
    const Outcome<std::string> shown = evaluator.repr(item);
    if (!shown)
        return std::unexpected(shown.error());
    return raiseSqlAlchemy(evaluator, "ArgumentError",
                           "'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got "
                               + *shown);
}

bool isGiven(std::span<const NamedValue> keywords, std::string_view name)
{
    return std::ranges::any_of(keywords, [name](const NamedValue &keyword) {
        return keyword.name == name && keyword.value.isBoolean() && keyword.value.boolean();
    });
}

/// The table that the MetaData has under the name already: the new object takes over what it consists of.
Done takeExisting(Evaluator &evaluator, TableObject &self, const TableObject &existing,
                  const TableArguments &arguments)
{
    if (!arguments.items.empty() && !isGiven(arguments.keywords, "extend_existing")
        && !isGiven(arguments.keywords, "keep_existing")) {
        return raiseSqlAlchemy(
            evaluator, "InvalidRequestError",
            "Table '" + tableKey(self.name).toStdString()
                + "' is already defined for this MetaData instance.  Specify "
                  "'extend_existing=True' to redefine options and columns on an existing Table "
                  "object.");
    }
    self.items = existing.items;
    self.constraints = existing.constraints;
    self.indexes = existing.indexes;
    self.primaryKey = existing.primaryKey;
    self.comment = existing.comment;
    self.prefixes = existing.prefixes;
    self.options = existing.options;
    for (ColumnObject *column : self.items)
        column->table = &self;
    for (ConstraintObject *constraint : self.constraints)
        constraint->table = &self;
    for (IndexObject *index : self.indexes)
        index->table = &self;
    return {};
}

Evaluated initialise(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("Table", "self, name, metadata, *args, schema=, **kw");
    const Outcome<BoundArguments> given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    auto *metadata = given->value(2).as<MetaDataObject>();
    if (!metadata) {
        if (const auto *opaque = given->value(2).as<OpaqueObject>())
            return evaluator.refuseOpaque(*opaque, "Table(metadata)");
        return raiseSqlAlchemy(evaluator, "ArgumentError",
                               "expected MetaData argument as the second one of Table()");
    }
    const Outcome<schema::Name> name = nameFrom(evaluator, given->value(1), "Table()");
    const Outcome<schema::Name> schema = nameFrom(evaluator, given->value(3), "Table(schema=)");
    if (!name || !schema)
        return std::unexpected(name ? schema.error() : name.error());
    const Outcome<TableObject *> made =
        makeTable(evaluator, given->value(0).as<TableObject>(), metadata,
                  {.name = {.schema = given->value(3).isNone() ? metadata->schema : *schema, .name = *name},
                   .items = given->variadic,
                   .keywords = given->variadicKeywords});
    if (!made)
        return std::unexpected(made.error());
    return Value();
}

Evaluated getName(Evaluator &evaluator, const Arguments &arguments)
{
    return nameValue(evaluator, selfOf(arguments)->name.name);
}

Evaluated getSchema(Evaluator &evaluator, const Arguments &arguments)
{
    return nameValue(evaluator, selfOf(arguments)->name.schema);
}

Evaluated getKey(Evaluator &evaluator, const Arguments &arguments)
{
    return textValue(evaluator, tableKey(selfOf(arguments)->name));
}

Evaluated getMetaData(Evaluator &, const Arguments &arguments)
{
    return Value(selfOf(arguments)->metadata);
}

Evaluated getComment(Evaluator &evaluator, const Arguments &arguments)
{
    const auto &comment = selfOf(arguments)->comment;
    return comment ? textValue(evaluator, *comment) : Value();
}

Evaluated getInfo(Evaluator &evaluator, const Arguments &arguments)
{
    TableObject *self = selfOf(arguments);
    if (self->info.isNone())
        self->info = evaluator.heap().make<DictionaryObject>();
    return self->info;
}

Evaluated getIndexes(Evaluator &evaluator, const Arguments &arguments)
{
    return listOf(evaluator, selfOf(arguments)->indexes);
}

Evaluated getConstraints(Evaluator &evaluator, const Arguments &arguments)
{
    return listOf(evaluator, selfOf(arguments)->constraints);
}

Evaluated getForeignKeyConstraints(Evaluator &evaluator, const Arguments &arguments)
{
    std::vector<ConstraintObject *> keys;
    for (ConstraintObject *constraint : selfOf(arguments)->constraints) {
        if (std::holds_alternative<schema::ForeignKeyConstraint>(constraint->value))
            keys.push_back(constraint);
    }
    return listOf(evaluator, keys);
}

Evaluated getForeignKeys(Evaluator &evaluator, const Arguments &arguments)
{
    std::vector<ForeignKeyObject *> keys;
    for (const ColumnObject *column : selfOf(arguments)->items)
        keys.insert(keys.end(), column->foreignKeys.begin(), column->foreignKeys.end());
    return listOf(evaluator, keys);
}

Evaluated getPrimaryKey(Evaluator &evaluator, const Arguments &arguments)
{
    TableObject *self = selfOf(arguments);
    if (self->primaryKey)
        return Value(self->primaryKey);
    auto *key = evaluator.instance<ConstraintObject>(primaryKeyConstraintClass);
    key->value = schema::PrimaryKey{};
    for (ColumnObject *column : self->items) {
        if (column->definition.isPrimaryKey)
            key->columns.emplace_back(column);
    }
    key->table = self;
    return Value(key);
}

Evaluated appendColumn(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("append_column", "self, column, *, replace_existing=");
    const Outcome<BoundArguments> given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    if (const Done done = takeItem(evaluator, *selfOf(arguments), given->value(1)); !done)
        return std::unexpected(done.error());
    return Value();
}

Evaluated appendConstraint(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("append_constraint", "self, constraint");
    const Outcome<BoundArguments> given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    if (const Done done = takeItem(evaluator, *selfOf(arguments), given->value(1)); !done)
        return std::unexpected(done.error());
    return Value();
}

Evaluated create(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("create", "self, bind=, checkfirst=");
    if (const Outcome<BoundArguments> given = signature.bind(evaluator, arguments); !given)
        return std::unexpected(given.error());
    if (const Done done = recordCreate(evaluator, *selfOf(arguments), TypeCreation::WithTable); !done)
        return std::unexpected(done.error());
    return Value();
}

Evaluated drop(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("drop", "self, bind=, checkfirst=");
    if (const Outcome<BoundArguments> given = signature.bind(evaluator, arguments); !given)
        return std::unexpected(given.error());
    if (const Done done = recordDrop(evaluator, *selfOf(arguments), TypeCreation::WithTable); !done)
        return std::unexpected(done.error());
    return Value();
}

Evaluated exists(Evaluator &evaluator, const Arguments &arguments)
{
    return evaluator.refuse("Table('" + selfOf(arguments)->name.name.text.toStdString() + "').exists()",
                            "a connection: only the database knows");
}

Evaluated toMetaData(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("to_metadata", "self, metadata, schema=, referred_schema_fn=, name=");
    const Outcome<BoundArguments> given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    const TableObject *self = selfOf(arguments);
    auto *metadata = given->value(1).as<MetaDataObject>();
    if (!metadata)
        return evaluator.refuse("Table.to_metadata()", "a MetaData object");
    schema::QualifiedName name = self->name;
    if ((*given)[2]) {
        const Outcome<schema::Name> schema = nameFrom(evaluator, given->value(2), "to_metadata(schema=)");
        if (!schema)
            return std::unexpected(schema.error());
        name.schema = *schema;
    }
    if (!given->value(4).isNone()) {
        const Outcome<schema::Name> renamed = nameFrom(evaluator, given->value(4), "to_metadata(name=)");
        if (!renamed)
            return std::unexpected(renamed.error());
        name.name = *renamed;
    }
    std::vector<Value> items;
    items.reserve(self->items.size() + self->constraints.size());
    for (ColumnObject *column : self->items)
        items.emplace_back(copyOf(evaluator, *column));
    for (const ConstraintObject *constraint : self->constraints) {
        if (!constraint->isOfFlag)
            items.emplace_back(copyOf(evaluator, *constraint));
    }
    auto *copy = evaluator.instance<TableObject>(tableClass);
    const Outcome<TableObject *> made = makeTable(evaluator, copy, metadata, {.name = name, .items = items});
    if (!made)
        return std::unexpected(made.error());
    copy->comment = self->comment;
    copy->prefixes = self->prefixes;
    copy->options = self->options;
    for (const IndexObject *index : self->indexes) {
        if (index->isOfFlag)
            continue;
        auto *other = evaluator.instance<IndexObject>(indexClass);
        other->name = index->name;
        other->isUnique = index->isUnique;
        other->options = index->options;
        other->number = nextNumber(evaluator);
        for (const Value element : index->elements) {
            const auto *column = element.as<ColumnObject>();
            other->elements.push_back(column ? textValue(evaluator, column->key()) : element);
        }
        if (const Done done = copy->append(evaluator, other); !done)
            return std::unexpected(done.error());
    }
    return Value(copy);
}

Evaluated setAttribute(Evaluator &evaluator, const Arguments &arguments)
{
    TableObject *self = selfOf(arguments);
    const std::string_view name = arguments.positional[1].as<StringObject>()->utf8;
    const Value value = arguments.positional[2];
    if (name == "name" || name == "schema") {
        const Outcome<schema::Name> read = nameFrom(evaluator, value, "Table.name");
        if (!read)
            return std::unexpected(read.error());
        (name == "name" ? self->name.name : self->name.schema) = *read;
        self->value = {};
    } else if (name == "comment") {
        const Outcome<QString> text = textOrNothing(evaluator, value, "Table.comment");
        if (!text)
            return std::unexpected(text.error());
        self->comment = value.isNone() ? std::nullopt : std::optional(*text);
    } else {
        self->attributes.set(name, value);
    }
    return Value();
}

constexpr const NativeClass *bases[] = {&tableClauseClass, &schemaItemClass};
constexpr NativeMember members[] = {
    {"__init__", MemberKind::Method, initialise},
    {"name", MemberKind::Getter, getName},
    {"schema", MemberKind::Getter, getSchema},
    {"key", MemberKind::Getter, getKey},
    {"fullname", MemberKind::Getter, getKey},
    {"description", MemberKind::Getter, getName},
    {"metadata", MemberKind::Getter, getMetaData},
    {"comment", MemberKind::Getter, getComment},
    {"info", MemberKind::Getter, getInfo},
    {"indexes", MemberKind::Getter, getIndexes},
    {"constraints", MemberKind::Getter, getConstraints},
    {"foreign_key_constraints", MemberKind::Getter, getForeignKeyConstraints},
    {"foreign_keys", MemberKind::Getter, getForeignKeys},
    {"primary_key", MemberKind::Getter, getPrimaryKey},
    {"append_column", MemberKind::Method, appendColumn},
    {"append_constraint", MemberKind::Method, appendConstraint},
    {"create", MemberKind::Method, create},
    {"drop", MemberKind::Method, drop},
    {"exists", MemberKind::Method, exists},
    {"to_metadata", MemberKind::Method, toMetaData},
    {"tometadata", MemberKind::Method, toMetaData},
    {"__setattr__", MemberKind::Method, setAttribute},
};

} // namespace

const NativeClass tableClass = {"Table", "sqlalchemy.sql.schema", bases, members, allocateAs<TableObject>};

TableObject *tableOf(Evaluator &evaluator, const sql::Clause &clause)
{
    const auto first = [&evaluator](const QList<sql::Clause> &clauses) -> TableObject * {
        for (const sql::Clause &item : clauses) {
            if (TableObject *table = tableOf(evaluator, item))
                return table;
        }
        return nullptr;
    };
    if (const auto *column = sql::as<sql::Column>(clause)) {
        const auto *table = sql::as<sql::Table>(column->table);
        return table ? evaluator.state<KnownTables>().tables.value(table->identity.number) : nullptr;
    }
    if (const auto *unary = sql::as<sql::Unary>(clause))
        return tableOf(evaluator, unary->element);
    if (const auto *binary = sql::as<sql::Binary>(clause))
        return first({binary->left, binary->right});
    if (const auto *function = sql::as<sql::Function>(clause))
        return first(function->arguments);
    if (const auto *list = sql::as<sql::ClauseList>(clause))
        return first(list->items);
    if (const auto *grouping = sql::as<sql::Grouping>(clause))
        return tableOf(evaluator, grouping->element);
    if (const auto *cast = sql::as<sql::Cast>(clause))
        return tableOf(evaluator, cast->element);
    if (const auto *label = sql::as<sql::Label>(clause))
        return tableOf(evaluator, label->element);
    return nullptr;
}

Outcome<TableObject *> makeTable(Evaluator &evaluator, TableObject *table, MetaDataObject *metadata,
                                 const TableArguments &arguments)
{
    table->name = arguments.name;
    table->metadata = metadata;
    table->identity = newIdentity(evaluator);
    evaluator.state<KnownTables>().tables.insert(table->identity.number, table);
    const QString key = tableKey(table->name);
    const TableObject *existing = metadata->table(key);
    const bool keeps = existing && isGiven(arguments.keywords, "keep_existing");
    if (existing) {
        if (const Done done = takeExisting(evaluator, *table, *existing, arguments); !done)
            return std::unexpected(done.error());
    }
    std::vector<NamedValue> options;
    for (const NamedValue &keyword : arguments.keywords) {
        if (const Done done = takeKeyword(evaluator, *table, keyword, options); !done)
            return std::unexpected(done.error());
    }
    const Outcome<schema::Options> read = optionsFrom(evaluator, options, "Table");
    if (!read)
        return std::unexpected(read.error());
    table->options += *read;
    const auto entry = std::ranges::find(metadata->tables, key, &std::pair<QString, TableObject *>::first);
    if (entry != metadata->tables.end())
        entry->second = table;
    else
        metadata->tables.emplace_back(key, table);
    // Columns first: constraints and indexes name them.
    for (const Value item : keeps ? std::span<const Value>() : arguments.items) {
        if (!item.as<ColumnObject>())
            continue;
        if (const Done done = takeItem(evaluator, *table, item); !done)
            return std::unexpected(done.error());
    }
    for (const Value item : keeps ? std::span<const Value>() : arguments.items) {
        if (item.as<ColumnObject>())
            continue;
        if (const Done done = takeItem(evaluator, *table, item); !done)
            return std::unexpected(done.error());
    }
    return table;
}

Outcome<Value> newTable(Evaluator &evaluator, const TableArguments &arguments)
{
    auto *metadata = evaluator.instance<MetaDataObject>(metaDataClass);
    if (arguments.convention)
        metadata->convention = *arguments.convention;
    const Outcome<TableObject *> table =
        makeTable(evaluator, evaluator.instance<TableObject>(tableClass), metadata, arguments);
    if (!table)
        return std::unexpected(table.error());
    return Value(*table);
}

} // namespace athanor::sqlalchemy
