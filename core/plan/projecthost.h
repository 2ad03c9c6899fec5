// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/host.h"
#include "core/plan/declaredmodules.h"
#include "core/project/project.h"

#include <QHash>

#include <mutex>

namespace athanor {

/// What revision scripts and env.py may know of the project around them: its Python modules, read from their
/// source. Each is parsed once, whoever asks; may be asked from several threads.
class ProjectHost final : public python::Host
{
public:
    explicit ProjectHost(const Project &project);

    std::span<const python::NativeModule> nativeModules() const override;
    std::optional<python::ModuleSource> findModule(std::string_view name) override;
    /// Of those that athanor.toml names.
    std::optional<std::string> environmentVariable(std::string_view name) override;

    /// Where modules are looked for, in this order: the folders that athanor.toml names, prepend_sys_path,
    /// the configuration's folder, the folders above the scripts up to the repository's, each with its src
    /// folder.
    const QStringList &roots() const { return m_roots; }

private:
    std::optional<python::ModuleSource> find(const QString &name) const;
    std::optional<python::ModuleSource> read(const QString &path, bool isPackage, const QString &name) const;

    const Project &m_project;
    DeclaredModules m_declared;
    QStringList m_roots;
    std::mutex m_mutex;
    QHash<QString, std::optional<python::ModuleSource>> m_modules;
};

} // namespace athanor
