// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/types/enumtype.h"

#include "core/sqlalchemy/types/schematype.h"
#include "core/sqlalchemy/types/sqltypes.h"

#include <algorithm>

namespace athanor::sqlalchemy {

using namespace python;
using sql::Type;

namespace {

/// Takes a keyword out of the list.
std::optional<Value> taken(std::vector<NamedValue> &keywords, std::string_view name)
{
    const auto found = std::ranges::find(keywords, name, &NamedValue::name);
    if (found == keywords.end())
        return std::nullopt;
    const Value value = found->value;
    keywords.erase(found);
    return value;
}

/// What a Python enum class, or the values themselves, say.
struct EnumValues
{
    std::vector<Value> values = {};
    std::vector<Value> members = {}; ///< of the class, in the order of the values
    Value enumClass = {};
};

Outcome<EnumValues> membersOf(Evaluator &evaluator, Value enumClass, Value members, Value valuesCallable,
                              bool omitsAliases)
{
    EnumValues result = {.enumClass = enumClass};
    const Outcome<std::vector<Value>> names = evaluator.items(members);
    if (!names)
        return std::unexpected(names.error());
    for (const Value name : *names) {
        const Evaluated member = evaluator.item(members, name);
        if (!member)
            return std::unexpected(member.error());
        if (omitsAliases) {
            const Evaluated ownName = evaluator.attribute(*member, "name");
            const Outcome<bool> isOwn =
                ownName ? evaluator.equal(*ownName, name) : std::unexpected(ownName.error());
            if (!isOwn)
                return std::unexpected(isOwn.error());
            if (!*isOwn)
                continue;
        }
        result.values.push_back(name);
        result.members.push_back(*member);
    }
    if (valuesCallable.isNone())
        return result;
    const Evaluated values = evaluator.call(valuesCallable, {enumClass});
    Outcome<std::vector<Value>> items = values ? evaluator.items(*values) : std::unexpected(values.error());
    if (!items)
        return std::unexpected(items.error());
    result.values = std::move(*items);
    return result;
}

Outcome<EnumValues> valuesFrom(Evaluator &evaluator, std::span<const Value> enums, Value valuesCallable,
                               bool omitsAliases)
{
    if (enums.size() == 1 && enums.front().as<OpaqueObject>() == nullptr) {
        const Outcome<std::optional<Value>> members = evaluator.findAttribute(enums.front(), "__members__");
        if (!members)
            return std::unexpected(members.error());
        if (*members)
            return membersOf(evaluator, enums.front(), **members, valuesCallable, omitsAliases);
    }
    EnumValues result;
    result.values.assign(enums.begin(), enums.end());
    return result;
}

/// The length of the longest value, in characters.
Outcome<std::int64_t> longest(Evaluator &evaluator, std::span<const Value> values)
{
    std::int64_t result = 0;
    for (const Value value : values) {
        if (const auto *opaque = value.as<OpaqueObject>())
            return evaluator.refuseOpaque(*opaque, "the values of an Enum");
        const Outcome<std::int64_t> length = evaluator.length(value);
        if (!length)
            return length;
        result = std::max(result, *length);
    }
    return result;
}

Done setLength(Evaluator &evaluator, TypeObject &self, std::span<const Value> values,
               std::optional<Value> given)
{
    const Outcome<std::int64_t> length = longest(evaluator, values);
    if (!length)
        return std::unexpected(length.error());
    self.attributes.set("_default_length", Value(*length));
    self.attributes.set("length", given.value_or(Value(*length)));
    if (given && given->isInteger() && given->integer() < *length) {
        return evaluator.raise(
            "ValueError", "When provided, length must be larger or equal than the length of the longest enum "
                          "value. "
                              + std::to_string(given->integer()) + " < " + std::to_string(*length));
    }
    return {};
}

/// The class's name in lower case, which names the type where nothing else does.
Outcome<Value> classNameOf(Evaluator &evaluator, Value enumClass)
{
    const Evaluated name = evaluator.attribute(enumClass, "__name__");
    return name ? evaluator.callMethod(*name, "lower") : name;
}

} // namespace

Done initEnum(Evaluator &evaluator, TypeObject &self, std::span<const Value> enums,
              std::vector<NamedValue> &keywords)
{
    Namespace &attributes = self.attributes;
    attributes.set("native_enum", taken(keywords, "native_enum").value_or(Value(true)));
    attributes.set("create_constraint", taken(keywords, "create_constraint").value_or(Value(false)));
    const Value valuesCallable = taken(keywords, "values_callable").value_or(Value());
    attributes.set("values_callable", valuesCallable);
    (void)taken(keywords, "sort_key_function");
    const std::optional<Value> length = taken(keywords, "length");
    const Outcome<bool> omitsAliases = evaluator.truth(taken(keywords, "omit_aliases").value_or(Value(true)));
    if (!omitsAliases)
        return std::unexpected(omitsAliases.error());

    const Outcome<EnumValues> values = valuesFrom(evaluator, enums, valuesCallable, *omitsAliases);
    if (!values)
        return std::unexpected(values.error());
    attributes.set("enums", evaluator.heap().list(values->values));
    attributes.set("_members", evaluator.heap().list(values->members));
    attributes.set("enum_class", values->enumClass);
    attributes.set("validate_strings", taken(keywords, "validate_strings").value_or(Value(false)));
    attributes.set("collation", Value());
    if (const Done done = setLength(evaluator, self, values->values, length); !done)
        return done;

    std::optional<Value> name = taken(keywords, "name");
    if (!name && !values->enumClass.isNone() && !values->values.empty()) {
        const Outcome<Value> className = classNameOf(evaluator, values->enumClass);
        if (!className)
            return std::unexpected(className.error());
        name = *className;
    }
    attributes.set("name", name.value_or(Value()));
    for (const std::string_view each : {"schema", "metadata", "quote"})
        attributes.set(each, taken(keywords, each).value_or(Value()));
    attributes.set("inherit_schema", taken(keywords, "inherit_schema").value_or(Value(false)));
    return {};
}

Outcome<QStringList> stringsFrom(Evaluator &evaluator, Value items, std::string_view purpose)
{
    const Outcome<std::vector<Value>> values = evaluator.items(items);
    if (!values)
        return std::unexpected(values.error());
    QStringList strings;
    for (const Value value : *values) {
        const auto *text = value.as<StringObject>();
        if (text == nullptr)
            return evaluator.refuse(std::string(purpose) + " that are no str", "their texts");
        strings += QString::fromStdString(text->utf8);
    }
    return strings;
}

Outcome<Type> enumValue(Evaluator &evaluator, TypeObject &object)
{
    Outcome<Type> type = valueFromAttributes(evaluator, object, object.row->kind);
    if (!type)
        return type;
    const Value *enums = object.attributes.find("enums");
    if (enums == nullptr)
        return evaluator.refuse("an Enum whose __init__() was not called", "its values");
    const Outcome<QStringList> values = stringsFrom(evaluator, *enums, "values of an Enum");
    if (!values)
        return std::unexpected(values.error());
    type->values = *values;
    if (object.row->kind == sql::TypeKind::Enum) {
        const Value *isNative = object.attributes.find("native_enum");
        const Outcome<bool> truth = evaluator.truth(isNative ? *isNative : Value(true));
        if (!truth)
            return std::unexpected(truth.error());
        type->isNative = *truth;
    }
    if (const Value *creates = object.attributes.find("create_type")) {
        const Outcome<bool> truth = evaluator.truth(*creates);
        if (!truth)
            return std::unexpected(truth.error());
        type->createsType = *truth;
    }
    if (const Done done = setSchemaArguments(evaluator, object, *type); !done)
        return std::unexpected(done.error());
    return type;
}

Outcome<std::string> shownEnum(Evaluator &evaluator, const TypeObject &object, std::string_view values,
                               std::span<const std::string_view> names)
{
    std::string text;
    const auto append = [&](std::string_view prefix, Value value) -> Done {
        const Outcome<std::string> shown = evaluator.repr(value);
        if (!shown)
            return std::unexpected(shown.error());
        text += text.empty() ? "" : ", ";
        text += prefix;
        text += *shown;
        return {};
    };
    if (const Value *items = object.attributes.find(values)) {
        if (const Done done = evaluator.iterate(*items, [&](Value item) { return append("", item); }); !done)
            return std::unexpected(done.error());
    }
    for (const std::string_view name : names) {
        const Value *value = object.attributes.find(name);
        const Value *length = object.attributes.find("_default_length");
        const Value usual = name == "native_enum"        ? Value(true)
                            : name == "length" && length ? *length
                                                         : Value(false);
        if (value == nullptr || value->isNone() || value->isSame(usual))
            continue;
        if (const Done done = append(std::string(name) + '=', *value); !done)
            return std::unexpected(done.error());
    }
    return text;
}

Evaluated enumLiteral(const TypeObject &object, Value value)
{
    const Value *members = object.attributes.find("_members");
    const Value *enums = object.attributes.find("enums");
    const auto *memberList = members == nullptr ? nullptr : members->as<ListObject>();
    const auto *valueList = enums == nullptr ? nullptr : enums->as<ListObject>();
    if (memberList == nullptr || valueList == nullptr)
        return value;
    for (std::size_t i = 0; i < memberList->items.size() && i < valueList->items.size(); ++i) {
        if (memberList->items[i].isSame(value))
            return valueList->items[i];
    }
    return value;
}

namespace {

Evaluated init(Evaluator &evaluator, const Arguments &arguments)
{
    auto *self = arguments.positional.empty() ? nullptr : arguments.positional.front().as<TypeObject>();
    if (self == nullptr)
        return evaluator.raise("TypeError", "Enum.__init__() needs an Enum");
    // What an Enum does not know is for another dialect's, and passed over.
    std::vector<NamedValue> keywords(arguments.keywords.begin(), arguments.keywords.end());
    if (const Done done = initEnum(evaluator, *self, arguments.positional.subspan(1), keywords); !done)
        return std::unexpected(done.error());
    return Value();
}

Evaluated repr(Evaluator &evaluator, const Arguments &arguments)
{
    static constexpr std::string_view names[] = {
        "name", "schema", "metadata", "inherit_schema", "native_enum", "create_constraint", "length"};
    auto *self = arguments.positional.empty() ? nullptr : arguments.positional.front().as<TypeObject>();
    if (self == nullptr)
        return evaluator.raise("TypeError", "Enum.__repr__() needs an Enum");
    const Outcome<std::string> text = shownEnum(evaluator, *self, "enums", names);
    if (!text)
        return std::unexpected(text.error());
    return Value(evaluator.heap().string(self->pythonClass()->name + '(' + *text + ')'));
}

constexpr NativeMember members[] = {
    {"__init__", MemberKind::Method, init},
    {"__repr__", MemberKind::Method, repr},
};

} // namespace

constinit const TypeClass enumType =
    typeClass("Enum", basesOf<stringType, schemaType, typeEngineClass>, sql::TypeKind::Enum, noArguments,
              "sqlalchemy.sql.sqltypes", members, enumValue);

} // namespace athanor::sqlalchemy
