// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stdlib/stdlib.h"

#include "core/stdlib/datetime.h"
#include "core/stdlib/hash.h"
#include "core/stdlib/json.h"
#include "core/stdlib/mathmodule.h"
#include "core/stdlib/privatemodule.h"
#include "core/stdlib/regex.h"
#include "core/stdlib/smallmodules.h"
#include "core/stdlib/textmodules.h"
#include "core/stdlib/typingmodule.h"
#include "core/stdlib/uuid.h"
#include "core/stdlib/writtenmodules.h"

#include <vector>

namespace athanor::python {

std::span<const NativeModule> standardModules()
{
    static const std::vector<NativeModule> modules = [] {
        std::vector<NativeModule> all{privateModule, characterModule,   dateTimeModule, hashModule,
                                      jsonModule,    jsonDecoderModule, literalModule,  mathModule,
                                      regexModule,   uuidModule};
        for (const auto part : {typingModules(), writtenModules(), smallModules(), refusedModules()})
            all.insert(all.end(), part.begin(), part.end());
        return all;
    }();
    return modules;
}

} // namespace athanor::python
