// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"
#include "core/sql/clausenode.h"

#include <QHash>
#include <QSet>

#include <deque>
#include <vector>

namespace athanor::dialect {

/// Where in a statement an element stands: what SQLAlchemy hands down as keyword arguments.
struct ClauseContext
{
    bool isFrom = false;      ///< in FROM: with its alias
    bool isHint = false;      ///< named only: as in FOR UPDATE OF
    bool isInColumns = false; ///< in the list of columns of a SELECT or RETURNING
    bool isInLabel = false;   ///< behind a label already
    bool isSubquery = false;  ///< the alias in work is a subquery's
    bool isLateral = false;
    bool isInsertSource = false; ///< INSERT … SELECT
    bool includesTable = true;
    bool usesSchema = true;
    bool isInOperator = false;
    bool groupsEagerly = false;
    bool isCastApplied = false;                  ///< JSON: the cast around it is written already
    bool isBindAnyway = false;                   ///< binds where SQLAlchemy forgets literal_binds
    bool isLiteral = false;                      ///< values in place whatever the options say
    bool isPostCompiled = false;                 ///< values filled in at execution: __[POSTCOMPILE_…]
    int compoundIndex = -1;                      ///< of a SELECT in a UNION
    const sql::ClauseNode *labelAlone = nullptr; ///< written by its name: ORDER BY a label
    const sql::ClauseNode *enclosingAlias = nullptr;
    const sql::ClauseNode *enclosingCte = nullptr;
};

/// The names that a list of selected columns gets.
struct NamedColumn
{
    sql::Clause column = {};
    std::optional<QString> requiredLabel = {}; ///< has to be written as a label
    QString fallbackLabel = {};
    bool isFallbackAnonymous = false; ///< a name that may be cut to the dialect's limit
    bool isRepeated = false;
};

/// Writes one statement: SQLAlchemy's SQLCompiler. The dialects override what they write in their own way.
/// The first failure is kept, what comes after it has no meaning.
class ClauseCompiler
{
public:
    ClauseCompiler(const Dialect &dialect, const WriteOptions &options);
    virtual ~ClauseCompiler() = default;

    Result<QString> compile(const sql::Clause &clause);

protected:
    // What a dialect is like.
    struct Traits
    {
        bool hasNativeBoolean = false;
        bool writesTrue = false; ///< "true" and "false" in place of 1 and 0
        bool dividesAsFloor = true;
        bool hasBackslashEscapes = false;
        bool hasPositionalBinds = false;
        QLatin1StringView bindPrefix; ///< "%(" for %(x)s
        QLatin1StringView bindSuffix;
        bool returnsBeforeValues = false;
        bool returnsInserted = false;  ///< INSERT gives its key back by RETURNING
        bool knowsLastNumber = false;  ///< a numbered key is known without RETURNING
        bool hasDefaultValues = false; ///< INSERT … DEFAULT VALUES
        bool hasMultipleRows = true;   ///< INSERT … VALUES (…), (…)
        bool hasOnConflict = false;
        bool hasPostCompiledIndexWhere = false;
        bool writesCteAfterInsert = false;
        bool hasSimpleOrderByLabel = true;
        bool hasTuplesInValues = false;
        bool qualifiesUpdatedColumns = false;
        bool hasIlike = false;
        bool hasArrays = false;
        bool hasConstraintTargets = false; ///< ON CONFLICT ON CONSTRAINT
        bool quotesCollations = true;
        QLatin1StringView columnValueSuffix; ///< behind a table that is its own column
        QLatin1StringView recursiveKeyword = QLatin1StringView("WITH RECURSIVE");
    };
    Traits m_traits;

    QString process(const sql::Clause &clause, const ClauseContext &context);
    QString fail(const QString &message);
    QString unsupported(QLatin1StringView construct);
    /// Keeps a node made on the way until the end, so that its address stays its own.
    const sql::Clause &kept(sql::Clause clause);
    /// An Error from another writer.
    QString taken(Result<QString> result);
    const Dialect &dialect() const { return m_dialect; }
    bool doublesPercent() const { return m_options.doublesPercent; }
    bool hasLiteralBinds() const { return m_options.hasLiteralBinds; }

    // Names and texts.
    QString quoted(const sql::Identifier &name) const;
    QString quotedSchema(const sql::Identifier &schema) const;
    QString withPercents(const QString &text) const;
    /// A name that SQLAlchemy makes up for `node`: "param_1", cut to the dialect's limit. Nodes of the same
    /// identity have the same name.
    QString anonymousName(const sql::ClauseNode &node, const QString &base,
                          const sql::Identity &identity = {});
    QString cut(const QString &name);
    QString aliasName(const sql::Clause &from);

    // Literals.
    QString literal(const sql::Literal &value, const sql::Type &type);
    QString stringLiteral(const QString &text);
    virtual QString rawLiteral(const sql::Literal &value, const sql::Type &type);
    virtual QString dateTimeLiteral(const sql::DateTime &value, const sql::Type &type);
    virtual QString dateLiteral(const sql::Date &value);
    virtual QString timeLiteral(const sql::Time &value);
    virtual QString uuidLiteral(const sql::Literal &value, const sql::Type &type);
    virtual QString unicodeLiteral(const QString &text);
    virtual QString intervalLiteral(const sql::Interval &value, const sql::Type &type);
    virtual QString dateOnlyLiteral(const sql::Date &value); ///< a date where the type wants a time too
    QString arrayLiteral(const sql::Literal &value, const sql::Type &type);
    QString cannotRender(const sql::Literal &value, const sql::Type &type);
    QString noRenderer(const sql::Literal &value, const sql::Type &type);

    // Expressions.
    QString binaryText(const sql::Binary &binary, const QString &op, const ClauseContext &context);
    QString joinedList(const QList<sql::Clause> &items, QLatin1StringView separator,
                       const ClauseContext &context);
    QString conditionText(const QList<sql::Clause> &conditions, const ClauseContext &context);
    virtual QString writeBinary(const sql::Clause &clause, const sql::Binary &binary,
                                const ClauseContext &context);
    virtual QString writeUnary(const sql::Clause &clause, const sql::Unary &unary,
                               const ClauseContext &context);
    virtual QString writeList(const sql::Clause &clause, const sql::ClauseList &list,
                              const ClauseContext &context);
    virtual QString writeFunction(const sql::Clause &clause, const sql::Function &function,
                                  const ClauseContext &context);
    QString argumentsText(const sql::Function &function, const ClauseContext &context);
    virtual QString writeExtract(const sql::Extract &extract, const ClauseContext &context);
    virtual QString writeCast(const sql::Clause &clause, const sql::Cast &cast, const ClauseContext &context);
    virtual QString writeJsonItem(const sql::Clause &clause, const sql::Binary &binary,
                                  const ClauseContext &context);
    virtual QString writeRegexp(const sql::Binary &binary, const ClauseContext &context);
    virtual QString writeMatch(const sql::Binary &binary, const ClauseContext &context);
    virtual QString writeDistinctFrom(const sql::Binary &binary, const ClauseContext &context);
    virtual QString writeIlike(const sql::Binary &binary, bool isNegated, const ClauseContext &context);
    virtual QString caseInsensitive(const QString &text);
    virtual QString emptySet(const sql::Type &type, sql::Operator op);
    virtual QString concatenation(const QStringList &parts);
    virtual QString nextValue(const sql::NextValue &next);
    virtual QString frameBound(const sql::FrameBound &bound, bool isFirst, const ClauseContext &context);
    QString writeBind(const sql::Clause &clause, const sql::Bind &bind, const ClauseContext &context);
    QString bindName(const sql::Clause &clause, const sql::Bind &bind);
    QString bindText(const QString &name);
    /// The cast that a bind of the type gets: "::JSONB".
    virtual QString bindCast(const sql::Type &type);
    QString expandedLiterals(const sql::Bind &bind, const sql::Type &type);
    QString writeText(const sql::Text &text, const ClauseContext &context);
    QString writeColumn(const sql::Clause &clause, const sql::Column &column, const ClauseContext &context);
    QString writeSearch(const sql::Binary &binary, const ClauseContext &context);
    virtual QString writeDivision(const sql::Binary &binary, const ClauseContext &context);
    QString functionName(const sql::Identifier &name) const;
    QString writeLike(const sql::Binary &binary, const QString &keyword, const ClauseContext &context,
                      const QString &left, const QString &right);
    QString escapeText(const sql::Binary &binary);
    QString typeText(const sql::Type &type);

    // Things to select from.
    virtual QString writeTable(const sql::Clause &clause, const sql::Table &table,
                               const ClauseContext &context);
    virtual QString writeAlias(const sql::Clause &clause, const sql::Alias &alias,
                               const ClauseContext &context);
    QString writeCte(const sql::Clause &clause, const sql::Alias &alias, const ClauseContext &context);
    virtual QString writeJoin(const sql::Join &join, const ClauseContext &context);
    QString writeValues(const sql::Clause &clause, const sql::Values &values, const ClauseContext &context);
    virtual QString aliasSuffix(const QString &name);
    QString cteClause();

    // Statements.
    virtual QString writeSelect(const sql::Clause &clause, const sql::Select &select,
                                const ClauseContext &context);
    QString writeCompound(const sql::Clause &clause, const sql::Compound &compound,
                          const ClauseContext &context);
    QString writeLabelReference(const sql::LabelReference &reference, const ClauseContext &context);
    QString writeTextSelect(const sql::TextSelect &select, const ClauseContext &context);
    virtual QString beforeColumns(const sql::Select &select, const ClauseContext &context);
    virtual QString fromNothing();
    virtual QString orderByText(const sql::SelectTail &tail, const ClauseContext &context);
    virtual QString groupByText(const sql::SelectTail &tail, const ClauseContext &context);
    virtual QString rowLimit(const sql::SelectTail &tail, const ClauseContext &context);
    virtual QString limitText(const sql::SelectTail &tail, const ClauseContext &context);
    virtual QString fetchText(const sql::SelectTail &tail, const sql::Clause &fetch,
                              const ClauseContext &context);
    virtual QString forUpdateText(const sql::SelectTail &tail, const ClauseContext &context);
    virtual QString compoundKeyword(sql::CompoundKind kind);
    QString prefixText(const QList<sql::Prefix> &prefixes, const ClauseContext &context);
    QString selectedColumn(const NamedColumn &column, const ClauseContext &context);
    QList<NamedColumn> namedColumns(const QList<sql::Clause> &columns, sql::LabelStyle style);
    bool isSubqueryHere() const { return m_stack.size() > 1; }
    bool isRowLimited(const sql::SelectTail &tail) const;

    QString writeInsert(const sql::Clause &clause, const sql::Insert &insert, const ClauseContext &context);
    QString writeUpdate(const sql::Clause &clause, const sql::Update &update, const ClauseContext &context);
    QString writeDelete(const sql::Clause &clause, const sql::Delete &remove, const ClauseContext &context);
    virtual QString returningText(const sql::Clause &table, const QList<sql::Clause> &columns, bool isDelete,
                                  const ClauseContext &context);
    QString conflictText(const sql::Insert &insert, const ClauseContext &context);
    QString conflictTarget(const sql::OnConflict &conflict, const ClauseContext &context);
    QString assignmentText(const QList<sql::TableColumn> &columns, const QList<sql::Assignment> &assignments,
                           const ClauseContext &context);
    virtual QString duplicateKeyText(const sql::Insert &insert, const ClauseContext &context);
    virtual QString updatedTables(const sql::Clause &table, const QList<sql::Clause> &others,
                                  const ClauseContext &context);
    virtual QString updateFrom(const sql::Clause &table, const QList<sql::Clause> &others,
                               const ClauseContext &context);
    virtual QString deletedTable(const sql::Clause &table, const QList<sql::Clause> &others,
                                 const ClauseContext &context);
    virtual QString deleteFrom(const sql::Clause &table, const QList<sql::Clause> &others,
                               const ClauseContext &context);
    virtual QString dmlLimit(const sql::Clause &limit);

    struct Level
    {
        QList<sql::Clause> correlated;
        QList<sql::Clause> fromHere; ///< of this statement itself
        QList<NamedColumn> columns;
        const sql::ClauseNode *statement = nullptr;
        bool hasWhere = false;
    };
    std::vector<Level> m_stack;

private:
    class Visitor;
    friend class Visitor;

    struct Value
    {
        QString column;
        QString value;
    };
    QString crudValue(const sql::TableColumn &column, const sql::Clause &value, int row,
                      const ClauseContext &context);
    QString crudBind(const QString &name, const sql::Literal &value, const sql::Type &type, bool isInline);
    QList<Value> insertValues(const QList<sql::TableColumn> &columns,
                              const QList<sql::Assignment> &assignments, int row,
                              const ClauseContext &context);
    QString insertBody(const sql::Insert &insert, const QList<sql::TableColumn> &columns,
                       const QString &returning, const ClauseContext &context);
    QString insertFromSelect(const sql::Insert &insert, const QList<sql::TableColumn> &columns,
                             const QString &output);
    QList<Value> updateValues(const sql::Update &update, const QList<sql::Clause> &others,
                              const ClauseContext &context);
    bool checkNames(const QList<sql::TableColumn> &columns, const QList<sql::Assignment> &assignments);
    QList<sql::Clause> displayFroms(const sql::Select &select, const ClauseContext &context);
    QList<sql::Clause> joinedFroms(const sql::Select &select);
    QList<sql::Clause> withoutCorrelated(const sql::Select &select, QList<sql::Clause> froms,
                                         const ClauseContext &context);
    QString tableLabel(const sql::Clause &table);
    bool isSameColumnAs(const sql::ClauseNode &a, const sql::ClauseNode &b) const;
    QString selectBody(const sql::Select &select, const QList<sql::Clause> &froms, QString text,
                       bool hasColumns, const ClauseContext &context);
    void pushLevel(const sql::Clause &clause, const QList<sql::Clause> &froms,
                   const QList<NamedColumn> &columns);
    QString orderElement(const sql::Clause &element, const ClauseContext &context);

    const Dialect &m_dialect;
    WriteOptions m_options;
    std::optional<Error> m_error;
    QHash<std::pair<quint64, QString>, QString> m_anonymous; ///< by identity or address
    QHash<QString, int> m_counters;
    int m_cutCounter = 0;
    QHash<QString, QString> m_cutNames;
    struct WrittenCte
    {
        sql::Clause cte;
        QString name;
        QString text;
    };
    std::vector<WrittenCte> m_ctes;
    std::deque<sql::Clause> m_kept; ///< nodes made on the way, so that their addresses stay their own
    int m_depth = 0;
};

} // namespace athanor::dialect
