// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/option.h"

namespace athanor::schema {

const OptionValue *option(const Options &options, QStringView keyword)
{
    for (const auto &[name, value] : options) {
        if (name == keyword)
            return &value;
    }
    return nullptr;
}

} // namespace athanor::schema
