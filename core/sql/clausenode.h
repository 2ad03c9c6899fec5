// SPDX-License-Identifier: GPL-3.0-or-later
// What a Clause holds: one struct for each kind of node, named after SQLAlchemy's classes. Nodes are made by
// build.h and the builders beside it, which put parentheses where SQLAlchemy does; dialects only spell them.
#pragma once

#include "core/sql/clause.h"
#include "core/sql/literal.h"
#include "core/sql/operator.h"
#include "core/sql/type.h"

#include <QList>
#include <QString>

#include <cstdint>
#include <optional>
#include <variant>

namespace athanor::sql {

/// Tells two things apart that look the same: table("t") made twice, two aliases without a name. Given by
/// whoever makes them, 0 when there is only one; no part of what a clause says.
struct Identity
{
    quint64 number = 0;

    friend bool operator==(const Identity &, const Identity &) { return true; }
};

/// A name and whether quoted_name() decided on its quotes.
struct Identifier
{
    QString text = {};
    std::optional<bool> isQuoted = {};

    bool isEmpty() const { return text.isEmpty(); }
    bool operator==(const Identifier &) const = default;
};

struct TextBind
{
    QString name = {};
    Clause bind = {};

    bool operator==(const TextBind &) const = default;
};

/// text('…'): the string as the script has it; `binds` are those that .bindparams() gave a value or type.
struct Text
{
    QString text = {};
    QList<TextBind> binds = {};

    bool operator==(const Text &) const = default;
};

/// column('x'), literal_column('x'), a column of a table, of an alias or of a subquery.
struct Column
{
    Identifier name = {};
    QString key = {};  ///< how scripts call it; the name when empty
    Clause table = {}; ///< none, or the thing to select from that it belongs to
    bool isLiteral = false;
    bool isPrimaryKey = false;
    bool isTableItself = false; ///< column_valued(): its table's name is the column

    bool operator==(const Column &) const = default;
};

/// A value that is handed over with the statement. Anonymous ones are numbered when the statement is
/// written: `key` is what their names start with.
struct Bind
{
    QString key = {};
    Literal value = {};
    bool isUnique = false;
    bool isRequired = false; ///< has no value of its own
    bool isExpanding = false;
    bool isLiteralExecute = false;
    bool isInline = false; ///< always written as its value: op.inline_literal(), op.bulk_insert()
    Operator expandOperator = Operator::None; ///< of an expanding one: In, NotIn
    Identity identity = {};

    bool operator==(const Bind &) const = default;
};

enum class ConstantKind : std::uint8_t { Null, True, False };

struct Constant
{
    ConstantKind kind = ConstantKind::Null;

    bool operator==(const Constant &) const = default;
};

/// An operator before its operand (`NOT x`), or a modifier behind it (`x DESC`).
struct Unary
{
    Clause element = {};
    Operator op = Operator::None;
    Operator modifier = Operator::None;
    QString customText = {};
    int customPrecedence = 0;

    bool operator==(const Unary &) const = default;
};

struct Binary
{
    Clause left = {};
    Clause right = {};
    Operator op = Operator::None;
    Operator negation = Operator::None; ///< what NOT makes of it
    QString customText = {};            ///< of Custom
    int customPrecedence = 0;
    bool isCustomComparison = false;
    bool groupsEagerly = false;
    std::optional<QString> escape = {}; ///< LIKE … ESCAPE
    bool escapesValue = false;          ///< autoescape
    std::optional<QString> flags = {};  ///< regular expressions
    Clause replacement = {};            ///< regexp_replace
    bool isSymmetric = false;           ///< BETWEEN SYMMETRIC

    bool operator==(const Binary &) const = default;
};

/// Several elements with an operator between them: AND, OR, commas.
struct ClauseList
{
    QList<Clause> items = {};
    Operator op = Operator::Comma;
    bool isTuple = false; ///< tuple_()

    bool operator==(const ClauseList &) const = default;
};

struct Grouping
{
    Clause element = {};

    bool operator==(const Grouping &) const = default;
};

struct Function
{
    QList<Identifier> packages = {}; ///< func.pg_catalog.now: what is in front
    Identifier name = {};
    QList<Clause> arguments = {};
    bool isKnown = false; ///< one of SQLAlchemy's own classes: GenericFunction
    bool isAnsi = false;  ///< written without parentheses: CURRENT_TIMESTAMP
    bool isArrayAggregate = false;
    bool hasOrdinality = false; ///< table_valued(with_ordinality=…)

    bool operator==(const Function &) const = default;
};

struct Cast
{
    Clause element = {};
    bool isTry = false;

    bool operator==(const Cast &) const = default;
};

/// type_coerce(): another type, the same text.
struct TypeCoerce
{
    Clause element = {};

    bool operator==(const TypeCoerce &) const = default;
};

struct When
{
    Clause condition = {};
    Clause result = {};

    bool operator==(const When &) const = default;
};

struct Case
{
    Clause value = {};
    QList<When> whens = {};
    Clause otherwise = {};

    bool operator==(const Case &) const = default;
};

/// An anonymous one is numbered when the statement is written; `name` is then what its name starts with.
struct Label
{
    Clause element = {};
    Identifier name = {};
    bool isAnonymous = false;
    Identity identity = {};

    bool operator==(const Label &) const = default;
};

struct Extract
{
    QString field = {};
    Clause element = {};

    bool operator==(const Extract &) const = default;
};

struct FrameBound
{
    enum class Kind : std::uint8_t { Unbounded, Current, Rows };
    Kind kind = Kind::Unbounded;
    qint64 distance = 0; ///< negative: preceding

    bool operator==(const FrameBound &) const = default;
};

struct Over
{
    enum class Frame : std::uint8_t { None, Range, Rows, Groups };
    Clause element = {};
    Clause partitionBy = {};
    Clause orderBy = {};
    Frame frame = Frame::None;
    FrameBound first = {}, last = {};

    bool operator==(const Over &) const = default;
};

struct WithinGroup
{
    Clause element = {};
    Clause orderBy = {};

    bool operator==(const WithinGroup &) const = default;
};

struct FunctionFilter
{
    Clause element = {};
    Clause condition = {};

    bool operator==(const FunctionFilter &) const = default;
};

/// The right side of COLLATE.
struct Collation
{
    QString name = {};

    bool operator==(const Collation &) const = default;
};

/// PostgreSQL's ARRAY[…].
struct Array
{
    QList<Clause> items = {};

    bool operator==(const Array &) const = default;
};

/// x[start:stop:step] as operand of GetItem.
struct Slice
{
    Clause start = {}, stop = {}, step = {};

    bool operator==(const Slice &) const = default;
};

/// aggregate_order_by(x, y).
struct AggregateOrderBy
{
    Clause target = {};
    Clause orderBy = {};

    bool operator==(const AggregateOrderBy &) const = default;
};

/// order_by('name'): a label or column of the SELECT it stands in.
struct LabelReference
{
    QString name = {};

    bool operator==(const LabelReference &) const = default;
};

struct NextValue
{
    Identifier schema = {};
    Identifier sequence = {};

    bool operator==(const NextValue &) const = default;
};

/// A SELECT as an expression of one value, its parentheses included.
struct ScalarSelect
{
    Clause select = {};

    bool operator==(const ScalarSelect &) const = default;
};

/// What a foreign key of a column points at.
struct ForeignColumn
{
    Identifier schema = {};
    Identifier table = {};
    QString column = {};

    bool operator==(const ForeignColumn &) const = default;
};

struct TableColumn
{
    Identifier name = {};
    QString key = {}; ///< the name when empty
    Boxed<Type> type = {};
    bool isPrimaryKey = false;
    /// What an INSERT or UPDATE that leaves the column out puts there all the same: default=, onupdate= of a
    /// Column.
    Clause insertDefault = {};
    Clause updateDefault = {};
    bool isAutoincrement = false; ///< the key that the database numbers
    bool hasServerDefault = false;
    QList<ForeignColumn> references = {};

    const QString &scriptName() const { return key.isEmpty() ? name.text : key; }
    bool operator==(const TableColumn &) const = default;
};

/// table('t', column('x'), …) or a Table.
struct Table
{
    Identifier schema = {};
    Identifier name = {};
    QList<TableColumn> columns = {};
    Identity identity = {};

    bool operator==(const Table &) const = default;
};

/// Something to select from under another name: t.alias(), select.subquery(), select.cte(), .lateral(), a
/// function's table_valued().
struct Alias
{
    enum class Kind : std::uint8_t { Alias, Subquery, Cte, Lateral, TableSample, TableValued };
    Kind kind = Kind::Alias;
    Clause element = {};
    Identifier name = {};
    bool isAnonymous = false; ///< then `name` is what its name starts with
    bool isRecursive = false;
    bool isNested = false;
    std::optional<bool> isMaterialized = {};
    Clause restates = {};            ///< CTE: the one that .union() was called on
    QList<TableColumn> columns = {}; ///< TableValued
    bool rendersTypes = false;       ///< TableValued: render_derived(with_types=True)
    bool rendersDerived = false;
    bool isJoinedImplicitly = false;
    bool isLateral = false; ///< TableValued
    Clause sampling = {};   ///< TableSample: the method's function
    Clause seed = {};
    Identity identity = {};

    bool operator==(const Alias &) const = default;
};

struct Join
{
    Clause left = {};
    Clause right = {};
    Clause condition = {};
    bool isOuter = false;
    bool isFull = false;

    bool operator==(const Join &) const = default;
};

/// values(column…).data([…]).
struct Values
{
    QList<TableColumn> columns = {};
    QList<QList<Clause>> rows = {};
    Identifier name = {};
    bool isAnonymous = true;
    bool hasLiteralBinds = false;
    bool isLateral = false;
    bool isCte = false;
    bool isInsertedRow = false; ///< MySQL's insert.inserted: its columns are VALUES(x)
    Identity identity = {};

    bool operator==(const Values &) const = default;
};

enum class LabelStyle : std::uint8_t { None, TablenamePlusColumn, DisambiguateOnly };

struct Prefix
{
    Clause text = {};
    QString dialect = {}; ///< any, or only this one

    bool operator==(const Prefix &) const = default;
};

struct ForUpdate
{
    bool isRead = false, isNoWait = false, skipsLocked = false, isKeyShare = false;
    QList<Clause> of = {};

    bool operator==(const ForUpdate &) const = default;
};

/// LIMIT, OFFSET, FETCH, ORDER BY, GROUP BY: what SELECT and UNION have in common.
struct SelectTail
{
    QList<Clause> groupBy = {};
    QList<Clause> orderBy = {};
    Clause limit = {}, offset = {}, fetch = {};
    bool fetchesTies = false, fetchesPercent = false;
    std::optional<ForUpdate> forUpdate = {};
    QList<Clause> independentCtes = {};

    bool operator==(const SelectTail &) const = default;
};

struct JoinTarget
{
    Clause target = {};
    Clause condition = {};
    Clause left = {}; ///< join_from()
    bool isOuter = false;
    bool isFull = false;

    bool operator==(const JoinTarget &) const = default;
};

struct Select
{
    QList<Clause> columns = {};
    QList<Clause> froms = {}; ///< select_from()
    QList<JoinTarget> joins = {};
    QList<Clause> where = {};
    QList<Clause> having = {};
    SelectTail tail = {};
    bool isDistinct = false;
    QList<Clause> distinctOn = {};
    std::optional<QList<Clause>> correlates = {};
    std::optional<QList<Clause>> correlatesExcept = {};
    bool correlatesAutomatically = true;
    LabelStyle labelStyle = LabelStyle::DisambiguateOnly;
    QList<Prefix> prefixes = {}, suffixes = {};
    QList<Prefix> hints = {};

    bool operator==(const Select &) const = default;
};

enum class CompoundKind : std::uint8_t { Union, UnionAll, Except, ExceptAll, Intersect, IntersectAll };

struct Compound
{
    CompoundKind kind = CompoundKind::Union;
    QList<Clause> selects = {};
    SelectTail tail = {};

    bool operator==(const Compound &) const = default;
};

/// text(…).columns(…): a string that counts as a SELECT of these columns.
struct TextSelect
{
    Clause text = {};
    QList<Clause> columns = {};

    bool operator==(const TextSelect &) const = default;
};

/// One `column = value` of an INSERT or UPDATE. `column` is the table's column by the script's name, or an
/// expression.
struct Assignment
{
    QString name = {};
    Clause column = {}; ///< set where the script gave a column and not a name
    Clause value = {};

    bool operator==(const Assignment &) const = default;
};

/// ON CONFLICT … of PostgreSQL and SQLite.
struct OnConflict
{
    bool doesUpdate = false;
    QString constraint = {};
    QList<Clause> indexElements = {}; ///< columns, Text or expressions
    Clause indexWhere = {};
    QList<Assignment> assignments = {};
    Clause where = {};

    bool operator==(const OnConflict &) const = default;
};

struct Insert
{
    Clause table = {};
    bool hasValues = false; ///< values() was called, if with nothing
    QList<Assignment> values = {};
    QList<QList<Assignment>> rows = {}; ///< several rows in one statement; `values` is then empty
    Clause select = {};                 ///< from_select()
    QStringList selectNames = {};
    bool includesDefaults = true;
    bool isInline = false;
    QList<Clause> returning = {};
    QList<Prefix> prefixes = {};
    QList<OnConflict> onConflict = {};     ///< one or none
    QList<Assignment> onDuplicateKey = {}; ///< MySQL
    bool isDuplicateOrdered = false;       ///< onDuplicateKey in the script's order, not the table's
    QList<Clause> independentCtes = {};

    bool operator==(const Insert &) const = default;
};

struct Update
{
    Clause table = {};
    bool hasValues = false; ///< values() was called, if with nothing
    QList<Assignment> values = {};
    bool isOrdered = false;
    QList<Clause> where = {};
    QList<Clause> returning = {};
    QList<Prefix> prefixes = {};
    QList<Prefix> hints = {};
    Clause limit = {}; ///< mysql_limit
    bool isInline = false;
    QList<Clause> independentCtes = {};

    bool operator==(const Update &) const = default;
};

struct Delete
{
    Clause table = {};
    QList<Clause> where = {};
    QList<Clause> returning = {};
    QList<Prefix> prefixes = {};
    QList<Prefix> hints = {};
    Clause limit = {}; ///< mysql_limit
    QList<Clause> independentCtes = {};

    bool operator==(const Delete &) const = default;
};

/// Of the application, compiled by its own @compiles function: the text for the dialect of the evaluation.
struct CustomText
{
    QString text = {};

    bool operator==(const CustomText &) const = default;
};

using ClauseData =
    std::variant<Text, Column, Bind, Constant, Unary, Binary, ClauseList, Grouping, Function, Cast,
                 TypeCoerce, Case, Label, Extract, Over, WithinGroup, FunctionFilter, Collation, Array, Slice,
                 AggregateOrderBy, NextValue, ScalarSelect, Table, Alias, Join, Values, Select, Compound,
                 TextSelect, Insert, Update, Delete, LabelReference, CustomText>;

struct ClauseNode
{
    ClauseData data = {};
    Boxed<Type> type = {}; ///< of an expression; none: NullType

    bool operator==(const ClauseNode &) const = default;
};

/// The node as the kind it is, or nullptr.
template<typename T>
const T *as(const Clause &clause)
{
    return clause.isNull() ? nullptr : std::get_if<T>(&clause.node().data);
}

/// The type of an expression; NullType where there is none.
const Type &typeOf(const Clause &clause);
inline TypeKind typeKindOf(const Clause &clause)
{
    return typeOf(clause).kind;
}

template<typename T>
Clause makeClause(T data, Boxed<Type> type = {})
{
    return Clause(std::make_shared<const ClauseNode>(ClauseNode{std::move(data), std::move(type)}));
}

} // namespace athanor::sql
