// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/scriptreading.h"

#include "core/database/url.h"
#include "core/dialect/dialect.h"
#include "core/project/projecturl.h"
#include "core/project/scriptheader.h"

#include <QCoreApplication>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(athanor::ScriptReading)
};

DirectionState stateOf(const SqlScript &script)
{
    if (!script.stop)
        return {.kind = DirectionState::Kind::Readable};
    const bool needsRows = script.stop->code == "ATH-ALB-001"_L1;
    return {.kind = needsRows ? DirectionState::Kind::NeedsConnection : DirectionState::Kind::NotReadable,
            .reason = script.stop->message,
            .file = script.stop->where.file,
            .line = script.stop->where.line};
}

} // namespace

ScriptReading readScript(const ScriptRequest &request)
{
    ScriptReading reading;
    reading.diagnostics = readScriptHeader(request.path, request.bytes).diagnostics;
    reading.refusal = Tr::tr("The SQL of this script can't be shown yet.");
    return reading;
}

PreviewState previewState(const ScriptReading &reading)
{
    if (!reading.refusal.isEmpty())
        return {};
    return {stateOf(reading.upgrade), stateOf(reading.downgrade)};
}

QString projectDialect(const Project &project)
{
    const QString own =
        databaseUrl(project.config(), project.dotenv(), QProcessEnvironment::systemEnvironment()).url;
    QStringList urls{own};
    for (const Target &target : project.settings().targets)
        urls.append(target.url);
    for (const QString &text : std::as_const(urls)) {
        const auto url = DatabaseUrl::parse(text);
        const auto name = url && !isPlaceholderUrl(text) ? dialect::dialectName(url->dialect) : std::nullopt;
        if (name)
            return dialect::dialectOf(*name).text.toString();
    }
    return u"postgresql"_s;
}

} // namespace athanor
