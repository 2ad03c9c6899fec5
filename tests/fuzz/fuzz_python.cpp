// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/dump.h"
#include "core/python/parser.h"

using namespace athanor::python;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    const ParsedModule parsed = parseModule(bytes, QStringLiteral("a.py"));
    if (bool(parsed.module) == (parsed.diagnostics.size() == 1))
        std::abort();
    if (parsed.module) {
        dump(*parsed.module);
        for (const Statement *statement : parsed.module->body) {
            const athanor::SourceRange place = parsed.range(*statement);
            if (place.line < 1 || place.column < 1 || place.endLine < place.line)
                std::abort();
        }
        if (const String *text = docstringNode(parsed.module->body))
            cleanedDocstring(text->text);
    } else if (parsed.diagnostics.first().message.isEmpty()) {
        std::abort();
    }
    parseExpression(bytes, QString());
    return 0;
}
