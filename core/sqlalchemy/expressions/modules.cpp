// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/expressions/constructors.h"
#include "core/sqlalchemy/expressions/exceptions.h"
#include "core/sqlalchemy/expressions/functionnamespace.h"

#include <vector>

namespace athanor::sqlalchemy {

namespace {

/// The modules that scripts import the same functions from.
constexpr std::string_view homes[] = {
    "sqlalchemy",
    "sqlalchemy.sql",
    "sqlalchemy.sql.expression",
    "sqlalchemy.sql.elements",
    "sqlalchemy.sql.selectable",
    "sqlalchemy.sql.functions",
    "sqlalchemy.dialects.postgresql",
    "sqlalchemy.dialects.mysql",
    "sqlalchemy.dialects.sqlite",
};

/// Of the dialects only what they have of their own names.
constexpr std::string_view dialectNames[] = {"insert", "array", "aggregate_order_by"};

std::vector<python::NativeName> ownNames(std::span<const python::NativeName> names)
{
    std::vector<python::NativeName> own;
    for (const python::NativeName &name : names) {
        for (const std::string_view wanted : dialectNames) {
            if (name.name == wanted)
                own.push_back(name);
        }
    }
    return own;
}

} // namespace

std::span<const python::NativeModule> expressionModules()
{
    static const std::vector<python::NativeName> elements = ownNames(elementNames());
    static const std::vector<python::NativeName> statements = ownNames(statementNames());
    static const std::vector<python::NativeModule> modules = [] {
        std::vector<python::NativeModule> made;
        for (const std::string_view home : homes) {
            const bool isDialect = home.starts_with("sqlalchemy.dialects.");
            made.push_back(
                {home, isDialect ? std::span<const python::NativeName>(elements) : elementNames()});
            made.push_back(
                {home, isDialect ? std::span<const python::NativeName>(statements) : statementNames()});
            if (!isDialect)
                made.push_back({home, operatorNames()});
        }
        made.push_back({"sqlalchemy.sql.functions", functionNames()});
        made.push_back({"sqlalchemy.exc", exceptionNames()});
        return made;
    }();
    return modules;
}

} // namespace athanor::sqlalchemy
