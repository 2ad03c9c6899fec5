// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/config.h"

#include "core/project/configpaths.h"
#include "core/project/textfile.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTimeZone>

namespace athanor {

using namespace Qt::StringLiterals;

// Sections whose keys refer to each other may grow far beyond their file.
static constexpr qsizetype mostKeys = 5'000;
static constexpr qsizetype mostCharacters = 16 * 1024 * 1024;

namespace {

/// Puts one configuration together.
class ConfigReader
{
public:
    explicit ConfigReader(const ConfigFiles &files)
        : m_files(files)
    {
        if (m_files.workingFolder.isEmpty())
            m_files.workingFolder = QDir::currentPath();
    }

    Result<ConfigReading> read();

private:
    IniFile readIni();
    TomlValue readToml();
    void readPlainKeys(ConfigSource &source);
    QHash<QString, QString> valuesOf(const QString &section);
    void readHooks(ConfigSource &source);
    void readTomlHook(ConfigSource &source, const TomlValue &table);
    void readIniHooks();
    bool readScriptLocation(ConfigSource &source);
    void readVersionLocations(ConfigSource &source);
    Error missingScriptLocation() const;
    void checkTimezone(ConfigSource &source);

    PathOrigin origin() const { return {m_files.workingFolder, m_config.here, m_config.prependSysPath}; }
    void report(const Error &error) { m_diagnostics.append(Diagnostic::fromError(error)); }

    ConfigFiles m_files;
    Config m_config;
    Diagnostics m_diagnostics;
};

QString folderOf(const QString &path)
{
    return path.isEmpty() ? QString() : QFileInfo(path).absolutePath();
}

IniFile ConfigReader::readIni()
{
    if (m_files.iniPath.isEmpty()) {
        // Alembic makes an empty main section of its own then.
        return IniFile::parse(u"[%1]"_s.arg(m_files.section), {});
    }
    const Result<QByteArray> bytes = readSettingsFile(m_files.iniPath);
    if (!bytes) {
        report(bytes.error());
        return {};
    }
    m_config.iniPath = QFileInfo(m_files.iniPath).absoluteFilePath();
    const TextFile file = decodeText(*bytes, m_config.iniPath);
    IniFile ini = IniFile::parse(file.text, m_config.iniPath);
    m_diagnostics += file.problems + ini.problems();
    return ini;
}

TomlValue ConfigReader::readToml()
{
    if (m_files.tomlPath.isEmpty())
        return {};
    const Result<QByteArray> bytes = readSettingsFile(m_files.tomlPath);
    if (!bytes) {
        report(bytes.error());
        return {};
    }
    m_config.tomlPath = QFileInfo(m_files.tomlPath).absoluteFilePath();
    const TextFile file = decodeText(*bytes, m_config.tomlPath);
    m_diagnostics += file.problems;
    const Result<TomlValue> toml = parseToml(file.text, m_config.tomlPath);
    if (!toml) {
        report(toml.error());
        return {};
    }
    const TomlValue *table = toml->find({u"tool"_s, u"alembic"_s});
    if (table && table->kind != TomlValue::Table) {
        report(
            {u"ATH-CFG-001"_s, u"Incorrect TOML format"_s, table->where, u"write a table [tool.alembic]"_s});
        return {};
    }
    return table ? *table : TomlValue{};
}

Result<ConfigReading> ConfigReader::read()
{
    m_config.section = m_files.section;
    const TomlValue table = readToml();
    m_config.ini = readIni();
    m_config.here = folderOf(m_files.iniPath.isEmpty() ? m_files.tomlPath : m_files.iniPath);
    if (m_config.here.isEmpty())
        m_config.here = m_files.scriptFolder.isEmpty() ? m_files.workingFolder : m_files.scriptFolder;
    m_config.ini.setDefault(u"here"_s, m_config.here);

    ConfigSource source(m_config.ini, m_config.section, table, folderOf(m_files.tomlPath));
    readPlainKeys(source);
    const QStringList entries = prependSysPathEntries(source);
    for (const QString &entry : entries)
        m_config.prependSysPath.append(resolvedPath(entry, origin()));
    const bool found = readScriptLocation(source);
    if (found)
        readVersionLocations(source);
    readHooks(source);
    m_diagnostics += source.diagnostics();
    if (!found)
        return std::unexpected(missingScriptLocation());
    m_config.sectionValues = valuesOf(m_config.section);
    return ConfigReading{m_config, m_diagnostics};
}

void ConfigReader::readPlainKeys(ConfigSource &source)
{
    m_config.recursiveVersionLocations = source.strictFlag(u"recursive_version_locations"_s);
    m_config.sourceless = source.strictFlag(u"sourceless"_s);
    m_config.revisionEnvironment = source.lenientFlag(u"revision_environment"_s);
    m_config.fileTemplate = source.text(u"file_template"_s).value_or(m_config.fileTemplate);
    m_config.outputEncoding = source.text(u"output_encoding"_s).value_or(m_config.outputEncoding);
    m_config.timezone = source.text(u"timezone"_s).value_or(QString());
    checkTimezone(source);
    m_config.sqlalchemyUrl = source.iniText(u"sqlalchemy.url"_s).value_or(QString());
    // 0 means the default, as in Alembic.
    if (const int length = source.number(u"truncate_slug_length"_s).value_or(0); length != 0)
        m_config.truncateSlugLength = length;
}

void ConfigReader::checkTimezone(ConfigSource &source)
{
    const QByteArray zone = m_config.timezone.toUtf8();
    if (zone.isEmpty() || QTimeZone::isTimeZoneIdAvailable(zone)
        || QTimeZone::isTimeZoneIdAvailable(zone.toUpper()))
        return;
    source.report(Severity::Warning, u"ATH-CFG-007"_s, u"Can't locate timezone: %1"_s.arg(m_config.timezone),
                  source.placeOf(u"timezone"_s), u"name one of the IANA database, such as Europe/Rome"_s);
}

bool ConfigReader::readScriptLocation(ConfigSource &source)
{
    const QString key = u"script_location"_s;
    const std::optional<QString> location = source.text(key);
    const bool isSet = location.has_value() || source.placeOf(key).line > 0;
    if (!isSet && !m_files.scriptFolder.isEmpty()) {
        m_config.scriptLocation = m_config.writtenScriptLocation = m_files.scriptFolder;
        return true;
    }
    if (!location)
        return false;
    m_config.writtenScriptLocation = *location;
    const Result<QString> path = resolvedResource(*location, origin());
    // Flask-Migrate always takes the ini's own folder, whatever the key says.
    if (path && !QFileInfo::exists(*path) && !m_files.scriptFolder.isEmpty())
        m_config.scriptLocation = m_files.scriptFolder;
    else if (path)
        m_config.scriptLocation = *path;
    else
        source.report(Severity::Error, path.error().code, path.error().message, source.placeOf(key),
                      path.error().hint);
    return path.has_value();
}

void ConfigReader::readVersionLocations(ConfigSource &source)
{
    const QStringList entries = versionLocationEntries(source);
    for (const QString &entry : entries) {
        const Result<QString> path = resolvedResource(entry, origin());
        if (path) {
            m_config.versionLocations.append(*path);
        } else {
            source.report(Severity::Error, path.error().code, path.error().message,
                          source.placeOf(u"version_locations"_s), path.error().hint);
        }
    }
    if (entries.isEmpty())
        m_config.versionLocations = {m_config.scriptLocation + "/versions"_L1};
}

void ConfigReader::readHooks(ConfigSource &source)
{
    if (m_config.ini.hasSection(u"post_write_hooks"_s)) {
        readIniHooks();
        return;
    }
    const TomlValue *hooks = source.table().find(u"post_write_hooks"_s);
    if (!hooks)
        return;
    if (hooks->kind != TomlValue::Array) {
        source.report(Severity::Error, u"ATH-CFG-002"_s,
                      u"unsupported TOML value type for key: 'post_write_hooks'"_s, hooks->where,
                      u"write a table [[tool.alembic.post_write_hooks]] for each hook"_s);
        return;
    }
    for (const TomlValue &table : hooks->items)
        readTomlHook(source, table);
}

void ConfigReader::readTomlHook(ConfigSource &source, const TomlValue &table)
{
    PostWriteHook hook;
    for (const TomlMember &member : table.members) {
        const QString value = source.formatted(member.value, member.key).value_or(QString());
        if (member.key == "name"_L1)
            hook.name = value;
        else
            hook.options.insert(member.key, value);
    }
    if (!hook.name.isEmpty()) {
        m_config.postWriteHooks.append(hook);
        return;
    }
    source.report(Severity::Error, u"ATH-CFG-008"_s, u"a post-write hook has no name"_s, table.where,
                  u"add name = \"…\""_s);
}

void ConfigReader::readIniHooks()
{
    const QHash<QString, QString> values = valuesOf(u"post_write_hooks"_s);
    static const QRegularExpression separator(u", *| +"_s);
    const QStringList names = values.value(u"hooks"_s).split(separator, Qt::SkipEmptyParts);
    for (const QString &name : names) {
        PostWriteHook hook{name, {}};
        for (const auto &[key, value] : values.asKeyValueRange()) {
            if (key.startsWith(name + u'.'))
                hook.options.insert(key.sliced(name.size() + 1), value);
        }
        m_config.postWriteHooks.append(hook);
    }
}

QHash<QString, QString> ConfigReader::valuesOf(const QString &section)
{
    QHash<QString, QString> values;
    qsizetype count = 0;
    qsizetype size = 0;
    const QStringList keys = m_config.ini.keys(section);
    for (const QString &key : keys) {
        const Result<std::optional<QString>> value = m_config.ini.value(section, key);
        if (value) {
            values.insert(key, value->value_or(QString()));
            size += values[key].size();
        } else if (const auto found = Diagnostic::fromError(value.error()); !m_diagnostics.contains(found)) {
            m_diagnostics.append(found);
        }
        if (++count > mostKeys || size > mostCharacters) {
            report({u"ATH-CFG-013"_s,
                    u"section '[%1]' is too large; the rest of it is not read"_s.arg(section),
                    m_config.ini.find(section, key)->where(), u"is this the right file?"_s});
            break;
        }
    }
    return values;
}

Error ConfigReader::missingScriptLocation() const
{
    // What is wrong in the files is more likely the cause than a forgotten key.
    for (const Diagnostic &found : m_diagnostics) {
        if (found.severity == Severity::Error)
            return {found.code, found.message, found.where, found.hint};
    }
    Error error{u"ATH-CFG-009"_s,
                u"No 'script_location' key found in configuration."_s,
                {m_config.iniPath},
                u"add 'script_location = …' to section '[%1]'"_s.arg(m_config.section)};
    if (m_config.iniPath.isEmpty()) {
        error.where = {m_config.tomlPath};
        error.hint = u"add 'script_location = \"…\"' to [tool.alembic]"_s;
    } else if (const QStringList names = m_config.ini.sectionNames(); !names.contains(m_config.section)) {
        error.hint = u"there is no section '[%1]'; choose one of these with -n: %2"_s.arg(
            m_config.section, names.join(u", "_s));
        if (names.isEmpty())
            error.hint =
                u"the file is empty: add a section [%1] with a key script_location"_s.arg(m_config.section);
    } else if (const QStringList others = sectionsWithScripts(m_config.ini); !others.isEmpty()) {
        error.hint = u"other sections have one; choose with -n: %1"_s.arg(others.join(u", "_s));
    }
    return error;
}

} // namespace

QStringList sectionsWithScripts(const IniFile &ini)
{
    QStringList sections = ini.sectionNames();
    sections.removeIf([&](const QString &name) { return !ini.section(name)->find(u"script_location"_s); });
    return sections;
}

Result<ConfigReading> readConfig(const ConfigFiles &files)
{
    return ConfigReader(files).read();
}

Result<std::optional<QString>> sectionOption(const Config &config, const QString &section, const QString &key)
{
    if (config.ini.hasSection(section))
        return config.ini.value(section, key);
    return std::unexpected(
        Error{u"ATH-CFG-012"_s,
              u"No config file '%1' found, or file has no '[%2]' section"_s.arg(config.iniPath, section),
              {config.iniPath},
              u"add the section, or choose another one with -n"_s});
}

} // namespace athanor
