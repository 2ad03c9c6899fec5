// SPDX-License-Identifier: GPL-3.0-or-later
// text(), columns, and values as binds or in place.
#include "core/dialect/clause/clausecompiler.h"
#include "core/dialect/identifiers.h"
#include "core/sql/build.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace athanor::dialect {

namespace {

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'$' || c.isMark() || c.isSurrogate();
}

/// Length of the bind name after the colon at `colon`, 0 when it starts none: no word character, colon or
/// backslash in front, and no colon behind.
qsizetype bindLength(const QString &text, qsizetype colon)
{
    if (colon > 0) {
        const QChar before = text[colon - 1];
        if (before == u':' || before == u'\\' || isWord(before))
            return 0;
    }
    qsizetype end = colon + 1;
    while (end < text.size() && isWord(text[end]))
        ++end;
    if (end < text.size() && text[end] == u':')
        return 0;
    return end - colon - 1;
}

/// Length of the name after an escaped colon; -1 where the backslash stays: a colon follows the name.
qsizetype escapedLength(const QString &text, qsizetype colon)
{
    qsizetype end = colon + 1;
    while (end < text.size() && isWord(text[end]))
        ++end;
    return end < text.size() && text[end] == u':' ? -1 : end - colon;
}

/// A bind's name with the characters replaced that no driver takes.
QString translatedName(const QString &name)
{
    QString result = name;
    for (QChar &c : result) {
        switch (c.unicode()) {
        case u'%':
            c = u'P';
            break;
        case u'(':
            c = u'A';
            break;
        case u')':
            c = u'Z';
            break;
        case u':':
            c = u'C';
            break;
        case u'.':
        case u'[':
        case u']':
        case u' ':
            c = u'_';
            break;
        default:
            break;
        }
    }
    return result;
}

/// What an anonymous bind's name starts with: no characters that mean something in a template.
QString sanitized(const QString &key)
{
    QString result;
    bool wasReplaced = false;
    for (const QChar c : key) {
        const bool isReplaced = c == u'%' || c == u'(' || c == u')' || c == u' ' || c == u'$';
        if (!isReplaced)
            result += c;
        else if (!wasReplaced)
            result += u'_';
        wasReplaced = isReplaced;
    }
    while (result.startsWith(u'_'))
        result.remove(0, 1);
    while (result.endsWith(u'_'))
        result.chop(1);
    return result;
}

} // namespace

QString ClauseCompiler::writeText(const sql::Text &text, const ClauseContext &context)
{
    const QString source = withPercents(text.text);
    if (!source.contains(u':'))
        return source;
    QString result;
    result.reserve(source.size());
    for (qsizetype i = 0; i < source.size(); ++i) {
        const QChar c = source[i];
        if (c == u'\\' && i + 1 < source.size() && source[i + 1] == u':') {
            const qsizetype length = escapedLength(source, i + 1);
            if (length > 0) {
                result += QStringView(source).mid(i + 1, length);
                i += length;
                continue;
            }
        }
        const qsizetype length = c == u':' ? bindLength(source, i) : 0;
        if (length == 0) {
            result += c;
            continue;
        }
        const QString name = source.mid(i + 1, length);
        // text() itself knows no names with '$': they stay binds.
        if (name.contains(u'$')) {
            result += bindText(name);
            i += length;
            continue;
        }
        const auto known = std::ranges::find(text.binds, name, &sql::TextBind::name);
        // Without a value of its own it is required, and literally NULL.
        const sql::Clause bind = known != text.binds.end()
                                     ? known->bind
                                     : sql::makeClause(sql::Bind{.key = name, .isRequired = true});
        m_kept.push_back(bind);
        result += process(bind, context);
        i += length;
    }
    return result;
}

QString ClauseCompiler::writeColumn(const sql::Clause &, const sql::Column &column,
                                    const ClauseContext &context)
{
    if (column.name.isEmpty() && !column.isLiteral)
        return fail(u"a column without a name can't be written"_s);
    const QString name = column.isLiteral ? withPercents(column.name.text) : quoted(column.name);
    if (column.isTableItself)
        return name % m_traits.columnValueSuffix;
    if (column.table.isNull() || !context.includesTable)
        return name;
    if (const auto *table = sql::as<sql::Table>(column.table)) {
        if (!table->schema.isEmpty())
            return quotedSchema(table->schema) % u'.' % quoted(table->name) % u'.' % name;
        return quoted(table->name) % u'.' % name;
    }
    if (const auto *row = sql::as<sql::Values>(column.table); row && row->isInsertedRow)
        return "VALUES("_L1 % name % u')';
    const QString tableName = aliasName(column.table);
    return tableName.isEmpty() ? name : tableName % u'.' % name;
}

QString ClauseCompiler::bindName(const sql::Clause &clause, const sql::Bind &bind)
{
    if (!bind.isUnique)
        return bind.key;
    const QString base = sanitized(bind.key);
    return anonymousName(clause.node(), base.isEmpty() ? u"param"_s : base, bind.identity);
}

QString ClauseCompiler::bindText(const QString &name)
{
    // Oracle's driver quotes names that are reserved.
    if (m_dialect.name == DialectName::Oracle && m_dialect.identifiers.needsQuotes(name.toLower()))
        return ":\""_L1 % translatedName(name) % u'"';
    if (m_options.hasNamedBinds)
        return u':' % translatedName(name);
    if (m_traits.hasPositionalBinds)
        return m_traits.bindPrefix;
    return m_traits.bindPrefix % translatedName(name) % m_traits.bindSuffix;
}

QString ClauseCompiler::bindCast(const sql::Type &)
{
    return {};
}

QString ClauseCompiler::expandedLiterals(const sql::Bind &bind, const sql::Type &type)
{
    const auto *list = std::get_if<sql::LiteralList>(&bind.value.value);
    if (!list || list->items.isEmpty())
        return emptySet(type, bind.expandOperator);
    const bool hasTuples = std::holds_alternative<sql::LiteralList>(list->items.first().value)
                           && type.kind != sql::TypeKind::Array && type.kind != sql::TypeKind::PgArray;
    QStringList parts;
    for (const sql::Literal &item : list->items) {
        const auto *tuple = std::get_if<sql::LiteralList>(&item.value);
        if (!hasTuples || !tuple) {
            parts += literal(item, type);
            continue;
        }
        QStringList elements;
        for (const sql::Literal &element : tuple->items)
            elements +=
                literal(element, sql::literalType(element) ? *sql::literalType(element) : sql::Type{});
        parts += u'(' % elements.join(", "_L1) % u')';
    }
    return (hasTuples && m_traits.hasTuplesInValues ? "VALUES "_L1 : ""_L1) % parts.join(", "_L1);
}

QString ClauseCompiler::writeBind(const sql::Clause &clause, const sql::Bind &bind,
                                  const ClauseContext &context)
{
    const sql::Type &type = sql::typeOf(clause);
    const bool isInPlace = (m_options.hasLiteralBinds || context.isLiteral) && !context.isBindAnyway;
    if (isInPlace || bind.isInline) {
        if (bind.isExpanding)
            return u'(' % (bind.isRequired ? u"NULL"_s : expandedLiterals(bind, type)) % u')';
        return literal(bind.value, type);
    }
    const QString name = bindName(clause, bind);
    const bool isLater = bind.isExpanding || bind.isLiteralExecute || context.isPostCompiled;
    const QString text = isLater ? "__[POSTCOMPILE_"_L1 % translatedName(name) % u']'
                                 : QString(bindText(name) % bindCast(type));
    return bind.isExpanding ? QString(u'(' % text % u')') : text;
}

} // namespace athanor::dialect
