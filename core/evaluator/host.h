// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/class.h"
#include "core/python/parser.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace athanor::python {

/// One name of a native module. `make` is called when a script first uses it, and its result is kept.
struct NativeName
{
    std::string_view name;
    Evaluated (*make)(Evaluator &) = nullptr; ///< a value of its own …
    const NativeClass *type = nullptr;        ///< … or a class …
    NativeCall call = nullptr;                ///< … or a function
};

/// A module, or a part of one: several tables may have the same name ("sqlalchemy" comes from several
/// folders).
struct NativeModule
{
    std::string_view name; ///< dotted
    std::span<const NativeName> names;
};

/// A module of the project, found and parsed.
struct ModuleSource
{
    std::shared_ptr<const ParsedModule> parsed; ///< its `file` is where it lies
    bool isPackage = false;
};

/// What an evaluation may know of the world outside. The default knows nothing.
class Host
{
public:
    virtual ~Host() = default;

    /// The modules written in C++, beside the builtins: constant tables that live as long as the program.
    virtual std::span<const NativeModule> nativeModules() const = 0;
    /// A module of the project by its dotted name; empty when the project has none of that name.
    virtual std::optional<ModuleSource> findModule(std::string_view) { return std::nullopt; }
    /// os.environ: only what the user allows.
    virtual std::optional<std::string> environmentVariable(std::string_view) { return std::nullopt; }
};

} // namespace athanor::python
