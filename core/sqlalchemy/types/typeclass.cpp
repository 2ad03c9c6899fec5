// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/types/typeclass.h"

namespace athanor::sqlalchemy {

const TypeClass *typeClassOf(const python::ClassObject &type)
{
    for (const python::ClassObject *each : type.order) {
        if (each->native != nullptr && each->native->allocate == allocateType)
            return static_cast<const TypeClass *>(each->native);
    }
    return nullptr;
}

python::Instance *allocateType(python::Heap &heap, python::ClassObject *type)
{
    return heap.make<TypeObject>(type);
}

} // namespace athanor::sqlalchemy
