// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/namespace.h"
#include "core/python/syntaxtree.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace athanor::python {

class ClassObject;
class FunctionObject;

/// What a body does with names, found out from its tree.
struct ScopeNames
{
    std::vector<std::string_view> bound;    ///< assigned, imported, defined … and parameters
    std::vector<std::string_view> global;   ///< declared so
    std::vector<std::string_view> nonlocal; ///< declared so
    bool isGenerator = false;
    bool hasInnerScopes = false; ///< functions, classes, generators: they may outlive a call

    bool binds(std::string_view name) const;
    bool isGlobal(std::string_view name) const;
    bool isNonlocal(std::string_view name) const;
};

ScopeNames namesOf(Block body, const Parameters *parameters);
ScopeNames namesOf(const Expression &body, const Parameters *parameters);
/// The names that one statement may bind, without those of inner functions and classes.
std::vector<std::string_view> namesBoundBy(const Statement &statement);
/// The names whose values a statement may change in place: x in x.y = …, x[…] = …, x.method().
std::vector<std::string_view> namesChangedBy(const Statement &statement);

enum class ScopeKind : std::uint8_t { Module, Function, Class, Comprehension };

/// Names while a body runs, and where to look further.
class Scope
{
public:
    Scope(ScopeKind kind_, Scope *parent_, Namespace *names_ = nullptr)
        : kind(kind_)
        , parent(parent_)
        , names(names_ ? names_ : &m_own)
    {
    }
    Scope(const Scope &) = delete;
    Scope &operator=(const Scope &) = delete;

    const ScopeKind kind;
    Scope *const parent;
    Namespace *const names; ///< its own, or those of the module or class
    const ScopeNames *declared = nullptr;
    const FunctionObject *function = nullptr; ///< of a function's scope
    ClassObject *type = nullptr;              ///< of a class's scope, once the class is made: __class__

private:
    Namespace m_own;
};

} // namespace athanor::python
