// SPDX-License-Identifier: GPL-3.0-or-later
// ClauseElement: str() and compile().
#include "core/dialect/clausewriter.h"
#include "core/evaluator/dictionary.h"
#include "core/evaluator/heap.h"
#include "core/sqlalchemy/expressions/call.h"
#include "core/sqlalchemy/expressions/classes.h"

using namespace Qt::StringLiterals;

namespace athanor::sqlalchemy {

using python::Arguments;
using python::Evaluated;
using python::Evaluator;
using python::MemberKind;
using python::Value;

namespace {

/// What compile() gives: str() of it is the text.
class CompiledObject : public python::Instance
{
public:
    using Instance::Instance;

    std::string text;
};

python::Instance *allocateCompiled(python::Heap &heap, python::ClassObject *type)
{
    return heap.make<CompiledObject>(type);
}

Evaluated compiledText(Evaluator &evaluator, const Arguments &arguments)
{
    const auto *self = arguments.positional.empty() ? nullptr : arguments.positional[0].as<CompiledObject>();
    return Value(evaluator.heap().string(self ? self->text : std::string()));
}

constexpr python::NativeMember compiledMembers[] = {
    {"__str__", MemberKind::Method, compiledText},
    {"string", MemberKind::Getter, compiledText},
};

const python::NativeClass compiledClass = {.name = "SQLCompiler",
                                           .module = "sqlalchemy.sql.compiler",
                                           .members = compiledMembers,
                                           .allocate = allocateCompiled};

Evaluated written(Evaluator &evaluator, const Arguments &arguments, dialect::DialectName dialect,
                  const dialect::WriteOptions &options)
{
    const auto self = selfClause(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    const auto text = dialect::dialectOf(dialect).clauses.text(*self, options);
    if (!text)
        return evaluator.raise(compileErrorClass, text.error().message.toStdString());
    return Value(evaluator.heap().string(text->toStdString()));
}

/// str(): SQLAlchemy writes for no database in particular, with named binds. SQL Server's writer has those
/// and nothing of its own in plain expressions.
Evaluated str(Evaluator &evaluator, const Arguments &arguments)
{
    return written(evaluator, arguments, dialect::DialectName::PostgreSql,
                   {.hasLiteralBinds = false, .hasNamedBinds = true});
}

Evaluated compile(Evaluator &evaluator, const Arguments &arguments)
{
    static const python::Signature signature("compile", "self, bind=, dialect=, *, compile_kwargs=, **kw");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    dialect::DialectName name = dialect::DialectName::PostgreSql;
    const Value given = bound->value(2).isNone() ? bound->value(1) : bound->value(2);
    std::optional<Value> dialectText;
    if (!given.isNone()) {
        auto found = evaluator.findAttribute(given, "name");
        if (!found)
            return std::unexpected(found.error());
        dialectText = *found;
    }
    const auto *target = evaluator.state<TargetSlot>().target;
    const QString text = dialectText ? textOf(*dialectText)
                         : target    ? target->dialect().toString()
                                     : QString();
    if (const auto known = dialect::dialectName(text))
        name = *known;
    dialect::WriteOptions options{.hasLiteralBinds = false, .hasNamedBinds = given.isNone()};
    options.doublesPercent =
        !given.isNone()
        && (name == dialect::DialectName::PostgreSql || name == dialect::DialectName::MySql
            || name == dialect::DialectName::MariaDb);
    if (const auto *keywords = bound->value(3).as<python::DictionaryObject>()) {
        if (const Value *literal = keywords->table.find("literal_binds"))
            options.hasLiteralBinds = literal->isBoolean() && literal->boolean();
    }
    const auto sql = written(evaluator, arguments, name, options);
    if (!sql)
        return sql;
    auto *compiled = evaluator.instance<CompiledObject>(compiledClass);
    compiled->text = textOf(*sql).toStdString();
    return Value(compiled);
}

Evaluated paramsUnchanged(Evaluator &evaluator, const Arguments &)
{
    return evaluator.refuse("params()", "values given where the statement is made");
}

constexpr python::NativeMember members[] = {
    {"__str__", MemberKind::Method, str},
    {"compile", MemberKind::Method, compile},
    {"params", MemberKind::Method, paramsUnchanged},
};

} // namespace

std::span<const python::NativeMember> clauseElementMembers()
{
    return members;
}

} // namespace athanor::sqlalchemy
