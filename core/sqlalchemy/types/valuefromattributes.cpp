// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/types/typeclass.h"

#include <algorithm>
#include <utility>

namespace athanor::sqlalchemy {

using namespace python;
using sql::Type;

namespace {

/// What an attribute says about the type. `Text` ones are kept as they are, `Flag`s by their truth.
struct Field
{
    std::string_view name;
    std::optional<int> Type::*number = nullptr;
    std::optional<qint64> Type::*length = nullptr;
    bool Type::*flag = nullptr;
    QString Type::*text = nullptr;
};

constexpr Field numberField(std::string_view name, std::optional<int> Type::*member)
{
    return {.name = name, .number = member};
}

constexpr Field lengthField(std::string_view name)
{
    return {.name = name, .length = &Type::length};
}

constexpr Field flagField(std::string_view name, bool Type::*member)
{
    return {.name = name, .flag = member};
}

constexpr Field textField(std::string_view name, QString Type::*member)
{
    return {.name = name, .text = member};
}

constexpr std::array fields = std::to_array<Field>({
    flagField("as_uuid", &Type::isUuid),
    flagField("ascii", &Type::isAscii),
    flagField("binary", &Type::isBinary),
    numberField("binary_precision", &Type::binaryPrecision),
    textField("charset", &Type::charset),
    textField("collate", &Type::collation),
    textField("collation", &Type::collation),
    flagField("convert_int", &Type::convertsInt),
    flagField("create_constraint", &Type::createsConstraint),
    numberField("day_precision", &Type::dayPrecision),
    lengthField("dim"),
    numberField("display_width", &Type::displayWidth),
    textField("fields", &Type::fields),
    flagField("filestream", &Type::isFilestream),
    numberField("fsp", &Type::precision),
    lengthField("length"),
    flagField("local_timezone", &Type::hasLocalTimezone),
    flagField("national", &Type::isNational),
    flagField("native", &Type::isNative),
    flagField("native_uuid", &Type::isNative),
    numberField("precision", &Type::precision),
    numberField("scale", &Type::scale),
    numberField("second_precision", &Type::secondPrecision),
    flagField("timezone", &Type::hasTimezone),
    flagField("unicode", &Type::isUnicode),
    flagField("unsigned", &Type::isUnsigned),
    flagField("varying", &Type::isVarying),
    flagField("zerofill", &Type::isZerofill),
});
static_assert(std::ranges::is_sorted(fields, {}, &Field::name), "looked up by name");

/// A whole number, also one written as text: SQLAlchemy only prints it.
std::optional<qint64> wholeNumber(Value value)
{
    if (value.isBoolean())
        return value.boolean() ? 1 : 0;
    if (value.isInteger())
        return value.integer();
    if (const auto *text = value.as<StringObject>()) {
        bool isNumber = false;
        const qint64 number = QString::fromStdString(text->utf8).toLongLong(&isNumber);
        if (isNumber && QString::number(number).toStdString() == text->utf8)
            return number;
    }
    return std::nullopt;
}

bool isMaximum(Value value)
{
    const auto *text = value.as<StringObject>();
    return text != nullptr && text->utf8 == "max";
}

Done setField(Evaluator &evaluator, Type &type, const Field &field, Value value)
{
    if (const auto *opaque = value.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque,
                                      std::string("the ") + std::string(field.name) + " of a column type");
    if (field.flag != nullptr) {
        const Outcome<bool> truth = evaluator.truth(value);
        if (!truth)
            return std::unexpected(truth.error());
        type.*field.flag = *truth;
        return {};
    }
    if (field.text != nullptr) {
        const Outcome<std::string> text = evaluator.str(value);
        if (!text)
            return std::unexpected(text.error());
        type.*field.text = QString::fromStdString(*text);
        return {};
    }
    if (field.name == "length" && isMaximum(value)) {
        type.isMaximum = true;
        return {};
    }
    const std::optional<qint64> number = wholeNumber(value);
    const bool isHeld = number && (field.length || std::in_range<int>(*number));
    if (!isHeld)
        return evaluator.refuse(std::string("a column type's ") + std::string(field.name)
                                    + " that is no whole number",
                                "a number");
    if (field.length)
        type.*field.length = number;
    else
        type.*field.number = int(*number);
    return {};
}

} // namespace

Outcome<Type> valueFromAttributes(Evaluator &evaluator, const TypeObject &object, sql::TypeKind kind)
{
    Type type = {.kind = kind};
    for (const Namespace::Entry &entry : object.attributes.entries()) {
        if (entry.value.isNone())
            continue;
        const auto field = std::ranges::lower_bound(fields, std::string_view(entry.name), {}, &Field::name);
        if (field == fields.end() || field->name != entry.name)
            continue;
        if (const Done done = setField(evaluator, type, *field, entry.value); !done)
            return std::unexpected(done.error());
    }
    return type;
}

} // namespace athanor::sqlalchemy
