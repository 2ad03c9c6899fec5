// SPDX-License-Identifier: GPL-3.0-or-later
// The classes of sqlalchemy.types that the dialects' own derive from.
#pragma once

#include "core/sqlalchemy/types/typeclass.h"

namespace athanor::sqlalchemy {

// Bases without objects.
extern const TypeClass concatenableType;
extern const TypeClass indexableType;
extern const TypeClass schemaType;
extern const TypeClass externalType;
extern const TypeClass binaryType;
extern const TypeClass abstractIntervalType;

// Generic classes.
extern const TypeClass stringType;
extern const TypeClass unicodeType;
extern const TypeClass textType;
extern const TypeClass unicodeTextType;
extern const TypeClass integerType;
extern const TypeClass smallIntegerType;
extern const TypeClass bigIntegerType;
extern const TypeClass numericType;
extern const TypeClass floatType;
extern const TypeClass doubleType;
extern const TypeClass booleanType;
extern const TypeClass dateType;
extern const TypeClass timeType;
extern const TypeClass dateTimeType;
extern const TypeClass largeBinaryType;
extern const TypeClass uuidType;
extern const TypeClass jsonType;
extern const TypeClass arrayType;         // arraytype.cpp
extern const TypeClass enumType;          // enumtype.cpp
extern const TypeClass intervalType;      // typedecorator.cpp
extern const TypeClass pickleType;        // typedecorator.cpp
extern const TypeClass typeDecoratorType; // typedecorator.cpp
extern const TypeClass userDefinedType;

// SQL classes.
extern const TypeClass sqlVarchar;
extern const TypeClass sqlChar;
extern const TypeClass sqlNchar;
extern const TypeClass sqlNvarchar;
extern const TypeClass sqlText;
extern const TypeClass sqlClob;
extern const TypeClass sqlInteger;
extern const TypeClass sqlSmallint;
extern const TypeClass sqlBigint;
extern const TypeClass sqlNumeric;
extern const TypeClass sqlDecimal;
extern const TypeClass sqlFloat;
extern const TypeClass sqlDouble;
extern const TypeClass sqlDoublePrecision;
extern const TypeClass sqlReal;
extern const TypeClass sqlBoolean;
extern const TypeClass sqlDate;
extern const TypeClass sqlTime;
extern const TypeClass sqlDateTime;
extern const TypeClass sqlTimestamp;
extern const TypeClass sqlBinary;
extern const TypeClass sqlVarbinary;
extern const TypeClass sqlBlob;
extern const TypeClass sqlUuid;

// Their constructors, which the dialects' classes share.
inline constexpr auto lengthArguments = typeArguments<"length=None, collation=None">;
inline constexpr auto binaryArguments = typeArguments<"length=None">;
inline constexpr auto noArguments = typeArguments<"*args, **kwargs">;
inline constexpr auto floatArguments =
    typeArguments<"precision=None, asdecimal=False, decimal_return_scale=None">;

/// Boolean and Enum: the name and the rest that a CHECK or a type of its own needs.
python::Done setSchemaArguments(python::Evaluator &evaluator, const TypeObject &object, sql::Type &type);

/// The names of sqlalchemy.types, which `sqlalchemy` has too but for a few.
std::span<const python::NativeName> sqlTypeNames();

} // namespace athanor::sqlalchemy
