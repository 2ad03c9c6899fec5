// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/ddl.h"

#include "core/sql/clausenode.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace athanor::dialect {
namespace {

using schema::OptionMap;
using sql::TypeKind;

class PostgreSqlDdl final : public DdlWriter
{
public:
    PostgreSqlDdl()
        : DdlWriter(DialectName::PostgreSql)
    {
    }

protected:
    Text columnText(const DdlContext &context, const TableFrame &frame,
                    const schema::Column &column) const override;
    Text computedText(const DdlContext &context, const schema::Computed &computed) const override;

    Text tableOptions(const DdlContext &context, const schema::Table &table) const override;
    Statements createTypes(const DdlContext &context, const schema::Table &table,
                           DdlMemory &memory) const override;
    Text createType(const DdlContext &context, const operation::CreateType &change) const override;
    Text dropType(const DdlContext &context, const operation::DropType &change) const override;
    Text createSequence(const DdlContext &context, const operation::CreateSequence &change) const override;

    MaybeText primaryKeyText(const DdlContext &context, const TableFrame &frame,
                             const schema::PrimaryKey &key) const override;
    MaybeText uniqueText(const DdlContext &context, const TableFrame &frame,
                         const schema::UniqueConstraint &unique) const override;
    MaybeText checkText(const DdlContext &context, const schema::CheckConstraint &check) const override;
    MaybeText foreignKeyText(const DdlContext &context, const schema::QualifiedName &table,
                             const schema::ForeignKeyConstraint &key) const override;
    MaybeText excludeText(const DdlContext &context, const schema::ExcludeConstraint &exclude) const override;
    bool acceptsOnDelete(const QString &phrase) const override;
    QString distinctText(const schema::Options &options) const override;

    Result<Statement> createIndex(const DdlContext &context,
                                  const operation::CreateIndex &change) const override;
    Result<Statement> dropIndex(const DdlContext &context, const operation::DropIndex &change) const override;
    Text indexElement(const DdlContext &context, const schema::IndexElement &element) const override;

    Statements alterColumn(const DdlContext &context, const operation::AlterColumn &change) const override;
    Text alterIdentity(const DdlContext &context, const operation::AlterColumn &change) const override;

private:
    Text elementsWithClasses(const DdlContext &context, const schema::Index &index) const;
    QString withIncluded(const DdlContext &context, const QString &text, const QString &tail,
                         const schema::Options &options) const;
};

/// Letters, digits and underscores, as SQLAlchemy accepts an access method.
bool isWord(const QString &text)
{
    return !text.isEmpty()
           && std::ranges::all_of(text, [](QChar c) { return c.isLetterOrNumber() || c == u'_'; });
}

Result<QString> accessMethod(const QString &method)
{
    if (!isWord(method))
        return ddlError(u"Unexpected SQL phrase: '%1'"_s.arg(method));
    return method.toLower();
}

Result<QString> PostgreSqlDdl::columnText(const DdlContext &context, const TableFrame &frame,
                                          const schema::Column &column) const
{
    const bool isIdentity =
        column.serverDefault && std::holds_alternative<schema::Identity>(*column.serverDefault);
    const bool hasDefault =
        column.defaultSequence ? !column.defaultSequence->isOptional : column.hasClientDefault;
    QString text = context.quoted(column.name);
    if (frame.isAutoincrement(column) && !isIdentity && !hasDefault) {
        const sql::Type &type = context.resolved(column.type);
        text += isBigInteger(type)     ? " BIGSERIAL"_L1
                : isSmallInteger(type) ? " SMALLSERIAL"_L1
                                       : " SERIAL"_L1;
    } else {
        const Text type = context.type(column.type);
        if (!type)
            return type;
        text += u' ' + *type;
        const MaybeText value = defaultText(context, column);
        if (!value)
            return std::unexpected(value.error());
        if (*value)
            text += u" DEFAULT "_s + **value;
    }
    const Text generated = generatedText(context, column);
    if (!generated)
        return generated;
    text += *generated;
    if (frame.isNullable(column) == isIdentity)
        text += isIdentity ? " NULL"_L1 : " NOT NULL"_L1;
    return text;
}

Result<QString> PostgreSqlDdl::computedText(const DdlContext &context, const schema::Computed &computed) const
{
    if (computed.isPersisted == false) {
        return ddlError(
            u"PostrgreSQL computed columns do not support 'virtual' persistence; set the 'persisted' "
            "flag to None or True for PostgreSQL support."_s);
    }
    const Text text = context.expression(computed.expression);
    return text ? Text(u"GENERATED ALWAYS AS ("_s + *text + u") STORED"_s) : text;
}

Result<QString> PostgreSqlDdl::tableOptions(const DdlContext &context, const schema::Table &table) const
{
    const schema::Options &options = table.options;
    QString text;
    if (const auto *inherits = schema::option(options, u"postgresql_inherits")) {
        QStringList parents;
        if (const auto *name = std::get_if<QString>(inherits))
            parents.append(*name);
        else if (const auto *names = std::get_if<QStringList>(inherits))
            parents = *names;
        for (QString &parent : parents)
            parent = context.quoted({.text = parent});
        if (!parents.isEmpty())
            text += u"\n INHERITS ( "_s + parents.join(", "_L1) + u" )"_s;
    }
    if (const QString value = schema::textOption(options, u"postgresql_partition_by"); !value.isEmpty())
        text += u"\n PARTITION BY "_s + value;
    if (const QString value = schema::textOption(options, u"postgresql_using"); !value.isEmpty())
        text += u"\n USING "_s + value;
    if (const auto value = schema::flagOption(options, u"postgresql_with_oids"))
        text += *value ? "\n WITH OIDS"_L1 : "\n WITHOUT OIDS"_L1;
    if (QString value = schema::textOption(options, u"postgresql_on_commit"); !value.isEmpty())
        text += u"\n ON COMMIT "_s + value.replace(u'_', u' ').toUpper();
    if (const QString value = schema::textOption(options, u"postgresql_tablespace"); !value.isEmpty())
        text += u"\n TABLESPACE "_s + context.quoted({.text = value});
    return text;
}

/// The enum or domain that has to exist before a column can have the type; nullptr for other types.
const sql::Type *namedType(const sql::Type &type)
{
    const sql::Type &own = sql::resolved(type, u"postgresql");
    if ((own.kind == TypeKind::Array || own.kind == TypeKind::PgArray) && own.item)
        return namedType(*own.item);
    if (own.kind == TypeKind::PgEnum || own.kind == TypeKind::PgDomain)
        return &own;
    return own.kind == TypeKind::Enum && own.isNative ? &own : nullptr;
}

Result<QList<Statement>> PostgreSqlDdl::createTypes(const DdlContext &context, const schema::Table &table,
                                                    DdlMemory &memory) const
{
    QList<Statement> statements;
    for (const schema::Column &column : table.columns) {
        const sql::Type *type = namedType(column.type);
        if (!type || !type->createsType)
            continue;
        const QString kind = type->kind == TypeKind::PgDomain ? u"domain "_s : u"enum "_s;
        const QString key = kind + type->schema.value_or(QString()) + u'.' + type->name;
        if (memory.types.contains(key))
            continue;
        memory.types.insert(key);
        Text text = createType(context, {.type = *type});
        if (!text)
            return std::unexpected(text.error());
        statements.append({.sql = *std::move(text), .typeMade = key});
    }
    return statements;
}

Result<QString> PostgreSqlDdl::createType(const DdlContext &context,
                                          const operation::CreateType &change) const
{
    const sql::Type *type = namedType(change.type);
    if (!type)
        return ddlError(u"CREATE TYPE needs an enum or a domain"_s);
    const Text name = context.type(*type);
    if (!name)
        return name;
    if (type->kind == TypeKind::PgDomain) {
        const Text item = type->item ? context.type(*type->item) : Text(QString());
        if (!item)
            return item;
        return u"CREATE DOMAIN "_s + *name + u" AS "_s + *item + u' ' + type->constraintText;
    }
    QStringList values;
    for (const QString &value : type->values)
        values.append(context.string(value));
    return u"CREATE TYPE "_s + *name + u" AS ENUM ("_s + values.join(", "_L1) + u')';
}

Result<QString> PostgreSqlDdl::dropType(const DdlContext &context, const operation::DropType &change) const
{
    const sql::Type *type = namedType(change.type);
    if (!type)
        return ddlError(u"DROP TYPE needs an enum or a domain"_s);
    const Text name = context.type(*type);
    if (!name)
        return name;
    return (type->kind == TypeKind::PgDomain ? u"DROP DOMAIN "_s : u"DROP TYPE "_s) + *name;
}

Result<QString> PostgreSqlDdl::createSequence(const DdlContext &context,
                                              const operation::CreateSequence &change) const
{
    if (!change.sequence.dataType)
        return DdlWriter::createSequence(context, change);
    const Text type = context.type(*change.sequence.dataType);
    if (!type)
        return type;
    QString text = u"CREATE SEQUENCE "_s + (change.ifNotExists ? u"IF NOT EXISTS "_s : QString())
                   + context.qualified(change.sequence.name) + u" AS "_s + *type;
    if (const QString options = sequenceOptions(change.sequence); !options.isEmpty())
        text += u' ' + options;
    return text;
}

/// INCLUDE stands between the columns and DEFERRABLE.
QString PostgreSqlDdl::withIncluded(const DdlContext &context, const QString &text, const QString &tail,
                                    const schema::Options &options) const
{
    return text.chopped(tail.size()) + includeText(context, options, u"postgresql_include") + tail;
}

DdlWriter::MaybeText PostgreSqlDdl::primaryKeyText(const DdlContext &context, const TableFrame &frame,
                                                   const schema::PrimaryKey &key) const
{
    const MaybeText text = DdlWriter::primaryKeyText(context, frame, key);
    if (!text || !*text)
        return text;
    return withIncluded(context, **text, deferrability(key.isDeferrable, key.initially).value_or(QString()),
                        key.options);
}

DdlWriter::MaybeText PostgreSqlDdl::uniqueText(const DdlContext &context, const TableFrame &frame,
                                               const schema::UniqueConstraint &unique) const
{
    const MaybeText text = DdlWriter::uniqueText(context, frame, unique);
    if (!text || !*text || (*text)->isEmpty())
        return text;
    return withIncluded(context, **text,
                        deferrability(unique.isDeferrable, unique.initially).value_or(QString()),
                        unique.options);
}

QString notValid(const schema::Options &options)
{
    return schema::isSet(options, u"postgresql_not_valid") ? u" NOT VALID"_s : QString();
}

DdlWriter::MaybeText PostgreSqlDdl::checkText(const DdlContext &context,
                                              const schema::CheckConstraint &check) const
{
    MaybeText text = DdlWriter::checkText(context, check);
    if (text && *text)
        **text += notValid(check.options);
    return text;
}

DdlWriter::MaybeText PostgreSqlDdl::foreignKeyText(const DdlContext &context,
                                                   const schema::QualifiedName &table,
                                                   const schema::ForeignKeyConstraint &key) const
{
    MaybeText text = DdlWriter::foreignKeyText(context, table, key);
    if (text && *text)
        **text += notValid(key.options);
    return text;
}

DdlWriter::MaybeText PostgreSqlDdl::excludeText(const DdlContext &context,
                                                const schema::ExcludeConstraint &exclude) const
{
    const Text name = preamble(context, exclude.name);
    if (!name)
        return std::unexpected(name.error());
    const Text method = accessMethod(exclude.method.isEmpty() ? u"gist"_s : exclude.method);
    if (!method)
        return std::unexpected(method.error());
    const auto *classes = schema::option(exclude.options, u"ops");
    const auto *map = classes ? std::get_if<OptionMap>(classes) : nullptr;
    QStringList elements;
    for (const schema::ExcludeElement &element : exclude.elements) {
        Text text = context.expression(element.expression);
        if (!text)
            return std::unexpected(text.error());
        const auto *column = sql::as<sql::Column>(element.expression);
        for (const auto &[key, operatorClass] : map &&column ? *map : OptionMap()) {
            if (key == column->name.text)
                *text += u' ' + operatorClass;
        }
        elements.append(*text + u" WITH "_s + element.op);
    }
    QString where;
    if (!exclude.where.isNull()) {
        const Text condition = context.qualifiedExpression(exclude.where);
        if (!condition)
            return std::unexpected(condition.error());
        where = u" WHERE ("_s + *condition + u')';
    }
    const Text tail = deferrability(exclude.isDeferrable, exclude.initially);
    if (!tail)
        return std::unexpected(tail.error());
    return *name + u"EXCLUDE USING "_s + *method + u" ("_s + elements.join(", "_L1) + u')' + where + *tail;
}

bool PostgreSqlDdl::acceptsOnDelete(const QString &phrase) const
{
    // SET NULL (a, b) names the columns.
    const QString upper = phrase.toUpper();
    for (const QLatin1StringView action : {"SET NULL"_L1, "SET DEFAULT"_L1}) {
        const QString list = upper.startsWith(action) ? upper.mid(action.size()).trimmed() : QString();
        if (list.size() > 2 && list.startsWith(u'(') && list.endsWith(u')'))
            return true;
    }
    return DdlWriter::acceptsOnDelete(phrase);
}

QString PostgreSqlDdl::distinctText(const schema::Options &options) const
{
    const auto value = schema::flagOption(options, u"postgresql_nulls_not_distinct");
    if (!value)
        return {};
    return *value ? u"NULLS NOT DISTINCT "_s : u"NULLS DISTINCT "_s;
}

/// Whether SQLAlchemy puts an expression in parentheses here: those with an operator.
bool needsParentheses(const sql::Clause &clause)
{
    if (const auto *unary = sql::as<sql::Unary>(clause))
        return unary->op != sql::Operator::None;
    return sql::as<sql::Binary>(clause) || sql::as<sql::ClauseList>(clause);
}

Result<QString> PostgreSqlDdl::indexElement(const DdlContext &context,
                                            const schema::IndexElement &element) const
{
    const Text text = DdlWriter::indexElement(context, element);
    const auto *clause = std::get_if<sql::Clause>(&element);
    if (!text || !clause || !needsParentheses(*clause))
        return text;
    return u'(' + *text + u')';
}

/// The name by which postgresql_ops finds an element; empty where it has none.
QString elementKey(const schema::IndexElement &element)
{
    if (const auto *name = std::get_if<schema::Name>(&element))
        return name->text;
    const sql::Clause &clause = std::get<sql::Clause>(element);
    if (const auto *column = sql::as<sql::Column>(clause))
        return column->key.isEmpty() ? column->name.text : column->key;
    // Alembic makes the whole text its key. The texts of an Index have none, and the options of one that
    // comes from there don't name them any more.
    if (const auto *text = sql::as<sql::Text>(clause))
        return text->text;
    const auto *label = sql::as<sql::Label>(clause);
    return label && !label->isAnonymous ? label->name.text : QString();
}

Result<QString> PostgreSqlDdl::elementsWithClasses(const DdlContext &context,
                                                   const schema::Index &index) const
{
    const auto *option = schema::option(index.options, u"postgresql_ops");
    const auto *classes = option ? std::get_if<OptionMap>(option) : nullptr;
    if (!classes)
        return indexElements(context, index);
    QStringList texts;
    for (const schema::IndexElement &element : index.elements) {
        Text text = indexElement(context, element);
        if (!text)
            return text;
        const QString key = elementKey(element);
        for (const auto &[name, operatorClass] : *classes) {
            if (name == key)
                *text += u' ' + operatorClass;
        }
        texts.append(*std::move(text));
    }
    return texts.join(", "_L1);
}

Result<Statement> PostgreSqlDdl::createIndex(const DdlContext &context,
                                             const operation::CreateIndex &change) const
{
    const schema::Index &index = change.index;
    const schema::Options &options = index.options;
    const Text name = indexName(context, index.name, {});
    if (!name)
        return std::unexpected(name.error());
    const bool isConcurrent = schema::isSet(options, u"postgresql_concurrently");
    QString text = (index.isUnique ? u"CREATE UNIQUE INDEX "_s : u"CREATE INDEX "_s)
                   + (isConcurrent ? u"CONCURRENTLY "_s : QString())
                   + (change.ifNotExists ? u"IF NOT EXISTS "_s : QString()) + *name + u" ON "_s
                   + context.qualified(index.table) + u' ';
    if (const QString method = schema::textOption(options, u"postgresql_using"); !method.isEmpty()) {
        const Text accepted = accessMethod(method);
        if (!accepted)
            return std::unexpected(accepted.error());
        text += u"USING "_s + *accepted + u' ';
    }
    const Text elements = elementsWithClasses(context, index);
    if (!elements)
        return std::unexpected(elements.error());
    text += u'(' + *elements + u')' + includeText(context, options, u"postgresql_include");
    if (const auto value = schema::flagOption(options, u"postgresql_nulls_not_distinct"))
        text += *value ? " NULLS NOT DISTINCT"_L1 : " NULLS DISTINCT"_L1;
    const auto *parameters = schema::option(options, u"postgresql_with");
    if (const auto *map = parameters ? std::get_if<OptionMap>(parameters) : nullptr; map && !map->isEmpty()) {
        QStringList settings;
        for (const auto &[parameter, value] : *map)
            settings.append(parameter + u" = "_s + value);
        text += u" WITH ("_s + settings.join(", "_L1) + u')';
    }
    if (const QString space = schema::textOption(options, u"postgresql_tablespace"); !space.isEmpty())
        text += u" TABLESPACE "_s + context.quoted({.text = space});
    const MaybeText where = optionClause(context, options, u"postgresql_where");
    if (!where)
        return std::unexpected(where.error());
    if (*where)
        text += u" WHERE "_s + **where;
    return Statement{.sql = text, .canRunInTransaction = !isConcurrent};
}

Result<Statement> PostgreSqlDdl::dropIndex(const DdlContext &context,
                                           const operation::DropIndex &change) const
{
    if (change.name.isEmpty())
        return ddlError(u"DROP INDEX requires that the index have a name"_s);
    const Text name = indexName(context, change.name, change.table.schema);
    if (!name)
        return std::unexpected(name.error());
    const bool isConcurrent = schema::isSet(change.options, u"postgresql_concurrently");
    return Statement{.sql = u"DROP INDEX "_s + (isConcurrent ? u"CONCURRENTLY "_s : QString())
                            + (change.ifExists ? u"IF EXISTS "_s : QString()) + *name,
                     .canRunInTransaction = !isConcurrent};
}

Result<QList<Statement>> PostgreSqlDdl::alterColumn(const DdlContext &context,
                                                    const operation::AlterColumn &change) const
{
    const auto *option = schema::option(change.options, u"postgresql_using");
    const bool hasUsing = option && !std::holds_alternative<std::monostate>(*option);
    if (hasUsing && !change.type)
        return commandError(u"postgresql_using must be used with the type_ parameter"_s);
    QList<Statement> statements;
    operation::AlterColumn others = change;
    if (change.type) {
        Text text = alterType(context, change);
        if (!text)
            return std::unexpected(text.error());
        const MaybeText expression = optionClause(context, change.options, u"postgresql_using");
        if (!expression)
            return std::unexpected(expression.error());
        if (*expression && !(*expression)->isEmpty())
            *text += u" USING "_s + **expression;
        statements.append({.sql = *std::move(text)});
        others.type.reset();
    }
    const Statements rest = alterSeparately(context, others);
    if (!rest)
        return rest;
    return statements + *rest;
}

/// One setting of an identity: SQLAlchemy's attribute, by which Alembic sorts, and its two states.
struct IdentitySetting
{
    const char *attribute;
    schema::Identity now;
    bool isChanged;
};

Result<QString> PostgreSqlDdl::alterIdentity(const DdlContext &context,
                                             const operation::AlterColumn &change) const
{
    QString text = alterHead(context, change);
    if (!*change.serverDefault)
        return text + u"DROP IDENTITY"_s;
    const auto *identity = std::get_if<schema::Identity>(&**change.serverDefault);
    if (!identity) {
        return ddlError(
            u"column '%1' is an identity: its default can't become another kind in one step"_s.arg(
                change.column.text));
    }
    if (change.existingServerDefault && !*change.existingServerDefault)
        return text + u"ADD "_s + identityText(*identity);
    schema::Identity before;
    if (change.existingServerDefault && *change.existingServerDefault) {
        if (const auto *existing = std::get_if<schema::Identity>(&**change.existingServerDefault))
            before = *existing;
    }
    using Options = schema::Identity;
    const auto isOther = [](const auto &after, const auto &existing) { return after != existing; };
    // Sorted as Alembic sorts the attributes' names. A value that is SQLAlchemy's default is no change.
    const IdentitySetting settings[] = {
        {"cache", Options{.cache = identity->cache},
         identity->cache && isOther(identity->cache, before.cache)},
        {"cycle", Options{.cycles = identity->cycles},
         identity->cycles && isOther(identity->cycles, before.cycles)},
        {"increment", Options{.increment = identity->increment},
         identity->increment && isOther(identity->increment, before.increment)},
        {"maxvalue", Options{.maxValue = identity->maxValue},
         identity->maxValue && isOther(identity->maxValue, before.maxValue)},
        {"minvalue", Options{.minValue = identity->minValue},
         identity->minValue && isOther(identity->minValue, before.minValue)},
        {"nomaxvalue", Options{.hasNoMaxValue = identity->hasNoMaxValue},
         identity->hasNoMaxValue && !before.hasNoMaxValue},
        {"nominvalue", Options{.hasNoMinValue = identity->hasNoMinValue},
         identity->hasNoMinValue && !before.hasNoMinValue},
        {"start", Options{.start = identity->start},
         identity->start && isOther(identity->start, before.start)},
    };
    if (identity->isAlways != before.isAlways)
        text += identity->isAlways ? "SET GENERATED ALWAYS "_L1 : "SET GENERATED BY DEFAULT "_L1;
    for (const IdentitySetting &setting : settings) {
        if (setting.isChanged)
            text += u"SET "_s + identityOptions(setting.now) + u' ';
    }
    return text;
}

} // namespace

const DdlWriter &postgreSqlDdl()
{
    static const PostgreSqlDdl writer;
    return writer;
}

} // namespace athanor::dialect
