// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/expressions/exceptions.h"

#include "core/evaluator/exception.h"

namespace athanor::sqlalchemy {

namespace {

constexpr std::string_view module = "sqlalchemy.exc";

template<const python::NativeClass &base>
constexpr const python::NativeClass *onlyBase[] = {&base};

} // namespace

const python::NativeClass sqlAlchemyErrorClass = {
    .name = "SQLAlchemyError", .module = module, .bases = onlyBase<python::exceptionClass>};
const python::NativeClass argumentErrorClass = {
    .name = "ArgumentError", .module = module, .bases = onlyBase<sqlAlchemyErrorClass>};
const python::NativeClass noForeignKeysErrorClass = {
    .name = "NoForeignKeysError", .module = module, .bases = onlyBase<argumentErrorClass>};
const python::NativeClass compileErrorClass = {
    .name = "CompileError", .module = module, .bases = onlyBase<sqlAlchemyErrorClass>};
const python::NativeClass invalidRequestErrorClass = {
    .name = "InvalidRequestError", .module = module, .bases = onlyBase<sqlAlchemyErrorClass>};

namespace {

const python::NativeClass noSuchModuleErrorClass = {
    .name = "NoSuchModuleError", .module = module, .bases = onlyBase<argumentErrorClass>};
const python::NativeClass ambiguousForeignKeysErrorClass = {
    .name = "AmbiguousForeignKeysError", .module = module, .bases = onlyBase<argumentErrorClass>};
const python::NativeClass constraintColumnNotFoundErrorClass = {
    .name = "ConstraintColumnNotFoundError", .module = module, .bases = onlyBase<argumentErrorClass>};
const python::NativeClass objectNotExecutableErrorClass = {
    .name = "ObjectNotExecutableError", .module = module, .bases = onlyBase<argumentErrorClass>};
const python::NativeClass circularDependencyErrorClass = {
    .name = "CircularDependencyError", .module = module, .bases = onlyBase<sqlAlchemyErrorClass>};
const python::NativeClass unsupportedCompilationErrorClass = {
    .name = "UnsupportedCompilationError", .module = module, .bases = onlyBase<compileErrorClass>};
const python::NativeClass identifierErrorClass = {
    .name = "IdentifierError", .module = module, .bases = onlyBase<sqlAlchemyErrorClass>};
const python::NativeClass disconnectionErrorClass = {
    .name = "DisconnectionError", .module = module, .bases = onlyBase<sqlAlchemyErrorClass>};
const python::NativeClass timeoutErrorClass = {
    .name = "TimeoutError", .module = module, .bases = onlyBase<sqlAlchemyErrorClass>};
const python::NativeClass illegalStateChangeErrorClass = {
    .name = "IllegalStateChangeError", .module = module, .bases = onlyBase<invalidRequestErrorClass>};
const python::NativeClass noInspectionAvailableClass = {
    .name = "NoInspectionAvailable", .module = module, .bases = onlyBase<invalidRequestErrorClass>};
const python::NativeClass pendingRollbackErrorClass = {
    .name = "PendingRollbackError", .module = module, .bases = onlyBase<invalidRequestErrorClass>};
const python::NativeClass resourceClosedErrorClass = {
    .name = "ResourceClosedError", .module = module, .bases = onlyBase<invalidRequestErrorClass>};
const python::NativeClass noSuchColumnErrorClass = {
    .name = "NoSuchColumnError", .module = module, .bases = onlyBase<invalidRequestErrorClass>};
const python::NativeClass noResultFoundClass = {
    .name = "NoResultFound", .module = module, .bases = onlyBase<invalidRequestErrorClass>};
const python::NativeClass multipleResultsFoundClass = {
    .name = "MultipleResultsFound", .module = module, .bases = onlyBase<invalidRequestErrorClass>};
const python::NativeClass noReferenceErrorClass = {
    .name = "NoReferenceError", .module = module, .bases = onlyBase<invalidRequestErrorClass>};
const python::NativeClass noReferencedTableErrorClass = {
    .name = "NoReferencedTableError", .module = module, .bases = onlyBase<noReferenceErrorClass>};
const python::NativeClass noReferencedColumnErrorClass = {
    .name = "NoReferencedColumnError", .module = module, .bases = onlyBase<noReferenceErrorClass>};
const python::NativeClass noSuchTableErrorClass = {
    .name = "NoSuchTableError", .module = module, .bases = onlyBase<invalidRequestErrorClass>};
const python::NativeClass unreflectableTableErrorClass = {
    .name = "UnreflectableTableError", .module = module, .bases = onlyBase<invalidRequestErrorClass>};
const python::NativeClass unboundExecutionErrorClass = {
    .name = "UnboundExecutionError", .module = module, .bases = onlyBase<invalidRequestErrorClass>};
const python::NativeClass duplicateColumnErrorClass = {
    .name = "DuplicateColumnError", .module = module, .bases = onlyBase<argumentErrorClass>};
const python::NativeClass statementErrorClass = {
    .name = "StatementError", .module = module, .bases = onlyBase<sqlAlchemyErrorClass>};
const python::NativeClass dbapiErrorClass = {
    .name = "DBAPIError", .module = module, .bases = onlyBase<statementErrorClass>};
const python::NativeClass interfaceErrorClass = {
    .name = "InterfaceError", .module = module, .bases = onlyBase<dbapiErrorClass>};
const python::NativeClass databaseErrorClass = {
    .name = "DatabaseError", .module = module, .bases = onlyBase<dbapiErrorClass>};
const python::NativeClass dataErrorClass = {
    .name = "DataError", .module = module, .bases = onlyBase<databaseErrorClass>};
const python::NativeClass operationalErrorClass = {
    .name = "OperationalError", .module = module, .bases = onlyBase<databaseErrorClass>};
const python::NativeClass integrityErrorClass = {
    .name = "IntegrityError", .module = module, .bases = onlyBase<databaseErrorClass>};
const python::NativeClass internalErrorClass = {
    .name = "InternalError", .module = module, .bases = onlyBase<databaseErrorClass>};
const python::NativeClass programmingErrorClass = {
    .name = "ProgrammingError", .module = module, .bases = onlyBase<databaseErrorClass>};
const python::NativeClass notSupportedErrorClass = {
    .name = "NotSupportedError", .module = module, .bases = onlyBase<databaseErrorClass>};

constexpr python::NativeName names[] = {
    {"SQLAlchemyError", nullptr, &sqlAlchemyErrorClass, nullptr},
    {"ArgumentError", nullptr, &argumentErrorClass, nullptr},
    {"NoSuchModuleError", nullptr, &noSuchModuleErrorClass, nullptr},
    {"NoForeignKeysError", nullptr, &noForeignKeysErrorClass, nullptr},
    {"AmbiguousForeignKeysError", nullptr, &ambiguousForeignKeysErrorClass, nullptr},
    {"ConstraintColumnNotFoundError", nullptr, &constraintColumnNotFoundErrorClass, nullptr},
    {"ObjectNotExecutableError", nullptr, &objectNotExecutableErrorClass, nullptr},
    {"CircularDependencyError", nullptr, &circularDependencyErrorClass, nullptr},
    {"CompileError", nullptr, &compileErrorClass, nullptr},
    {"UnsupportedCompilationError", nullptr, &unsupportedCompilationErrorClass, nullptr},
    {"IdentifierError", nullptr, &identifierErrorClass, nullptr},
    {"DisconnectionError", nullptr, &disconnectionErrorClass, nullptr},
    {"TimeoutError", nullptr, &timeoutErrorClass, nullptr},
    {"InvalidRequestError", nullptr, &invalidRequestErrorClass, nullptr},
    {"IllegalStateChangeError", nullptr, &illegalStateChangeErrorClass, nullptr},
    {"NoInspectionAvailable", nullptr, &noInspectionAvailableClass, nullptr},
    {"PendingRollbackError", nullptr, &pendingRollbackErrorClass, nullptr},
    {"ResourceClosedError", nullptr, &resourceClosedErrorClass, nullptr},
    {"NoSuchColumnError", nullptr, &noSuchColumnErrorClass, nullptr},
    {"NoResultFound", nullptr, &noResultFoundClass, nullptr},
    {"MultipleResultsFound", nullptr, &multipleResultsFoundClass, nullptr},
    {"NoReferenceError", nullptr, &noReferenceErrorClass, nullptr},
    {"NoReferencedTableError", nullptr, &noReferencedTableErrorClass, nullptr},
    {"NoReferencedColumnError", nullptr, &noReferencedColumnErrorClass, nullptr},
    {"NoSuchTableError", nullptr, &noSuchTableErrorClass, nullptr},
    {"UnreflectableTableError", nullptr, &unreflectableTableErrorClass, nullptr},
    {"UnboundExecutionError", nullptr, &unboundExecutionErrorClass, nullptr},
    {"DuplicateColumnError", nullptr, &duplicateColumnErrorClass, nullptr},
    {"StatementError", nullptr, &statementErrorClass, nullptr},
    {"DBAPIError", nullptr, &dbapiErrorClass, nullptr},
    {"InterfaceError", nullptr, &interfaceErrorClass, nullptr},
    {"DatabaseError", nullptr, &databaseErrorClass, nullptr},
    {"DataError", nullptr, &dataErrorClass, nullptr},
    {"OperationalError", nullptr, &operationalErrorClass, nullptr},
    {"IntegrityError", nullptr, &integrityErrorClass, nullptr},
    {"InternalError", nullptr, &internalErrorClass, nullptr},
    {"ProgrammingError", nullptr, &programmingErrorClass, nullptr},
    {"NotSupportedError", nullptr, &notSupportedErrorClass, nullptr},
};

} // namespace

std::span<const python::NativeName> exceptionNames()
{
    return names;
}

} // namespace athanor::sqlalchemy
