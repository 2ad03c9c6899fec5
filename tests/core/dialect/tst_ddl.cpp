// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/ddlwriter.h"
#include "core/dialect/writers.h"
#include "core/sql/build.h"
#include "tests/support/realsqlalchemy.h"

#include <QJsonObject>

#include <array>

using namespace athanor;
using namespace athanor::dialect;
using namespace athanor::operation;
using namespace Qt::StringLiterals;
using athanor::sql::TypeKind;

namespace {

constexpr std::array dialects = {DialectName::PostgreSql, DialectName::MySql, DialectName::MariaDb,
                                 DialectName::Sqlite,     DialectName::MsSql, DialectName::Oracle};

const sql::Type integer{.kind = TypeKind::Integer};
const sql::Type boolean{.kind = TypeKind::Boolean};
const sql::Type dateTime{.kind = TypeKind::DateTime};

sql::Type string(int length)
{
    return {.kind = TypeKind::String, .length = length};
}

schema::Name name(const QString &text)
{
    return {.text = text};
}
schema::QualifiedName table(const QString &text)
{
    return {.name = name(text)};
}
schema::QualifiedName table(const QString &schema, const QString &text)
{
    return {.schema = name(schema), .name = name(text)};
}
schema::Column column(const QString &text, const sql::Type &type = integer)
{
    return {.name = name(text), .type = type};
}
schema::Column key(const QString &text, const sql::Type &type = integer)
{
    return {.name = name(text), .type = type, .isPrimaryKey = true};
}
schema::Column with(schema::Column column, auto member, auto value)
{
    column.*member = value;
    return column;
}
Change create(const QString &name, const QList<schema::Column> &columns,
              const QList<schema::Constraint> &constraints = {}, const schema::Options &options = {})
{
    return CreateTable{
        .table = {.name = table(name), .columns = columns, .constraints = constraints, .options = options}};
}
schema::ForeignKeyConstraint foreignKey(const QString &name_, const QStringList &columns,
                                        const schema::QualifiedName &referred, const QStringList &ends)
{
    schema::ForeignKeyConstraint key;
    key.name = name(name_);
    for (const QString &column : columns)
        key.columns.append(name(column));
    key.referredTable = referred;
    for (const QString &column : ends)
        key.referredColumns.append(name(column));
    return key;
}
schema::UniqueConstraint unique(const QString &name_, const QStringList &columns)
{
    schema::UniqueConstraint result;
    result.name = name(name_);
    for (const QString &column : columns)
        result.columns.append(name(column));
    return result;
}
schema::PrimaryKey primaryKey(const QString &name_, const QStringList &columns)
{
    schema::PrimaryKey result;
    result.name = name(name_);
    for (const QString &column : columns)
        result.columns.append(name(column));
    return result;
}
schema::Index index(const QString &name_, const schema::QualifiedName &table, const QStringList &columns,
                    const schema::Options &options = {})
{
    schema::Index result{.name = name(name_), .table = table, .options = options};
    for (const QString &column : columns)
        result.elements.append(name(column));
    return result;
}
std::optional<schema::ServerDefault> text(const QString &value)
{
    return schema::ServerDefault(value);
}

const sql::Type mood{.kind = TypeKind::Enum, .length = 3, .name = u"mood"_s, .values = {u"a"_s, u"bcd"_s}};

/// A call as a script has it, and the operation that it stands for.
struct Case
{
    const char *script;
    Change change;
    /// Where the newest Alembic and SQLAlchemy write something else than the ones that Debian has: see
    /// newer().
    QList<DialectName> changed = {};
};

constexpr auto MsSql = DialectName::MsSql;
constexpr auto Sqlite = DialectName::Sqlite;

using schema::Column;

QList<Case> cases()
{
    schema::ForeignKeyConstraint cascading = foreignKey(u"f"_s, {u"a"_s}, table(u"o"_s), {u"id"_s});
    cascading.onDelete = u"SET NULL"_s;
    cascading.onUpdate = u"cascade"_s;
    cascading.isDeferrable = true;
    cascading.initially = u"DEFERRED"_s;
    schema::ForeignKeyConstraint matching = foreignKey(u"f"_s, {u"a"_s}, table(u"o"_s), {u"id"_s});
    matching.match = u"FULL"_s;
    schema::Table indexed{.name = table(u"s"_s, u"t"_s), .columns = {key(u"id"_s), column(u"a"_s)}};
    indexed.indexes = {index(u"ix_t_a"_s, indexed.name, {u"a"_s})};
    schema::Table commented{.name = table(u"s"_s, u"t"_s),
                            .columns = {with(column(u"a"_s), &Column::comment, u"it's"_s)},
                            .comment = u"a table"_s};
    schema::Table temporary{.name = table(u"t"_s), .columns = {column(u"a"_s)}, .prefixes = {u"TEMPORARY"_s}};
    sql::Type plainMood = mood;
    plainMood.isNative = false;
    const schema::Name longFinal{.text = QString(200, u'x'), .isFinal = true};
    const schema::Name longName{.text = QString(200, u'x')};
    return {
        // clang-format off
        {"op.create_table('t', sa.Column('a', sa.Integer))", create(u"t"_s, {column(u"a"_s)})},
        {"op.create_table('t')", create(u"t"_s, {})},
        {"op.create_table('t', sa.Column('id', sa.Integer, primary_key=True), sa.Column('a', sa.String(30)))",
         create(u"t"_s, {key(u"id"_s), column(u"a"_s, string(30))})},
        {"op.create_table('t', sa.Column('id', sa.BigInteger, primary_key=True))", create(u"t"_s, {key(u"id"_s, {.kind = TypeKind::BigInteger})})},
        {"op.create_table('t', sa.Column('id', sa.SmallInteger, primary_key=True))", create(u"t"_s, {key(u"id"_s, {.kind = TypeKind::SmallInteger})})},
        {"op.create_table('t', sa.Column('id', sa.Numeric(10, 2), primary_key=True))", create(u"t"_s, {key(u"id"_s, {.kind = TypeKind::Numeric, .precision = 10, .scale = 2})})},
        {"op.create_table('t', sa.Column('id', sa.String(3), primary_key=True))", create(u"t"_s, {key(u"id"_s, string(3))})},
        {"op.create_table('t', sa.Column('id', sa.Integer, primary_key=True, autoincrement=False))",
         create(u"t"_s, {with(key(u"id"_s), &Column::autoincrement, schema::Autoincrement::No)})},
        {"op.create_table('t', sa.Column('a', sa.Integer, primary_key=True), sa.Column('b', sa.Integer, primary_key=True))",
         create(u"t"_s, {key(u"a"_s), key(u"b"_s)})},
        {"op.create_table('t', sa.Column('a', sa.Integer, primary_key=True), sa.Column('b', sa.Integer, primary_key=True, autoincrement=True))",
         create(u"t"_s, {key(u"a"_s), with(key(u"b"_s), &Column::autoincrement, schema::Autoincrement::Yes)})},
        {"op.create_table('t', sa.Column('a', sa.Integer), sa.Column('b', sa.Integer), sa.PrimaryKeyConstraint('b', 'a', name='pk'))",
         create(u"t"_s, {column(u"a"_s), column(u"b"_s)}, {primaryKey(u"pk"_s, {u"b"_s, u"a"_s})})},
        {"op.create_table('t', sa.Column('a', sa.Integer), sa.PrimaryKeyConstraint('a'))",
         create(u"t"_s, {column(u"a"_s)}, {primaryKey({}, {u"a"_s})})},
        {"op.create_table('t', sa.Column('a', sa.Integer), sa.UniqueConstraint('a'), sa.PrimaryKeyConstraint('a'))",
         create(u"t"_s, {column(u"a"_s)}, {unique({}, {u"a"_s}), primaryKey({}, {u"a"_s})})},
        {"op.create_table('t', sa.Column('id', sa.Integer, primary_key=True, server_default='5'))",
         create(u"t"_s, {with(key(u"id"_s), &Column::serverDefault, text(u"5"_s))})},
        {"op.create_table('t', sa.Column('a', sa.String(9), server_default='it\\'s', nullable=False, comment='c'))",
         create(u"t"_s, {with(with(with(column(u"a"_s, string(9)), &Column::serverDefault, text(u"it's"_s)), &Column::isNullable, false), &Column::comment, u"c"_s)})},
        {"op.create_table('t', sa.Column('a', sa.TIMESTAMP), sa.Column('b', sa.TIMESTAMP, nullable=False))",
         create(u"t"_s, {column(u"a"_s, {.kind = TypeKind::SqlTimestamp}), with(column(u"b"_s, {.kind = TypeKind::SqlTimestamp}), &Column::isNullable, false)})},
        {"op.create_table('t', sa.Column('id', sa.Integer, sa.Identity(start=3, increment=2, minvalue=1, maxvalue=9, cycle=False, cache=4, always=True), primary_key=True))",
         create(u"t"_s, {with(key(u"id"_s), &Column::serverDefault, schema::ServerDefault(schema::Identity{.isAlways = true, .start = 3, .increment = 2, .minValue = 1, .maxValue = 9, .cache = 4, .cycles = false}))})},
        {"op.create_table('t', sa.Column('id', sa.Integer, sa.Identity(nominvalue=True, nomaxvalue=True, cycle=True), nullable=True))",
         create(u"t"_s, {with(with(column(u"id"_s), &Column::isNullable, true), &Column::serverDefault, schema::ServerDefault(schema::Identity{.hasNoMinValue = true, .hasNoMaxValue = true, .cycles = true}))})},
        {"op.create_table('t', sa.Column('id', sa.Integer, sa.Identity()))",
         create(u"t"_s, {with(column(u"id"_s), &Column::serverDefault, schema::ServerDefault(schema::Identity{}))})},
        {"op.create_table('t', sa.Column('id', sa.Integer, sa.Sequence('q'), primary_key=True))",
         create(u"t"_s, {with(key(u"id"_s), &Column::defaultSequence, std::optional(schema::Sequence{.name = table(u"q"_s)}))})},
        {"op.create_table('t', sa.Column('id', sa.Integer, sa.Sequence('q', optional=True), primary_key=True))",
         create(u"t"_s, {with(key(u"id"_s), &Column::defaultSequence, std::optional(schema::Sequence{.name = table(u"q"_s), .isOptional = true}))})},
        {"op.create_table('t', sa.Column('id', sa.Integer, default=3, primary_key=True))",
         create(u"t"_s, {with(key(u"id"_s), &Column::hasClientDefault, true)})},
        {"op.create_table('t', sa.Column('A b', sa.Integer), sa.Column('order', sa.Integer), sa.UniqueConstraint('A b', 'order', name='Uq'))",
         create(u"t"_s, {column(u"A b"_s), column(u"order"_s)}, {unique(u"Uq"_s, {u"A b"_s, u"order"_s})})},
        {"op.create_table('t', sa.Column('a', sa.Integer), sa.ForeignKeyConstraint(['a'], ['o.id'], name='f', ondelete='SET NULL', onupdate='cascade', deferrable=True, initially='DEFERRED'))",
         create(u"t"_s, {column(u"a"_s)}, {cascading})},
        {"op.create_table('t', sa.Column('a', sa.Integer), sa.ForeignKeyConstraint(['a'], ['x.o.id']))",
         create(u"t"_s, {column(u"a"_s)}, {foreignKey({}, {u"a"_s}, table(u"x"_s, u"o"_s), {u"id"_s})})},
        {"op.create_table('t', sa.Column('a', sa.Integer), sa.ForeignKeyConstraint(['a'], ['o.id'], name='f', match='FULL'))",
         create(u"t"_s, {column(u"a"_s)}, {matching})},
        {"op.create_table('t', sa.Column('a', sa.Integer), sa.Column('id', sa.Integer, primary_key=True), schema='s')\nop.create_index('ix_t_a', 't', ['a'], schema='s')",
         CreateTable{.table = {.name = indexed.name, .columns = {indexed.columns[1], indexed.columns[0]}, .indexes = indexed.indexes}}},
        {"op.create_table('t', sa.Column('a', sa.Integer, comment='it\\'s'), schema='s', comment='a table')", CreateTable{.table = commented}},
        {"op.create_table('t', sa.Column('a', sa.Integer), prefixes=['TEMPORARY'])", CreateTable{.table = temporary}},
        {"op.create_table('t', sa.Column('m', sa.Enum('a', 'bcd', name='mood')), sa.Column('n', sa.Enum('a', 'bcd', name='mood')))",
         create(u"t"_s, {column(u"m"_s, mood), column(u"n"_s, mood)})},
        {"op.create_table('t', sa.Column('m', sa.Enum('a', 'bcd', name='mood', native_enum=False)))", create(u"t"_s, {column(u"m"_s, plainMood)})},
        {"op.create_table('t', sa.Column('a', sa.Integer), mysql_default_charset='utf8mb4')", create(u"t"_s, {column(u"a"_s)}, {}, {{u"mysql_default_charset"_s, u"utf8mb4"_s}})},
        {"op.create_table('t', sa.Column('a', sa.Integer), postgresql_partition_by='LIST (a)', postgresql_tablespace='Space', postgresql_with_oids=False, postgresql_on_commit='DELETE_ROWS', postgresql_inherits=('b', 'C'))",
         create(u"t"_s, {column(u"a"_s)}, {}, {{u"postgresql_partition_by"_s, u"LIST (a)"_s}, {u"postgresql_tablespace"_s, u"Space"_s}, {u"postgresql_with_oids"_s, false}, {u"postgresql_on_commit"_s, u"DELETE_ROWS"_s}, {u"postgresql_inherits"_s, QStringList{u"b"_s, u"C"_s}}})},
        {"op.create_table('t', sa.Column('id', sa.Integer, primary_key=True), sqlite_autoincrement=True)",
         create(u"t"_s, {key(u"id"_s)}, {}, {{u"sqlite_autoincrement"_s, true}})},
        {"op.create_table('t', sa.Column('id', sa.Integer, primary_key=True), sqlite_with_rowid=False)",
         create(u"t"_s, {key(u"id"_s)}, {}, {{u"sqlite_with_rowid"_s, false}})},
        {"op.create_table('t', sa.Column('id', sa.Integer, nullable=False, sqlite_on_conflict_not_null='FAIL'), sa.UniqueConstraint('id', sqlite_on_conflict='IGNORE'))",
         create(u"t"_s, {with(with(column(u"id"_s), &Column::isNullable, false), &Column::options, schema::Options{{u"sqlite_on_conflict_not_null"_s, u"FAIL"_s}})},
                {[] { auto u = unique({}, {u"id"_s}); u.options = {{u"sqlite_on_conflict"_s, u"IGNORE"_s}}; return u; }()})},
        {"op.create_table('t', sa.Column('a', sa.Integer), oracle_compress=6, oracle_tablespace='Ts', oracle_on_commit='PRESERVE ROWS')",
         create(u"t"_s, {column(u"a"_s)}, {}, {{u"oracle_compress"_s, qint64(6)}, {u"oracle_tablespace"_s, u"Ts"_s}, {u"oracle_on_commit"_s, u"PRESERVE ROWS"_s}})},
        {"op.create_table('t', sa.Column('a', sa.Integer), sa.PrimaryKeyConstraint('a', mssql_clustered=False))",
         create(u"t"_s, {column(u"a"_s)}, {[] { auto k = primaryKey({}, {u"a"_s}); k.options = {{u"mssql_clustered"_s, false}}; return k; }()})},

        {"op.drop_table('t', schema='S')", DropTable{.table = table(u"S"_s, u"t"_s)}},
        {"op.rename_table('a', 'B', schema='s')", RenameTable{.table = table(u"s"_s, u"a"_s), .newName = name(u"B"_s)}},
        {"op.rename_table('a', 'b', schema='x.Y')", RenameTable{.table = table(u"x.Y"_s, u"a"_s), .newName = name(u"b"_s)}},

        {"op.add_column('t', sa.Column('a', sa.String(30)))", AddColumn{.table = table(u"t"_s), .column = column(u"a"_s, string(30))}},
        {"op.add_column('t', sa.Column('a', sa.String(30), server_default='x', nullable=False), schema='s')",
         AddColumn{.table = table(u"s"_s, u"t"_s), .column = with(with(column(u"a"_s, string(30)), &Column::serverDefault, text(u"x"_s)), &Column::isNullable, false)}},
        {"op.add_column('t', sa.Column('a', sa.Integer, comment='c'), schema='s')",
         AddColumn{.table = table(u"s"_s, u"t"_s), .column = with(column(u"a"_s), &Column::comment, u"c"_s)}},
        {"op.add_column('t', sa.Column('a', sa.Integer, primary_key=True))", AddColumn{.table = table(u"t"_s), .column = key(u"a"_s)}},
        {"op.add_column('t', sa.Column('a', sa.Integer, sa.ForeignKey('o.id', name='f')))",
         AddColumn{.table = table(u"t"_s), .column = column(u"a"_s), .constraints = {foreignKey(u"f"_s, {u"a"_s}, table(u"o"_s), {u"id"_s})}}},
        {"op.add_column('t', sa.Column('a', sa.Integer, unique=True))",
         AddColumn{.table = table(u"t"_s), .column = column(u"a"_s), .constraints = {unique({}, {u"a"_s})}}},
        {"op.add_column('t', sa.Column('a', sa.Integer, index=True))",
         AddColumn{.table = table(u"t"_s), .column = column(u"a"_s), .indexes = {index(u"ix_t_a"_s, table(u"t"_s), {u"a"_s})}}},
        {"op.add_column('t', sa.Column('m', sa.Enum('a', 'bcd', name='mood')))", AddColumn{.table = table(u"t"_s), .column = column(u"m"_s, mood)}},

        {"op.drop_column('t', 'a', schema='s')", DropColumn{.table = table(u"s"_s, u"t"_s), .column = name(u"a"_s)}},
        {"op.drop_column('T', 'a', schema='s', mssql_drop_default=True, mssql_drop_check=True, mssql_drop_foreign_key=True)",
         DropColumn{.table = table(u"s"_s, u"T"_s), .column = name(u"a"_s), .options = {{u"mssql_drop_default"_s, true}, {u"mssql_drop_check"_s, true}, {u"mssql_drop_foreign_key"_s, true}}}},

        {"op.alter_column('t', 'c')", AlterColumn{.table = table(u"t"_s), .column = name(u"c"_s)}},
        {"op.alter_column('t', 'c', nullable=False)", AlterColumn{.table = table(u"t"_s), .column = name(u"c"_s), .isNullable = false}},
        {"op.alter_column('t', 'c', nullable=True, existing_type=sa.Integer())", AlterColumn{.table = table(u"t"_s), .column = name(u"c"_s), .isNullable = true, .existingType = integer}},
        {"op.alter_column('t', 'c', nullable=False, existing_type=sa.DateTime())", AlterColumn{.table = table(u"t"_s), .column = name(u"c"_s), .isNullable = false, .existingType = dateTime}},
        {"op.alter_column('t', 'c', server_default=None, existing_type=sa.DateTime())",
         AlterColumn{.table = table(u"t"_s), .column = name(u"c"_s), .serverDefault = std::optional<schema::ServerDefault>(), .existingType = dateTime}},
        {"op.alter_column('t', 'c', type_=sa.String(30))", AlterColumn{.table = table(u"t"_s), .column = name(u"c"_s), .type = string(30)}},
        {"op.alter_column('t', 'c', type_=sa.String(30), existing_nullable=False)",
         AlterColumn{.table = table(u"t"_s), .column = name(u"c"_s), .type = string(30), .existingNullable = false}},
        {"op.alter_column('t', 'c', type_=sa.String(30), nullable=False)",
         AlterColumn{.table = table(u"t"_s), .column = name(u"c"_s), .isNullable = false, .type = string(30)}},
        {"op.alter_column('t', 'c', type_=sa.String(30), postgresql_using='c::text')",
         AlterColumn{.table = table(u"t"_s), .column = name(u"c"_s), .type = string(30), .options = {{u"postgresql_using"_s, u"c::text"_s}}}},
        {"op.alter_column('t', 'c', server_default='x')", AlterColumn{.table = table(u"t"_s), .column = name(u"c"_s), .serverDefault = text(u"x"_s)}},
        {"op.alter_column('t', 'c', server_default='5', existing_server_default='4')",
         AlterColumn{.table = table(u"t"_s), .column = name(u"c"_s), .serverDefault = text(u"5"_s), .existingServerDefault = text(u"4"_s)}},
        {"op.alter_column('t', 'c', server_default=None, schema='a.B')",
         AlterColumn{.table = table(u"a.B"_s, u"t"_s), .column = name(u"c"_s), .serverDefault = std::optional<schema::ServerDefault>()}},
        {"op.alter_column('t', 'c', new_column_name='D')", AlterColumn{.table = table(u"t"_s), .column = name(u"c"_s), .newName = name(u"D"_s)}, {Sqlite}},
        {"op.alter_column('MyT', 'my col', new_column_name='Order', existing_type=sa.Integer(), schema='S x')",
         AlterColumn{.table = table(u"S x"_s, u"MyT"_s), .column = name(u"my col"_s), .newName = name(u"Order"_s), .existingType = integer}, {Sqlite}},
        {"op.alter_column('t', 'c', new_column_name='d', existing_type=sa.Integer(), existing_nullable=False, existing_server_default='4', existing_comment='cm')",
         AlterColumn{.table = table(u"t"_s), .column = name(u"c"_s), .newName = name(u"d"_s), .existingType = integer, .existingServerDefault = text(u"4"_s), .existingNullable = false, .existingComment = u"cm"_s}, {Sqlite}},
        {"op.alter_column('t', 'c', comment='x', existing_type=sa.Integer(), schema='s')",
         AlterColumn{.table = table(u"s"_s, u"t"_s), .column = name(u"c"_s), .comment = std::optional(u"x"_s), .existingType = integer}, {MsSql}},
        {"op.alter_column('t', 'c', comment=None, existing_comment='x', existing_type=sa.Integer(), schema='s')",
         AlterColumn{.table = table(u"s"_s, u"t"_s), .column = name(u"c"_s), .comment = std::optional<QString>(), .existingType = integer, .existingComment = u"x"_s}, {MsSql}},
        {"op.alter_column('t', 'c', comment='y', existing_comment='x', existing_type=sa.Integer(), schema='s')",
         AlterColumn{.table = table(u"s"_s, u"t"_s), .column = name(u"c"_s), .comment = std::optional(u"y"_s), .existingType = integer, .existingComment = u"x"_s}, {MsSql}},
        {"op.alter_column('t', 'c', autoincrement=True, existing_type=sa.Integer(), existing_nullable=False)",
         AlterColumn{.table = table(u"t"_s), .column = name(u"c"_s), .autoincrement = true, .existingType = integer, .existingNullable = false}},
        {"op.alter_column('t', 'c', type_=sa.BigInteger(), nullable=False, server_default='1', comment='k', new_column_name='d', schema='s', existing_type=sa.Integer())",
         AlterColumn{.table = table(u"s"_s, u"t"_s), .column = name(u"c"_s), .isNullable = false, .comment = std::optional(u"k"_s), .serverDefault = text(u"1"_s), .newName = name(u"d"_s), .type = sql::Type{.kind = TypeKind::BigInteger}, .existingType = integer}, {MsSql}},
        {"op.alter_column('t', 'c', server_default=sa.Identity(always=True, start=5), existing_server_default=None)",
         AlterColumn{.table = table(u"t"_s), .column = name(u"c"_s), .serverDefault = schema::ServerDefault(schema::Identity{.isAlways = true, .start = 5}), .existingServerDefault = std::optional<schema::ServerDefault>()}},
        {"op.alter_column('t', 'c', server_default=sa.Identity(always=True, start=5, cycle=True, nominvalue=True), existing_server_default=sa.Identity(start=3))",
         AlterColumn{.table = table(u"t"_s), .column = name(u"c"_s), .serverDefault = schema::ServerDefault(schema::Identity{.isAlways = true, .start = 5, .hasNoMinValue = true, .cycles = true}), .existingServerDefault = schema::ServerDefault(schema::Identity{.start = 3})}},
        {"op.alter_column('t', 'c', server_default=None, existing_server_default=sa.Identity())",
         AlterColumn{.table = table(u"t"_s), .column = name(u"c"_s), .serverDefault = std::optional<schema::ServerDefault>(), .existingServerDefault = schema::ServerDefault(schema::Identity{})}},

        {"op.create_index('ix', 't', ['a', 'B'], unique=True, schema='s')",
         CreateIndex{.index = [] { auto i = index(u"ix"_s, table(u"s"_s, u"t"_s), {u"a"_s, u"B"_s}); i.isUnique = true; return i; }()}},
        {"op.create_index('ix', 't', ['a', 'b'], mysql_length={'a': 10}, mysql_prefix='FULLTEXT', mysql_using='btree', mysql_with_parser='ngram')",
         CreateIndex{.index = index(u"ix"_s, table(u"t"_s), {u"a"_s, u"b"_s}, {{u"mysql_length"_s, schema::OptionMap{{u"a"_s, u"10"_s}}}, {u"mysql_prefix"_s, u"FULLTEXT"_s}, {u"mysql_using"_s, u"btree"_s}, {u"mysql_with_parser"_s, u"ngram"_s}})}},
        {"op.create_index('ix', 't', ['a'], mysql_length=7)", CreateIndex{.index = index(u"ix"_s, table(u"t"_s), {u"a"_s}, {{u"mysql_length"_s, qint64(7)}})}},
        {"op.create_index('ix', 't', ['a', 'b'], postgresql_using='GIN', postgresql_concurrently=True, postgresql_ops={'b': 'gin_trgm_ops'}, postgresql_with={'fillfactor': 50}, postgresql_tablespace='Sp', postgresql_include=['c'])",
         CreateIndex{.index = index(u"ix"_s, table(u"t"_s), {u"a"_s, u"b"_s}, {{u"postgresql_using"_s, u"GIN"_s}, {u"postgresql_concurrently"_s, true}, {u"postgresql_ops"_s, schema::OptionMap{{u"b"_s, u"gin_trgm_ops"_s}}}, {u"postgresql_with"_s, schema::OptionMap{{u"fillfactor"_s, u"50"_s}}}, {u"postgresql_tablespace"_s, u"Sp"_s}, {u"postgresql_include"_s, QStringList{u"c"_s}}})}},
        {"op.create_index('ix', 't', ['a'], postgresql_nulls_not_distinct=True)", CreateIndex{.index = index(u"ix"_s, table(u"t"_s), {u"a"_s}, {{u"postgresql_nulls_not_distinct"_s, true}})}},
        {"op.create_index('ix', 't', ['a'], mssql_clustered=True, mssql_include=['b'])",
         CreateIndex{.index = index(u"ix"_s, table(u"t"_s), {u"a"_s}, {{u"mssql_clustered"_s, true}, {u"mssql_include"_s, QStringList{u"b"_s}}})}},
        {"op.create_index('ix', 't', ['a'], oracle_bitmap=True, oracle_compress=True)",
         CreateIndex{.index = index(u"ix"_s, table(u"t"_s), {u"a"_s}, {{u"oracle_bitmap"_s, true}, {u"oracle_compress"_s, true}})}},
        {"op.create_index('ix', 't', ['a'], oracle_compress=2)", CreateIndex{.index = index(u"ix"_s, table(u"t"_s), {u"a"_s}, {{u"oracle_compress"_s, qint64(2)}})}},
        {"op.create_index('ix', 't', ['a'], if_not_exists=True, schema='s')", CreateIndex{.index = index(u"ix"_s, table(u"s"_s, u"t"_s), {u"a"_s}), .ifNotExists = true}},
        {"op.create_index(op.f('x' * 200), 't', ['a'])", CreateIndex{.index = {.name = longFinal, .table = table(u"t"_s), .elements = {name(u"a"_s)}}}},
        {"op.create_index('x' * 200, 't', ['a'])", CreateIndex{.index = {.name = longName, .table = table(u"t"_s), .elements = {name(u"a"_s)}}}},
        {"op.drop_index('ix', 't', schema='s')", DropIndex{.name = name(u"ix"_s), .table = table(u"s"_s, u"t"_s)}},
        {"op.drop_index('ix')", DropIndex{.name = name(u"ix"_s)}},
        {"op.drop_index('ix', 't', if_exists=True)", DropIndex{.name = name(u"ix"_s), .table = table(u"t"_s), .ifExists = true}, {MsSql}},
        {"op.drop_index('ix', 't', postgresql_concurrently=True)", DropIndex{.name = name(u"ix"_s), .table = table(u"t"_s), .options = {{u"postgresql_concurrently"_s, true}}}},

        {"op.create_primary_key('pk', 't', ['a', 'b'], schema='s')", AddConstraint{.table = table(u"s"_s, u"t"_s), .constraint = primaryKey(u"pk"_s, {u"a"_s, u"b"_s})}},
        {"op.create_unique_constraint('uq', 't', ['a'])", AddConstraint{.table = table(u"t"_s), .constraint = unique(u"uq"_s, {u"a"_s})}},
        {"op.create_unique_constraint(op.f('x' * 200), 't', ['a'])", AddConstraint{.table = table(u"t"_s), .constraint = [&] { auto u = unique({}, {u"a"_s}); u.name = longFinal; return u; }()}},
        {"op.create_foreign_key('f', 't', 'o', ['a'], ['id'], ondelete='SET NULL', onupdate='cascade', deferrable=True, initially='DEFERRED')",
         AddConstraint{.table = table(u"t"_s), .constraint = cascading}},
        {"op.create_foreign_key('f', 't', 'o', ['a'], ['id'], match='FULL')", AddConstraint{.table = table(u"t"_s), .constraint = matching}},
        {"op.create_foreign_key('f', 't', 'o', ['a'], ['id'], ondelete='NOTHING')", AddConstraint{.table = table(u"t"_s), .constraint = [&] { auto k = matching; k.match.clear(); k.onDelete = u"NOTHING"_s; return k; }()}},
        {"op.drop_constraint('c', 't')", DropConstraint{.table = table(u"t"_s), .name = name(u"c"_s)}},
        {"op.drop_constraint('c', 't', type_='unique', schema='s')", DropConstraint{.table = table(u"s"_s, u"t"_s), .name = name(u"c"_s), .kind = ConstraintKind::Unique}},
        {"op.drop_constraint('c', 't', type_='foreignkey')", DropConstraint{.table = table(u"t"_s), .name = name(u"c"_s), .kind = ConstraintKind::ForeignKey}},
        {"op.drop_constraint('c', 't', type_='primary')", DropConstraint{.table = table(u"t"_s), .name = name(u"c"_s), .kind = ConstraintKind::PrimaryKey}},
        {"op.drop_constraint('c', 't', type_='check')", DropConstraint{.table = table(u"t"_s), .name = name(u"c"_s), .kind = ConstraintKind::Check}},
        {"op.drop_constraint(None, 't', type_='unique')", DropConstraint{.table = table(u"t"_s), .kind = ConstraintKind::Unique}},

        {"op.create_table_comment('t', 'it\\'s', schema='s')", SetTableComment{.table = table(u"s"_s, u"t"_s), .comment = u"it's"_s}},
        {"op.drop_table_comment('t', schema='s')", SetTableComment{.table = table(u"s"_s, u"t"_s)}},
        {"op.create_table_comment('t', 'x')", SetTableComment{.table = table(u"t"_s), .comment = u"x"_s}},

        {"op.execute(sa.schema.CreateSequence(sa.Sequence('q', start=1, increment=2, minvalue=3, maxvalue=9, cycle=False, cache=5, schema='S')))",
         CreateSequence{.sequence = {.name = table(u"S"_s, u"q"_s), .start = 1, .increment = 2, .minValue = 3, .maxValue = 9, .cache = 5, .cycles = false}}, {DialectName::MySql, DialectName::MariaDb}},
        {"op.execute(sa.schema.DropSequence(sa.Sequence('q')))", DropSequence{.sequence = {.name = table(u"q"_s)}}},
        {"op.execute(sa.schema.CreateSchema('Sx', if_not_exists=True))", CreateSchema{.name = name(u"Sx"_s), .ifNotExists = true}},
        {"op.execute(sa.schema.DropSchema('s', cascade=True, if_exists=True))", DropSchema{.name = name(u"s"_s), .ifExists = true, .cascades = true}},
        // clang-format on
    };
}

/// What Alembic 1.19 with SQLAlchemy 2.0.52 writes and Debian's versions do not.
struct Newer
{
    DialectName dialect;
    Change change;
    const char *expected;
};

QList<Newer> newer()
{
    const AlterColumn column{.table = table(u"s"_s, u"t"_s), .column = name(u"c"_s), .existingType = integer};
    AlterColumn renamed = column;
    renamed.newName = name(u"D"_s);
    AlterColumn commented = column;
    commented.comment = std::optional(u"it's"_s);
    AlterColumn changed = commented;
    changed.existingComment = u"x"_s;
    AlterColumn uncommented = column;
    uncommented.comment = std::optional<QString>();
    AddColumn added{.table = table(u"t"_s),
                    .column = key(u"a"_s),
                    .constraints = {foreignKey(u"f"_s, {u"a"_s}, table(u"s"_s, u"o"_s), {u"id"_s})},
                    .ifNotExists = true,
                    .hasInlineReferences = true,
                    .hasInlinePrimaryKey = true};
    std::get<schema::ForeignKeyConstraint>(added.constraints.first()).onDelete = u"CASCADE"_s;
    const CreateSequence sequence{.sequence = {.name = table(u"q"_s), .cycles = false}};
    const DropIndex dropped{.name = name(u"ix"_s), .table = table(u"t"_s), .ifExists = true};
    return {
        // clang-format off
        {Sqlite, renamed, "ALTER TABLE s.t RENAME COLUMN c TO \"D\""},
        {MsSql, commented, "exec sp_addextendedproperty 'MS_Description', N'it''s', 'schema', s, 'table', t, 'column', c"},
        {MsSql, changed, "exec sp_updateextendedproperty 'MS_Description', N'it''s', 'schema', s, 'table', t, 'column', c"},
        {MsSql, uncommented, "exec sp_dropextendedproperty 'MS_Description', 'schema', s, 'table', t, 'column', c"},
        {MsSql, dropped, "DROP INDEX IF EXISTS ix ON t"},
        {MsSql, DropTable{.table = table(u"t"_s), .ifExists = true}, "DROP TABLE IF EXISTS t"},
        {DialectName::MySql, sequence, "CREATE SEQUENCE q NOCYCLE"},
        {DialectName::Oracle, sequence, "CREATE SEQUENCE q NOCYCLE"},
        {DialectName::PostgreSql, added, "ALTER TABLE t ADD COLUMN IF NOT EXISTS a INTEGER NOT NULL PRIMARY KEY REFERENCES s.o (id) ON DELETE CASCADE"},
        {DialectName::PostgreSql, CreateTable{.table = {.name = table(u"t"_s), .columns = {::column(u"a"_s)}}, .ifNotExists = true}, "CREATE TABLE IF NOT EXISTS t (\n    a INTEGER\n)"},
        {DialectName::PostgreSql, DropColumn{.table = table(u"t"_s), .column = name(u"a"_s), .ifExists = true}, "ALTER TABLE t DROP COLUMN IF EXISTS a"},
        {DialectName::PostgreSql, DropConstraint{.table = table(u"t"_s), .name = name(u"c"_s), .ifExists = true}, "ALTER TABLE t DROP CONSTRAINT IF EXISTS c"},
        // clang-format on
    };
}

class TestDdl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesAlembic();
    void matchesNewerAlembic();
    void saysWhatRunsOutsideOfTransactions();
    void rebuildsATable();
    void makesATypeOnceARun();
};

QString joined(const QJsonArray &texts)
{
    QStringList lines;
    for (const QJsonValue &text : texts)
        lines.append(text.toString());
    return lines.join(u"\n;\n"_s);
}

void TestDdl::matchesAlembic()
{
    REQUIRE_SQLALCHEMY();
    const QList<Case> rows = cases();
    QJsonArray question;
    for (const Case &row : rows)
        question.append(QJsonObject{{u"script"_s, QString::fromUtf8(row.script)}});
    const QJsonArray answers =
        test::askSqlAlchemy(QStringLiteral(ATHANOR_TEST_HERE "/alembic_ddl.py"), question);
    QCOMPARE(answers.size(), rows.size());
    int differences = 0;
    for (qsizetype row = 0; row < rows.size(); ++row) {
        const QJsonArray expected = answers[row].toArray();
        for (std::size_t i = 0; i < dialects.size(); ++i) {
            if (rows[row].changed.contains(dialects[i]))
                continue;
            const auto written = ddlWriterOf(dialects[i]).statements(rows[row].change, {});
            const QJsonValue wanted = expected[qsizetype(i)];
            QStringList lines;
            for (const Statement &statement : written.value_or(QList<Statement>()))
                lines.append(statement.sql);
            const QString ours = written ? lines.join(u"\n;\n"_s) : u"refused: "_s + written.error().message;
            const QString theirs = wanted.isNull() ? u"refused"_s : joined(wanted.toArray());
            if (wanted.isNull() ? !written : ours == theirs)
                continue;
            ++differences;
            qWarning("%s: %s\n--- ours\n%s\n--- Alembic\n%s", dialectOf(dialects[i]).text.data(),
                     rows[row].script, qPrintable(ours), qPrintable(theirs));
        }
    }
    QCOMPARE(differences, 0);
}

void TestDdl::matchesNewerAlembic()
{
    for (const auto &[dialect, change, expected] : newer()) {
        const auto written = ddlWriterOf(dialect).statements(change, {});
        QVERIFY_RESULT(written);
        QCOMPARE(written->size(), 1);
        QCOMPARE(written->constFirst().sql, QString::fromUtf8(expected));
    }
}

void TestDdl::saysWhatRunsOutsideOfTransactions()
{
    const schema::Options options = {{u"postgresql_concurrently"_s, true}};
    const CreateIndex create{.index = index(u"ix"_s, table(u"t"_s), {u"a"_s}, options)};
    const DropIndex drop{.name = name(u"ix"_s), .table = table(u"t"_s), .options = options};
    for (const Change &change : {Change(create), Change(drop)}) {
        const auto own = ddlWriterOf(DialectName::PostgreSql).statements(change, {});
        QVERIFY_RESULT(own);
        QVERIFY(!own->constFirst().canRunInTransaction);
        const auto other = ddlWriterOf(DialectName::Sqlite).statements(change, {});
        QVERIFY_RESULT(other);
        QVERIFY(other->constFirst().canRunInTransaction);
    }
}

void TestDdl::rebuildsATable()
{
    const sql::Identifier old{.text = u"t"_s};
    const sql::Clause from = sql::table(
        old, {{.name = {.text = u"id"_s}, .type = integer}, {.name = {.text = u"a"_s}, .type = string(3)}});
    const schema::Table before{.name = table(u"t"_s), .columns = {key(u"id"_s), ::column(u"a"_s, string(3))}};
    schema::Table after{.name = table(u"_alembic_tmp_t"_s),
                        .columns = {key(u"id"_s), ::column(u"c"_s), ::column(u"n"_s)}};
    after.constraints = {unique(u"u"_s, {u"c"_s})};
    const RebuildTable change{
        .before = before,
        .after = after,
        .sources = {{name(u"id"_s), sql::column(from, {.name = {.text = u"id"_s}, .type = integer})},
                    {name(u"c"_s),
                     sql::cast(sql::column(from, {.name = {.text = u"a"_s}, .type = string(3)}), integer)}},
        .indexes = {index(u"ix_c"_s, table(u"t"_s), {u"c"_s})}};
    const auto written = ddlWriterOf(Sqlite).statements(change, {});
    QVERIFY_RESULT(written);
    QStringList lines;
    for (const Statement &statement : *written)
        lines.append(statement.sql);
    // As Alembic 1.19 writes batch_alter_table(copy_from=…) for such changes.
    QCOMPARE(lines.join(u"\n;\n"_s),
             u"CREATE TABLE _alembic_tmp_t (\n    id INTEGER NOT NULL, \n    c INTEGER, \n    n INTEGER, \n"
             "    PRIMARY KEY (id), \n    CONSTRAINT u UNIQUE (c)\n)\n;\n"
             "INSERT INTO _alembic_tmp_t (id, c) SELECT t.id, CAST(t.a AS INTEGER) AS a \nFROM t\n;\n"
             "DROP TABLE t\n;\nALTER TABLE _alembic_tmp_t RENAME TO t\n;\nCREATE INDEX ix_c ON t (c)"_s);
}

void TestDdl::makesATypeOnceARun()
{
    DdlMemory memory;
    const auto &writer = ddlWriterOf(DialectName::PostgreSql);
    const auto first = writer.statements(create(u"t"_s, {::column(u"m"_s, mood)}), {}, nullptr, &memory);
    const auto second = writer.statements(create(u"u"_s, {::column(u"m"_s, mood)}), {}, nullptr, &memory);
    QVERIFY_RESULT(first);
    QVERIFY_RESULT(second);
    QCOMPARE(first->size(), 2);
    QCOMPARE(first->constFirst().sql, u"CREATE TYPE mood AS ENUM ('a', 'bcd')"_s);
    QCOMPARE(second->size(), 1);
}

} // namespace

QTEST_GUILESS_MAIN(TestDdl)
#include "tst_ddl.moc"
