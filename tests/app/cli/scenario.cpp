// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/scenario.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>

namespace athanor::test {

using namespace Qt::StringLiterals;

static QString readText(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("can't read %s", qPrintable(path));
    return QString::fromUtf8(file.readAll());
}

/// "-- name --" as "name"; nothing for any other line.
static QString sectionName(const QString &line)
{
    const bool marked = line.size() > 6 && line.startsWith("-- "_L1) && line.endsWith(" --"_L1);
    return marked ? line.sliced(3, line.size() - 6) : QString();
}

Scenario Scenario::fromFile(const QString &path)
{
    Scenario scenario;
    Section section;
    QStringList lines = readText(path).split(u'\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    for (const QString &line : lines) {
        if (const QString name = sectionName(line); !name.isEmpty()) {
            scenario.addSection(section);
            section = {name, {}};
        } else {
            section.body += line + u'\n';
        }
    }
    scenario.addSection(section);
    if (scenario.m_commands.isEmpty())
        scenario.m_fault = u"the scenario has no command"_s;
    return scenario;
}

void Scenario::addSection(const Section &section)
{
    if (section.name.isEmpty()) {
        m_comment = section.body;
    } else if (section.name.startsWith("$ "_L1)) {
        m_commands.append({section.name.sliced(2), section.body, {}});
    } else if (section.name == "stderr"_L1 || section.name.startsWith("exit "_L1)) {
        if (m_commands.isEmpty())
            m_fault = u"'%1' stands before any command"_s.arg(section.name);
        else if (section.name == "stderr"_L1)
            m_commands.last().errors = section.body;
        else
            m_commands.last().exitCode = section.name.sliced(5).toInt();
    } else if (!m_commands.isEmpty()) {
        m_fault = u"the file '%1' stands behind a command"_s.arg(section.name);
    } else {
        m_inputs.append(section);
    }
}

static TemporaryProject::Script parseScript(const QString &line)
{
    static const QRegularExpression form(
        u"^(\\S+)(?: < (\\S+))?(?: \\[(\\S*)\\])?(?: \\((\\S*)\\))?(?: (.*))?$"_s);
    const QRegularExpressionMatch match = form.match(line);
    if (!match.hasMatch())
        qFatal("no revision: %s", qPrintable(line));
    const auto list = [&](int group) { return match.captured(group).split(u',', Qt::SkipEmptyParts); };
    return {match.captured(1), list(2), match.captured(5), list(4), list(3)};
}

static void writeRows(const QString &path, const QStringList &lines)
{
    const QString connection = u"scenario"_s;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        database.setDatabaseName(path);
        QString table = u"alembic_version"_s;
        if (!database.open())
            qFatal("can't make %s", qPrintable(path));
        QSqlQuery query(database);
        QStringList rows = lines;
        if (rows.value(0).startsWith("table "_L1))
            table = rows.takeFirst().sliced(6);
        query.exec(u"CREATE TABLE \"%1\" (version_num VARCHAR(32) NOT NULL)"_s.arg(table));
        for (const QString &row : rows)
            query.exec(u"INSERT INTO \"%1\" VALUES ('%2')"_s.arg(table, row));
    }
    QSqlDatabase::removeDatabase(connection);
}

void Scenario::writeInput(const TemporaryProject &project, const Section &section) const
{
    const QStringList lines = section.body.split(u'\n', Qt::SkipEmptyParts);
    if (section.name == "revisions"_L1) {
        for (const QString &line : lines)
            project.addRevision(parseScript(line));
    } else if (section.name.startsWith("rows "_L1)) {
        writeRows(project.filePath(section.name.sliced(5)), lines);
    } else {
        project.write(section.name, section.body.toUtf8());
    }
}

static QProcessEnvironment cleanEnvironment(const QString &program, const QString &folder)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"NO_COLOR"_s, u"ALEMBIC_CONFIG"_s, u"COLUMNS"_s})
        environment.remove(name);
    environment.insert(u"PATH"_s, QFileInfo(program).path() + u':' + environment.value(u"PATH"_s));
    environment.insert(u"HOME"_s, folder);
    environment.insert(u"TERM"_s, u"xterm-256color"_s);
    return environment;
}

static QString shown(const QByteArray &bytes, const QString &folder)
{
    QString text = QString::fromUtf8(bytes);
    text.replace(folder, "$DIR"_L1)
        .replace(QLatin1StringView("athanor " ATHANOR_VERSION), "athanor $VERSION"_L1);
    if (!text.isEmpty() && !text.endsWith(u'\n'))
        text += u"\n(no line feed at the end)\n"_s;
    return text;
}

QList<ScenarioCommand> Scenario::run(const QString &program) const
{
    const TemporaryProject project;
    for (const Section &section : m_inputs)
        writeInput(project, section);
    QList<ScenarioCommand> results;
    for (const ScenarioCommand &command : m_commands) {
        QProcess process;
        process.setProcessEnvironment(cleanEnvironment(program, project.folder()));
        process.setWorkingDirectory(project.folder());
        process.start(u"bash"_s, {u"-c"_s, command.line});
        process.waitForFinished(-1);
        results.append({command.line, shown(process.readAllStandardOutput(), project.folder()),
                        shown(process.readAllStandardError(), project.folder()),
                        process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1});
    }
    return results;
}

QString Scenario::text(const QList<ScenarioCommand> &commands) const
{
    QString text = m_comment;
    for (const Section &section : m_inputs)
        text += u"-- "_s + section.name + u" --\n"_s + section.body;
    for (const ScenarioCommand &command : commands) {
        text += u"-- $ "_s + command.line + u" --\n"_s + command.output;
        if (!command.errors.isEmpty())
            text += u"-- stderr --\n"_s + command.errors;
        if (command.exitCode != 0)
            text += u"-- exit %1 --\n"_s.arg(command.exitCode);
    }
    return text;
}

} // namespace athanor::test
