// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/scriptheader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto header =
        athanor::readScriptHeader(QStringLiteral("/a.py"), {data, static_cast<qsizetype>(size)});
    if (header.revision.has_value() != header.diagnostics.isEmpty())
        std::abort();
    return 0;
}
