// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/scriptsettings.h"

#include <QHash>

namespace athanor {

/// The types and functions that athanor.toml declares, as Python for the evaluator.
class DeclaredModules
{
public:
    explicit DeclaredModules(const ScriptSettings &settings);

    /// What a module of the project gets at its end, or is made of where its source is not there; empty where
    /// nothing of it is declared. `module` is its dotted name.
    QByteArray source(const QString &module) const;
    /// Whether the declarations stand in the place of all that the module has.
    bool isWhole(const QString &module) const;

private:
    QByteArray definitions() const;

    QList<DeclaredType> m_types;
    QStringList m_functions;
    QStringList m_modules; ///< all of whose functions are harmless
    QHash<QString, QByteArray> m_sources;
};

} // namespace athanor
