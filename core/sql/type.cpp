// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/type.h"

namespace athanor::sql {

const Type &resolved(const Type &type, QAnyStringView dialect)
{
    for (const TypeVariant &variant : type.variants) {
        if (variant.dialect == dialect && variant.type)
            return *variant.type;
    }
    return type;
}

} // namespace athanor::sql
