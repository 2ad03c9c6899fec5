// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/externalalembic.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QProcess>

namespace athanor::plan {

using namespace Qt::StringLiterals;

namespace {

/// Between two looks at whether the answer is still wanted.
constexpr int SliceInMilliseconds = 100;

Error failure(const QString &code, const QString &message, const QString &hint)
{
    return {code, message, {}, hint, ErrorKind::Failure};
}

/// The last lines of a channel: a traceback ends with what it is about.
QString lastLines(const QByteArray &bytes)
{
    static constexpr qsizetype shown = 6;
    const QStringList lines = QString::fromUtf8(bytes).trimmed().split(u'\n');
    return lines.mid(std::max<qsizetype>(0, lines.size() - shown)).join(u'\n');
}

/// Ends what is still running; it has had its chance.
void end(QProcess &process)
{
    process.kill();
    process.waitForFinished();
}

Result<void> waitFor(QProcess &process, const AlembicCall &call, const std::function<bool()> &isCancelled)
{
    const QDeadlineTimer deadline(call.patience);
    while (!process.waitForFinished(SliceInMilliseconds)) {
        if (process.state() == QProcess::NotRunning)
            break;
        if (isCancelled && isCancelled()) {
            end(process);
            return std::unexpected(failure(u"ATH-EXT-005"_s, u"`%1` was cancelled"_s.arg(call.text()), {}));
        }
        if (deadline.hasExpired()) {
            end(process);
            return std::unexpected(failure(
                u"ATH-EXT-004"_s,
                u"`%1` has not ended after %2 s"_s.arg(call.text()).arg(call.patience.count() / 1000),
                u"see whether it waits for something: "_s + lastLines(process.readAllStandardError())));
        }
    }
    return {};
}

} // namespace

QString AlembicCall::text() const
{
    QStringList words;
    for (const QString &word : command + arguments)
        words += word.contains(u' ') ? u"'%1'"_s.arg(word) : word;
    return words.join(u' ');
}

Result<AlembicCall> offlineCall(const Project &project, const QString &command, const QString &range,
                                const QStringList &xArguments)
{
    const ProjectSettings &settings = project.settings();
    if (settings.scripts.alembicCommand.isEmpty())
        return std::unexpected(Error{u"ATH-EXT-001"_s,
                                     u"athanor.toml does not say how the project's own Alembic is called"_s,
                                     {settings.path},
                                     u"write alembic = \"uv run alembic\" above its tables"_s});
    const Config &config = project.config();
    AlembicCall call{.command = settings.scripts.alembicCommand, .folder = config.folder()};
    // By its name in the folder: the command may work in a container, where paths are others.
    if (const QString name = QFileInfo(config.iniPath).fileName();
        !name.isEmpty() && name != "alembic.ini"_L1)
        call.arguments += {u"-c"_s, name};
    if (config.section != "alembic"_L1)
        call.arguments += {u"-n"_s, config.section};
    for (const QString &argument : xArguments)
        call.arguments += {u"-x"_s, argument};
    call.arguments += {command, range, u"--sql"_s};
    return call;
}

Result<QString> wayOf(const Revision &revision, alembic::Direction direction)
{
    if (revision.downRevisions.size() > 1)
        return std::unexpected(
            Error{u"ATH-EXT-006"_s, u"Alembic can't be asked for a merge alone"_s, revision.where(),
                  u"ask for a way that has it: `athanor upgrade FROM:TO --sql --with-alembic`"_s});
    const QString below = revision.downRevisions.value(0, u"base"_s);
    return direction == alembic::Direction::Upgrade ? below + u':' + revision.id : revision.id + u':' + below;
}

Result<QString> ask(const AlembicCall &call, const std::function<bool()> &isCancelled)
{
    QProcess process;
    process.setWorkingDirectory(call.folder);
    process.setProgram(call.command.value(0));
    process.setArguments(call.command.mid(1) + call.arguments);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start();
    if (!process.waitForStarted())
        return std::unexpected(failure(
            u"ATH-EXT-002"_s, u"can't start `%1`: %2"_s.arg(call.text(), process.errorString()),
            u"see alembic in athanor.toml; it is called in %1"_s.arg(QDir::toNativeSeparators(call.folder))));
    if (const auto waited = waitFor(process, call, isCancelled); !waited)
        return std::unexpected(waited.error());
    const QByteArray output = process.readAllStandardOutput();
    const bool isFine = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (isFine)
        return QString::fromUtf8(output);
    // Alembic itself says its errors on stdout, and Python its tracebacks on stderr.
    const QByteArray errors = process.readAllStandardError();
    QString said = lastLines(output.contains("FAILED:") ? output : errors);
    if (said.isEmpty())
        said = u"exit code %1, and not a word"_s.arg(process.exitCode());
    return std::unexpected(failure(u"ATH-EXT-003"_s, u"`%1` failed: %2"_s.arg(call.text(), said), {}));
}

} // namespace athanor::plan
