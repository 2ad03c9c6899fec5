// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/scriptreading.h"

#include "core/project/scriptheader.h"
#include "core/python/parser.h"
#include "ui/shell/scriptsql.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(athanor::ScriptReading)
};

bool isInVersions(const Config &config, const QString &path)
{
    return std::ranges::any_of(config.versionLocations, [&](const QString &folder) {
        return path.startsWith(folder) && path.mid(folder.size()).startsWith(u'/');
    });
}

} // namespace

ScriptReader coreReader()
{
    return [sql = std::make_shared<ScriptSql>()](const ScriptRequest &request) {
        ScriptReading reading;
        if (!request.path.endsWith(".py"_L1)) {
            reading.refusal = Tr::tr("Only scripts make SQL.");
            return reading;
        }
        const python::ParsedModule script = python::parseModule(request.bytes, request.path);
        const bool isRevision = isInVersions(request.project->config(), request.path);
        reading.diagnostics =
            isRevision ? readScriptHeader(request.path, request.bytes).diagnostics : script.diagnostics;
        if (!script.module && !script.diagnostics.isEmpty())
            reading.refusal = Tr::tr("Line %1: %2")
                                  .arg(script.diagnostics.first().where.line)
                                  .arg(script.diagnostics.first().message);
        else if (!isRevision)
            reading.refusal = Tr::tr("Only revisions make SQL.");
        else
            sql->read(request, script, reading);
        return reading;
    };
}

PreviewState previewState(const ScriptReading &reading)
{
    if (!reading.refusal.isEmpty())
        return {};
    return {directionState(reading.upgrade.stop), directionState(reading.downgrade.stop)};
}

} // namespace athanor
