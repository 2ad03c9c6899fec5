// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/json.h"
#include "app/cli/session.h"

#include <csignal>
#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace athanor;
using namespace athanor::cli;
using namespace Qt::StringLiterals;

static int exitCode(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Command:
        return 255;
    case ErrorKind::Failure:
        return 1;
    case ErrorKind::Usage:
        return 2;
    }
    Q_UNREACHABLE_RETURN(1);
}

static int fail(const Error &error, const GlobalOptions &options)
{
    if (!options.quiet)
        printError(u"FAILED: "_s + error.text());
    return exitCode(error.kind);
}

/// Broken scripts and the like, one line each. The exit code: 1 when one of them is an error.
static int report(const Diagnostics &diagnostics, const GlobalOptions &options)
{
    int code = 0;
    for (const Diagnostic &diagnostic : diagnostics) {
        if (diagnostic.severity == Severity::Error)
            code = 1;
        if (!options.quiet)
            printError(diagnostic.text());
    }
    return code;
}

static int runCommand(const Run &run, const CommandLine &line)
{
    Session session(line);
    const GlobalOptions &options = line.globals();
    const Result<void> result = run(session);
    if (!result && options.json) {
        session.out().discard();
        session.out().bytes(jsonLine({{u"ok"_s, false}, {u"error"_s, result.error().text()}}));
    }
    if (options.quiet)
        session.out().discard();
    const Result<void> written = session.out().flush();
    const int diagnosed = report(session.diagnostics(), options);
    if (!result)
        return fail(result.error(), options);
    if (!written)
        return fail(written.error(), options);
    return session.hasFailed() ? 1 : diagnosed;
}

static QStringList programArguments(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    return arguments;
}

/// The memory of the threads that read scripts grows page by page, with a system call each that makes the
/// others wait, unless it is asked for in large pieces. What is not used of them costs nothing.
static void takeMemoryInLargePieces()
{
#ifdef __GLIBC__
    mallopt(M_TOP_PAD, 32 * 1024 * 1024);
    mallopt(M_MMAP_THRESHOLD, 4 * 1024 * 1024);
#endif
}

int main(int argc, char **argv)
{
    takeMemoryInLargePieces();
    std::signal(SIGPIPE,
                SIG_IGN); // a reader that leaves early shows as EPIPE, which Output takes for success
    CommandLine line;
    const auto invocation = line.parse(programArguments(argc, argv));
    if (!invocation)
        return fail(invocation.error(), line.globals());
    if (invocation->run)
        return runCommand(invocation->run, line);
    Output out;
    out.text(invocation->text);
    const Result<void> written = out.flush();
    return written ? 0 : fail(written.error(), line.globals());
}
