// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/scope.h"

#include "core/evaluator/namecollector.h"

#include <algorithm>

namespace athanor::python {

namespace {

bool contains(const std::vector<std::string_view> &names, std::string_view name)
{
    return std::ranges::find(names, name) != names.end();
}

} // namespace

bool ScopeNames::binds(std::string_view name) const
{
    return contains(bound, name);
}

bool ScopeNames::isGlobal(std::string_view name) const
{
    return !global.empty() && contains(global, name);
}

bool ScopeNames::isNonlocal(std::string_view name) const
{
    return !nonlocal.empty() && contains(nonlocal, name);
}

ScopeNames namesOf(Block body, const Parameters *parameters)
{
    NameCollector collector;
    collector.parameters(parameters);
    collector.block(body);
    return std::move(collector.names);
}

ScopeNames namesOf(const Expression &body, const Parameters *parameters)
{
    NameCollector collector;
    collector.parameters(parameters);
    collector.expression(&body);
    return std::move(collector.names);
}

std::vector<std::string_view> namesBoundBy(const Statement &statement)
{
    NameCollector collector;
    collector.statement(statement);
    return std::move(collector.names.bound);
}

std::vector<std::string_view> namesChangedBy(const Statement &statement)
{
    NameCollector collector;
    collector.statement(statement);
    return std::move(collector.changed);
}

} // namespace athanor::python
