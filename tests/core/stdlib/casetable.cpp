// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/stdlib/casetable.h"

#include "core/evaluator/evaluator.h"
#include "core/python/parser.h"
#include "core/stdlib/stdlib.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

namespace athanor::test {

using namespace Qt::StringLiterals;
using namespace athanor::python;

namespace {

class StandardHost : public Host
{
public:
    std::span<const NativeModule> nativeModules() const override { return standardModules(); }
    std::optional<std::string> environmentVariable(std::string_view name) override
    {
        if (name == "HOME")
            return "/home/user";
        return std::nullopt;
    }
};

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

} // namespace

QList<Case> readCases(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return {};
    QList<Case> cases;
    QStringList setup;
    bool isComplete = false;
    int number = 0;
    for (const QString &line : QString::fromUtf8(source.readAll()).split(u'\n')) {
        ++number;
        if (line.startsWith(u">>> "_s)) {
            isComplete = true;
            cases.append({setup.join(u'\n') + u'\n', line.sliced(4), number});
            continue;
        }
        if (isComplete)
            setup.clear();
        isComplete = false;
        setup.append(line);
    }
    return cases;
}

QStringList askPython(const QList<Case> &cases)
{
    QJsonArray asked;
    for (const Case &one : cases)
        asked.append(QJsonArray{one.setup, one.expression});
    QProcess python;
    python.start(u"python3"_s, {QStringLiteral(ATHANOR_TEST_FOLDER "/oracle.py")});
    python.write(QJsonDocument(asked).toJson(QJsonDocument::Compact));
    python.closeWriteChannel();
    if (!python.waitForFinished(-1) || python.exitCode() != 0)
        return {};
    QStringList answers;
    for (const auto answer : QJsonDocument::fromJson(python.readAllStandardOutput()).array())
        answers.append(answer.toString());
    return answers;
}

Evaluation evaluateWithNotes(const Case &testCase, const World &world)
{
    StandardHost host;
    constexpr std::uint64_t Steps = 2'000'000;
    Evaluator evaluator(host, Limits{.steps = Steps, .depth = Limits().depth, .bytes = Limits().bytes});
    evaluator.state<World>() = world;
    const QByteArray script =
        (testCase.setup + u"\n__result__ = ("_s + testCase.expression + u")\n"_s).toUtf8();
    const ParsedModule parsed = parseModule(script, u"table.py"_s);
    if (!parsed.diagnostics.isEmpty())
        return {u"not parsed: "_s + parsed.diagnostics.first().message, {}};
    const auto failure = [&evaluator](const Raised &raised) -> Evaluation {
        const Error error = evaluator.error(raised);
        const QString shown =
            raised.isStop() ? u"refused: "_s + error.message + u", "_s + error.where.text() : error.message;
        return {shown, evaluator.notes()};
    };
    const Outcome<ModuleObject *> module = evaluator.run(parsed, "table");
    if (!module)
        return failure(module.error());
    const Outcome<std::string> shown = evaluator.repr(*(*module)->names.find("__result__"));
    return shown ? Evaluation{text(*shown), evaluator.notes()} : failure(shown.error());
}

QString evaluate(const Case &testCase)
{
    return evaluateWithNotes(testCase).text;
}

} // namespace athanor::test
