// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/expressions/classes.h"

#include "core/evaluator/heap.h"

namespace athanor::sqlalchemy {

namespace {

using Bases = std::span<const python::NativeClass *const>;

template<typename T>
python::Instance *allocate(python::Heap &heap, python::ClassObject *type)
{
    return heap.make<T>(type);
}

constexpr const python::NativeClass *elementBases[] = {&clauseElementClass};
constexpr const python::NativeClass *columnBases[] = {&columnElementClass};
constexpr const python::NativeClass *fromBases[] = {&fromClauseClass};

/// A kind of expression without members of its own.
constexpr python::NativeClass expressionClass(std::string_view name)
{
    return {.name = name, .module = "sqlalchemy.sql.elements", .bases = columnBases};
}

/// A statement or another clause that is no expression.
python::NativeClass statementClass(std::string_view name, std::string_view module,
                                   std::span<const python::NativeMember> members)
{
    return {.name = name,
            .module = module,
            .bases = elementBases,
            .members = members,
            .allocate = allocate<PlainClauseObject>};
}

constexpr std::string_view dml = "sqlalchemy.sql.dml";
constexpr std::string_view selectable = "sqlalchemy.sql.selectable";

} // namespace

const python::NativeClass clauseElementClass = {.name = "ClauseElement",
                                                .module = "sqlalchemy.sql.elements",
                                                .members = clauseElementMembers(),
                                                .allocate = allocate<PlainClauseObject>};
const python::NativeClass columnElementClass = {.name = "ColumnElement",
                                                .module = "sqlalchemy.sql.elements",
                                                .bases = elementBases,
                                                .members = columnElementMembers(),
                                                .allocate = allocate<ColumnElementObject>};
const python::NativeClass fromClauseClass = {.name = "FromClause",
                                             .module = selectable,
                                             .bases = elementBases,
                                             .members = fromClauseMembers(),
                                             .allocate = allocate<FromObject>};

const python::NativeClass columnClauseClass = expressionClass("ColumnClause");
const python::NativeClass bindParameterClass = expressionClass("BindParameter");
const python::NativeClass labelClass = expressionClass("Label");
const python::NativeClass caseClass = expressionClass("Case");
const python::NativeClass castClass = expressionClass("Cast");
const python::NativeClass binaryExpressionClass = expressionClass("BinaryExpression");
const python::NativeClass unaryExpressionClass = expressionClass("UnaryExpression");
const python::NativeClass booleanClauseListClass = expressionClass("BooleanClauseList");
const python::NativeClass nullClass = expressionClass("Null");
const python::NativeClass trueClass = expressionClass("True_");
const python::NativeClass falseClass = expressionClass("False_");
const python::NativeClass functionElementClass = {.name = "Function",
                                                  .module = "sqlalchemy.sql.functions",
                                                  .bases = columnBases,
                                                  .members = functionElementMembers()};

const python::NativeClass textClauseClass =
    statementClass("TextClause", "sqlalchemy.sql.elements", textClauseMembers());
const python::NativeClass selectClass = statementClass("Select", selectable, selectMembers());
const python::NativeClass compoundSelectClass =
    statementClass("CompoundSelect", selectable, compoundSelectMembers());
const python::NativeClass textualSelectClass =
    statementClass("TextualSelect", selectable, compoundSelectMembers());
const python::NativeClass insertClass = statementClass("Insert", dml, insertMembers());
const python::NativeClass updateClass = statementClass("Update", dml, updateMembers());
const python::NativeClass deleteClass = statementClass("Delete", dml, deleteMembers());

const python::NativeClass tableClauseClass = {
    .name = "TableClause", .module = selectable, .bases = fromBases, .members = tableClauseMembers()};
const python::NativeClass aliasClass = {.name = "Alias", .module = selectable, .bases = fromBases};
const python::NativeClass joinClass = {.name = "Join", .module = selectable, .bases = fromBases};
const python::NativeClass valuesClass = {.name = "Values", .module = selectable, .bases = fromBases};

namespace {

struct ClassOf
{
    const python::NativeClass &operator()(const sql::Text &) const { return textClauseClass; }
    const python::NativeClass &operator()(const sql::Column &) const { return columnClauseClass; }
    const python::NativeClass &operator()(const sql::Bind &) const { return bindParameterClass; }
    const python::NativeClass &operator()(const sql::Constant &constant) const
    {
        switch (constant.kind) {
        case sql::ConstantKind::Null:
            return nullClass;
        case sql::ConstantKind::True:
            return trueClass;
        case sql::ConstantKind::False:
            return falseClass;
        }
        return nullClass;
    }
    const python::NativeClass &operator()(const sql::Unary &) const { return unaryExpressionClass; }
    const python::NativeClass &operator()(const sql::Binary &) const { return binaryExpressionClass; }
    const python::NativeClass &operator()(const sql::ClauseList &) const { return booleanClauseListClass; }
    const python::NativeClass &operator()(const sql::Function &) const { return functionElementClass; }
    const python::NativeClass &operator()(const sql::Cast &) const { return castClass; }
    const python::NativeClass &operator()(const sql::Case &) const { return caseClass; }
    const python::NativeClass &operator()(const sql::Label &) const { return labelClass; }
    const python::NativeClass &operator()(const sql::Table &) const { return tableClauseClass; }
    const python::NativeClass &operator()(const sql::Alias &) const { return aliasClass; }
    const python::NativeClass &operator()(const sql::Join &) const { return joinClass; }
    const python::NativeClass &operator()(const sql::Values &) const { return valuesClass; }
    const python::NativeClass &operator()(const sql::Select &) const { return selectClass; }
    const python::NativeClass &operator()(const sql::Compound &) const { return compoundSelectClass; }
    const python::NativeClass &operator()(const sql::TextSelect &) const { return textualSelectClass; }
    const python::NativeClass &operator()(const sql::Insert &) const { return insertClass; }
    const python::NativeClass &operator()(const sql::Update &) const { return updateClass; }
    const python::NativeClass &operator()(const sql::Delete &) const { return deleteClass; }
    const python::NativeClass &operator()(const sql::CustomText &) const { return clauseElementClass; }
    template<typename T>
    const python::NativeClass &operator()(const T &) const
    {
        return columnElementClass;
    }
};

} // namespace

const python::NativeClass &classOfClause(const sql::Clause &clause)
{
    return std::visit(ClassOf{}, clause.node().data);
}

} // namespace athanor::sqlalchemy
