// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/orm/modules.h"

#include "core/stdlib/source.h"
#include "core/stdlib/specialform.h"

namespace athanor::sqlalchemy {

using namespace python;

namespace {

constexpr auto &declarativeNames =
    writtenNames<"sqlalchemy/ormdeclarative", "sqlalchemy.orm.decl_api", "DeclarativeBase",
                 "DeclarativeBaseNoMeta", "DeclarativeMeta", "MappedAsDataclass", "as_declarative",
                 "class_mapper", "configure_mappers", "declarative_base", "has_inherited_table", "registry">;
constexpr auto &mappingNames =
    writtenNames<"sqlalchemy/ormmapping", "sqlalchemy.orm.mapper", "Mapper", "map_class">;
constexpr auto &annotationNames =
    writtenNames<"sqlalchemy/ormannotations", "sqlalchemy.orm.properties", "MappedAnnotationError",
                 "MappedColumn", "check_unmapped", "is_mapped", "mapped_column">;
constexpr auto &attributeNames =
    writtenNames<"sqlalchemy/ormattributes", "sqlalchemy.orm.attributes", "ColumnProperty",
                 "InstrumentedAttribute", "MapperProperty", "backref", "column_property", "composite",
                 "declarative_mixin", "declared_attr", "deferred", "dynamic_loader", "foreign",
                 "query_expression", "reconstructor", "relationship", "remote", "synonym", "validates">;
constexpr auto &sessionNames =
    writtenNames<"sqlalchemy/ormsession", "sqlalchemy.orm.session", "Session", "close_all_sessions",
                 "object_session", "scoped_session", "sessionmaker">;
constexpr auto &hybridNames =
    writtenNames<"sqlalchemy/ormhybrid", "sqlalchemy.ext.hybrid", "hybrid_method", "hybrid_property">;
constexpr auto &aliasNames =
    writtenNames<"sqlalchemy/ormhybrid", "sqlalchemy.ext.hybrid", "AliasedClass", "aliased">;
constexpr auto &queryNames = writtenNames<"sqlalchemy/ormquery", "sqlalchemy.orm.query", "Query">;

/// Mapped[int] is to a script what Optional[int] is.
template<NameLiteral Name>
Evaluated mapped(Evaluator &evaluator)
{
    return makeForm(evaluator, "sqlalchemy.orm.base", Name.view());
}

constexpr NativeName mappedNames[] = {
    {.name = "Mapped", .make = mapped<"Mapped">},
    {.name = "DynamicMapped", .make = mapped<"DynamicMapped">},
    {.name = "WriteOnlyMapped", .make = mapped<"WriteOnlyMapped">},
};

const NativeModule modules[] = {
    {"sqlalchemy.orm", annotationNames},
    {"sqlalchemy.orm", mappedNames},
    {"sqlalchemy.orm", declarativeNames},
    {"sqlalchemy.orm", attributeNames},
    {"sqlalchemy.orm", aliasNames},
    {"sqlalchemy.orm", sessionNames},
    {"sqlalchemy.orm", queryNames},
    {"sqlalchemy.orm.attributes", attributeNames},
    {"sqlalchemy.orm.base", mappedNames},
    {"sqlalchemy.orm.decl_api", declarativeNames},
    {"sqlalchemy.orm.decl_api", attributeNames},
    {"sqlalchemy.orm.mapper", mappingNames},
    {"sqlalchemy.orm.properties", annotationNames},
    {"sqlalchemy.orm.query", queryNames},
    {"sqlalchemy.orm.relationships", attributeNames},
    {"sqlalchemy.orm.scoping", sessionNames},
    {"sqlalchemy.orm.util", aliasNames},
    {"sqlalchemy.orm.session", sessionNames},
    {"sqlalchemy.ext.hybrid", hybridNames},
    {"sqlalchemy.ext.declarative", declarativeNames},
    {"sqlalchemy.ext.declarative", attributeNames},
    {"sqlalchemy.ext.declarative.api", declarativeNames},
    {"sqlalchemy.ext.declarative.api", attributeNames},
};

} // namespace

std::span<const NativeModule> ormModules()
{
    return modules;
}

} // namespace athanor::sqlalchemy
