// SPDX-License-Identifier: GPL-3.0-or-later
// Names: where they are looked up, set and deleted.
#include "core/evaluator/frame.h"

namespace athanor::python {

namespace {

bool isDeclaredGlobal(const Scope &scope, std::string_view name)
{
    return scope.declared && scope.declared->isGlobal(name);
}

} // namespace

Evaluated Frame::load(std::string_view name)
{
    if (m_scope->kind == ScopeKind::Module)
        return loadGlobal(name);
    if (const Value *found = m_scope->names->find(name))
        return *found;
    if (isDeclaredGlobal(*m_scope, name))
        return loadGlobal(name);
    const bool isLocal = m_scope->kind == ScopeKind::Function && m_scope->declared->binds(name)
                         && !m_scope->declared->isNonlocal(name);
    if (isLocal)
        return m_evaluator.raise("UnboundLocalError", "cannot access local variable '" + std::string(name)
                                                          + "' where it is not associated with a value");
    return loadFree(name);
}

/// A name of an enclosing function; a class body's names are not seen from the functions in it.
Evaluated Frame::loadFree(std::string_view name)
{
    for (const Scope *scope = m_scope->parent; scope; scope = scope->parent) {
        if (scope->kind == ScopeKind::Module)
            break;
        if (scope->kind == ScopeKind::Class) {
            if (name == "__class__" && scope->type)
                return scope->type;
            continue;
        }
        if (const Value *found = scope->names->find(name))
            return *found;
        if (isDeclaredGlobal(*scope, name))
            break;
        const bool isBound =
            scope->declared && scope->declared->binds(name) && !scope->declared->isNonlocal(name);
        if (isBound && scope->kind == ScopeKind::Function)
            return m_evaluator.raise("NameError",
                                     "cannot access free variable '" + std::string(name)
                                         + "' where it is not associated with a value in enclosing scope");
    }
    return loadGlobal(name);
}

Evaluated Frame::loadGlobal(std::string_view name)
{
    if (const Value *found = module->names.find(name))
        return *found;
    const auto known = m_runtime.moduleAttribute(m_runtime.builtins, name);
    if (!known)
        return std::unexpected(known.error());
    if (*known && (!name.starts_with("__") || name == "__import__"))
        return **known;
    if (name.starts_with("__") || m_runtime.opaqueStars.contains(module)) {
        const auto own = m_runtime.moduleAttribute(module, name);
        if (!own || *own)
            return own ? Evaluated(**own) : std::unexpected(own.error());
    }
    return m_evaluator.raise("NameError", "name '" + std::string(name) + "' is not defined");
}

Namespace *Frame::namespaceFor(std::string_view name)
{
    if (!m_scope->declared)
        return m_scope->names;
    if (m_scope->declared->isGlobal(name))
        return &module->names;
    if (!m_scope->declared->isNonlocal(name))
        return m_scope->names;
    for (Scope *scope = m_scope->parent; scope; scope = scope->parent) {
        if (scope->kind == ScopeKind::Function && scope->declared->binds(name)
            && !scope->declared->isNonlocal(name))
            return scope->names;
    }
    return m_scope->names;
}

Done Frame::store(std::string_view name, Value value)
{
    namespaceFor(name)->set(name, value);
    return {};
}

Done Frame::remove(std::string_view name)
{
    if (namespaceFor(name)->remove(name))
        return {};
    if (m_scope->kind == ScopeKind::Function && !m_scope->declared->isGlobal(name))
        return m_evaluator.raise("UnboundLocalError", "cannot access local variable '" + std::string(name)
                                                          + "' where it is not associated with a value");
    return m_evaluator.raise("NameError", "name '" + std::string(name) + "' is not defined");
}

} // namespace athanor::python
