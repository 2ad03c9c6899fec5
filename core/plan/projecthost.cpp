// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/projecthost.h"

#include "core/alembic/scriptmodules.h"
#include "core/project/textfile.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace athanor {

using namespace Qt::StringLiterals;

namespace {

void addRoot(QStringList &roots, const QString &folder)
{
    for (const QString &candidate : {folder, QString(folder + "/src"_L1)}) {
        if (!roots.contains(candidate) && QFileInfo(candidate).isDir())
            roots.append(candidate);
    }
}

/// Whether a folder is the uppermost one of a checkout.
bool isRepository(const QDir &folder)
{
    return folder.exists(u".git"_s) || folder.exists(u".hg"_s);
}

/// Packages are imported from the folder above the uppermost one that is a package, which may be some levels
/// above the scripts.
void addFoldersAbove(QStringList &roots, const QString &scripts)
{
    static constexpr int levels = 8;
    QDir folder(scripts);
    for (int i = 0; i < levels && !folder.isRoot(); ++i) {
        addRoot(roots, folder.absolutePath());
        if (isRepository(folder) || !folder.cdUp())
            return;
    }
}

/// A name of Python's, and no path.
bool isModuleName(const QString &name)
{
    return std::ranges::all_of(name.split(u'.'), [](const QString &part) {
        return !part.isEmpty()
               && std::ranges::all_of(part, [](QChar c) { return c.isLetterOrNumber() || c == u'_'; });
    });
}

std::optional<python::ModuleSource> parsed(const QString &path, bool isPackage)
{
    const Result<QByteArray> bytes = readSettingsFile(path);
    if (!bytes)
        return std::nullopt;
    auto module = std::make_shared<python::ParsedModule>(python::parseModule(*bytes, path));
    return python::ModuleSource{std::move(module), isPackage};
}

} // namespace

ProjectHost::ProjectHost(const Config &config)
{
    for (const QString &path : config.prependSysPath)
        addRoot(m_roots, QDir(config.folder()).absoluteFilePath(path));
    addRoot(m_roots, config.folder());
    addFoldersAbove(m_roots, config.scriptLocation);
}

std::span<const python::NativeModule> ProjectHost::nativeModules() const
{
    return alembic::scriptModules();
}

std::optional<python::ModuleSource> ProjectHost::findModule(std::string_view name)
{
    const QString dotted = QString::fromUtf8(name.data(), qsizetype(name.size()));
    {
        const std::scoped_lock lock(m_mutex);
        if (const auto known = m_modules.constFind(dotted); known != m_modules.constEnd())
            return *known;
    }
    auto found = read(dotted);
    const std::scoped_lock lock(m_mutex);
    // Another thread may have been faster; trees that are in use stay.
    if (const auto known = m_modules.constFind(dotted); known != m_modules.constEnd())
        return *known;
    m_modules.insert(dotted, found);
    return found;
}

std::optional<python::ModuleSource> ProjectHost::read(const QString &name) const
{
    if (!isModuleName(name))
        return std::nullopt;
    const QString relative = QString(name).replace(u'.', u'/');
    for (const QString &root : m_roots) {
        const QString path = root + u'/' + relative;
        if (const QString package = path + "/__init__.py"_L1; QFileInfo(package).isFile())
            return parsed(package, true);
        if (const QString module = path + ".py"_L1; QFileInfo(module).isFile())
            return parsed(module, false);
    }
    return std::nullopt;
}

} // namespace athanor
