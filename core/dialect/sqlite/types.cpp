// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/sqlite/types.h"

using namespace Qt::StringLiterals;

namespace athanor::dialect {
namespace {

using sql::Type;
using sql::TypeKind;

class SqliteTypes : public TypeWriter
{
public:
    using TypeWriter::TypeWriter;

protected:
    Result<QString> write(const Type &type, const WriteOptions &options) const override
    {
        if (sql::spelling(type.kind) == TypeKind::Json)
            return u"JSON"_s;
        return TypeWriter::write(type, options);
    }

    TypeKind adaptedKind(TypeKind kind) const override
    {
        switch (kind) {
        case TypeKind::SqlTimestamp:
        case TypeKind::PgTimestamp:
        case TypeKind::MyTimestamp:
        case TypeKind::MsDatetime2:
        case TypeKind::MsDatetimeOffset:
        case TypeKind::MsSmalldatetime:
        case TypeKind::OraDate:
        case TypeKind::OraTimestamp:
            return TypeKind::DateTime;
        case TypeKind::PgJsonb:
            return TypeKind::Json;
        default:
            return kind;
        }
    }
};

} // namespace

const TypeWriter &sqliteTypes()
{
    static const SqliteTypes types(DialectName::Sqlite);
    return types;
}

} // namespace athanor::dialect
