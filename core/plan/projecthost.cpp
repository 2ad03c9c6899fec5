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

} // namespace

ProjectHost::ProjectHost(const Project &project)
    : m_project(project)
    , m_declared(project.settings().scripts)
{
    const Config &config = project.config();
    const QDir settingsFolder = QFileInfo(project.settings().path).dir();
    for (const ImportFolder &folder : project.settings().scripts.folders)
        addRoot(m_roots, QDir::cleanPath(settingsFolder.absoluteFilePath(folder.path)));
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
    auto found = find(dotted);
    const std::scoped_lock lock(m_mutex);
    // Another thread may have been faster; trees that are in use stay.
    if (const auto known = m_modules.constFind(dotted); known != m_modules.constEnd())
        return *known;
    m_modules.insert(dotted, found);
    return found;
}

std::optional<std::string> ProjectHost::environmentVariable(std::string_view name)
{
    const QString wanted = QString::fromUtf8(name.data(), qsizetype(name.size()));
    if (!m_project.settings().scripts.environment.contains(wanted))
        return std::nullopt;
    const auto value = variable(wanted, m_project.dotenv(), QProcessEnvironment::systemEnvironment());
    return value ? std::optional(value->toStdString()) : std::nullopt;
}

/// Library code has a name in angle brackets: places in it are not shown.
static python::ModuleSource declaredModule(const QByteArray &source)
{
    return {std::make_shared<python::ParsedModule>(python::parseModule(source, u"<athanor.toml>"_s))};
}

std::optional<python::ModuleSource> ProjectHost::read(const QString &path, bool isPackage,
                                                      const QString &name) const
{
    const Result<QByteArray> bytes = readSettingsFile(path);
    if (!bytes)
        return std::nullopt;
    const QByteArray source = *bytes + m_declared.source(name);
    auto module = std::make_shared<python::ParsedModule>(python::parseModule(source, path));
    return python::ModuleSource{std::move(module), isPackage};
}

std::optional<python::ModuleSource> ProjectHost::find(const QString &name) const
{
    if (!isModuleName(name))
        return std::nullopt;
    const QByteArray declared = m_declared.source(name);
    if (m_declared.isWhole(name) && !declared.isEmpty())
        return declaredModule(declared);
    const QString relative = QString(name).replace(u'.', u'/');
    for (const QString &root : m_roots) {
        const QString path = root + u'/' + relative;
        if (const QString package = path + "/__init__.py"_L1; QFileInfo(package).isFile())
            return read(package, true, name);
        if (const QString module = path + ".py"_L1; QFileInfo(module).isFile())
            return read(module, false, name);
    }
    return declared.isEmpty() ? std::nullopt : std::optional(declaredModule(declared));
}

} // namespace athanor
