// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alembic/environmentfiles.h"

#include "core/alembic/arguments.h"
#include "core/stdlib/native.h"

namespace athanor::alembic {

using namespace python;

namespace {

Evaluated openInMemory(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature(
        "open", "file, mode=, buffering=, encoding=, errors=, newline=, closefd=, opener=");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    const std::string *mode = (*given)[1] ? python::textOf(*(*given)[1]) : nullptr;
    const bool isWritten = mode && mode->find_first_of("wax") == 0 && mode->find('b') == std::string::npos;
    if (!isWritten)
        return evaluator.refuse("open()", "the file's content, which is not read while a script runs");
    const Evaluated io = evaluator.import("io");
    if (!io)
        return io;
    return evaluator.callMethod(*io, "StringIO");
}

} // namespace

void keepWrittenFilesInMemory(Evaluator &evaluator)
{
    evaluator.builtins()->names.set("open", evaluator.heap().make<NativeFunction>("open", openInMemory));
}

} // namespace athanor::alembic
