// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/stringcase.h"

#include "core/evaluator/builtins/codepoints.h"
#include "core/python/unicode.h"

#include <QString>

#include <algorithm>
#include <span>

namespace athanor::python {

namespace {

enum class Mapping { Upper, Lower, Title, Fold };

char asciiMapped(char c, Mapping mapping)
{
    if (mapping == Mapping::Upper || mapping == Mapping::Title)
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Qt has full mappings for whole strings only.
std::u32string fullMapping(char32_t c, Mapping mapping)
{
    const QString text = QString::fromUcs4(&c, 1);
    switch (mapping) {
    case Mapping::Upper:
        return text.toUpper().toStdU32String();
    case Mapping::Lower:
        return text.toLower().toStdU32String();
    case Mapping::Fold: {
        constexpr char32_t CapitalDottedI = 0x130;
        if (c == CapitalDottedI)
            return text.toLower().toStdU32String();
        // Qt folds one character to one; what several upper case ones stand for are several small ones.
        const char32_t folded = QChar::toCaseFolded(c);
        std::u32string expanded = QString::fromUcs4(&folded, 1).toUpper().toStdU32String();
        if (expanded.size() == 1)
            return std::u32string(1, folded);
        for (char32_t &each : expanded)
            each = QChar::toCaseFolded(each);
        return expanded;
    }
    case Mapping::Title:
        break;
    }
    const char32_t title = QChar::toTitleCase(c);
    if (title != c)
        return std::u32string(1, title);
    // Characters that become several: only the first of these stays upper case, "ß" is "Ss".
    std::u32string mapped = text.toUpper().toStdU32String();
    if (mapped.size() == 1)
        return std::u32string(1, c);
    for (char32_t &tail : std::span(mapped).subspan(1))
        tail = QChar::toLower(tail);
    return mapped;
}

void appendMapped(std::string &result, char32_t c, Mapping mapping)
{
    if (c < 0x80)
        result += asciiMapped(static_cast<char>(c), mapping);
    else
        result += textOf(fullMapping(c, mapping));
}

std::string mapped(std::string_view utf8, Mapping mapping)
{
    std::string result;
    result.reserve(utf8.size());
    for (const char *at = utf8.data(), *end = at + utf8.size(); at < end;)
        appendMapped(result, decodeCodePoint(at), mapping);
    return result;
}

bool isCased(char32_t c)
{
    if (c < 0x80)
        return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    switch (QChar::category(c)) {
    case QChar::Letter_Uppercase:
    case QChar::Letter_Lowercase:
    case QChar::Letter_Titlecase:
        return true;
    default:
        return false;
    }
}

bool isIgnoredForCase(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
    case QChar::Letter_Modifier:
    case QChar::Symbol_Modifier:
        return true;
    default:
        return c == U'\'' || c == U'.' || c == U':' || c == 0xB7 || c == 0x2019;
    }
}

constexpr char32_t CapitalSigma = 0x3A3;
constexpr char32_t FinalSigma = 0x3C2;

/// A capital sigma at the end of a word becomes the final one.
bool isFinalSigma(std::u32string_view text, std::size_t index)
{
    if (text[index] != CapitalSigma)
        return false;
    const auto before = text.substr(0, index);
    const auto first = std::ranges::find_if_not(before.rbegin(), before.rend(),
                                                [](char32_t c) { return isIgnoredForCase(c); });
    if (first == before.rend() || !isCased(*first))
        return false;
    const auto after = text.substr(index + 1);
    const auto next = std::ranges::find_if_not(after, isIgnoredForCase);
    return next == after.end() || !isCased(*next);
}

void appendLower(std::string &result, std::u32string_view text, std::size_t index)
{
    if (isFinalSigma(text, index))
        appendCodePoint(result, FinalSigma);
    else
        appendMapped(result, text[index], Mapping::Lower);
}

template<typename Predicate>
bool allOf(std::string_view utf8, Predicate predicate)
{
    if (utf8.empty())
        return false;
    for (const char *at = utf8.data(), *end = at + utf8.size(); at < end;) {
        if (!predicate(decodeCodePoint(at)))
            return false;
    }
    return true;
}

bool isUpper(char32_t c)
{
    return QChar::category(c) == QChar::Letter_Uppercase;
}

bool isTitle(char32_t c)
{
    return QChar::category(c) == QChar::Letter_Titlecase;
}

bool isLower(char32_t c)
{
    return QChar::category(c) == QChar::Letter_Lowercase;
}

/// Letters with a numeric value: Han numerals.
bool isNumericIdeograph(char32_t c)
{
    constexpr std::u32string_view numerals =
        U"〇一二三四五六七八九十百千万億兆零壹貳參肆伍陸柒捌玖拾佰仟萬亿两廿卅卌";
    return numerals.contains(c);
}

bool isNumber(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Number_DecimalDigit:
    case QChar::Number_Letter:
    case QChar::Number_Other:
        return true;
    default:
        return c >= 0x3007 && isNumericIdeograph(c);
    }
}

} // namespace

std::string upperCase(std::string_view utf8)
{
    return mapped(utf8, Mapping::Upper);
}

std::string lowerCase(std::string_view utf8)
{
    if (isAsciiText(utf8))
        return mapped(utf8, Mapping::Lower);
    const std::u32string text = codePoints(utf8);
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i)
        appendLower(result, text, i);
    return result;
}

std::string titleCase(std::string_view utf8)
{
    const std::u32string text = codePoints(utf8);
    std::string result;
    bool isInWord = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isInWord)
            appendLower(result, text, i);
        else
            appendMapped(result, text[i], Mapping::Title);
        isInWord = isCased(text[i]);
    }
    return result;
}

std::string capitalized(std::string_view utf8)
{
    const std::u32string text = codePoints(utf8);
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == 0)
            appendMapped(result, text[i], Mapping::Title);
        else
            appendLower(result, text, i);
    }
    return result;
}

std::string swappedCase(std::string_view utf8)
{
    const std::u32string text = codePoints(utf8);
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (isUpper(text[i]))
            appendLower(result, text, i);
        else if (isLower(text[i]))
            appendMapped(result, text[i], Mapping::Upper);
        else
            appendCodePoint(result, text[i]);
    }
    return result;
}

std::string foldedCase(std::string_view utf8)
{
    return mapped(utf8, Mapping::Fold);
}

bool isAlphabetic(std::string_view utf8)
{
    return allOf(utf8, [](char32_t c) { return QChar::isLetter(c); });
}

bool isAlphanumeric(std::string_view utf8)
{
    return allOf(utf8, [](char32_t c) { return QChar::isLetter(c) || isNumber(c); });
}

bool isDecimal(std::string_view utf8)
{
    return allOf(utf8, [](char32_t c) { return QChar::category(c) == QChar::Number_DecimalDigit; });
}

bool isDigits(std::string_view utf8)
{
    return allOf(utf8, [](char32_t c) { return QChar::digitValue(c) >= 0; });
}

bool isNumeric(std::string_view utf8)
{
    return allOf(utf8, isNumber);
}

bool isLowerCase(std::string_view utf8)
{
    bool hasCased = false;
    const bool fits = allOf(utf8, [&](char32_t c) {
        hasCased = hasCased || isLower(c);
        return !isUpper(c) && !isTitle(c);
    });
    return fits && hasCased;
}

bool isUpperCase(std::string_view utf8)
{
    bool hasCased = false;
    const bool fits = allOf(utf8, [&](char32_t c) {
        hasCased = hasCased || isUpper(c);
        return !isLower(c) && !isTitle(c);
    });
    return fits && hasCased;
}

bool isTitleCase(std::string_view utf8)
{
    bool hasCased = false;
    bool isInWord = false;
    const bool fits = allOf(utf8, [&](char32_t c) {
        const bool isCapital = isUpper(c) || isTitle(c);
        const bool isSmall = isLower(c);
        const bool isRight = isCapital ? !isInWord : !isSmall || isInWord;
        isInWord = isCapital || isSmall;
        hasCased = hasCased || isInWord;
        return isRight;
    });
    return fits && hasCased;
}

bool isWhitespace(std::string_view utf8)
{
    return allOf(utf8, isSpace);
}

bool isPrintableText(std::string_view utf8)
{
    return utf8.empty() || allOf(utf8, isPrintable);
}

bool isIdentifier(std::string_view utf8)
{
    bool isFirst = true;
    return allOf(utf8, [&](char32_t c) {
        const bool fits = isFirst ? isIdentifierStart(c) : isIdentifierContinue(c);
        isFirst = false;
        return fits;
    });
}

} // namespace athanor::python
