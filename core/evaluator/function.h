// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/object.h"
#include "core/python/parser.h"

#include <optional>
#include <vector>

namespace athanor::python {

class Scope;
struct ScopeNames;

/// A `Function` or `Lambda` node of the tree with what it closed over.
class FunctionObject : public ObjectOf<ObjectKind::Function>
{
public:
    std::string name;
    std::string qualifiedName;
    const Function *statement = nullptr; ///< nullptr for a lambda
    const Lambda *lambda = nullptr;
    const Parameters *parameters = nullptr;
    std::vector<Value> defaults;                       ///< of the last positional parameters
    std::vector<std::optional<Value>> keywordDefaults; ///< one for each keyword-only parameter
    Scope *closure = nullptr;                          ///< the scope it was defined in
    ModuleObject *module = nullptr;
    const ParsedModule *source = nullptr;
    const ScopeNames *names = nullptr; ///< found out at the first call
    Namespace attributes;              ///< what scripts set on it: __name__, __wrapped__ …
};

enum class PropertyKind : std::uint8_t { Property, ClassMethod, StaticMethod };

/// property, classmethod and staticmethod.
class PropertyObject : public ObjectOf<ObjectKind::Property>
{
public:
    PropertyObject(PropertyKind kind_, Value function_)
        : propertyKind(kind_)
        , function(function_)
    {
    }

    const PropertyKind propertyKind;
    Value function; ///< what is wrapped; a property's getter, or None
    Value setter;
    Value deleter;
    ClassObject *owner = nullptr; ///< of a member of a native class
};

class SuperObject : public ObjectOf<ObjectKind::Super>
{
public:
    SuperObject(ClassObject *type_, Value self_, ClassObject *start_)
        : type(type_)
        , self(self_)
        , start(start_)
    {
    }

    ClassObject *const type;  ///< looks behind this one …
    const Value self;         ///< what methods are bound to: an instance, or a class
    ClassObject *const start; ///< … in this one's method resolution order
};

} // namespace athanor::python
