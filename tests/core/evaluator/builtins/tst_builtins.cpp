// SPDX-License-Identifier: GPL-3.0-or-later
// Real Python as the oracle for the builtin types and functions: tables of expressions and scripts
// (tests/data/evaluator/builtins), each with the same repr() or the same exception.
#include "core/evaluator/evaluator.h"
#include "core/python/parser.h"
#include "tests/support/checks.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace athanor::python;
using namespace Qt::StringLiterals;

namespace {

class NoHost : public Host
{
public:
    std::span<const NativeModule> nativeModules() const override { return {}; }
};

struct TestCase
{
    QString name;
    QString script;
    QString expected = {};
};

/// Lines of expressions, or in scripts.txt blocks between empty lines; '#' at the front is a comment.
QList<TestCase> casesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const bool hasBlocks = path.endsWith("scripts.txt"_L1);
    QList<TestCase> cases;
    QString block;
    int number = 0;
    const auto finish = [&](int at) {
        if (!block.trimmed().isEmpty())
            cases.append({u"%1:%2"_s.arg(QFileInfo(path).baseName()).arg(at), block});
        block.clear();
    };
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        ++number;
        if (line.startsWith('#'))
            continue;
        if (!hasBlocks || line.isEmpty())
            finish(number - 1);
        block += QString::fromUtf8(line) + (hasBlocks ? u"\n"_s : QString());
    }
    finish(number);
    return cases;
}

QString python313()
{
    const QString python = QStandardPaths::findExecutable(u"python3"_s);
    QProcess process;
    process.start(python, {u"-c"_s, u"import sys; print(sys.version_info[:2] == (3, 13))"_s});
    process.waitForFinished();
    return process.readAllStandardOutput().trimmed() == "True" ? python : QString();
}

/// What we make of a script, as oracle.py says it of Python.
QString outcome(const QString &script)
{
    const bool isExpression = parseExpression(script.toUtf8(), u"case"_s).expression != nullptr;
    const QString text = isExpression ? u"result = ("_s + script + u")\n"_s : script;
    const ParsedModule parsed = parseModule(text.toUtf8(), u"case.py"_s);
    if (!parsed.module)
        return u"not parsed: "_s + parsed.diagnostics.first().message;
    NoHost host;
    Evaluator evaluator(host);
    const auto module = evaluator.run(parsed, "case");
    if (!module)
        return evaluator.error(module.error()).message;
    const auto result = evaluator.attribute(*module, "result");
    if (!result)
        return evaluator.error(result.error()).message;
    const auto shown = evaluator.repr(*result);
    return shown ? QString::fromStdString(*shown) : evaluator.error(shown.error()).message;
}

} // namespace

class TestBuiltins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString python = python313();
        REQUIRE_INSTALLED(!python.isEmpty(), u"there is no Python 3.13 here"_s);
        const QDir folder(QString::fromUtf8(ATHANOR_TEST_DATA));
        QJsonArray scripts;
        for (const QFileInfo &file : folder.entryInfoList({u"*.txt"_s}))
            m_cases += casesOf(file.filePath());
        for (const TestCase &each : std::as_const(m_cases))
            scripts.append(each.script);
        QProcess oracle;
        oracle.start(python, {QString::fromUtf8(ATHANOR_TEST_HERE) + "/oracle.py"_L1});
        oracle.write(QJsonDocument(scripts).toJson());
        oracle.closeWriteChannel();
        QVERIFY2(oracle.waitForFinished(), oracle.readAllStandardError().constData());
        const QJsonArray results = QJsonDocument::fromJson(oracle.readAllStandardOutput()).array();
        QCOMPARE(results.size(), m_cases.size());
        QVERIFY(results.size() > 500);
        for (qsizetype i = 0; i < results.size(); ++i)
            m_cases[i].expected = results[i].toString();
    }

    void isWhatPythonMakesOfIt_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("expected");
        for (const TestCase &each : std::as_const(m_cases))
            QTest::newRow(qPrintable(each.name)) << each.script << each.expected;
    }

    void isWhatPythonMakesOfIt()
    {
        QFETCH(const QString, script);
        QFETCH(const QString, expected);
        const QString actual = outcome(script);
        QVERIFY2(actual == expected,
                 qPrintable(u"%1\n  Python:  %2\n  Athanor: %3"_s.arg(script, expected, actual)));
    }

    void refusesWhatIsNotReproducibleOrUnsafe_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("construct");
        for (const auto *name : {"open", "eval", "exec", "compile", "input", "breakpoint"}) {
            const QString construct = QString::fromUtf8(name) + u"()"_s;
            QTest::newRow(name) << QString::fromUtf8(name) + u"('x')"_s << construct;
        }
        QTest::newRow("encoding") << u"'a'.encode('klingon')"_s << u"\"klingon\""_s;
        QTest::newRow("handler") << u"'ä'.encode('ascii', 'mine')"_s << u"\"mine\""_s;
        QTest::newRow("complex") << u"complex(1, 2).real + 1"_s << u"complex"_s;
    }

    void refusesWhatIsNotReproducibleOrUnsafe()
    {
        QFETCH(const QString, script);
        QFETCH(const QString, construct);
        const QString actual = outcome(script);
        QVERIFY2(actual.contains(construct), qPrintable(actual));
        // Not even "except BaseException" goes on after a stop.
        const QString caught =
            outcome(u"try:\n    %1\nexcept BaseException:\n    pass\nresult = 5\n"_s.arg(script));
        QVERIFY2(caught.contains(construct), qPrintable(caught));
    }

    void stopsWhatWouldBeHuge_data()
    {
        QTest::addColumn<QString>("script");
        for (const auto *script : {"'a'.ljust(10**12)",
                                   "'a'.center(10**12)",
                                   "'7'.zfill(10**12)",
                                   "'%1000000000d' % 1",
                                   "'%.1000000000f' % 1.0",
                                   "'{:1000000000}'.format('a')",
                                   "format(1, '1000000000')",
                                   "format(1.5, '.1000000000f')",
                                   "'a\\tb'.expandtabs(10**12)",
                                   "bytes(10**12)",
                                   "(1).to_bytes(10**12)",
                                   "list(range(10**12))",
                                   "sum(range(10**12))",
                                   "sorted(range(10**12))",
                                   "set(range(10**12))",
                                   "list(map(str, range(10**12)))",
                                   "max(range(10**12))",
                                   "('a' * 1000000).replace('a', 'b' * 1000000)",
                                   "('a' * 100000).join('b' * 100000)",
                                   "'%s' % ('a' * 10**12)",
                                   "tuple(iter(int, 1))",
                                   "all(iter(lambda: 1, 0))"})
            QTest::newRow(script) << QString::fromUtf8(script);
    }

    void stopsWhatWouldBeHuge()
    {
        QFETCH(const QString, script);
        const ParsedModule parsed = parseModule(script.toUtf8(), u"case.py"_s);
        QVERIFY(parsed.module);
        NoHost host;
        Limits limits;
        limits.steps = 200'000;
        Evaluator evaluator(host, limits);
        const auto module = evaluator.run(parsed, "case");
        QVERIFY(!module);
        QVERIFY2(module.error().isStop(), qPrintable(evaluator.error(module.error()).message));
    }

private:
    QList<TestCase> m_cases;
};

QTEST_GUILESS_MAIN(TestBuiltins)
#include "tst_builtins.moc"
