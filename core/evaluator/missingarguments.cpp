// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/missingarguments.h"

namespace athanor::python {

namespace {

std::string_view pluralEnding(std::size_t count)
{
    return count == 1 ? "" : "s";
}

} // namespace

std::string missingArgumentsText(std::string_view function, std::string_view kind,
                                 std::span<const std::string_view> names)
{
    std::string text(function);
    text += "() missing " + std::to_string(names.size()) + " required ";
    text += kind;
    text += " argument";
    text += pluralEnding(names.size());
    text += ": ";
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0)
            text += names.size() == 2 ? " and " : i + 1 == names.size() ? ", and " : ", ";
        text += '\'';
        text += names[i];
        text += '\'';
    }
    return text;
}

std::string tooManyPositionalText(std::string_view function, std::size_t fewest, std::size_t most,
                                  std::size_t given, std::size_t keywordOnly)
{
    std::string text(function);
    text += "() takes ";
    if (fewest != most)
        text += "from " + std::to_string(fewest) + " to ";
    text += std::to_string(most) + " positional argument";
    text += fewest != most ? "s" : pluralEnding(most);
    text += " but " + std::to_string(given);
    if (keywordOnly > 0) {
        text += " positional argument";
        text += pluralEnding(given);
        text += " (and " + std::to_string(keywordOnly) + " keyword-only argument";
        text += pluralEnding(keywordOnly);
        text += ')';
    }
    text += given == 1 && keywordOnly == 0 ? " was given" : " were given";
    return text;
}

} // namespace athanor::python
