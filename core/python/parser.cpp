// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/parser.h"

#include "core/python/grammar.h"

namespace athanor::python {

namespace {

SourceRange rangeOf(const Source &source, const QString &file, std::uint32_t begin, std::uint32_t end)
{
    const Position first = source.position(begin);
    const Position last = source.position(end);
    return {file, first.line, first.column, last.line, last.column};
}

/// Decodes the bytes into `result`; false when they cannot be.
bool decode(Parsed &result, QByteArrayView bytes, const QString &file)
{
    // A tree takes about eight times its source; one block for both is what a small script needs.
    static constexpr std::size_t Smallest = 4096;
    static constexpr std::size_t Largest = 4 * 1024 * 1024;
    const std::size_t guess = std::clamp(static_cast<std::size_t>(bytes.size()) * 10, Smallest, Largest);
    result.arena = std::make_unique<Arena>(guess);
    result.file = file;
    auto source = decodeSource(bytes, file, *result.arena);
    if (!source) {
        result.diagnostics.append(Diagnostic::fromError(source.error()));
        return false;
    }
    result.source = *source;
    return true;
}

void report(Parsed &result, const std::optional<SyntaxError> &error)
{
    if (error)
        result.diagnostics.append(
            {Severity::Error, codeText(error->code), error->message,
             rangeOf(result.source, result.file, error->begin, std::max(error->begin, error->end))});
}

} // namespace

SourceRange Parsed::range(const Node &node) const
{
    return rangeOf(source, file, node.begin, node.end);
}

ParsedModule parseModule(QByteArrayView bytes, const QString &file)
{
    ParsedModule result;
    if (!decode(result, bytes, file))
        return result;
    const TokenList tokens = tokenize(result.source);
    Grammar grammar(result.source, tokens, *result.arena);
    result.module = grammar.module();
    report(result, grammar.error());
    return result;
}

ParsedExpression parseExpression(QByteArrayView bytes, const QString &file)
{
    while (bytes.startsWith(' ') || bytes.startsWith('\t'))
        bytes = bytes.sliced(1);
    ParsedExpression result;
    if (!decode(result, bytes, file))
        return result;
    const TokenList tokens = tokenize(result.source);
    Grammar grammar(result.source, tokens, *result.arena);
    result.expression = grammar.evaluated();
    report(result, grammar.error());
    return result;
}

} // namespace athanor::python
