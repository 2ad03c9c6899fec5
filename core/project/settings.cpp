// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/settings.h"

#include "core/project/urlpassword.h"

#include <algorithm>

namespace athanor {

using namespace Qt::StringLiterals;

namespace {

class SettingsReader : private TomlReading
{
public:
    explicit SettingsReader(const QString &path) { m_settings.path = path; }

    SettingsReading read(const TomlValue &file)
    {
        const TomlMember *defaultTarget = nullptr;
        for (const TomlMember &member : file.members) {
            if (member.key == "targets"_L1)
                readTargets(member.value);
            else if (member.key == "default_target"_L1)
                defaultTarget = &member;
            else if (member.key == "ignore"_L1)
                readIgnoreRules(member.value);
            else if (member.key == "alembic"_L1)
                readAlembicCommand(member, *this, m_settings.scripts);
            else if (member.key == "types"_L1)
                readTypes(member.value, *this, m_settings.scripts);
            else if (member.key == "scripts"_L1)
                readScripts(member.value, *this, m_settings.scripts);
            else if (member.key == "env"_L1)
                readOverrides(member.value, *this, m_settings.scripts);
            else
                reportUnknown(member, {u"targets"_s, u"default_target"_s, u"ignore"_s, u"alembic"_s,
                                       u"types"_s, u"scripts"_s, u"env"_s});
        }
        if (defaultTarget)
            readDefaultTarget(defaultTarget->value);
        return {std::move(m_settings), diagnostics()};
    }

private:
    void readTargets(const TomlValue &value)
    {
        if (!expect(value, TomlValue::Table, u"targets"_s,
                    u"write a table [targets.NAME] for each database"_s))
            return;
        for (const TomlMember &member : value.members) {
            if (expect(member.value, TomlValue::Table, u"targets."_s + member.key,
                       u"write it as a table [targets.NAME]"_s))
                readTarget(member);
        }
    }

    void readTarget(const TomlMember &table)
    {
        Target target;
        target.name = table.key;
        for (const TomlMember &member : table.value.members) {
            if (member.key == "url"_L1)
                readUrl(member.value, target);
            else if (member.key == "environment"_L1)
                target.environment = environment(member.value);
            else if (member.key == "version_table"_L1)
                readString(member, target.versionTable);
            else if (member.key == "version_table_schema"_L1)
                readString(member, target.versionTableSchema);
            else
                reportUnknown(member,
                              {u"url"_s, u"environment"_s, u"version_table"_s, u"version_table_schema"_s});
        }
        if (target.url.isEmpty()) {
            report(Severity::Error, u"ATH-SET-003"_s, u"target '%1' has no url"_s.arg(target.name),
                   table.where, u"add one, such as url = \"postgresql://user@host/database\""_s);
            return;
        }
        m_settings.targets.append(target);
    }

    void readUrl(const TomlValue &value, Target &target)
    {
        if (!expect(value, TomlValue::String, u"url"_s, u"write it in quotes"_s))
            return;
        const UrlWithoutPassword found = withoutPassword(value.text);
        target.url = found.url;
        if (found.hadPassword) {
            report(Severity::Warning, u"ATH-SET-004"_s,
                   u"the URL of target '%1' holds a password, which is not used"_s.arg(target.name),
                   value.where,
                   u"passwords don't belong into shared files: keep it in the system's keyring, or write "
                   u"${NAME} and set NAME "
                   "in the environment or in .env"_s);
        }
    }

    Environment environment(const TomlValue &value)
    {
        if (value.kind == TomlValue::String) {
            if (value.text == "development"_L1)
                return Environment::Development;
            if (value.text == "test"_L1)
                return Environment::Test;
            if (value.text == "production"_L1)
                return Environment::Production;
        }
        report(Severity::Error, u"ATH-SET-005"_s,
               u"unknown environment; the target is taken for production, to be careful"_s, value.where,
               u"write \"development\", \"test\" or \"production\""_s);
        return Environment::Production;
    }

    void readDefaultTarget(const TomlValue &value)
    {
        if (!expect(value, TomlValue::String, u"default_target"_s, u"write a target's name in quotes"_s))
            return;
        const Target *target = m_settings.find(value.text);
        if (!target) {
            report(Severity::Error, u"ATH-SET-006"_s,
                   u"default_target names '%1', which is no target"_s.arg(value.text), value.where,
                   u"add [targets.%1], or name another one"_s.arg(value.text));
        } else if (target->environment == Environment::Production) {
            report(Severity::Warning, u"ATH-SET-007"_s,
                   u"default_target '%1' is a production database and is not used as the default"_s.arg(
                       value.text),
                   value.where,
                   u"name a development or test database; production is always chosen by hand"_s);
        } else {
            m_settings.defaultTarget = value.text;
        }
    }

    void readIgnoreRules(const TomlValue &value)
    {
        if (!expect(value, TomlValue::Table, u"ignore"_s, u"write a table [ignore]"_s))
            return;
        IgnoreRules &rules = m_settings.ignore;
        for (const TomlMember &member : value.members) {
            if (member.key == "schemas"_L1)
                readList(member, rules.schemas);
            else if (member.key == "tables"_L1)
                readList(member, rules.tables);
            else if (member.key == "columns"_L1)
                readList(member, rules.columns);
            else if (member.key == "indexes"_L1)
                readList(member, rules.indexes);
            else
                reportUnknown(member, {u"schemas"_s, u"tables"_s, u"columns"_s, u"indexes"_s});
        }
    }

    ProjectSettings m_settings;
};

} // namespace

const Target *ProjectSettings::find(const QString &targetName) const
{
    const auto found = std::ranges::find(targets, targetName, &Target::name);
    return found == targets.cend() ? nullptr : &*found;
}

SettingsReading parseSettings(const QString &text, const QString &path)
{
    SettingsReader reader(path);
    const Result<TomlValue> file = parseToml(text, path);
    if (file)
        return reader.read(*file);
    SettingsReading reading = reader.read({});
    reading.diagnostics.append(Diagnostic::fromError(file.error()));
    return reading;
}

Result<QString> targetUrl(const Target &target, const Dotenv &dotenv, const QProcessEnvironment &environment)
{
    Result<QString> url = expandVariables(target.url, dotenv, environment);
    if (!url) {
        Error error = url.error();
        error.message = u"the URL of target '%1': %2"_s.arg(target.name, error.message);
        return std::unexpected(error);
    }
    return url;
}

} // namespace athanor
