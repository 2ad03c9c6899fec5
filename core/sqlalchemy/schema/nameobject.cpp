// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/schema/nameobject.h"

namespace athanor::sqlalchemy {

using namespace python;

Outcome<schema::Name> nameFrom(Evaluator &evaluator, Value value, std::string_view purpose)
{
    if (value.isNone())
        return schema::Name{};
    if (const auto *text = value.as<StringObject>()) {
        if (const auto *name = dynamic_cast<const NameObject *>(text))
            return name->name;
    }
    Outcome<QString> text = textFrom(evaluator, value, purpose);
    if (!text)
        return std::unexpected(text.error());
    return schema::Name{.text = *std::move(text)};
}

Value nameValue(Evaluator &evaluator, const schema::Name &name)
{
    if (name.isEmpty())
        return {};
    if (!name.isFinal && !name.isQuoted)
        return textValue(evaluator, name.text);
    return evaluator.heap().make<NameObject>(name);
}

Evaluated callConv(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("conv", "value, quote=");
    const Outcome<BoundArguments> given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    Outcome<schema::Name> name = nameFrom(evaluator, given->value(0), "conv()");
    if (!name)
        return std::unexpected(name.error());
    name->isFinal = true;
    return nameValue(evaluator, *name);
}

Evaluated callQuotedName(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("quoted_name", "value, quote");
    const Outcome<BoundArguments> given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    Outcome<schema::Name> name = nameFrom(evaluator, given->value(0), "quoted_name()");
    if (!name)
        return std::unexpected(name.error());
    const Outcome<std::optional<bool>> quote = flagFrom(evaluator, given->value(1));
    if (!quote)
        return std::unexpected(quote.error());
    name->isQuoted = *quote;
    return nameValue(evaluator, *name);
}

} // namespace athanor::sqlalchemy
