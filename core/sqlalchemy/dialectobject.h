// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlalchemy/objects.h"

namespace athanor::sqlalchemy {

/// bind.dialect, postgresql.dialect(): what scripts ask of a dialect. Class `DefaultDialect`.
class DialectObject : public python::Instance
{
public:
    using Instance::Instance;

    const dialect::Dialect &value() const { return dialect::dialectOf(name); }

    dialect::DialectName name = dialect::DialectName::PostgreSql;
};

/// dialect.identifier_preparer.
class PreparerObject : public DialectObject
{
public:
    using DialectObject::DialectObject;
};

extern const python::NativeClass dialectClass;
extern const python::NativeClass identifierPreparerClass;

/// The class that SQLAlchemy takes for a URL that names no driver: `dialect` in the dialect's module.
const python::NativeClass &dialectClassOf(dialect::DialectName name);
/// What the dialect's module has of classes of dialects.
std::span<const python::NativeName> dialectClassNames(dialect::DialectName name);

} // namespace athanor::sqlalchemy
