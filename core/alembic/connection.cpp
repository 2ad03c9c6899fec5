// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alembic/connection.h"

#include "core/alembic/arguments.h"
#include "core/alembic/directives.h"
#include "core/stdlib/native.h"

namespace athanor::alembic {

using namespace python;

namespace {

struct ConnectionSlot
{
    Value connection;
};

// The stand-in connection: SQLAlchemy's MockConnection.

Evaluated execute(Evaluator &evaluator, Instance &, const Arguments &arguments)
{
    static const Signature signature("execute", "obj, parameters=, execution_options=");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    contextOf(evaluator).hasAskedConnection = true;
    const Done done = executeStatement(evaluator, given->value(0));
    if (!done)
        return std::unexpected(done.error());
    return Value();
}

Evaluated itself(Evaluator &, Instance &connection, const Arguments &)
{
    return &connection;
}

Evaluated dialectOfConnection(Evaluator &evaluator, Instance &, const Arguments &)
{
    return sqlalchemy::dialectValue(evaluator);
}

Evaluated dialectName(Evaluator &evaluator, Instance &, const Arguments &)
{
    return string(evaluator,
                  dialect::dialectOf(contextOf(evaluator).dialectName).text.toString().toStdString());
}

/// It has nothing else; what is private to SQLAlchemy is left to the refusal of unknown attributes.
Evaluated missing(Evaluator &evaluator, Instance &, const Arguments &arguments)
{
    const auto *name = arguments.positional.empty() ? nullptr : arguments.positional[0].as<StringObject>();
    const std::string text = name ? name->utf8 : std::string();
    if (text.starts_with('_') || text == "schema_for_object")
        return evaluator.refuse("sqlalchemy.engine.mock.MockConnection." + text, "another attribute");
    return evaluator.raise("AttributeError", "'MockConnection' object has no attribute '" + text + '\'');
}

constexpr NativeMember connectionMembers[] = {
    {"__getattr__", MemberKind::Method, method<missing>},
    {"execute", MemberKind::Method, method<execute>},
    {"connect", MemberKind::Method, method<itself>},
    {"execution_options", MemberKind::Method, method<itself>},
    {"engine", MemberKind::Getter, method<itself>},
    {"dialect", MemberKind::Getter, method<dialectOfConnection>},
    {"name", MemberKind::Getter, method<dialectName>},
};

} // namespace

const NativeClass mockConnectionClass{"MockConnection", "sqlalchemy.engine.mock", {}, connectionMembers};

Value connectionValue(Evaluator &evaluator)
{
    Value &slot = evaluator.state<ConnectionSlot>().connection;
    if (slot.isNone())
        slot = evaluator.instance<Instance>(mockConnectionClass);
    return slot;
}

} // namespace athanor::alembic
