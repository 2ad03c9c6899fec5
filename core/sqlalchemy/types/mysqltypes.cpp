// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/types/mysqltypes.h"

#include "core/sqlalchemy/types/enumtype.h"
#include "core/sqlalchemy/types/sqltypes.h"

#include <algorithm>

namespace athanor::sqlalchemy {

using namespace python;
using sql::Type;
using sql::TypeKind;

namespace {

constexpr std::string_view module = "sqlalchemy.dialects.mysql.types";

constexpr auto integerArguments = typeArguments<"display_width=None, *, unsigned=False, zerofill=False">;
constexpr auto exactArguments =
    typeArguments<"precision=None, scale=None, asdecimal=True, *, unsigned=False, zerofill=False, "
                  "decimal_return_scale=None",
                  "unsigned, zerofill, precision, scale, decimal_return_scale, asdecimal">;
constexpr auto approximateArguments =
    typeArguments<"precision=None, scale=None, asdecimal=True, *, unsigned=False, zerofill=False, "
                  "decimal_return_scale=None",
                  "precision, scale, asdecimal=False, unsigned, zerofill, decimal_return_scale">;
constexpr auto floatTypeArguments =
    typeArguments<"precision=None, scale=None, asdecimal=False, *, unsigned=False, zerofill=False, "
                  "decimal_return_scale=None",
                  "precision, scale, asdecimal, unsigned, zerofill, decimal_return_scale">;
constexpr auto stringArguments =
    typeArguments<"length=None, *, charset=None, collation=None, collate=..., ascii=False, binary=False, "
                  "unicode=False, national=False",
                  "charset, collation, ascii, binary, unicode, national, length">;
constexpr auto textArguments = typeArguments<"*, charset=None, collation=None, collate=..., ascii=False, "
                                             "binary=False, unicode=False, national=False, length=None",
                                             "charset, collation, ascii, binary, unicode, national, length">;
constexpr auto timeArguments = typeArguments<"timezone=False, fsp=None">;

/// DOUBLE and REAL take both numbers or none.
Evaluated initDouble(Evaluator &evaluator, const Arguments &arguments)
{
    if (const Done done = approximateArguments().store(evaluator, arguments); !done)
        return std::unexpected(done.error());
    const auto *self = arguments.positional.front().as<Instance>();
    const Value *precision = self->attributes.find("precision");
    const Value *scale = self->attributes.find("scale");
    if (precision != nullptr && scale != nullptr && precision->isNone() != scale->isNone()) {
        return evaluator.refuse("mysql." + self->type->name + " with only one of precision and scale",
                                "both of them, or none, which SQLAlchemy asks for too");
    }
    return Value();
}

/// collate= is another name of collation=, and the national types are so by their class.
Evaluated initString(Evaluator &evaluator, const Arguments &arguments)
{
    const auto *self = arguments.positional.empty() ? nullptr : arguments.positional.front().as<TypeObject>();
    const TypeArguments &(*parameters)() = self && self->row ? self->row->arguments : textArguments;
    if (const Done done = parameters().store(evaluator, arguments); !done)
        return std::unexpected(done.error());
    auto *object = arguments.positional.front().as<TypeObject>();
    if (const Value *collate = object->attributes.find("collate"))
        object->attributes.set("collation", *collate);
    if (object->row->kind == TypeKind::MyNchar || object->row->kind == TypeKind::MyNvarchar)
        object->attributes.set("national", Value(true));
    return Value();
}

constexpr NativeMember stringMembers[] = {{"__init__", MemberKind::Method, initString}};
constexpr NativeMember doubleMembers[] = {{"__init__", MemberKind::Method, initDouble}};

constinit const TypeClass numericBase = typeClass("_NumericType", {}, TypeKind::Null, noArguments, module);
constinit const TypeClass floatBase =
    typeClass("_FloatType", basesOf<numericBase, floatType>, TypeKind::Null, floatTypeArguments, module);
constinit const TypeClass integerBase =
    typeClass("_IntegerType", basesOf<numericBase, integerType>, TypeKind::Null, integerArguments, module);
constinit const TypeClass stringBase =
    typeClass("_StringType", basesOf<stringType>, TypeKind::Null, textArguments, module, stringMembers);

constinit const TypeClass myBigint =
    typeClass("BIGINT", basesOf<integerBase, sqlBigint>, TypeKind::MyBigint, integerArguments, module);
constinit const TypeClass myInteger =
    typeClass("INTEGER", basesOf<integerBase, sqlInteger>, TypeKind::MyInteger, integerArguments, module);
constinit const TypeClass myMediumint =
    typeClass("MEDIUMINT", basesOf<integerBase>, TypeKind::MyMediumint, integerArguments, module);
constinit const TypeClass mySmallint =
    typeClass("SMALLINT", basesOf<integerBase, sqlSmallint>, TypeKind::MySmallint, integerArguments, module);
constinit const TypeClass myTinyint =
    typeClass("TINYINT", basesOf<integerBase>, TypeKind::MyTinyint, integerArguments, module);
constinit const TypeClass myNumeric =
    typeClass("NUMERIC", basesOf<numericBase, sqlNumeric>, TypeKind::MyNumeric, exactArguments, module);
constinit const TypeClass myDecimal =
    typeClass("DECIMAL", basesOf<numericBase, sqlDecimal>, TypeKind::MyDecimal, exactArguments, module);
constinit const TypeClass myDouble = typeClass("DOUBLE", basesOf<floatBase, sqlDouble>, TypeKind::MyDouble,
                                               approximateArguments, module, doubleMembers);
constinit const TypeClass myReal = typeClass("REAL", basesOf<floatBase, sqlReal>, TypeKind::MyReal,
                                             approximateArguments, module, doubleMembers);
constinit const TypeClass myFloat =
    typeClass("FLOAT", basesOf<floatBase, sqlFloat>, TypeKind::MyFloat, floatTypeArguments, module);
constinit const TypeClass myVarchar =
    typeClass("VARCHAR", basesOf<stringBase, sqlVarchar>, TypeKind::MyVarchar, stringArguments, module);
constinit const TypeClass myChar =
    typeClass("CHAR", basesOf<stringBase, sqlChar>, TypeKind::MyChar, stringArguments, module);
constinit const TypeClass myNvarchar =
    typeClass("NVARCHAR", basesOf<stringBase, sqlNvarchar>, TypeKind::MyNvarchar, stringArguments, module);
constinit const TypeClass myNchar =
    typeClass("NCHAR", basesOf<stringBase, sqlNchar>, TypeKind::MyNchar, stringArguments, module);
constinit const TypeClass myText =
    typeClass("TEXT", basesOf<stringBase, sqlText>, TypeKind::MyText, stringArguments, module);
constinit const TypeClass myTinytext =
    typeClass("TINYTEXT", basesOf<stringBase>, TypeKind::MyTinytext, textArguments, module);
constinit const TypeClass myMediumtext =
    typeClass("MEDIUMTEXT", basesOf<stringBase>, TypeKind::MyMediumtext, textArguments, module);
constinit const TypeClass myLongtext =
    typeClass("LONGTEXT", basesOf<stringBase>, TypeKind::MyLongtext, textArguments, module);
constinit const TypeClass myTinyblob =
    typeClass("TINYBLOB", basesOf<binaryType>, TypeKind::MyTinyblob, binaryArguments, module);
constinit const TypeClass myMediumblob =
    typeClass("MEDIUMBLOB", basesOf<binaryType>, TypeKind::MyMediumblob, binaryArguments, module);
constinit const TypeClass myLongblob =
    typeClass("LONGBLOB", basesOf<binaryType>, TypeKind::MyLongblob, binaryArguments, module);
constinit const TypeClass myDatetime =
    typeClass("DATETIME", basesOf<sqlDateTime>, TypeKind::MyDatetime, timeArguments, module);
constinit const TypeClass myTime =
    typeClass("TIME", basesOf<sqlTime>, TypeKind::MyTime, timeArguments, module);
constinit const TypeClass myTimestamp =
    typeClass("TIMESTAMP", basesOf<sqlTimestamp>, TypeKind::MyTimestamp, timeArguments, module);
constinit const TypeClass myBit =
    typeClass("BIT", basesOf<typeEngineClass>, TypeKind::MyBit, typeArguments<"length=None">, module);
constinit const TypeClass myYear = typeClass("YEAR", basesOf<typeEngineClass>, TypeKind::MyYear,
                                             typeArguments<"display_width=None">, module);
constinit const TypeClass myJson =
    typeClass("JSON", basesOf<jsonType>, TypeKind::MyJson, typeArguments<"none_as_null=False">,
              "sqlalchemy.dialects.mysql.json");
constinit const TypeClass mariaInet4 = typeClass("INET4", basesOf<typeEngineClass>, TypeKind::MariaInet4,
                                                 noArguments, "sqlalchemy.dialects.mysql.mariadb");
constinit const TypeClass mariaInet6 = typeClass("INET6", basesOf<typeEngineClass>, TypeKind::MariaInet6,
                                                 noArguments, "sqlalchemy.dialects.mysql.mariadb");

/// The keywords that all of MySQL's strings take, as an ENUM or a SET hands them on.
Done storeStringKeywords(Evaluator &evaluator, TypeObject &self, std::span<const NamedValue> keywords)
{
    const Value object(&self);
    const Done done = textArguments().store(evaluator, {std::span(&object, 1), keywords});
    if (const Value *collate = self.attributes.find("collate"))
        self.attributes.set("collation", *collate);
    return done;
}

Evaluated initEnumClass(Evaluator &evaluator, const Arguments &arguments)
{
    auto *self = arguments.positional.empty() ? nullptr : arguments.positional.front().as<TypeObject>();
    if (self == nullptr)
        return evaluator.raise("TypeError", "ENUM.__init__() needs an ENUM");
    std::vector<NamedValue> keywords(arguments.keywords.begin(), arguments.keywords.end());
    std::erase_if(keywords, [](const NamedValue &each) { return each.name == "strict"; });
    if (const Done done = initEnum(evaluator, *self, arguments.positional.subspan(1), keywords); !done)
        return std::unexpected(done.error());
    const Value *length = self->attributes.find("length");
    keywords.push_back({"length", length ? *length : Value()});
    if (const Done done = storeStringKeywords(evaluator, *self, keywords); !done)
        return std::unexpected(done.error());
    return Value();
}

Evaluated initSet(Evaluator &evaluator, const Arguments &arguments)
{
    auto *self = arguments.positional.empty() ? nullptr : arguments.positional.front().as<TypeObject>();
    if (self == nullptr)
        return evaluator.raise("TypeError", "SET.__init__() needs a SET");
    const std::span<const Value> values = arguments.positional.subspan(1);
    std::vector<NamedValue> keywords(arguments.keywords.begin(), arguments.keywords.end());
    const auto bitwise = std::ranges::find(keywords, "retrieve_as_bitwise", &NamedValue::name);
    self->attributes.set("retrieve_as_bitwise", bitwise == keywords.end() ? Value(false) : bitwise->value);
    if (bitwise != keywords.end())
        keywords.erase(bitwise);
    self->attributes.set("values", evaluator.heap().tuple({values.begin(), values.end()}));
    std::int64_t longest = 0;
    for (const Value value : values) {
        const Outcome<std::int64_t> length = evaluator.length(value);
        if (!length)
            return std::unexpected(length.error());
        longest = std::max(longest, *length);
    }
    if (!std::ranges::contains(keywords, "length", &NamedValue::name))
        keywords.push_back({"length", Value(longest)});
    if (const Done done = storeStringKeywords(evaluator, *self, keywords); !done)
        return std::unexpected(done.error());
    return Value();
}

Outcome<Type> setValue(Evaluator &evaluator, TypeObject &object)
{
    Outcome<Type> type = valueFromAttributes(evaluator, object, TypeKind::MySet);
    if (!type)
        return type;
    const Value *values = object.attributes.find("values");
    const Outcome<QStringList> strings =
        stringsFrom(evaluator, values ? *values : Value(evaluator.heap().tuple({})), "values of a SET");
    if (!strings)
        return std::unexpected(strings.error());
    type->values = *strings;
    return type;
}

template<FixedText Values>
Evaluated repr(Evaluator &evaluator, const Arguments &arguments)
{
    static constexpr std::string_view names[] = {
        "charset", "collation", "ascii", "binary", "unicode", "national", "retrieve_as_bitwise"};
    auto *self = arguments.positional.empty() ? nullptr : arguments.positional.front().as<TypeObject>();
    if (self == nullptr)
        return evaluator.raise("TypeError", "__repr__() needs an ENUM or a SET");
    const Outcome<std::string> text = shownEnum(evaluator, *self, Values.view(), names);
    if (!text)
        return std::unexpected(text.error());
    return Value(evaluator.heap().string(self->pythonClass()->name + '(' + *text + ')'));
}

constexpr NativeMember enumMembers[] = {
    {"__init__", MemberKind::Method, initEnumClass},
    {"__repr__", MemberKind::Method, repr<"enums">},
};

constexpr NativeMember setMembers[] = {
    {"__init__", MemberKind::Method, initSet},
    {"__repr__", MemberKind::Method, repr<"values">},
};

constinit const TypeClass myEnum =
    typeClass("ENUM", basesOf<enumType, stringBase>, TypeKind::MyEnum, noArguments,
              "sqlalchemy.dialects.mysql.enumerated", enumMembers, enumValue);
constinit const TypeClass mySet = typeClass("SET", basesOf<stringBase>, TypeKind::MySet, noArguments,
                                            "sqlalchemy.dialects.mysql.enumerated", setMembers, setValue);

const NativeName names[] = {
    classNamed(myBigint),
    classNamed(myInteger),
    classNamed(myMediumint),
    classNamed(mySmallint),
    classNamed(myTinyint),
    classNamed(myNumeric),
    classNamed(myDecimal),
    classNamed(myDouble),
    classNamed(myReal),
    classNamed(myFloat),
    classNamed(myVarchar),
    classNamed(myChar),
    classNamed(myNvarchar),
    classNamed(myNchar),
    classNamed(myText),
    classNamed(myTinytext),
    classNamed(myMediumtext),
    classNamed(myLongtext),
    classNamed(myTinyblob),
    classNamed(myMediumblob),
    classNamed(myLongblob),
    classNamed(myDatetime),
    classNamed(myTime),
    classNamed(myTimestamp),
    classNamed(myBit),
    classNamed(myYear),
    classNamed(myJson),
    classNamed(mariaInet4),
    classNamed(mariaInet6),
    classNamed(myEnum),
    classNamed(mySet),
    classNamed(sqlBinary),
    classNamed(sqlBlob),
    classNamed(sqlBoolean),
    classNamed(sqlDate),
    classNamed(sqlVarbinary),
    // Older names that base.py still has.
    classNamed(myInteger, "MSInteger"),
    classNamed(myVarchar, "MSString"),
    classNamed(myText, "MSText"),
    classNamed(myTinyint, "MSTinyInteger"),
    classNamed(myMediumtext, "MSMediumText"),
    classNamed(myLongtext, "MSLongText"),
    classNamed(myEnum, "MSEnum"),
    classNamed(myTimestamp, "MSTimeStamp"),
    classNamed(myBigint, "MSBigInteger"),
};

} // namespace

std::span<const NativeName> mysqlTypeNames()
{
    return names;
}

} // namespace athanor::sqlalchemy
