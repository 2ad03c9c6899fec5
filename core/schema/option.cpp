// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/option.h"

namespace athanor::schema {

const OptionValue *option(const Options &options, QStringView keyword)
{
    for (const auto &[name, value] : options) {
        if (name == keyword)
            return &value;
    }
    return nullptr;
}

QString textOption(const Options &options, QStringView keyword)
{
    const OptionValue *value = option(options, keyword);
    const auto *text = value ? std::get_if<QString>(value) : nullptr;
    return text ? *text : QString();
}

bool isSet(const Options &options, QStringView keyword)
{
    const OptionValue *value = option(options, keyword);
    if (!value)
        return false;
    struct Truth
    {
        bool operator()(std::monostate) const { return false; }
        bool operator()(bool flag) const { return flag; }
        bool operator()(qint64 number) const { return number != 0; }
        bool operator()(double number) const { return number != 0.0; }
        bool operator()(const QString &text) const { return !text.isEmpty(); }
        bool operator()(const sql::Clause &clause) const { return !clause.isNull(); }
        bool operator()(const QStringList &list) const { return !list.isEmpty(); }
        bool operator()(const QList<sql::Clause> &list) const { return !list.isEmpty(); }
        bool operator()(const OptionMap &map) const { return !map.isEmpty(); }
    };
    return std::visit(Truth{}, *value);
}

std::optional<bool> flagOption(const Options &options, QStringView keyword)
{
    const OptionValue *value = option(options, keyword);
    const auto *flag = value ? std::get_if<bool>(value) : nullptr;
    return flag ? std::optional(*flag) : std::nullopt;
}

} // namespace athanor::schema
