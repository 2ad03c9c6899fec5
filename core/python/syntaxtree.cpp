// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/syntaxtree.h"

#include <algorithm>

namespace athanor::python {

const String *docstringNode(Block body)
{
    if (body.empty())
        return nullptr;
    const auto *statement = body.front()->as<ExpressionStatement>();
    return statement ? statement->value->as<String>() : nullptr;
}

static std::string withTabsExpanded(std::string_view text)
{
    static constexpr int TabWidth = 8;
    std::string expanded;
    int column = 0;
    for (const char c : text) {
        if (c == '\t') {
            const int blanks = TabWidth - column % TabWidth;
            expanded.append(static_cast<std::size_t>(blanks), ' ');
            column += blanks;
            continue;
        }
        expanded += c;
        column = c == '\n' || c == '\r' ? 0 : column + 1;
    }
    return expanded;
}

std::string cleanedDocstring(std::string_view text)
{
    const std::string expanded = text.contains('\t') ? withTabsExpanded(text) : std::string();
    const std::string_view all = expanded.empty() ? text : std::string_view(expanded);
    const auto indentation = [&](std::size_t at) { return all.find_first_not_of(' ', at); };
    std::size_t margin = std::string_view::npos;
    for (std::size_t at = all.find('\n'); at != std::string_view::npos; at = all.find('\n', at + 1)) {
        const std::size_t first = indentation(at + 1);
        if (first != std::string_view::npos && all[first] != '\n')
            margin = std::min(margin, first - at - 1);
    }
    std::string result;
    result.reserve(all.size());
    std::size_t begin = std::min(indentation(0), all.size());
    for (;;) {
        const std::size_t end = all.find('\n', begin);
        if (end == std::string_view::npos) {
            result += all.substr(begin);
            return result;
        }
        result += all.substr(begin, end + 1 - begin);
        begin = end + 1;
        const std::size_t first = std::min(indentation(begin), all.size());
        begin = margin == std::string_view::npos ? begin : std::min(first, begin + margin);
    }
}

} // namespace athanor::python
