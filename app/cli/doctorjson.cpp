// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/doctorreport.h"

#include <QJsonArray>

namespace athanor::cli {

using namespace Qt::StringLiterals;
using Kind = DirectionState::Kind;

namespace {

QString stateName(Kind kind)
{
    switch (kind) {
    case Kind::Readable:
        return u"previewable"_s;
    case Kind::NeedsConnection:
        return u"connection"_s;
    case Kind::NotReadable:
        return u"unreadable"_s;
    case Kind::Unknown:
        break;
    }
    return u"unknown"_s;
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return u"note"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Error:
        return u"error"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QJsonObject withPlace(QJsonObject object, const SourceRange &where)
{
    const bool isKnown = !where.file.isEmpty();
    object.insert(u"file"_s, isKnown ? QJsonValue(where.file) : QJsonValue::Null);
    object.insert(u"line"_s, where.line > 0 ? QJsonValue(where.line) : QJsonValue::Null);
    object.insert(u"column"_s, where.column > 0 ? QJsonValue(where.column) : QJsonValue::Null);
    return object;
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue::Null : QJsonValue(text);
}

QJsonArray diagnosticsArray(const Diagnostics &diagnostics)
{
    QJsonArray array;
    for (const Diagnostic &found : diagnostics)
        array.append(withPlace({{u"severity"_s, severityName(found.severity)},
                                {u"code"_s, found.code},
                                {u"message"_s, found.message},
                                {u"hint"_s, textOrNull(found.hint)}},
                               found.where));
    return array;
}

QJsonArray runsArray(const DoctorReport &report)
{
    QJsonArray runs;
    for (const alembic::EnvironmentRun &run : report.reader.environment().runs) {
        QJsonArray settings;
        for (const plan::SettingReport &setting : plan::settingsReport(run, report.project.config()))
            settings.append(withPlace({{u"name"_s, setting.name},
                                       {u"value"_s, setting.value},
                                       {u"source"_s, textOrNull(setting.source)}},
                                      setting.where));
        runs.append(settings);
    }
    return runs;
}

QJsonArray driversArray(const QList<DriverState> &drivers)
{
    QJsonArray array;
    for (const DriverState &driver : drivers)
        array.append(QJsonObject{{u"database"_s, driver.database},
                                 {u"driver"_s, driver.driver},
                                 {u"present"_s, driver.isPresent},
                                 {u"packages"_s, driver.packages}});
    return array;
}

QJsonObject previewObject(const DoctorReport &report, const plan::TurnPreview &preview)
{
    const bool isUpgrade = preview.turn.direction == alembic::Direction::Upgrade;
    QJsonObject object{{u"revision"_s, report.project.graph().id(preview.turn.revision)},
                       {u"direction"_s, isUpgrade ? u"upgrade"_s : u"downgrade"_s},
                       {u"state"_s, stateName(preview.state.kind)},
                       {u"reason"_s, textOrNull(preview.state.reason)},
                       {u"needed"_s, textOrNull(preview.state.needed)}};
    if (!preview.engine.isEmpty())
        object.insert(u"engine"_s, preview.engine);
    return withPlace(object, preview.state.where);
}

QJsonArray causesArray(const plan::PreviewReport &report)
{
    QJsonArray array;
    for (const plan::PreviewCause &cause : report.causes)
        array.append(QJsonObject{{u"state"_s, stateName(cause.kind)},
                                 {u"cause"_s, cause.text},
                                 {u"count"_s, cause.previews.size()}});
    return array;
}

} // namespace

QJsonObject doctorObject(const DoctorReport &report)
{
    QJsonArray revisions;
    for (const plan::TurnPreview &preview : report.previews.previews)
        revisions.append(previewObject(report, preview));
    QJsonObject summary;
    for (const Kind kind : {Kind::Readable, Kind::NeedsConnection, Kind::NotReadable})
        summary.insert(stateName(kind), report.previews.count(kind));
    const alembic::Environment &environment = report.reader.environment();
    return {
        {u"ok"_s, report.isFine()},
        {u"dialect"_s, report.reader.format(0).dialect().text.toString()},
        {u"problems"_s, diagnosticsArray(report.problems)},
        {u"environment"_s, QJsonObject{{u"is_read"_s, environment.isRead},
                                       {u"runs"_s, runsArray(report)},
                                       {u"notes"_s, diagnosticsArray(environment.notes)}}},
        {u"drivers"_s, driversArray(report.drivers)},
        {u"revisions"_s, revisions},
        {u"causes"_s, causesArray(report.previews)},
        {u"summary"_s, summary},
    };
}

} // namespace athanor::cli
