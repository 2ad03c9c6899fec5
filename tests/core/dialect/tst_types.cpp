// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/identifiers.h"
#include "core/dialect/typewriter.h"
#include "core/dialect/writers.h"
#include "tests/support/realsqlalchemy.h"

#include <array>

using namespace athanor;
using namespace athanor::dialect;
using namespace Qt::StringLiterals;
using athanor::sql::Type;
using athanor::sql::TypeKind;

namespace {

constexpr std::array dialects = {DialectName::PostgreSql, DialectName::MySql, DialectName::MariaDb,
                                 DialectName::Sqlite,     DialectName::MsSql, DialectName::Oracle};

/// A type as a script writes it, and its value.
struct Case
{
    const char *expression;
    Type type;
};

const Case cases[] = {
    // clang-format off
    {"sa.String()", {.kind = TypeKind::String}},
    {"sa.String(30)", {.kind = TypeKind::String, .length = 30}},
    {"sa.String(30, collation='de_DE')", {.kind = TypeKind::String, .length = 30, .collation = u"de_DE"_s}},
    {"sa.String(0)", {.kind = TypeKind::String, .length = 0}},
    {"sa.Unicode()", {.kind = TypeKind::Unicode}},
    {"sa.Unicode(30)", {.kind = TypeKind::Unicode, .length = 30}},
    {"sa.Unicode(30, collation='de_DE')", {.kind = TypeKind::Unicode, .length = 30, .collation = u"de_DE"_s}},
    {"sa.Unicode(0)", {.kind = TypeKind::Unicode, .length = 0}},
    {"sa.VARCHAR()", {.kind = TypeKind::SqlVarchar}},
    {"sa.VARCHAR(30)", {.kind = TypeKind::SqlVarchar, .length = 30}},
    {"sa.VARCHAR(30, collation='de_DE')", {.kind = TypeKind::SqlVarchar, .length = 30, .collation = u"de_DE"_s}},
    {"sa.VARCHAR(0)", {.kind = TypeKind::SqlVarchar, .length = 0}},
    {"sa.CHAR()", {.kind = TypeKind::SqlChar}},
    {"sa.CHAR(30)", {.kind = TypeKind::SqlChar, .length = 30}},
    {"sa.CHAR(30, collation='de_DE')", {.kind = TypeKind::SqlChar, .length = 30, .collation = u"de_DE"_s}},
    {"sa.CHAR(0)", {.kind = TypeKind::SqlChar, .length = 0}},
    {"sa.NCHAR()", {.kind = TypeKind::SqlNchar}},
    {"sa.NCHAR(30)", {.kind = TypeKind::SqlNchar, .length = 30}},
    {"sa.NCHAR(30, collation='de_DE')", {.kind = TypeKind::SqlNchar, .length = 30, .collation = u"de_DE"_s}},
    {"sa.NCHAR(0)", {.kind = TypeKind::SqlNchar, .length = 0}},
    {"sa.NVARCHAR()", {.kind = TypeKind::SqlNvarchar}},
    {"sa.NVARCHAR(30)", {.kind = TypeKind::SqlNvarchar, .length = 30}},
    {"sa.NVARCHAR(30, collation='de_DE')", {.kind = TypeKind::SqlNvarchar, .length = 30, .collation = u"de_DE"_s}},
    {"sa.NVARCHAR(0)", {.kind = TypeKind::SqlNvarchar, .length = 0}},
    {"sa.Text()", {.kind = TypeKind::Text}},
    {"sa.Text(30)", {.kind = TypeKind::Text, .length = 30}},
    {"sa.Text(30, collation='de_DE')", {.kind = TypeKind::Text, .length = 30, .collation = u"de_DE"_s}},
    {"sa.Text(0)", {.kind = TypeKind::Text, .length = 0}},
    {"sa.UnicodeText()", {.kind = TypeKind::UnicodeText}},
    {"sa.UnicodeText(30)", {.kind = TypeKind::UnicodeText, .length = 30}},
    {"sa.UnicodeText(30, collation='de_DE')", {.kind = TypeKind::UnicodeText, .length = 30, .collation = u"de_DE"_s}},
    {"sa.UnicodeText(0)", {.kind = TypeKind::UnicodeText, .length = 0}},
    {"sa.TEXT()", {.kind = TypeKind::SqlText}},
    {"sa.TEXT(30)", {.kind = TypeKind::SqlText, .length = 30}},
    {"sa.TEXT(30, collation='de_DE')", {.kind = TypeKind::SqlText, .length = 30, .collation = u"de_DE"_s}},
    {"sa.TEXT(0)", {.kind = TypeKind::SqlText, .length = 0}},
    {"sa.CLOB()", {.kind = TypeKind::SqlClob}},
    {"sa.CLOB(30)", {.kind = TypeKind::SqlClob, .length = 30}},
    {"sa.CLOB(30, collation='de_DE')", {.kind = TypeKind::SqlClob, .length = 30, .collation = u"de_DE"_s}},
    {"sa.CLOB(0)", {.kind = TypeKind::SqlClob, .length = 0}},
    {"sa.Integer()", {.kind = TypeKind::Integer}},
    {"sa.SmallInteger()", {.kind = TypeKind::SmallInteger}},
    {"sa.BigInteger()", {.kind = TypeKind::BigInteger}},
    {"sa.INTEGER()", {.kind = TypeKind::SqlInteger}},
    {"sa.SMALLINT()", {.kind = TypeKind::SqlSmallint}},
    {"sa.BIGINT()", {.kind = TypeKind::SqlBigint}},
    {"sa.Boolean()", {.kind = TypeKind::Boolean}},
    {"sa.BOOLEAN()", {.kind = TypeKind::SqlBoolean}},
    {"sa.Date()", {.kind = TypeKind::Date}},
    {"sa.DATE()", {.kind = TypeKind::SqlDate}},
    {"sa.JSON()", {.kind = TypeKind::Json}},
    {"sa.UUID()", {.kind = TypeKind::SqlUuid}},
    {"sa.Numeric()", {.kind = TypeKind::Numeric}},
    {"sa.Numeric(10)", {.kind = TypeKind::Numeric, .precision = 10}},
    {"sa.Numeric(10, 2)", {.kind = TypeKind::Numeric, .precision = 10, .scale = 2}},
    {"sa.Numeric(10, 0)", {.kind = TypeKind::Numeric, .precision = 10, .scale = 0}},
    {"sa.NUMERIC()", {.kind = TypeKind::SqlNumeric}},
    {"sa.NUMERIC(10)", {.kind = TypeKind::SqlNumeric, .precision = 10}},
    {"sa.NUMERIC(10, 2)", {.kind = TypeKind::SqlNumeric, .precision = 10, .scale = 2}},
    {"sa.NUMERIC(10, 0)", {.kind = TypeKind::SqlNumeric, .precision = 10, .scale = 0}},
    {"sa.DECIMAL()", {.kind = TypeKind::SqlDecimal}},
    {"sa.DECIMAL(10)", {.kind = TypeKind::SqlDecimal, .precision = 10}},
    {"sa.DECIMAL(10, 2)", {.kind = TypeKind::SqlDecimal, .precision = 10, .scale = 2}},
    {"sa.DECIMAL(10, 0)", {.kind = TypeKind::SqlDecimal, .precision = 10, .scale = 0}},
    {"sa.Float()", {.kind = TypeKind::Float}},
    {"sa.Float(53)", {.kind = TypeKind::Float, .precision = 53}},
    {"sa.FLOAT()", {.kind = TypeKind::SqlFloat}},
    {"sa.FLOAT(53)", {.kind = TypeKind::SqlFloat, .precision = 53}},
    {"sa.Double()", {.kind = TypeKind::Double}},
    {"sa.Double(53)", {.kind = TypeKind::Double, .precision = 53}},
    {"sa.DOUBLE()", {.kind = TypeKind::SqlDouble}},
    {"sa.DOUBLE(53)", {.kind = TypeKind::SqlDouble, .precision = 53}},
    {"sa.DOUBLE_PRECISION()", {.kind = TypeKind::SqlDoublePrecision}},
    {"sa.DOUBLE_PRECISION(53)", {.kind = TypeKind::SqlDoublePrecision, .precision = 53}},
    {"sa.REAL()", {.kind = TypeKind::SqlReal}},
    {"sa.REAL(53)", {.kind = TypeKind::SqlReal, .precision = 53}},
    {"sa.Time()", {.kind = TypeKind::Time}},
    {"sa.Time(timezone=True)", {.kind = TypeKind::Time, .hasTimezone = true}},
    {"sa.TIME()", {.kind = TypeKind::SqlTime}},
    {"sa.TIME(timezone=True)", {.kind = TypeKind::SqlTime, .hasTimezone = true}},
    {"sa.DateTime()", {.kind = TypeKind::DateTime}},
    {"sa.DateTime(timezone=True)", {.kind = TypeKind::DateTime, .hasTimezone = true}},
    {"sa.DATETIME()", {.kind = TypeKind::SqlDateTime}},
    {"sa.DATETIME(timezone=True)", {.kind = TypeKind::SqlDateTime, .hasTimezone = true}},
    {"sa.TIMESTAMP()", {.kind = TypeKind::SqlTimestamp}},
    {"sa.TIMESTAMP(timezone=True)", {.kind = TypeKind::SqlTimestamp, .hasTimezone = true}},
    {"sa.LargeBinary()", {.kind = TypeKind::LargeBinary}},
    {"sa.LargeBinary(16)", {.kind = TypeKind::LargeBinary, .length = 16}},
    {"sa.BINARY()", {.kind = TypeKind::SqlBinary}},
    {"sa.BINARY(16)", {.kind = TypeKind::SqlBinary, .length = 16}},
    {"sa.VARBINARY()", {.kind = TypeKind::SqlVarbinary}},
    {"sa.VARBINARY(16)", {.kind = TypeKind::SqlVarbinary, .length = 16}},
    {"sa.BLOB()", {.kind = TypeKind::SqlBlob}},
    {"sa.BLOB(16)", {.kind = TypeKind::SqlBlob, .length = 16}},
    {"sa.Uuid()", {.kind = TypeKind::Uuid}},
    {"sa.Uuid(native_uuid=False)", {.kind = TypeKind::Uuid, .isNative = false}},
    {"sa.Enum('a', \"it's\", '50%', name='e')", {.kind = TypeKind::Enum, .length = 4, .name = u"e"_s, .values = {u"a"_s, u"it's"_s, u"50%"_s}}},
    {"sa.Enum('a', 'b', name='Kind', schema='app')", {.kind = TypeKind::Enum, .length = 1, .name = u"Kind"_s, .schema = u"app"_s, .values = {u"a"_s, u"b"_s}}},
    {"sa.Enum('a', 'b')", {.kind = TypeKind::Enum, .length = 1, .values = {u"a"_s, u"b"_s}}},
    {"sa.Enum('a', 'b', name='e', native_enum=False, length=20)", {.kind = TypeKind::Enum, .length = 20, .isNative = false, .name = u"e"_s, .values = {u"a"_s, u"b"_s}}},
    {"sa.Enum('a', name='e', quote=True)", {.kind = TypeKind::Enum, .length = 1, .name = u"e"_s, .isNameQuoted = true, .values = {u"a"_s}}},
    {"sa.ARRAY(sa.Integer)", {.kind = TypeKind::Array, .item = Type{.kind = TypeKind::Integer}}},
    {"sa.ARRAY(sa.String(30, collation='C'), dimensions=2)", {.kind = TypeKind::Array, .dimensions = 2, .item = Type{.kind = TypeKind::String, .length = 30, .collation = u"C"_s}}},
    {"sa.String(30).with_variant(sa.Text(), 'mysql').with_variant(postgresql.CITEXT(), 'postgresql')", {.kind = TypeKind::String, .length = 30, .variants = {{u"mysql"_s, Type{.kind = TypeKind::Text}}, {u"postgresql"_s, Type{.kind = TypeKind::PgCitext}}}}},
    {"sa.ARRAY(sa.Integer().with_variant(sa.BigInteger(), 'postgresql'))", {.kind = TypeKind::Array, .item = Type{.kind = TypeKind::Integer, .variants = {{u"postgresql"_s, Type{.kind = TypeKind::BigInteger}}}}}},
    {"postgresql.BYTEA()", {.kind = TypeKind::PgBytea}},
    {"postgresql.CIDR()", {.kind = TypeKind::PgCidr}},
    {"postgresql.CITEXT()", {.kind = TypeKind::PgCitext}},
    {"postgresql.HSTORE()", {.kind = TypeKind::PgHstore}},
    {"postgresql.INET()", {.kind = TypeKind::PgInet}},
    {"postgresql.JSON()", {.kind = TypeKind::PgJson}},
    {"postgresql.JSONB()", {.kind = TypeKind::PgJsonb}},
    {"postgresql.JSONPATH()", {.kind = TypeKind::PgJsonPath}},
    {"postgresql.MACADDR()", {.kind = TypeKind::PgMacaddr}},
    {"postgresql.MACADDR8()", {.kind = TypeKind::PgMacaddr8}},
    {"postgresql.MONEY()", {.kind = TypeKind::PgMoney}},
    {"postgresql.OID()", {.kind = TypeKind::PgOid}},
    {"postgresql.REGCLASS()", {.kind = TypeKind::PgRegclass}},
    {"postgresql.REGCONFIG()", {.kind = TypeKind::PgRegconfig}},
    {"postgresql.TSQUERY()", {.kind = TypeKind::PgTsquery}},
    {"postgresql.TSVECTOR()", {.kind = TypeKind::PgTsvector}},
    {"postgresql.INT4RANGE()", {.kind = TypeKind::PgInt4Range}},
    {"postgresql.INT8RANGE()", {.kind = TypeKind::PgInt8Range}},
    {"postgresql.NUMRANGE()", {.kind = TypeKind::PgNumRange}},
    {"postgresql.DATERANGE()", {.kind = TypeKind::PgDateRange}},
    {"postgresql.TSRANGE()", {.kind = TypeKind::PgTsRange}},
    {"postgresql.TSTZRANGE()", {.kind = TypeKind::PgTstzRange}},
    {"postgresql.INT4MULTIRANGE()", {.kind = TypeKind::PgInt4MultiRange}},
    {"postgresql.INT8MULTIRANGE()", {.kind = TypeKind::PgInt8MultiRange}},
    {"postgresql.NUMMULTIRANGE()", {.kind = TypeKind::PgNumMultiRange}},
    {"postgresql.DATEMULTIRANGE()", {.kind = TypeKind::PgDateMultiRange}},
    {"postgresql.TSMULTIRANGE()", {.kind = TypeKind::PgTsMultiRange}},
    {"postgresql.TSTZMULTIRANGE()", {.kind = TypeKind::PgTstzMultiRange}},
    {"postgresql.BIT()", {.kind = TypeKind::PgBit, .length = 1}},
    {"postgresql.BIT(8)", {.kind = TypeKind::PgBit, .length = 8}},
    {"postgresql.BIT(8, varying=True)", {.kind = TypeKind::PgBit, .length = 8, .isVarying = true}},
    {"postgresql.BIT(varying=True)", {.kind = TypeKind::PgBit, .isVarying = true}},
    {"postgresql.INTERVAL()", {.kind = TypeKind::PgInterval}},
    {"postgresql.INTERVAL(precision=3)", {.kind = TypeKind::PgInterval, .precision = 3}},
    {"postgresql.INTERVAL(fields='DAY TO SECOND', precision=3)", {.kind = TypeKind::PgInterval, .precision = 3, .fields = u"DAY TO SECOND"_s}},
    {"postgresql.TIME(precision=0)", {.kind = TypeKind::PgTime, .precision = 0}},
    {"postgresql.TIME(timezone=True, precision=6)", {.kind = TypeKind::PgTime, .precision = 6, .hasTimezone = true}},
    {"postgresql.TIMESTAMP(precision=0)", {.kind = TypeKind::PgTimestamp, .precision = 0}},
    {"postgresql.TIMESTAMP(timezone=True, precision=6)", {.kind = TypeKind::PgTimestamp, .precision = 6, .hasTimezone = true}},
    {"postgresql.ENUM('a', 'b', name='e', create_type=False)", {.kind = TypeKind::PgEnum, .length = 1, .name = u"e"_s, .values = {u"a"_s, u"b"_s}}},
    {"postgresql.DOMAIN('Positive', sa.Integer, schema='app')", {.kind = TypeKind::PgDomain, .name = u"Positive"_s, .schema = u"app"_s, .item = Type{.kind = TypeKind::Integer}}},
    {"postgresql.ARRAY(postgresql.UUID(), dimensions=3)", {.kind = TypeKind::PgArray, .dimensions = 3, .item = Type{.kind = TypeKind::PgUuid}}},
    {"mysql.TINYINT()", {.kind = TypeKind::MyTinyint}},
    {"mysql.TINYINT(11)", {.kind = TypeKind::MyTinyint, .displayWidth = 11}},
    {"mysql.TINYINT(unsigned=True)", {.kind = TypeKind::MyTinyint, .isUnsigned = true}},
    {"mysql.TINYINT(display_width=5, unsigned=True, zerofill=True)", {.kind = TypeKind::MyTinyint, .displayWidth = 5, .isUnsigned = true, .isZerofill = true}},
    {"mysql.SMALLINT()", {.kind = TypeKind::MySmallint}},
    {"mysql.SMALLINT(11)", {.kind = TypeKind::MySmallint, .displayWidth = 11}},
    {"mysql.SMALLINT(unsigned=True)", {.kind = TypeKind::MySmallint, .isUnsigned = true}},
    {"mysql.SMALLINT(display_width=5, unsigned=True, zerofill=True)", {.kind = TypeKind::MySmallint, .displayWidth = 5, .isUnsigned = true, .isZerofill = true}},
    {"mysql.MEDIUMINT()", {.kind = TypeKind::MyMediumint}},
    {"mysql.MEDIUMINT(11)", {.kind = TypeKind::MyMediumint, .displayWidth = 11}},
    {"mysql.MEDIUMINT(unsigned=True)", {.kind = TypeKind::MyMediumint, .isUnsigned = true}},
    {"mysql.MEDIUMINT(display_width=5, unsigned=True, zerofill=True)", {.kind = TypeKind::MyMediumint, .displayWidth = 5, .isUnsigned = true, .isZerofill = true}},
    {"mysql.INTEGER()", {.kind = TypeKind::MyInteger}},
    {"mysql.INTEGER(11)", {.kind = TypeKind::MyInteger, .displayWidth = 11}},
    {"mysql.INTEGER(unsigned=True)", {.kind = TypeKind::MyInteger, .isUnsigned = true}},
    {"mysql.INTEGER(display_width=5, unsigned=True, zerofill=True)", {.kind = TypeKind::MyInteger, .displayWidth = 5, .isUnsigned = true, .isZerofill = true}},
    {"mysql.BIGINT()", {.kind = TypeKind::MyBigint}},
    {"mysql.BIGINT(11)", {.kind = TypeKind::MyBigint, .displayWidth = 11}},
    {"mysql.BIGINT(unsigned=True)", {.kind = TypeKind::MyBigint, .isUnsigned = true}},
    {"mysql.BIGINT(display_width=5, unsigned=True, zerofill=True)", {.kind = TypeKind::MyBigint, .displayWidth = 5, .isUnsigned = true, .isZerofill = true}},
    {"mysql.NUMERIC(10, 2, unsigned=True)", {.kind = TypeKind::MyNumeric, .precision = 10, .scale = 2, .isUnsigned = true}},
    {"mysql.NUMERIC(10)", {.kind = TypeKind::MyNumeric, .precision = 10}},
    {"mysql.DECIMAL(10, 2, unsigned=True)", {.kind = TypeKind::MyDecimal, .precision = 10, .scale = 2, .isUnsigned = true}},
    {"mysql.DECIMAL(10)", {.kind = TypeKind::MyDecimal, .precision = 10}},
    {"mysql.FLOAT()", {.kind = TypeKind::MyFloat}},
    {"mysql.FLOAT(10, 2)", {.kind = TypeKind::MyFloat, .precision = 10, .scale = 2}},
    {"mysql.FLOAT(10, 2, zerofill=True)", {.kind = TypeKind::MyFloat, .precision = 10, .scale = 2, .isZerofill = true}},
    {"mysql.DOUBLE()", {.kind = TypeKind::MyDouble}},
    {"mysql.DOUBLE(10, 2)", {.kind = TypeKind::MyDouble, .precision = 10, .scale = 2}},
    {"mysql.DOUBLE(10, 2, zerofill=True)", {.kind = TypeKind::MyDouble, .precision = 10, .scale = 2, .isZerofill = true}},
    {"mysql.REAL()", {.kind = TypeKind::MyReal}},
    {"mysql.REAL(10, 2)", {.kind = TypeKind::MyReal, .precision = 10, .scale = 2}},
    {"mysql.REAL(10, 2, zerofill=True)", {.kind = TypeKind::MyReal, .precision = 10, .scale = 2, .isZerofill = true}},
    {"mysql.DATETIME(fsp=6)", {.kind = TypeKind::MyDatetime, .precision = 6}},
    {"mysql.DATETIME(fsp=0)", {.kind = TypeKind::MyDatetime, .precision = 0}},
    {"mysql.TIME(fsp=6)", {.kind = TypeKind::MyTime, .precision = 6}},
    {"mysql.TIME(fsp=0)", {.kind = TypeKind::MyTime, .precision = 0}},
    {"mysql.TIMESTAMP(fsp=6)", {.kind = TypeKind::MyTimestamp, .precision = 6}},
    {"mysql.TIMESTAMP(fsp=0)", {.kind = TypeKind::MyTimestamp, .precision = 0}},
    {"mysql.YEAR()", {.kind = TypeKind::MyYear}},
    {"mysql.YEAR(4)", {.kind = TypeKind::MyYear, .displayWidth = 4}},
    {"mysql.BIT()", {.kind = TypeKind::MyBit}},
    {"mysql.BIT(3)", {.kind = TypeKind::MyBit, .length = 3}},
    {"mysql.VARCHAR(20)", {.kind = TypeKind::MyVarchar, .length = 20}},
    {"mysql.VARCHAR(20, charset='utf8mb4')", {.kind = TypeKind::MyVarchar, .length = 20, .charset = u"utf8mb4"_s}},
    {"mysql.VARCHAR(20, charset='utf8mb4', collation='utf8mb4_bin')", {.kind = TypeKind::MyVarchar, .length = 20, .collation = u"utf8mb4_bin"_s, .charset = u"utf8mb4"_s}},
    {"mysql.VARCHAR(20, ascii=True)", {.kind = TypeKind::MyVarchar, .length = 20, .isAscii = true}},
    {"mysql.VARCHAR(20, unicode=True, binary=True)", {.kind = TypeKind::MyVarchar, .length = 20, .isUnicode = true, .isBinary = true}},
    {"mysql.VARCHAR(20, national=True, charset='x')", {.kind = TypeKind::MyVarchar, .length = 20, .isNational = true, .charset = u"x"_s}},
    {"mysql.CHAR(20)", {.kind = TypeKind::MyChar, .length = 20}},
    {"mysql.CHAR(20, charset='utf8mb4')", {.kind = TypeKind::MyChar, .length = 20, .charset = u"utf8mb4"_s}},
    {"mysql.CHAR(20, charset='utf8mb4', collation='utf8mb4_bin')", {.kind = TypeKind::MyChar, .length = 20, .collation = u"utf8mb4_bin"_s, .charset = u"utf8mb4"_s}},
    {"mysql.CHAR(20, ascii=True)", {.kind = TypeKind::MyChar, .length = 20, .isAscii = true}},
    {"mysql.CHAR(20, unicode=True, binary=True)", {.kind = TypeKind::MyChar, .length = 20, .isUnicode = true, .isBinary = true}},
    {"mysql.CHAR(20, national=True, charset='x')", {.kind = TypeKind::MyChar, .length = 20, .isNational = true, .charset = u"x"_s}},
    {"mysql.TEXT(20)", {.kind = TypeKind::MyText, .length = 20}},
    {"mysql.TEXT(20, charset='utf8mb4')", {.kind = TypeKind::MyText, .length = 20, .charset = u"utf8mb4"_s}},
    {"mysql.TEXT(20, charset='utf8mb4', collation='utf8mb4_bin')", {.kind = TypeKind::MyText, .length = 20, .collation = u"utf8mb4_bin"_s, .charset = u"utf8mb4"_s}},
    {"mysql.TEXT(20, ascii=True)", {.kind = TypeKind::MyText, .length = 20, .isAscii = true}},
    {"mysql.TEXT(20, unicode=True, binary=True)", {.kind = TypeKind::MyText, .length = 20, .isUnicode = true, .isBinary = true}},
    {"mysql.TEXT(20, national=True, charset='x')", {.kind = TypeKind::MyText, .length = 20, .isNational = true, .charset = u"x"_s}},
    {"mysql.CHAR()", {.kind = TypeKind::MyChar}},
    {"mysql.NVARCHAR(20, collation='x')", {.kind = TypeKind::MyNvarchar, .length = 20, .isNational = true, .collation = u"x"_s}},
    {"mysql.NCHAR(20, collation='x')", {.kind = TypeKind::MyNchar, .length = 20, .isNational = true, .collation = u"x"_s}},
    {"mysql.TINYTEXT()", {.kind = TypeKind::MyTinytext}},
    {"mysql.TINYTEXT(charset='latin1', collation='y')", {.kind = TypeKind::MyTinytext, .collation = u"y"_s, .charset = u"latin1"_s}},
    {"mysql.MEDIUMTEXT()", {.kind = TypeKind::MyMediumtext}},
    {"mysql.MEDIUMTEXT(charset='latin1', collation='y')", {.kind = TypeKind::MyMediumtext, .collation = u"y"_s, .charset = u"latin1"_s}},
    {"mysql.LONGTEXT()", {.kind = TypeKind::MyLongtext}},
    {"mysql.LONGTEXT(charset='latin1', collation='y')", {.kind = TypeKind::MyLongtext, .collation = u"y"_s, .charset = u"latin1"_s}},
    {"mysql.TINYBLOB()", {.kind = TypeKind::MyTinyblob}},
    {"mysql.MEDIUMBLOB()", {.kind = TypeKind::MyMediumblob}},
    {"mysql.LONGBLOB()", {.kind = TypeKind::MyLongblob}},
    {"mysql.ENUM('a', \"it's\", '50%', collation='x')", {.kind = TypeKind::MyEnum, .length = 4, .collation = u"x"_s, .values = {u"a"_s, u"it's"_s, u"50%"_s}}},
    {"mysql.SET('a', 'bc', charset='latin1')", {.kind = TypeKind::MySet, .length = 2, .charset = u"latin1"_s, .values = {u"a"_s, u"bc"_s}}},
    {"mysql.JSON()", {.kind = TypeKind::MyJson}},
    {"mariadb.INET4()", {.kind = TypeKind::MariaInet4}},
    {"mariadb.INET6()", {.kind = TypeKind::MariaInet6}},
    {"sqlite.DATE()", {.kind = TypeKind::LiteDate}},
    {"sqlite.DATETIME()", {.kind = TypeKind::LiteDatetime}},
    {"sqlite.TIME()", {.kind = TypeKind::LiteTime}},
    {"sqlite.JSON()", {.kind = TypeKind::LiteJson}},
    {"mssql.BIT()", {.kind = TypeKind::MsBit}},
    {"mssql.IMAGE()", {.kind = TypeKind::MsImage}},
    {"mssql.MONEY()", {.kind = TypeKind::MsMoney}},
    {"mssql.SMALLMONEY()", {.kind = TypeKind::MsSmallmoney}},
    {"mssql.NTEXT()", {.kind = TypeKind::MsNtext}},
    {"mssql.ROWVERSION()", {.kind = TypeKind::MsRowversion}},
    {"mssql.TIMESTAMP()", {.kind = TypeKind::MsTimestamp}},
    {"mssql.SMALLDATETIME()", {.kind = TypeKind::MsSmalldatetime}},
    {"mssql.SQL_VARIANT()", {.kind = TypeKind::MsSqlVariant}},
    {"mssql.TINYINT()", {.kind = TypeKind::MsTinyint}},
    {"mssql.UNIQUEIDENTIFIER()", {.kind = TypeKind::MsUniqueidentifier}},
    {"mssql.XML()", {.kind = TypeKind::MsXml}},
    {"mssql.JSON()", {.kind = TypeKind::MsJson}},
    {"mssql.DOUBLE_PRECISION()", {.kind = TypeKind::MsDoublePrecision, .precision = 53}},
    {"mssql.REAL()", {.kind = TypeKind::MsReal, .precision = 24}},
    {"mssql.DATETIME2()", {.kind = TypeKind::MsDatetime2}},
    {"mssql.DATETIME2(3)", {.kind = TypeKind::MsDatetime2, .precision = 3}},
    {"mssql.DATETIME2(0)", {.kind = TypeKind::MsDatetime2, .precision = 0}},
    {"mssql.DATETIMEOFFSET()", {.kind = TypeKind::MsDatetimeOffset}},
    {"mssql.DATETIMEOFFSET(3)", {.kind = TypeKind::MsDatetimeOffset, .precision = 3}},
    {"mssql.DATETIMEOFFSET(0)", {.kind = TypeKind::MsDatetimeOffset, .precision = 0}},
    {"mssql.TIME()", {.kind = TypeKind::MsTime}},
    {"mssql.TIME(3)", {.kind = TypeKind::MsTime, .precision = 3}},
    {"mssql.TIME(0)", {.kind = TypeKind::MsTime, .precision = 0}},
    {"mssql.VARBINARY()", {.kind = TypeKind::MsVarbinary}},
    {"mssql.VARBINARY(16)", {.kind = TypeKind::MsVarbinary, .length = 16}},
    {"mssql.VARBINARY('max', filestream=True)", {.kind = TypeKind::MsVarbinary, .isMaximum = true, .isFilestream = true}},
    {"mssql.NTEXT(collation='x')", {.kind = TypeKind::MsNtext, .collation = u"x"_s}},
    {"oracle.BFILE()", {.kind = TypeKind::OraBfile}},
    {"oracle.BINARY_DOUBLE()", {.kind = TypeKind::OraBinaryDouble}},
    {"oracle.BINARY_FLOAT()", {.kind = TypeKind::OraBinaryFloat}},
    {"oracle.DATE()", {.kind = TypeKind::OraDate}},
    {"oracle.FLOAT()", {.kind = TypeKind::OraFloat}},
    {"oracle.INTERVAL()", {.kind = TypeKind::OraInterval}},
    {"oracle.LONG()", {.kind = TypeKind::OraLong}},
    {"oracle.NCLOB()", {.kind = TypeKind::OraNclob}},
    {"oracle.NUMBER()", {.kind = TypeKind::OraNumber}},
    {"oracle.RAW()", {.kind = TypeKind::OraRaw}},
    {"oracle.ROWID()", {.kind = TypeKind::OraRowid}},
    {"oracle.TIMESTAMP()", {.kind = TypeKind::OraTimestamp}},
    {"oracle.VARCHAR2()", {.kind = TypeKind::OraVarchar2}},
    {"oracle.FLOAT(126)", {.kind = TypeKind::OraFloat, .binaryPrecision = 126}},
    {"oracle.INTERVAL(day_precision=2, second_precision=6)", {.kind = TypeKind::OraInterval, .dayPrecision = 2, .secondPrecision = 6}},
    {"oracle.NUMBER(10)", {.kind = TypeKind::OraNumber, .precision = 10}},
    {"oracle.NUMBER(10, 2)", {.kind = TypeKind::OraNumber, .precision = 10, .scale = 2}},
    {"oracle.RAW(16)", {.kind = TypeKind::OraRaw, .length = 16}},
    {"oracle.TIMESTAMP(timezone=True)", {.kind = TypeKind::OraTimestamp, .hasTimezone = true}},
    {"oracle.TIMESTAMP(local_timezone=True)", {.kind = TypeKind::OraTimestamp, .hasLocalTimezone = true}},
    {"oracle.VARCHAR2(30)", {.kind = TypeKind::OraVarchar2, .length = 30}},
    {"oracle.VARCHAR2(30, collation='x')", {.kind = TypeKind::OraVarchar2, .length = 30, .collation = u"x"_s}},
    {"sa.Interval()", {.kind = TypeKind::Interval}},
    {"sa.Interval(second_precision=3, day_precision=2)", {.kind = TypeKind::Interval, .dayPrecision = 2, .secondPrecision = 3}},
    {"sa.Interval(native=False)", {.kind = TypeKind::Interval, .isNative = false}},
    // clang-format on
};

/// What the real one gave, or "refused".
QString answer(const QJsonValue &value)
{
    return value.isString() ? value.toString() : u"refused"_s;
}

QString answer(const Result<QString> &text)
{
    return text.value_or(u"refused"_s);
}

/// As SQLAlchemy's visit_cast puts it together: but for MySQL the collation comes after the parenthesis.
QString castOf(DialectName dialect, const Result<QString> &text)
{
    if (!text)
        return u"refused"_s;
    if (text->isEmpty())
        return u"x"_s;
    const bool isMySql = dialect == DialectName::MySql || dialect == DialectName::MariaDb;
    const qsizetype collation = isMySql ? -1 : text->lastIndexOf(" COLLATE"_L1);
    const qsizetype end = collation < 0 ? text->size() : collation;
    return u"CAST(x AS "_s + text->first(end) + u')' + text->sliced(end);
}

} // namespace

class TestTypes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAsSqlAlchemyDoes();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();
    void doublesPercentInEnums();
    void namesKinds();
};

void TestTypes::writesAsSqlAlchemyDoes()
{
    REQUIRE_SQLALCHEMY();
    QJsonArray expressions;
    for (const Case &each : cases)
        expressions.append(QString::fromLatin1(each.expression));
    const QJsonArray answers =
        test::askSqlAlchemy(QStringLiteral(ATHANOR_TEST_HERE "/sqlalchemy_types.py"), expressions);
    QCOMPARE(answers.size(), expressions.size());

    QStringList differences;
    for (qsizetype i = 0; i < answers.size(); ++i) {
        for (std::size_t d = 0; d < dialects.size(); ++d) {
            const QJsonArray expected = answers[i][qsizetype(d)].toArray();
            const Type &type = cases[i].type;
            Type adapted = type;
            adapted.isAdapted = true;
            const TypeWriter &types = typeWriterOf(dialects[d]);
            const QStringList actual = {answer(types.text(type)), answer(types.text(adapted)),
                                        castOf(dialects[d], types.castText(type))};
            for (qsizetype form = 0; form < 3; ++form) {
                if (actual[form] != answer(expected[form]))
                    differences += u"%1 on %2, %3: %4, not %5"_s.arg(
                        QLatin1StringView(cases[i].expression), dialectOf(dialects[d]).text,
                        QStringList{u"plain"_s, u"adapted"_s, u"cast"_s}[form], answer(expected[form]),
                        actual[form]);
            }
        }
    }
    QVERIFY2(differences.isEmpty(), qPrintable(differences.join(u'\n')));
}

void TestTypes::saysWhatIsMissing_data()
{
    QTest::addColumn<DialectName>("dialect");
    QTest::addColumn<Type>("type");
    QTest::addColumn<QString>("message");
    QTest::newRow("VARCHAR without a length") << DialectName::MySql << Type{.kind = TypeKind::String}
                                              << u"VARCHAR requires a length on dialect mysql"_s;
    QTest::newRow("of another dialect") << DialectName::Sqlite << Type{.kind = TypeKind::PgJsonb}
                                        << u"the sqlite type compiler can't render element of type JSONB"_s;
    QTest::newRow("enum without a name")
        << DialectName::PostgreSql << Type{.kind = TypeKind::Enum, .length = 1, .values = {u"a"_s}}
        << u"PostgreSQL Enum type requires a name."_s;
    QTest::newRow("no type")
        << DialectName::PostgreSql << Type{}
        << u"Can't generate DDL for NullType(); did you forget to specify a type on this Column?"_s;
}

void TestTypes::saysWhatIsMissing()
{
    QFETCH(const DialectName, dialect);
    QFETCH(const Type, type);
    QFETCH(const QString, message);
    const Result<QString> text = typeWriterOf(dialect).text(type);
    QVERIFY(!text);
    QCOMPARE(text.error().message, message);
}

void TestTypes::doublesPercentInEnums()
{
    const Type type = {.kind = TypeKind::Enum, .length = 3, .values = {u"50%"_s}};
    QCOMPARE(typeWriterOf(DialectName::MySql).text(type, {.doublesPercent = true}).value_or(QString()),
             u"ENUM('50%%')"_s);
}

void TestTypes::namesKinds()
{
    QCOMPARE(sql::className(TypeKind::SqlVarchar), "VARCHAR"_L1);
    QCOMPARE(sql::className(TypeKind::PgTstzMultiRange), "TSTZMULTIRANGE"_L1);
    QCOMPARE(sql::spelling(TypeKind::MyVarchar), TypeKind::SqlVarchar);
}

QTEST_APPLESS_MAIN(TestTypes)
#include "tst_types.moc"
