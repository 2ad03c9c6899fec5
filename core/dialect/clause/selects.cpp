// SPDX-License-Identifier: GPL-3.0-or-later
// SELECT and what is put together from it.
#include "core/dialect/clause/clausecompiler.h"
#include "core/sql/build.h"
#include "core/sql/selectable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace athanor::dialect {

namespace {

using sql::Operator;

/// True where the label would only repeat the name that the expression has by itself.
bool hasOwnName(const sql::Clause &clause)
{
    return sql::as<sql::Column>(clause) || sql::as<sql::Label>(clause);
}

/// What a cast or another wrapper is about; none for anything else.
sql::Clause inside(const sql::Clause &clause)
{
    if (const auto *cast = sql::as<sql::Cast>(clause))
        return cast->element;
    if (const auto *coerce = sql::as<sql::TypeCoerce>(clause))
        return coerce->element;
    if (const auto *unary = sql::as<sql::Unary>(clause);
        unary && (unary->op == Operator::IsTrue || unary->op == Operator::IsFalse))
        return unary->element;
    return {};
}

/// The column inside a cast or another wrapper, or inside several, whose name the whole takes.
sql::Clause wrappedColumn(const sql::Clause &clause)
{
    sql::Clause wrapped = inside(clause);
    for (sql::Clause next = wrapped; !next.isNull(); next = inside(next))
        wrapped = next;
    return wrapped;
}

const sql::Label *labelOf(const sql::Clause &element, const sql::Clause **found)
{
    if (const auto *label = sql::as<sql::Label>(element)) {
        *found = &element;
        return label;
    }
    if (const auto *unary = sql::as<sql::Unary>(element); unary && sql::isOrderModifier(unary->modifier))
        return labelOf(unary->element, found);
    return nullptr;
}

} // namespace

QList<NamedColumn> ClauseCompiler::namedColumns(const QList<sql::Clause> &columns, sql::LabelStyle style)
{
    QHash<QString, const sql::ClauseNode *> names;
    QList<NamedColumn> result;
    const bool isQualified = style == sql::LabelStyle::TablenamePlusColumn;
    for (const sql::Clause &clause : sql::expandedColumns(columns)) {
        m_kept.push_back(clause);
        NamedColumn named{.column = clause};
        const sql::ClauseNode *node = &clause.node();
        if (sql::as<sql::Text>(clause)) {
            result += named;
            continue;
        }
        QString name = sql::ownName(clause);
        if (isQualified && hasOwnName(clause)) {
            const auto *column = sql::as<sql::Column>(clause);
            const QString table = column && !column->isLiteral ? tableLabel(column->table) : QString();
            if (!table.isEmpty())
                name = cut(table % u'_' % name);
            named.requiredLabel = name;
        }
        named.fallbackLabel = name;
        if (name.isEmpty()) {
            const sql::Clause wrapped = wrappedColumn(clause);
            named.fallbackLabel = wrapped.isNull() ? QString() : sql::ownName(wrapped);
        } else if (style != sql::LabelStyle::None) {
            const auto same = names.constFind(name);
            if (same == names.constEnd()) {
                names.insert(name, node);
            } else {
                const bool isSameColumn = *same == node || isSameColumnAs(**same, *node);
                // A column that comes again is numbered by its place.
                named.requiredLabel = isSameColumn
                                          ? cut(name % "__"_L1 % QString::number(++m_counters[name % u'_']))
                                          : anonymousName(*node, name);
                named.fallbackLabel = *named.requiredLabel;
                named.isRepeated = isSameColumn;
            }
        }
        result += named;
    }
    return result;
}

QString ClauseCompiler::selectedColumn(const NamedColumn &named, const ClauseContext &context)
{
    const sql::Clause &column = named.column;
    ClauseContext inner = context;
    inner.isFrom = false;
    inner.isInColumns = true;
    inner.isInLabel = false;
    if (sql::as<sql::Text>(column))
        return process(column, inner);
    if (sql::as<sql::Label>(column))
        return process(column, inner);
    bool hasLabel = named.requiredLabel.has_value();
    if (!hasLabel) {
        if (const auto *own = sql::as<sql::Column>(column))
            hasLabel = context.isFrom && !own->isLiteral && !own->table.isNull();
        else if (const auto *unary = sql::as<sql::Unary>(column))
            hasLabel = ((unary->op == Operator::IsTrue || unary->op == Operator::IsFalse)
                        && !m_traits.hasNativeBoolean)
                       || !hasOwnName(unary->element) || context.isFrom;
        else
            hasLabel = true;
    }
    if (!hasLabel)
        return process(column, inner);
    inner.isInLabel = true;
    QString name = named.requiredLabel.value_or(named.fallbackLabel);
    if (name.isEmpty()) {
        const auto *unary = sql::as<sql::Unary>(column);
        const sql::Clause wrapped = wrappedColumn(column);
        const sql::Clause &source = !wrapped.isNull() ? wrapped : column;
        name = anonymousName(source.node(), unary ? u"anon"_s : sql::labelBase(source));
    }
    return process(column, inner) % " AS "_L1 % quoted(sql::Identifier{name});
}

QString ClauseCompiler::tableLabel(const sql::Clause &table)
{
    if (const auto *own = sql::as<sql::Table>(table))
        return own->schema.isEmpty()
                   ? own->name.text
                   : QString(QString(own->schema.text).replace(u'.', u'_') % u'_' % own->name.text);
    if (const auto *alias = sql::as<sql::Alias>(table))
        return alias->isAnonymous ? anonymousName(table.node(), alias->name.text, alias->identity)
                                  : alias->name.text;
    return {};
}

bool ClauseCompiler::isSameColumnAs(const sql::ClauseNode &a, const sql::ClauseNode &b) const
{
    const auto *left = std::get_if<sql::Column>(&a.data);
    const auto *right = std::get_if<sql::Column>(&b.data);
    return left && right && left->name == right->name && sql::isSameFrom(left->table, right->table);
}

void ClauseCompiler::pushLevel(const sql::Clause &clause, const QList<sql::Clause> &froms,
                               const QList<NamedColumn> &columns)
{
    Level level;
    for (const sql::Clause &from : froms) {
        for (const sql::Clause &each : sql::fromsOf(from)) {
            if (!sql::contains(level.fromHere, each))
                level.fromHere += each;
        }
    }
    level.correlated = level.fromHere;
    if (!m_stack.empty()) {
        for (const sql::Clause &from : m_stack.back().correlated) {
            if (!sql::contains(level.correlated, from))
                level.correlated += from;
        }
    }
    level.columns = columns;
    level.statement = &clause.node();
    m_stack.push_back(std::move(level));
}

QString ClauseCompiler::prefixText(const QList<sql::Prefix> &prefixes, const ClauseContext &context)
{
    QStringList texts;
    for (const sql::Prefix &prefix : prefixes) {
        if (prefix.dialect.isEmpty() || prefix.dialect == "*"_L1 || prefix.dialect == m_dialect.text)
            texts += process(prefix.text, context);
    }
    return texts.isEmpty() ? QString() : QString(texts.join(u' ') % u' ');
}

QString ClauseCompiler::beforeColumns(const sql::Select &select, const ClauseContext &)
{
    return select.isDistinct || !select.distinctOn.isEmpty() ? u"DISTINCT "_s : QString();
}

QString ClauseCompiler::fromNothing()
{
    return {};
}

QString ClauseCompiler::writeSelect(const sql::Clause &clause, const sql::Select &select,
                                    const ClauseContext &context)
{
    const bool isTop = m_stack.empty();
    const QList<NamedColumn> columns = namedColumns(select.columns, select.labelStyle);
    const QList<sql::Clause> froms = displayFroms(select, context);
    pushLevel(clause, froms, columns);
    m_stack.back().hasWhere = !select.where.isEmpty();
    for (const sql::Clause &cte : select.tail.independentCtes)
        process(cte, {});
    ClauseContext inner;
    inner.isFrom = context.isFrom;
    inner.isLiteral = context.isLiteral;
    inner.enclosingCte = context.enclosingCte;
    QString text = "SELECT "_L1 % prefixText(select.prefixes, {}) % beforeColumns(select, inner);
    QStringList parts;
    for (const NamedColumn &column : columns) {
        const QString part = selectedColumn(column, inner);
        if (!part.isEmpty())
            parts += part;
    }
    text += parts.join(", "_L1);
    inner.isFrom = false;
    text = selectBody(select, froms, text, !parts.isEmpty(), inner);
    const bool isEmbedded = context.compoundIndex >= 0 || context.isInsertSource;
    if (!m_ctes.empty() && isTop && !isEmbedded)
        text = cteClause() % text;
    if (!select.suffixes.isEmpty())
        text += u' ' % prefixText(select.suffixes, {});
    m_stack.pop_back();
    return text;
}

QString ClauseCompiler::selectBody(const sql::Select &select, const QList<sql::Clause> &froms, QString text,
                                   bool hasColumns, const ClauseContext &context)
{
    if (!hasColumns) {
        while (text.endsWith(u' '))
            text.chop(1);
    }
    if (froms.isEmpty()) {
        text += fromNothing();
    } else {
        ClauseContext inner = context;
        inner.isFrom = true;
        inner.enclosingCte = nullptr;
        text += " \nFROM "_L1 % joinedList(froms, ", "_L1, inner);
    }
    if (const QString where = conditionText(select.where, context); !where.isEmpty())
        text += " \nWHERE "_L1 % where;
    text += groupByText(select.tail, context);
    if (const QString having = conditionText(select.having, context); !having.isEmpty())
        text += " \nHAVING "_L1 % having;
    text += orderByText(select.tail, context);
    if (isRowLimited(select.tail))
        text += rowLimit(select.tail, context);
    if (select.tail.forUpdate)
        text += forUpdateText(select.tail, context);
    return text;
}

bool ClauseCompiler::isRowLimited(const sql::SelectTail &tail) const
{
    return !tail.limit.isNull() || !tail.offset.isNull() || !tail.fetch.isNull();
}

namespace {

/// Where a join without a left side starts: the only thing there is, or the one that the condition names.
QList<qsizetype> leftSides(const QList<sql::Clause> &candidates, const sql::JoinTarget &join)
{
    const QList<sql::Clause> targets = sql::fromsOf(join.target);
    QList<qsizetype> found;
    for (qsizetype i = 0; i < candidates.size(); ++i) {
        if (targets.size() == 1 && sql::isSameFrom(targets.first(), candidates[i]))
            continue;
        if (candidates.size() > 1 && !join.condition.isNull()) {
            const QList<sql::Clause> own = sql::fromsOf(candidates[i]);
            const bool isNamed =
                std::ranges::all_of(sql::fromsOf(join.condition), [&](const sql::Clause &from) {
                    return sql::contains(own, from) || sql::contains(targets, from);
                });
            if (!isNamed)
                continue;
        }
        found += i;
    }
    if (found.isEmpty() && !join.condition.isNull()) {
        for (qsizetype i = 0; i < candidates.size(); ++i)
            found += i;
    }
    return found;
}

} // namespace

QList<sql::Clause> ClauseCompiler::joinedFroms(const sql::Select &select)
{
    QList<sql::Clause> froms = select.froms;
    for (const sql::JoinTarget &join : select.joins) {
        QList<sql::Clause> candidates = froms;
        bool isNew = false;
        if (!join.left.isNull()) {
            candidates = {join.left};
            isNew = !sql::contains(froms, join.left);
        } else if (froms.isEmpty()) {
            isNew = true;
            for (const sql::Clause &column : select.columns)
                for (const sql::Clause &from : sql::fromsOf(column))
                    if (!sql::contains(candidates, from))
                        candidates += from;
        }
        const QList<qsizetype> found = join.left.isNull() ? leftSides(candidates, join) : QList<qsizetype>{0};
        if (found.size() != 1) {
            fail(
                found.isEmpty()
                    ? u"Don't know how to join to the target. Please use the .select_from() method to establish an explicit left side, as well as providing an explicit ON clause if not present already to help resolve the ambiguity."_s
                    : u"Can't determine which FROM clause to join from, please use the .select_from() method to establish an explicit left side, as well as providing an explicit ON clause if not present already to help resolve the ambiguity."_s);
            return froms;
        }
        const sql::Clause left = candidates[found.first()];
        const sql::Clause condition =
            join.condition.isNull() ? sql::joinCondition(left, join.target) : join.condition;
        if (condition.isNull()) {
            fail(u"Can't find any foreign key relationships between the two sides of the join."_s);
            return froms;
        }
        const sql::Clause made = sql::makeClause(sql::Join{
            left, join.target, sql::grouped(condition, Operator::AsBoolean), join.isOuter, join.isFull});
        m_kept.push_back(made);
        if (isNew) {
            froms += made;
            continue;
        }
        for (sql::Clause &from : froms) {
            if (sql::isSameFrom(from, left))
                from = made;
        }
    }
    return froms;
}

QList<sql::Clause> ClauseCompiler::displayFroms(const sql::Select &select, const ClauseContext &context)
{
    QList<sql::Clause> all;
    const auto add = [&all](const QList<sql::Clause> &froms) {
        for (const sql::Clause &from : froms) {
            if (!sql::contains(all, from))
                all += from;
        }
    };
    for (const sql::Clause &from : joinedFroms(select))
        add({from});
    for (const sql::Clause &column : select.columns)
        add(sql::fromsOf(column));
    for (const sql::Clause &condition : select.where)
        add(sql::fromsOf(condition));
    QList<sql::Clause> hidden;
    for (const sql::Clause &from : all) {
        if (const auto *join = sql::as<sql::Join>(from))
            hidden += sql::fromsOf(join->left) + sql::fromsOf(join->right);
    }
    QList<sql::Clause> froms;
    for (const sql::Clause &from : all) {
        if (!sql::contains(hidden, from))
            froms += from;
    }
    return withoutCorrelated(select, froms, context);
}

QList<sql::Clause> ClauseCompiler::withoutCorrelated(const sql::Select &select, QList<sql::Clause> froms,
                                                     const ClauseContext &context)
{
    if (m_stack.empty())
        return froms;
    const Level &outer = m_stack.back();
    const bool isPlainFrom = context.isFrom && !context.isLateral;
    const auto isExplicit = [&](const sql::Clause &from) {
        return sql::contains(outer.correlated, from) && !(isPlainFrom && sql::contains(outer.fromHere, from));
    };
    if (select.correlates)
        froms.removeIf([&](const sql::Clause &from) {
            return isExplicit(from) && sql::contains(*select.correlates, from);
        });
    if (select.correlatesExcept)
        froms.removeIf([&](const sql::Clause &from) {
            return isExplicit(from) && !sql::contains(*select.correlatesExcept, from);
        });
    const bool isAutomatic = select.correlatesAutomatically && !select.correlates && !select.correlatesExcept;
    if (isAutomatic && !isPlainFrom && froms.size() > 1) {
        froms.removeIf([&](const sql::Clause &from) { return sql::contains(outer.fromHere, from); });
        if (froms.isEmpty())
            fail(
                u"Select statement returned no FROM clauses due to auto-correlation; specify correlate(<tables>) to control correlation manually."_s);
    }
    return froms;
}

QString ClauseCompiler::orderElement(const sql::Clause &element, const ClauseContext &context)
{
    const sql::Clause *found = nullptr;
    const sql::Label *label = labelOf(element, &found);
    if (!label || m_stack.empty() || !m_traits.hasSimpleOrderByLabel)
        return process(element, context);
    const bool isSelected = std::ranges::any_of(m_stack.back().columns, [&](const NamedColumn &named) {
        const auto *own = sql::as<sql::Label>(named.column);
        return own && own->name == label->name && own->isAnonymous == label->isAnonymous
               && (&named.column.node() == &found->node() || named.column == *found);
    });
    ClauseContext inner = context;
    if (isSelected)
        inner.labelAlone = &found->node();
    return process(element, inner);
}

QString ClauseCompiler::orderByText(const sql::SelectTail &tail, const ClauseContext &context)
{
    QStringList parts;
    for (const sql::Clause &element : tail.orderBy) {
        const QString part = orderElement(element, context);
        if (!part.isEmpty())
            parts += part;
    }
    return parts.isEmpty() ? QString() : QString(" ORDER BY "_L1 % parts.join(", "_L1));
}

QString ClauseCompiler::groupByText(const sql::SelectTail &tail, const ClauseContext &context)
{
    const QString text = joinedList(tail.groupBy, ", "_L1, context);
    return text.isEmpty() ? QString() : QString(" GROUP BY "_L1 % text);
}

QString ClauseCompiler::rowLimit(const sql::SelectTail &tail, const ClauseContext &context)
{
    return tail.fetch.isNull() ? limitText(tail, context) : fetchText(tail, tail.fetch, context);
}

QString ClauseCompiler::limitText(const sql::SelectTail &tail, const ClauseContext &context)
{
    QString text;
    if (!tail.limit.isNull())
        text += "\n LIMIT "_L1 % process(tail.limit, context);
    if (!tail.offset.isNull()) {
        if (tail.limit.isNull())
            text += "\n LIMIT -1"_L1;
        text += " OFFSET "_L1 % process(tail.offset, context);
    }
    return text;
}

QString ClauseCompiler::fetchText(const sql::SelectTail &tail, const sql::Clause &fetch,
                                  const ClauseContext &context)
{
    QString text;
    if (!tail.offset.isNull())
        text += "\n OFFSET "_L1 % process(tail.offset, context) % " ROWS"_L1;
    if (!fetch.isNull())
        text += "\n FETCH FIRST "_L1 % process(fetch, context) % (tail.fetchesPercent ? " PERCENT"_L1 : ""_L1)
                % " ROWS "_L1 % (tail.fetchesTies ? "WITH TIES"_L1 : "ONLY"_L1);
    return text;
}

QString ClauseCompiler::forUpdateText(const sql::SelectTail &, const ClauseContext &)
{
    return u" FOR UPDATE"_s;
}

QString ClauseCompiler::compoundKeyword(sql::CompoundKind kind)
{
    switch (kind) {
    case sql::CompoundKind::Union:
        return u"UNION"_s;
    case sql::CompoundKind::UnionAll:
        return u"UNION ALL"_s;
    case sql::CompoundKind::Except:
        return u"EXCEPT"_s;
    case sql::CompoundKind::ExceptAll:
        return u"EXCEPT ALL"_s;
    case sql::CompoundKind::Intersect:
        return u"INTERSECT"_s;
    case sql::CompoundKind::IntersectAll:
        return u"INTERSECT ALL"_s;
    }
    return {};
}

QString ClauseCompiler::writeCompound(const sql::Clause &clause, const sql::Compound &compound,
                                      const ClauseContext &context)
{
    const bool isTop = m_stack.empty();
    Level level;
    if (!isTop) {
        level.correlated = m_stack.back().correlated;
        level.fromHere = m_stack.back().fromHere;
    }
    level.statement = &clause.node();
    if (!compound.selects.isEmpty()) {
        if (const auto *first = sql::as<sql::Select>(compound.selects.first()))
            level.columns = namedColumns(first->columns, first->labelStyle);
    }
    m_stack.push_back(std::move(level));
    QStringList parts;
    ClauseContext inner;
    inner.isFrom = context.isFrom;
    inner.enclosingCte = context.enclosingCte;
    for (int i = 0; i < compound.selects.size(); ++i) {
        inner.compoundIndex = i;
        parts += process(compound.selects[i], inner);
    }
    QString text = parts.join(u' ' % compoundKeyword(compound.kind) % u' ');
    ClauseContext tail;
    tail.includesTable = false;
    text += groupByText(compound.tail, tail) % orderByText(compound.tail, tail);
    if (isRowLimited(compound.tail))
        text += rowLimit(compound.tail, tail);
    if (!m_ctes.empty() && isTop)
        text = cteClause() % text;
    m_stack.pop_back();
    return text;
}

QString ClauseCompiler::writeTextSelect(const sql::TextSelect &select, const ClauseContext &)
{
    const bool isTop = m_stack.empty();
    const QString text = process(select.text, {});
    return isTop && !m_ctes.empty() ? QString(cteClause() % text) : text;
}

QString ClauseCompiler::writeLabelReference(const sql::LabelReference &reference,
                                            const ClauseContext &context)
{
    if (m_stack.empty())
        return withPercents(reference.name);
    const Level &level = m_stack.back();
    for (const NamedColumn &named : level.columns) {
        if (const auto *label = sql::as<sql::Label>(named.column);
            label && label->name.text == reference.name) {
            ClauseContext inner = context;
            inner.labelAlone = &named.column.node();
            return process(named.column, inner);
        }
        const auto *column = sql::as<sql::Column>(named.column);
        if (column && (column->key.isEmpty() ? column->name.text : column->key) == reference.name)
            return process(named.column, context);
    }
    for (const sql::Clause &from : level.fromHere) {
        for (const sql::TableColumn &column : sql::exportedColumns(from)) {
            if (column.scriptName() != reference.name)
                continue;
            const sql::Clause made = sql::column(from, column);
            m_kept.push_back(made);
            return process(made, context);
        }
    }
    return fail(
        u"Can't resolve label reference for ORDER BY / GROUP BY / DISTINCT etc. Textual SQL expression '%1' should be explicitly declared as text('%1')"_s
            .arg(reference.name));
}

} // namespace athanor::dialect
