// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/unicode.h"
#include "core/stdlib/native.h"
#include "core/stdlib/textmodules.h"

#include <QString>

#include <array>

namespace athanor::python {

namespace {

/// The short names of Unicode, in the order of QChar::Category.
constexpr std::array<std::string_view, 30> Categories = {
    "Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Cn", "Lu",
    "Ll", "Lt", "Lm", "Lo", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So"};

Evaluated normalize(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("normalize", "form, unistr, /");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const std::string *form = textOf(bound->value(0));
    const std::string *text = textOf(bound->value(1));
    if (form == nullptr || text == nullptr)
        return evaluator.raise("TypeError", "normalize() takes two strings");
    static constexpr std::pair<std::string_view, QString::NormalizationForm> Forms[] = {
        {"NFC", QString::NormalizationForm_C},
        {"NFD", QString::NormalizationForm_D},
        {"NFKC", QString::NormalizationForm_KC},
        {"NFKD", QString::NormalizationForm_KD},
    };
    for (const auto &[name, kind] : Forms) {
        if (*form == name)
            return string(evaluator, QString::fromStdString(*text).normalized(kind).toStdString());
    }
    return evaluator.raise("ValueError", "invalid normalization form");
}

/// The only character of a str.
Outcome<char32_t> characterOf(Evaluator &evaluator, std::string_view function, const Arguments &arguments)
{
    const std::string *text = arguments.positional.empty() ? nullptr : textOf(arguments.positional.front());
    if (text == nullptr || text->empty())
        return evaluator.raise("TypeError",
                               std::string(function) + "() argument must be a unicode character");
    const char *at = text->data();
    const char32_t c = decodeCodePoint(at);
    if (at != text->data() + text->size())
        return evaluator.raise("TypeError",
                               std::string(function) + "() argument must be a unicode character");
    return c;
}

Evaluated category(Evaluator &evaluator, const Arguments &arguments)
{
    const Outcome<char32_t> c = characterOf(evaluator, "category", arguments);
    if (!c)
        return std::unexpected(c.error());
    return string(evaluator, Categories[std::size_t(QChar::category(*c))]);
}

Evaluated combining(Evaluator &evaluator, const Arguments &arguments)
{
    const Outcome<char32_t> c = characterOf(evaluator, "combining", arguments);
    if (!c)
        return std::unexpected(c.error());
    return Value(std::int64_t(QChar::combiningClass(*c)));
}

constexpr NativeName Names[] = {
    {.name = "category", .call = category},
    {.name = "combining", .call = combining},
    {.name = "normalize", .call = normalize},
};

} // namespace

const NativeModule characterModule = {"unicodedata", Names};

} // namespace athanor::python
