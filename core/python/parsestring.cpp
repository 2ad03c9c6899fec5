// SPDX-License-Identifier: GPL-3.0-or-later
// String literals: adjacent ones become one node, f-strings a list of parts.
#include "core/python/grammar.h"
#include "core/python/stringliteral.h"

namespace athanor::python {

using namespace Qt::StringLiterals;

/// What has been read of a formatted string: finished parts, and the text that the next one may still
/// continue.
struct Grammar::StringParts
{
    std::vector<const Expression *> parts = {};
    std::string pending = {};
    std::uint32_t pendingBegin = 0;
    bool hasPending = false;
    bool hasNamedCharacters = false;
    bool hasUnicodePrefix = false;
};

std::string_view Grammar::stringBody(const Token &token) const
{
    std::string_view body = text(token);
    body.remove_prefix(body.find_first_of("'\""));
    const std::size_t quotes = token.has(TripleQuoted) ? 3 : 1;
    return body.substr(quotes, body.size() - 2 * quotes);
}

/// The bytes or text of one plain literal: the source itself where there is nothing to decode.
std::string_view Grammar::decodedString(const Token &token, bool &named)
{
    const std::string_view body = stringBody(token);
    const bool isBytes = token.has(BytesString);
    if (isBytes && token.has(NonAscii)) {
        fail(SyntaxCode::String, u"bytes can only contain ASCII literal characters"_s, token.begin,
             token.end);
        return {};
    }
    if (token.has(RawString) || !token.has(HasBackslash))
        return body;
    const DecodedLiteral decoded = isBytes ? decodeBytes(body) : decodeText(body);
    if (!decoded.error.isEmpty())
        fail(SyntaxCode::String, decoded.error, token.begin, token.end);
    named = named || decoded.hasNamedCharacters;
    return m_arena.copy(decoded.text);
}

const Expression *Grammar::plainString(const Token &token)
{
    bool named = false;
    if (token.has(BytesString)) {
        auto *bytes = make<Bytes>(token.begin);
        bytes->end = token.end;
        bytes->bytes = decodedString(token, named);
        return bytes;
    }
    auto *string = make<String>(token.begin);
    string->end = token.end;
    string->text = decodedString(token, named);
    string->hasNamedCharacters = named;
    string->hasUnicodePrefix = token.has(UnicodeString);
    return string;
}

const Expression *Grammar::strings()
{
    const auto atString = [this] { return kind() == TokenKind::String || kind() == TokenKind::FStringStart; };
    const Token *first = m_at;
    if (kind() == TokenKind::String && nextKind() != TokenKind::String
        && nextKind() != TokenKind::FStringStart)
        return plainString(take());
    StringParts parts;
    parts.hasUnicodePrefix = first->has(UnicodeString);
    bool formatted = false;
    bool mixed = false;
    while (atString()) {
        mixed = mixed || m_at->has(BytesString) != first->has(BytesString);
        if (kind() == TokenKind::FStringStart) {
            formatted = true;
            formattedString(parts);
            continue;
        }
        if (!parts.hasPending)
            parts.pendingBegin = here();
        parts.hasPending = true;
        parts.pending += decodedString(take(), parts.hasNamedCharacters);
    }
    if (failed())
        return placeholder();
    if (mixed)
        failHere(SyntaxCode::String, u"cannot mix bytes and nonbytes literals"_s);
    if (first->has(BytesString)) {
        auto *bytes = make<Bytes>(first->begin);
        bytes->bytes = m_arena.copy(parts.pending);
        return closed(bytes);
    }
    if (!formatted) {
        auto *string = make<String>(first->begin);
        string->text = m_arena.copy(parts.pending);
        string->hasNamedCharacters = parts.hasNamedCharacters;
        string->hasUnicodePrefix = parts.hasUnicodePrefix;
        return closed(string);
    }
    flush(parts);
    auto *node = make<FormattedString>(first->begin);
    node->parts = m_arena.copy(parts.parts.data(), parts.parts.size());
    return closed(node);
}

/// Makes a part of the pending text, unless it is empty.
void Grammar::flush(StringParts &parts)
{
    if (!parts.pending.empty()) {
        auto *string = make<String>(parts.pendingBegin);
        string->text = m_arena.copy(parts.pending);
        string->hasNamedCharacters = parts.hasNamedCharacters;
        string->hasUnicodePrefix = parts.hasUnicodePrefix;
        parts.parts.push_back(closed(string));
    }
    parts.pending.clear();
    parts.hasPending = false;
    parts.hasNamedCharacters = false;
}

void Grammar::addText(StringParts &parts, const Token &token, bool raw)
{
    if (!parts.hasPending)
        parts.pendingBegin = token.begin;
    parts.hasPending = true;
    if (raw || !token.has(HasBackslash)) {
        parts.pending += text(token);
        return;
    }
    const DecodedLiteral decoded = decodeText(text(token));
    if (!decoded.error.isEmpty())
        return failHere(SyntaxCode::String, decoded.error);
    parts.hasNamedCharacters = parts.hasNamedCharacters || decoded.hasNamedCharacters;
    parts.pending += decoded.text;
}

void Grammar::formattedString(StringParts &parts)
{
    const bool raw = take().has(RawString);
    while (!failed() && !accept(TokenKind::FStringEnd)) {
        if (kind() == TokenKind::FStringMiddle)
            addText(parts, take(), raw);
        else if (kind() == TokenKind::LeftBrace)
            replacementField(parts, raw);
        else
            invalidSyntax();
    }
}

/// The expression's own text for {value=}, without comments.
std::string_view Grammar::debugText(std::uint32_t begin, std::uint32_t end)
{
    const std::string_view written = m_source.text.substr(begin, end - begin);
    if (written.find('#') == std::string_view::npos)
        return written;
    std::string kept;
    char quote = 0;
    for (std::size_t at = 0; at < written.size(); ++at) {
        const char c = written[at];
        if (quote == 0 && c == '#') {
            at = std::min(written.find('\n', at), written.size());
            if (at < written.size())
                kept += '\n';
            continue;
        }
        if (c == '"' || c == '\'')
            quote = quote == 0 ? c : quote == c ? char(0) : quote;
        kept += c;
    }
    return m_arena.copy(kept);
}

void Grammar::replacementField(StringParts &parts, bool raw)
{
    const DepthGuard guard(*this);
    if (failed())
        return;
    const Token &open = take();
    auto *field = make<Replacement>(open.begin);
    const bool isEmpty = kind() == TokenKind::RightBrace || kind() == TokenKind::Equal
                         || kind() == TokenKind::Exclamation || kind() == TokenKind::Colon;
    if (isEmpty) {
        const QString found = QString::fromUtf8(text(*m_at).data(), 1);
        return failHere(SyntaxCode::FormattedString,
                        u"f-string: valid expression required before '%1'"_s.arg(found));
    }
    field->value = yieldOrStarExpressions();
    checkStarredValue(field->value);
    std::string_view debug;
    const bool isDebug = accept(TokenKind::Equal);
    if (isDebug)
        debug = debugText(open.end, here());
    if (accept(TokenKind::Exclamation))
        field->conversion = conversion();
    if (!failed() && kind() != TokenKind::Colon && kind() != TokenKind::RightBrace) {
        if (kind() == TokenKind::End)
            return invalidSyntax();
        if (field->conversion)
            failHere(SyntaxCode::FormattedString, u"f-string: expecting ':' or '}'"_s);
        else if (isDebug)
            failHere(SyntaxCode::FormattedString, u"f-string: expecting '!', or ':', or '}'"_s);
        else if (!suggestComma(field->value))
            failHere(SyntaxCode::FormattedString, u"f-string: expecting '=', or '!', or ':', or '}'"_s);
        return;
    }
    if (accept(TokenKind::Colon)) {
        field->specification = formatSpecification(raw);
        if (kind() != TokenKind::RightBrace)
            return failHere(SyntaxCode::FormattedString, u"f-string: expecting '}', or format specs"_s);
    } else if (isDebug && !field->conversion) {
        field->conversion = 'r';
    }
    take();
    if (isDebug) {
        if (!parts.hasPending)
            parts.pendingBegin = open.end;
        parts.pending += debug;
    }
    flush(parts);
    parts.parts.push_back(closed(field));
}

/// The letter after '!'.
char Grammar::conversion()
{
    const Token &mark = m_at[-1];
    if (kind() != TokenKind::Name) {
        const bool isEnd = kind() == TokenKind::Colon || kind() == TokenKind::RightBrace;
        failHere(SyntaxCode::FormattedString, isEnd ? u"f-string: missing conversion character"_s
                                                    : u"f-string: invalid conversion character"_s);
        return 0;
    }
    if (here() != mark.end) {
        fail(SyntaxCode::FormattedString,
             u"f-string: conversion type must come right after the exclamation mark"_s, mark.begin, mark.end);
        return 0;
    }
    const Token &name = take();
    const std::string_view letter = text(name);
    if (letter == "s" || letter == "r" || letter == "a")
        return letter[0];
    fail(SyntaxCode::FormattedString,
         u"f-string: invalid conversion character '%1': expected 's', 'r', or 'a'"_s.arg(
             QString::fromUtf8(letter.data(), static_cast<qsizetype>(letter.size()))),
         name.begin, name.end);
    return 0;
}

/// After the colon, up to the closing brace.
const FormattedString *Grammar::formatSpecification(bool raw)
{
    auto *node = make<FormattedString>(here());
    StringParts parts;
    while (!failed() && (kind() == TokenKind::FStringMiddle || kind() == TokenKind::LeftBrace)) {
        if (kind() == TokenKind::FStringMiddle)
            addText(parts, take(), raw);
        else
            replacementField(parts, raw);
    }
    flush(parts);
    node->parts = m_arena.copy(parts.parts.data(), parts.parts.size());
    return closed(node);
}

} // namespace athanor::python
