// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/evaluator.h"

using namespace athanor::python;

namespace {

/// Knows no modules but the builtins.
class EmptyHost : public Host
{
public:
    std::span<const NativeModule> nativeModules() const override { return {}; }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    const ParsedModule parsed = parseModule(bytes, QStringLiteral("a.py"));
    if (!parsed.module)
        return 0;
    EmptyHost host;
    Evaluator evaluator(host, {.steps = 20'000, .depth = 60, .bytes = 4 * 1024 * 1024});
    const auto module = evaluator.run(parsed, "a");
    if (!module) {
        if (evaluator.error(module.error()).message.isEmpty())
            std::abort();
        return 0;
    }
    if (const Value *upgrade = (*module)->names.find("upgrade"))
        static_cast<void>(evaluator.callEntry(*upgrade, {}));
    return 0;
}
