// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project.h"

#include "core/project/scriptfolder.h"
#include "core/project/scriptheader.h"
#include "core/project/textfile.h"
#include "core/python/parser.h"

#include <QDir>
#include <QFileInfo>

namespace athanor {

using namespace Qt::StringLiterals;

static Error missingScriptFolder(const Config &config)
{
    const IniEntry *entry = config.ini.find(config.section, u"script_location"_s);
    const SourceRange where = entry ? entry->where() : SourceRange{config.tomlPath};
    if (QFileInfo::exists(config.scriptLocation)) {
        return {u"ATH-PRJ-006"_s, u"'%1' is not a folder"_s.arg(config.scriptLocation), where,
                u"name the folder that holds env.py in script_location"_s};
    }
    return {u"ATH-PRJ-005"_s,
            u"Path doesn't exist: %1.  Please use the 'init' command to create a new scripts folder."_s.arg(
                config.writtenScriptLocation),
            where, u"looked for it in %1"_s.arg(QFileInfo(config.scriptLocation).path())};
}

Result<Project> Project::open(const ProjectLocation &location, ScriptTrees trees)
{
    const Result<ProjectFiles> files = locateProject(location);
    if (!files)
        return std::unexpected(files.error());
    const Result<ConfigReading> reading = readConfig(files->config);
    if (!reading)
        return std::unexpected(reading.error());
    if (!QFileInfo(reading->config.scriptLocation).isDir())
        return std::unexpected(missingScriptFolder(reading->config));
    Project project;
    project.m_config = reading->config;
    project.m_diagnostics = reading->diagnostics;
    project.readSettings(*files);
    project.readScripts(trees);
    return project;
}

/// The text of a file that may be missing; what is wrong with it goes to the diagnostics.
static QString textOf(const QString &path, Diagnostics &diagnostics)
{
    if (path.isEmpty())
        return {};
    const Result<QByteArray> bytes = readSettingsFile(path);
    if (!bytes) {
        diagnostics.append(Diagnostic::fromError(bytes.error()));
        return {};
    }
    TextFile file = decodeText(*bytes, path);
    diagnostics += file.problems;
    return file.text;
}

void Project::readSettings(const ProjectFiles &files)
{
    m_dotenv = parseDotenv(textOf(files.dotenvPath, m_diagnostics), files.dotenvPath,
                           QProcessEnvironment::systemEnvironment());
    m_diagnostics += m_dotenv.problems;
    SettingsReading settings = parseSettings(textOf(files.settingsPath, m_diagnostics), files.settingsPath);
    m_settings = settings.settings;
    m_diagnostics += settings.diagnostics;
    const QDir folder = QFileInfo(m_settings.path).dir();
    for (const ImportFolder &found : m_settings.scripts.folders) {
        if (!QFileInfo(folder.absoluteFilePath(found.path)).isDir())
            m_diagnostics.append({Severity::Warning, u"ATH-SET-012"_s,
                                  u"there is no folder '%1' to import modules from"_s.arg(found.path),
                                  found.where, u"write it relative to athanor.toml, or take it out"_s});
    }
}

void Project::readScripts(ScriptTrees trees)
{
    const ScriptListing listing = listScripts(m_config);
    m_folders = listing.folders;
    m_scripts = listing.paths;
    m_diagnostics += listing.problems;
    std::vector<ScriptHeader> headers(size_t(m_scripts.size()));
    std::vector<std::shared_ptr<const python::ParsedModule>> kept(headers.size());
    athanor::readScripts(m_scripts, [&](qsizetype index, const ScriptBytes &bytes) {
        ScriptHeader &header = headers[size_t(index)];
        if (!bytes) {
            header.diagnostics.append(bytes.error());
            return;
        }
        const QString &path = m_scripts.at(index);
        python::ParsedModule parsed = python::parseModule(*bytes, path);
        header = readScriptHeader(path, parsed);
        if (trees == ScriptTrees::Kept)
            kept[size_t(index)] = std::make_shared<const python::ParsedModule>(std::move(parsed));
    });
    if (trees == ScriptTrees::Kept) {
        m_trees.reserve(m_scripts.size());
        for (qsizetype i = 0; i < m_scripts.size(); ++i) {
            if (kept[size_t(i)])
                m_trees.insert(m_scripts.at(i), kept[size_t(i)]);
        }
    }
    QList<Revision> revisions;
    revisions.reserve(m_scripts.size());
    for (const ScriptHeader &header : headers) {
        if (header.revision)
            revisions.append(*header.revision);
        m_diagnostics += header.diagnostics;
    }
    m_graph = RevisionGraph(revisions);
    m_diagnostics += m_graph.problems();
}

QString Project::name() const
{
    // Flask-Migrate keeps the ini among the scripts; "migrations" would name nothing.
    const bool isScriptFolder = QDir(m_config.folder()) == QDir(m_config.scriptLocation);
    return QFileInfo(isScriptFolder ? QFileInfo(m_config.folder()).path() : m_config.folder()).fileName();
}

QStringList Project::watchedPaths() const
{
    QStringList paths{m_config.iniPath, m_config.tomlPath, m_settings.path, m_dotenv.path,
                      m_config.scriptLocation};
    paths.removeAll(QString());
    return paths + m_folders + m_scripts;
}

} // namespace athanor
