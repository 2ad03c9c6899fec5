// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/schema/schemaobjects.h"

using namespace Qt::StringLiterals;

namespace athanor::sqlalchemy {

using namespace python;

namespace {

/// "t.c", "schema.t.c", "database.owner.t.c", or "t" alone.
schema::ForeignKey parsedEnd(const QString &text)
{
    schema::ForeignKey end;
    QStringList parts = text.split(u'.');
    if (parts.size() > 1)
        end.column = parts.takeLast();
    end.table.name.text = parts.takeLast();
    end.table.schema.text = parts.join(u'.');
    return end;
}

Evaluated initialise(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("ForeignKey",
                                     "self, column, _constraint=, use_alter=, name=, onupdate=, ondelete=, "
                                     "deferrable=, initially=, link_to_name=, match=, info=, comment=, "
                                     "_unresolvable=, **kw");
    const Outcome<BoundArguments> given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    auto *self = given->value(0).as<ForeignKeyObject>();
    const Value column = given->value(1);
    if (auto *end = column.as<ColumnObject>()) {
        self->end = end;
    } else if (const auto *opaque = column.as<OpaqueObject>()) {
        return evaluator.refuseOpaque(*opaque, "ForeignKey()");
    } else if (column.as<StringObject>()) {
        const Outcome<QString> text = textFrom(evaluator, column, "ForeignKey()");
        if (!text)
            return std::unexpected(text.error());
        self->value = parsedEnd(*text);
    } else {
        // A mapped attribute: Model.id.
        const auto inner = evaluator.findAttribute(column, "__clause_element__");
        if (!inner)
            return std::unexpected(inner.error());
        const Evaluated element = *inner ? evaluator.call(**inner, {}) : Evaluated(Value());
        if (!element)
            return element;
        self->end = element->as<ColumnObject>();
        if (!self->end)
            return evaluator.refuse("ForeignKey()", "a string or a Column for its end");
    }
    const Outcome<schema::Name> name = nameFrom(evaluator, given->value(4), "ForeignKey(name=)");
    if (!name)
        return std::unexpected(name.error());
    self->value.constraint = *name;
    QString *const texts[] = {&self->value.onUpdate, &self->value.onDelete, &self->value.initially,
                              &self->value.match, &self->value.comment};
    const std::size_t places[] = {5, 6, 8, 10, 12};
    for (std::size_t i = 0; i < std::size(places); ++i) {
        const Outcome<QString> text = textOrNothing(evaluator, given->value(places[i]), "ForeignKey()");
        if (!text)
            return std::unexpected(text.error());
        *texts[i] = *text;
    }
    const Outcome<std::optional<bool>> alter = flagFrom(evaluator, given->value(3));
    const Outcome<std::optional<bool>> deferrable = flagFrom(evaluator, given->value(7));
    const Outcome<std::optional<bool>> link = flagFrom(evaluator, given->value(9));
    for (const auto *flag : {&alter, &deferrable, &link}) {
        if (!*flag)
            return std::unexpected(flag->error());
    }
    self->value.usesAlter = alter->value_or(false);
    self->value.isDeferrable = *deferrable;
    self->value.linksToName = link->value_or(false);
    Outcome<schema::Options> options = optionsFrom(evaluator, given->variadicKeywords, "ForeignKey");
    if (!options)
        return std::unexpected(options.error());
    self->value.options = *std::move(options);
    return Value();
}

ForeignKeyObject *selfOf(const Arguments &arguments)
{
    return arguments.positional[0].as<ForeignKeyObject>();
}

Evaluated getParent(Evaluator &, const Arguments &arguments)
{
    ColumnObject *parent = selfOf(arguments)->parent;
    return parent ? Value(parent) : Value();
}

Evaluated getTarget(Evaluator &evaluator, const Arguments &arguments)
{
    const Outcome<schema::ForeignKey> end = endOf(evaluator, *selfOf(arguments));
    if (!end)
        return std::unexpected(end.error());
    return textValue(evaluator, tableKey(end->table) + u'.' + end->column);
}

Evaluated getName(Evaluator &evaluator, const Arguments &arguments)
{
    return nameValue(evaluator, selfOf(arguments)->value.constraint);
}

Evaluated getOnDelete(Evaluator &evaluator, const Arguments &arguments)
{
    const QString &text = selfOf(arguments)->value.onDelete;
    return text.isEmpty() ? Value() : textValue(evaluator, text);
}

Evaluated getOnUpdate(Evaluator &evaluator, const Arguments &arguments)
{
    const QString &text = selfOf(arguments)->value.onUpdate;
    return text.isEmpty() ? Value() : textValue(evaluator, text);
}

constexpr NativeMember members[] = {
    {"__init__", MemberKind::Method, initialise},       {"parent", MemberKind::Getter, getParent},
    {"target_fullname", MemberKind::Getter, getTarget}, {"name", MemberKind::Getter, getName},
    {"ondelete", MemberKind::Getter, getOnDelete},      {"onupdate", MemberKind::Getter, getOnUpdate},
};
constexpr const NativeClass *bases[] = {&schemaItemClass};

} // namespace

const NativeClass foreignKeyClass = {.name = "ForeignKey",
                                     .module = "sqlalchemy.sql.schema",
                                     .bases = bases,
                                     .members = members,
                                     .allocate = allocateAs<ForeignKeyObject>};

Outcome<schema::ForeignKey> endOf(Evaluator &evaluator, const ForeignKeyObject &key)
{
    schema::ForeignKey result = key.value;
    if (key.end) {
        if (!key.end->table) {
            return raiseSqlAlchemy(evaluator, "InvalidRequestError",
                                   "this ForeignKey's referenced column is not yet associated with a Table");
        }
        result.table = key.end->table->name;
        result.column = key.end->definition.name.text;
        return result;
    }
    const MetaDataObject *metadata = key.parent && key.parent->table ? key.parent->table->metadata : nullptr;
    if (metadata && result.table.schema.isEmpty())
        result.table.schema = metadata->schema;
    if (result.column.isEmpty() && key.parent)
        result.column = key.parent->definition.name.text;
    // A table that is known says how its column is called in the database.
    const TableObject *table = metadata ? metadata->table(tableKey(result.table)) : nullptr;
    const ColumnObject *column = table && !result.linksToName ? table->column(result.column) : nullptr;
    if (table)
        result.table = table->name;
    if (column)
        result.column = column->definition.name.text;
    return result;
}

} // namespace athanor::sqlalchemy
