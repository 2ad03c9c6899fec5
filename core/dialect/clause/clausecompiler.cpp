// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/clause/clausecompiler.h"

#include "core/dialect/identifiers.h"
#include "core/dialect/typewriter.h"

using namespace Qt::StringLiterals;

namespace athanor::dialect {

namespace {

/// Nesting that no statement of a script reaches; a deeper one would only fill the stack.
constexpr int maximumDepth = 400;

} // namespace

/// Hands each kind of node to the function that writes it.
class ClauseCompiler::Visitor
{
public:
    Visitor(ClauseCompiler &compiler, const sql::Clause &clause, const ClauseContext &context)
        : m_compiler(compiler)
        , m_clause(clause)
        , m_context(context)
    {
    }

    QString operator()(const sql::Text &text) { return m_compiler.writeText(text, m_context); }
    QString operator()(const sql::Column &column)
    {
        return m_compiler.writeColumn(m_clause, column, m_context);
    }
    QString operator()(const sql::Bind &bind) { return m_compiler.writeBind(m_clause, bind, m_context); }
    QString operator()(const sql::Constant &constant)
    {
        if (constant.kind == sql::ConstantKind::Null)
            return u"NULL"_s;
        const bool isTrue = constant.kind == sql::ConstantKind::True;
        if (m_compiler.m_traits.writesTrue)
            return isTrue ? u"true"_s : u"false"_s;
        return isTrue ? u"1"_s : u"0"_s;
    }
    QString operator()(const sql::Unary &unary) { return m_compiler.writeUnary(m_clause, unary, m_context); }
    QString operator()(const sql::Binary &binary)
    {
        return m_compiler.writeBinary(m_clause, binary, m_context);
    }
    QString operator()(const sql::ClauseList &list)
    {
        return m_compiler.writeList(m_clause, list, m_context);
    }
    QString operator()(const sql::Grouping &grouping)
    {
        return u'(' % m_compiler.process(grouping.element, m_context) % u')';
    }
    QString operator()(const sql::Function &function)
    {
        return m_compiler.writeFunction(m_clause, function, m_context);
    }
    QString operator()(const sql::Cast &cast) { return m_compiler.writeCast(m_clause, cast, m_context); }
    QString operator()(const sql::TypeCoerce &coerce)
    {
        return m_compiler.process(coerce.element, m_context);
    }
    QString operator()(const sql::Case &expression);
    QString operator()(const sql::Label &label);
    QString operator()(const sql::Extract &extract) { return m_compiler.writeExtract(extract, m_context); }
    QString operator()(const sql::Over &over);
    QString operator()(const sql::WithinGroup &within)
    {
        return m_compiler.process(within.element, m_context) % " WITHIN GROUP (ORDER BY "_L1
               % m_compiler.process(within.orderBy, m_context) % u')';
    }
    QString operator()(const sql::FunctionFilter &filter)
    {
        return m_compiler.process(filter.element, m_context) % " FILTER (WHERE "_L1
               % m_compiler.process(filter.condition, m_context) % u')';
    }
    QString operator()(const sql::Collation &collation)
    {
        return m_compiler.m_traits.quotesCollations ? m_compiler.quoted(sql::Identifier{collation.name})
                                                    : collation.name;
    }
    QString operator()(const sql::Array &array)
    {
        if (!m_compiler.m_traits.hasArrays)
            return m_compiler.unsupported("array"_L1);
        const sql::Type &type = sql::typeOf(m_clause);
        if (array.items.isEmpty() && type.item && type.item->kind != sql::TypeKind::Null)
            return "ARRAY[]::"_L1 % m_compiler.typeText(type);
        return "ARRAY["_L1 % m_compiler.joinedList(array.items, ", "_L1, m_context) % u']';
    }
    QString operator()(const sql::Slice &slice)
    {
        const QString start = m_compiler.process(slice.start, m_context);
        return start % u':' % m_compiler.process(slice.stop, m_context);
    }
    QString operator()(const sql::AggregateOrderBy &aggregate)
    {
        if (!m_compiler.m_traits.hasArrays)
            return m_compiler.unsupported("aggregate_order_by"_L1);
        return m_compiler.process(aggregate.target, m_context) % " ORDER BY "_L1
               % m_compiler.process(aggregate.orderBy, m_context);
    }
    QString operator()(const sql::NextValue &next) { return m_compiler.nextValue(next); }
    QString operator()(const sql::ScalarSelect &scalar)
    {
        ClauseContext context = m_context;
        context.isFrom = false;
        return u'(' % m_compiler.process(scalar.select, context) % u')';
    }
    QString operator()(const sql::Table &table) { return m_compiler.writeTable(m_clause, table, m_context); }
    QString operator()(const sql::Alias &alias) { return m_compiler.writeAlias(m_clause, alias, m_context); }
    QString operator()(const sql::Join &join) { return m_compiler.writeJoin(join, m_context); }
    QString operator()(const sql::Values &values)
    {
        return m_compiler.writeValues(m_clause, values, m_context);
    }
    QString operator()(const sql::Select &select)
    {
        return m_compiler.writeSelect(m_clause, select, m_context);
    }
    QString operator()(const sql::Compound &compound)
    {
        return m_compiler.writeCompound(m_clause, compound, m_context);
    }
    QString operator()(const sql::TextSelect &select)
    {
        return m_compiler.writeTextSelect(select, m_context);
    }
    QString operator()(const sql::Insert &insert)
    {
        return m_compiler.writeInsert(m_clause, insert, m_context);
    }
    QString operator()(const sql::Update &update)
    {
        return m_compiler.writeUpdate(m_clause, update, m_context);
    }
    QString operator()(const sql::Delete &remove)
    {
        return m_compiler.writeDelete(m_clause, remove, m_context);
    }
    QString operator()(const sql::LabelReference &reference)
    {
        return m_compiler.writeLabelReference(reference, m_context);
    }
    QString operator()(const sql::CustomText &custom) { return custom.text; }

private:
    ClauseCompiler &m_compiler;
    const sql::Clause &m_clause;
    const ClauseContext &m_context;
};

QString ClauseCompiler::Visitor::operator()(const sql::Case &expression)
{
    QString text = u"CASE "_s;
    if (!expression.value.isNull())
        text += m_compiler.process(expression.value, m_context) % u' ';
    for (const sql::When &when : expression.whens) {
        const QString condition = m_compiler.process(when.condition, m_context);
        text += "WHEN "_L1 % condition % " THEN "_L1 % m_compiler.process(when.result, m_context) % u' ';
    }
    if (!expression.otherwise.isNull())
        text += "ELSE "_L1 % m_compiler.process(expression.otherwise, m_context) % u' ';
    return text % "END"_L1;
}

QString ClauseCompiler::Visitor::operator()(const sql::Label &label)
{
    const bool isAlone = m_context.labelAlone == &m_clause.node();
    const bool isNamed = m_context.isInColumns && !m_context.isInLabel;
    ClauseContext context = m_context;
    if (!isAlone && !isNamed) {
        context.isInColumns = false;
        return m_compiler.process(label.element, context);
    }
    const QString name = m_compiler.quoted(
        label.isAnonymous
            ? sql::Identifier{m_compiler.anonymousName(m_clause.node(), label.name.text, label.identity)}
            : label.name);
    if (isAlone)
        return name;
    context.isInColumns = true;
    context.isInLabel = true;
    return m_compiler.process(label.element, context) % " AS "_L1 % name;
}

QString ClauseCompiler::Visitor::operator()(const sql::Over &over)
{
    const QString element = m_compiler.process(over.element, m_context);
    QStringList parts;
    if (!over.partitionBy.isNull())
        parts += "PARTITION BY "_L1 % m_compiler.process(over.partitionBy, m_context);
    if (!over.orderBy.isNull())
        parts += "ORDER BY "_L1 % m_compiler.process(over.orderBy, m_context);
    if (over.frame != sql::Over::Frame::None) {
        const QLatin1StringView keyword = over.frame == sql::Over::Frame::Range  ? "RANGE"_L1
                                          : over.frame == sql::Over::Frame::Rows ? "ROWS"_L1
                                                                                 : "GROUPS"_L1;
        const QString first = m_compiler.frameBound(over.first, true, m_context);
        parts += keyword % " BETWEEN "_L1 % first % " AND "_L1
                 % m_compiler.frameBound(over.last, false, m_context);
    }
    return element % " OVER ("_L1 % parts.join(u' ') % u')';
}

ClauseCompiler::ClauseCompiler(const Dialect &dialect, const WriteOptions &options)
    : m_dialect(dialect)
    , m_options(options)
{
}

Result<QString> ClauseCompiler::compile(const sql::Clause &clause)
{
    if (clause.isNull())
        return QString();
    ClauseContext context;
    context.includesTable = m_options.includesTable;
    QString text = process(clause, context);
    if (m_error)
        return std::unexpected(*m_error);
    return text;
}

QString ClauseCompiler::process(const sql::Clause &clause, const ClauseContext &context)
{
    if (clause.isNull() || m_error)
        return {};
    if (m_depth >= maximumDepth)
        return fail(u"the expression is nested too deeply"_s);
    ++m_depth;
    QString text = std::visit(Visitor(*this, clause, context), clause.node().data);
    --m_depth;
    return text;
}

QString ClauseCompiler::fail(const QString &message)
{
    if (!m_error)
        m_error = Error{.code = u"ATH-SQL-001"_s, .message = message};
    return {};
}

QString ClauseCompiler::unsupported(QLatin1StringView construct)
{
    return fail(u"the dialect %1 has no %2"_s.arg(m_dialect.text, construct));
}

const sql::Clause &ClauseCompiler::kept(sql::Clause clause)
{
    m_kept.push_back(std::move(clause));
    return m_kept.back();
}

QString ClauseCompiler::taken(Result<QString> result)
{
    if (result)
        return *std::move(result);
    if (!m_error)
        m_error = std::move(result).error();
    return {};
}

QString ClauseCompiler::quoted(const sql::Identifier &name) const
{
    return withPercents(m_dialect.identifiers.quoted(schema::Name{name.text, false, name.isQuoted}));
}

QString ClauseCompiler::quotedSchema(const sql::Identifier &schema) const
{
    return withPercents(
        m_dialect.identifiers.quotedSchema(schema::Name{schema.text, false, schema.isQuoted}));
}

QString ClauseCompiler::withPercents(const QString &text) const
{
    return m_options.doublesPercent && text.contains(u'%') ? QString(text).replace(u'%', "%%"_L1) : text;
}

QString ClauseCompiler::typeText(const sql::Type &type)
{
    return taken(m_dialect.types.text(type));
}

QString ClauseCompiler::cut(const QString &name)
{
    const int limit = m_dialect.capabilities.maximumIdentifierLength;
    if (limit == 0 || name.size() <= limit - 6)
        return name;
    const auto known = m_cutNames.constFind(name);
    if (known != m_cutNames.constEnd())
        return *known;
    const QString shortened = name.left(limit - 6) % u'_' % QString::number(++m_cutCounter, 16);
    m_cutNames.insert(name, shortened);
    return shortened;
}

QString ClauseCompiler::anonymousName(const sql::ClauseNode &node, const QString &base,
                                      const sql::Identity &identity)
{
    const auto address = quint64(reinterpret_cast<quintptr>(&node));
    const auto key = std::pair(identity.number ? identity.number : address, base);
    const auto known = m_anonymous.constFind(key);
    if (known != m_anonymous.constEnd())
        return *known;
    const int number = ++m_counters[base];
    const QString name = cut(base % u'_' % QString::number(number));
    m_anonymous.insert(key, name);
    return name;
}

QString ClauseCompiler::joinedList(const QList<sql::Clause> &items, QLatin1StringView separator,
                                   const ClauseContext &context)
{
    QString text;
    for (const sql::Clause &item : items) {
        const QString part = process(item, context);
        if (part.isEmpty())
            continue;
        if (!text.isEmpty())
            text += separator;
        text += part;
    }
    return text;
}

} // namespace athanor::dialect
