// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/class.h"

#include "core/evaluator/evaluator.h"
#include "core/evaluator/function.h"
#include "core/evaluator/mergeorders.h"
#include "core/evaluator/nativeindex.h"

#include <algorithm>

namespace athanor::python {

namespace {

/// A function that is called with an instance of the class first, as a method or as a property.
NativeFunction *functionOnInstance(const ClassObject &type, const NativeMember &member)
{
    auto *function = type.evaluator->heap().make<NativeFunction>(member.name, member.call);
    function->owner = const_cast<ClassObject *>(&type);
    return function;
}

NativeFunction *functionOnClass(const ClassObject &type, const NativeMember &member)
{
    return type.evaluator->heap().make<NativeFunction>(member.name, member.call);
}

/// __new__ of a builtin value type makes the plain value; an instance of a script's class holds it.
Value constructorOf(const ClassObject &type, const NativeMember &member)
{
    const NativeCall call = member.call;
    return type.evaluator->heap().make<NativeFunction>(
        member.name, [call](Evaluator &evaluator, const Arguments &arguments) -> Evaluated {
            Evaluated made = call(evaluator, arguments);
            if (!made || arguments.positional.empty() || made->as<Instance>() || made->as<ClassObject>())
                return made;
            auto *asked = arguments.positional[0].as<ClassObject>();
            if (!asked || asked->native || !evaluator.typeOf(*made)->native)
                return made;
            return evaluator.heap().make<ValueInstance>(asked, *made);
        });
}

Value property(const ClassObject &type, const NativeMember &member, PropertyKind kind)
{
    NativeFunction *function =
        kind == PropertyKind::Property ? functionOnInstance(type, member) : functionOnClass(type, member);
    auto *object = type.evaluator->heap().make<PropertyObject>(kind, function);
    object->owner = const_cast<ClassObject *>(&type);
    return object;
}

Value makeMember(const ClassObject &type, const NativeMember &member)
{
    switch (member.kind) {
    case MemberKind::Method:
        return member.name == "__new__" ? constructorOf(type, member) : functionOnInstance(type, member);
    case MemberKind::Getter:
        return property(type, member, PropertyKind::Property);
    case MemberKind::ClassMethod:
        return property(type, member, PropertyKind::ClassMethod);
    case MemberKind::StaticMethod:
        return member.name == "__new__" ? constructorOf(type, member)
                                        : property(type, member, PropertyKind::StaticMethod);
    case MemberKind::Constant:
        break;
    }
    const Evaluated made = member.call(*type.evaluator, {});
    if (made)
        return *made;
    return type.evaluator->opaque(type.name + '.' + std::string(member.name), "its value could not be made");
}

} // namespace

bool ClassObject::isSubclassOf(const ClassObject *other) const
{
    return std::ranges::find(order, other) != order.end();
}

const Value *ClassObject::own(std::string_view attribute) const
{
    if (const Value *found = attributes.find(attribute))
        return found;
    if (!members)
        return nullptr;
    const NativeMember *member = members->find(attribute);
    if (!member)
        return nullptr;
    const Value made = makeMember(*this, *member);
    auto &kept = const_cast<Namespace &>(attributes);
    kept.set(attribute, made);
    return kept.find(attribute);
}

const Value *ClassObject::find(std::string_view attribute, std::size_t from) const
{
    for (std::size_t i = from; i < order.size(); ++i) {
        if (const Value *found = order[i]->own(attribute))
            return found;
    }
    return nullptr;
}

void ClassObject::makeAll() const
{
    if (native) {
        for (const NativeMember &member : native->members)
            own(member.name);
    }
}

bool linearize(ClassObject &type)
{
    // The usual case, which needs no merging.
    if (type.bases.size() == 1 && type.bases[0].as<ClassObject>()) {
        const std::vector<ClassObject *> &inherited = type.bases[0].as<ClassObject>()->order;
        type.order.reserve(inherited.size() + 1);
        type.order = {&type};
        type.order.insert(type.order.end(), inherited.begin(), inherited.end());
        return true;
    }
    std::vector<std::vector<ClassObject *>> sequences;
    std::vector<ClassObject *> direct;
    for (const Value &base : type.bases) {
        if (auto *known = base.as<ClassObject>()) {
            sequences.push_back(known->order);
            direct.push_back(known);
        }
    }
    sequences.push_back(std::move(direct));
    type.order = {&type};
    return mergeOrders(type.order, std::move(sequences));
}

} // namespace athanor::python
