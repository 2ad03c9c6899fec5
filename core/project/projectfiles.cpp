// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/projectfiles.h"

#include "core/project/textfile.h"
#include "core/project/tomlfile.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <iterator>

namespace athanor {

using namespace Qt::StringLiterals;

namespace {

QString existing(const QString &path)
{
    return QFileInfo(path).isFile() ? path : QString();
}

/// Whether a pyproject.toml speaks of Alembic. One that can't be parsed but names the table does: its error
/// should be seen.
bool isAlembicToml(const QString &path)
{
    if (!QFileInfo(path).isFile())
        return false;
    const Result<QByteArray> bytes = readSettingsFile(path);
    if (!bytes || !bytes->contains("alembic"))
        return false;
    const Result<TomlValue> toml = parseToml(decodeText(*bytes, path).text, path);
    return toml ? toml->find({u"tool"_s, u"alembic"_s}) != nullptr : bytes->contains("tool.alembic");
}

/// The configuration file in a folder itself: the ini, else the toml; empty when there is none.
QString configFileIn(const QString &folder)
{
    if (const QString ini = existing(folder + "/alembic.ini"_L1); !ini.isEmpty())
        return ini;
    const QString toml = folder + "/pyproject.toml"_L1;
    return isAlembicToml(toml) ? toml : QString();
}

bool isScriptFolder(const QString &folder)
{
    return QFileInfo(folder + "/env.py"_L1).isFile() && QFileInfo(folder + "/versions"_L1).isDir();
}

/// The script folder that an ini without script_location means: its own, when Flask-Migrate made it.
QString scriptFolderOf(const QString &iniPath)
{
    const QString folder = QFileInfo(iniPath).absolutePath();
    return QFileInfo(folder + "/env.py"_L1).isFile() ? folder : QString();
}

ConfigFiles filesOf(const QString &configFile, const QString &section, const QString &workingFolder)
{
    ConfigFiles files{.section = section, .workingFolder = workingFolder};
    const QString folder = QFileInfo(configFile).absolutePath();
    if (configFile.endsWith(".toml"_L1)) {
        files.tomlPath = configFile;
        files.iniPath = existing(folder + "/alembic.ini"_L1);
    } else {
        files.iniPath = configFile;
        files.scriptFolder = scriptFolderOf(configFile);
        // Alembic looks in the working folder; the ini's own folder is where it is when opened from
        // elsewhere.
        for (const QString &place : {workingFolder, folder}) {
            const QString toml = place + "/pyproject.toml"_L1;
            const bool isAbove = folder == place || folder.startsWith(place + u'/');
            if (files.tomlPath.isEmpty() && isAbove && isAlembicToml(toml))
                files.tomlPath = toml;
        }
    }
    return files;
}

/// The configuration in a folder above a script folder that names it as its own.
std::optional<ConfigFiles> configAbove(const QString &scriptFolder, const QString &section)
{
    const QString wanted = QFileInfo(scriptFolder).canonicalFilePath();
    for (QDir folder(scriptFolder); folder.cdUp();) {
        const QString configFile = configFileIn(folder.absolutePath());
        if (configFile.isEmpty())
            continue;
        const ConfigFiles files = filesOf(configFile, section, folder.absolutePath());
        const Result<ConfigReading> reading = readConfig(files);
        if (reading && QFileInfo(reading->config.scriptLocation).canonicalFilePath() == wanted)
            return files;
    }
    return std::nullopt;
}

/// Of an ini; none for another file.
QStringList sectionsWithScripts(const QString &path)
{
    if (!path.endsWith(".ini"_L1))
        return {};
    const Result<QByteArray> bytes = readSettingsFile(path);
    return bytes ? sectionsWithScripts(IniFile::parse(decodeText(*bytes, path).text, path)) : QStringList();
}

Error nothingFound(const QString &folder)
{
    return {u"ATH-PRJ-001"_s,
            u"No 'script_location' key found in configuration."_s,
            {folder},
            u"neither the folder nor one below it has an alembic.ini or a pyproject.toml with "
            u"[tool.alembic]: name "
            "one with -c, or begin a project with 'init'"_s};
}

Result<ConfigFiles> filesInFolder(const QString &folder, const ProjectLocation &location)
{
    const QString base = location.workingFolder.isEmpty() ? folder : location.workingFolder;
    if (const QString file = configFileIn(folder); !file.isEmpty())
        return filesOf(file, location.section, base);
    if (const QString ini = existing(folder + "/migrations/alembic.ini"_L1); !ini.isEmpty())
        return filesOf(ini, location.section, base);
    if (isScriptFolder(folder)) {
        if (const auto files = configAbove(folder, location.section))
            return *files;
        return ConfigFiles{.section = location.section, .workingFolder = base, .scriptFolder = folder};
    }
    const QStringList below = findProjects(folder);
    if (below.isEmpty())
        return std::unexpected(nothingFound(folder));
    if (below.size() > 1) {
        return std::unexpected(Error{u"ATH-PRJ-002"_s,
                                     u"several Alembic projects: %1"_s.arg(below.join(u", "_s)),
                                     {folder},
                                     u"choose one with -c"_s});
    }
    return filesOf(below.first(), location.section, QFileInfo(below.first()).absolutePath());
}

Error notThere(const QString &path, const QString &section)
{
    return {u"ATH-PRJ-003"_s,
            u"No config file '%1' found, or file has no '[%2]' section"_s.arg(path, section),
            {},
            u"check the path: there is no such file or folder"_s};
}

/// Adds the second file of two that were named.
Result<ConfigFiles> withOtherFile(ConfigFiles files, const QString &first, const QString &other)
{
    const bool firstIsToml = first.endsWith(".toml"_L1);
    if (firstIsToml == other.endsWith(".toml"_L1)) {
        return std::unexpected(Error{u"ATH-PRJ-004"_s,
                                     firstIsToml ? u"pyproject.toml indicated more than once"_s
                                                 : u"only one ini file may be indicated"_s,
                                     {},
                                     u"name one ini and one pyproject.toml at most"_s});
    }
    if (firstIsToml)
        files.iniPath = other;
    else
        files.tomlPath = other;
    return files;
}

Result<ConfigFiles> configFiles(const ProjectLocation &location, const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return std::unexpected(notThere(path, location.section));
    const QString absolute = info.absoluteFilePath();
    if (info.isDir())
        return filesInFolder(QDir::cleanPath(absolute), location);
    if (info.fileName() == "athanor.toml"_L1)
        return filesInFolder(info.absolutePath(), location);
    const QString base = location.workingFolder.isEmpty() ? QDir::currentPath() : location.workingFolder;
    const ConfigFiles files = filesOf(absolute, location.section, base);
    if (location.otherPath.isEmpty())
        return files;
    if (!QFileInfo::exists(location.otherPath))
        return std::unexpected(notThere(location.otherPath, location.section));
    return withOtherFile(files, absolute, QFileInfo(location.otherPath).absoluteFilePath());
}

/// A file of the team's beside the configuration, above a Flask-Migrate folder, or in the folder that was
/// opened.
QString companionFile(const ConfigFiles &files, const QString &name)
{
    QStringList folders;
    for (const QString &path : {files.iniPath, files.tomlPath}) {
        if (!path.isEmpty())
            folders.append(QFileInfo(path).absolutePath());
    }
    if (!files.scriptFolder.isEmpty())
        folders += {files.scriptFolder, QFileInfo(files.scriptFolder).absolutePath()};
    folders.append(files.workingFolder);
    for (const QString &folder : std::as_const(folders)) {
        if (const QString path = existing(folder + u'/' + name); !path.isEmpty())
            return path;
    }
    return {};
}

/// How far below a folder its projects are looked for: nobody wants a whole home folder searched.
constexpr int deepestProject = 5;

bool isPassedOver(const QFileInfo &folder)
{
    const QString name = folder.fileName();
    return name.startsWith(u'.') || name == "node_modules"_L1 || name == "__pycache__"_L1
           || name == "site-packages"_L1 || QFileInfo::exists(folder.filePath() + "/pyvenv.cfg"_L1);
}

} // namespace

Result<ProjectFiles> locateProject(const ProjectLocation &location)
{
    QString path = location.path;
    if (path.isEmpty())
        path = qEnvironmentVariable("ALEMBIC_CONFIG");
    if (path.isEmpty())
        path = location.workingFolder.isEmpty() ? QDir::currentPath() : location.workingFolder;
    const Result<ConfigFiles> config = configFiles(location, path);
    if (!config)
        return std::unexpected(config.error());
    ProjectFiles files{*config, companionFile(*config, u"athanor.toml"_s), companionFile(*config, u".env"_s)};
    if (QFileInfo(path).fileName() == "athanor.toml"_L1)
        files.settingsPath = QFileInfo(path).absoluteFilePath();
    return files;
}

QStringList findProjects(const QString &folder)
{
    struct Place
    {
        QString folder;
        int depth;
    };
    QStringList found;
    QList<Place> pending{{QDir::cleanPath(QFileInfo(folder).absoluteFilePath()), 0}};
    while (!pending.isEmpty()) {
        const Place place = pending.takeLast();
        if (const QString file = configFileIn(place.folder); !file.isEmpty())
            found.append(file);
        if (place.depth == deepestProject)
            continue;
        const QFileInfoList entries =
            QDir(place.folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
        for (const QFileInfo &entry : entries) {
            if (!isPassedOver(entry))
                pending.append({entry.absoluteFilePath(), place.depth + 1});
        }
    }
    found.sort();
    return found;
}

QList<ProjectLocation> projectChoices(const ProjectLocation &location)
{
    const QFileInfo info(location.path);
    const QStringList files = info.isDir() ? findProjects(location.path) : QStringList{location.path};
    QList<ProjectLocation> choices;
    for (const QString &file : files) {
        const QStringList sections = sectionsWithScripts(file);
        if (sections.isEmpty() || sections.contains(location.section))
            choices.append({.path = file, .section = location.section});
        else
            std::ranges::transform(sections, std::back_inserter(choices), [&](const QString &section) {
                return ProjectLocation{.path = file, .section = section};
            });
    }
    return choices;
}

} // namespace athanor
