// SPDX-License-Identifier: GPL-3.0-or-later
// Scripts that real Python and the evaluator both run, with the same results.
#include "tests/core/evaluator/memoryhost.h"
#include "tests/support/checks.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>

using namespace athanor::python;
using namespace Qt::StringLiterals;

namespace {

/// What scripts show, as lines.
struct Shown
{
    std::string text = {};
};

Evaluated show(Evaluator &evaluator, const Arguments &arguments)
{
    for (const Value &value : arguments.positional) {
        const auto text = evaluator.repr(value);
        if (!text)
            return std::unexpected(text.error());
        evaluator.state<Shown>().text += *text + '\n';
    }
    return Value();
}

constexpr NativeName testNames[] = {{.name = "show", .call = show}};
constexpr NativeModule testModules[] = {{"builtins", testNames}};

QString run(const QByteArray &source)
{
    const ParsedModule parsed = parseModule(source, u"case.py"_s);
    if (!parsed.module)
        return u"unreadable: "_s + parsed.diagnostics.first().message;
    MemoryHost host;
    host.natives = testModules;
    Evaluator evaluator(host);
    const auto module = evaluator.run(parsed, "case");
    QString text = QString::fromStdString(evaluator.state<Shown>().text);
    if (!module)
        text += (module.error().isStop() ? u"stop "_s : u"! "_s) + evaluator.error(module.error()).message;
    return text.endsWith(u'\n') ? text.chopped(1) : text;
}

} // namespace

class TestEvaluatorLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString python = QStandardPaths::findExecutable(u"python3"_s);
        REQUIRE_INSTALLED(!python.isEmpty(), u"there is no Python here"_s);
        QStringList arguments = {QString::fromUtf8(ATHANOR_TEST_HERE) + "/oracle.py"_L1};
        for (const QFileInfo &file : QDir(folder()).entryInfoList({u"*.py"_s}, QDir::Files, QDir::Name))
            arguments.append(file.filePath());
        QProcess oracle;
        oracle.start(python, arguments);
        QVERIFY(oracle.waitForFinished());
        QCOMPARE(oracle.readAllStandardError(), QByteArray());
        m_expected = QJsonDocument::fromJson(oracle.readAllStandardOutput()).object();
        QVERIFY(m_expected.size() > 50);
    }

    void resultsAreThoseOfPython_data()
    {
        QTest::addColumn<QByteArray>("source");
        for (const QFileInfo &info : QDir(folder()).entryInfoList({u"*.py"_s}, QDir::Files, QDir::Name)) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QByteArray rest = file.readAll();
            for (qsizetype at = rest.indexOf("\n### "); at >= 0; at = rest.indexOf("\n### ")) {
                rest = rest.sliced(at + 5);
                const qsizetype end = rest.indexOf('\n');
                const qsizetype next = rest.indexOf("\n### ");
                const QByteArray name = info.fileName().toUtf8() + ": " + rest.first(end);
                QTest::newRow(name.constData())
                    << rest.sliced(end + 1, (next < 0 ? rest.size() : next) - end - 1) + '\n';
            }
        }
    }

    void resultsAreThoseOfPython()
    {
        QFETCH(const QByteArray, source);
        const QString name = QString::fromUtf8(QTest::currentDataTag());
        QVERIFY(m_expected.contains(name));
        const QStringList expected = m_expected[name].toString().split(u'\n');
        const QStringList actual = run(source).split(u'\n');
        for (qsizetype i = 0; i < std::max(expected.size(), actual.size()); ++i) {
            const QString message =
                u"line %1\n  Python:  %2\n  Athanor: %3"_s.arg(i + 1).arg(expected.value(i), actual.value(i));
            QVERIFY2(expected.value(i) == actual.value(i), qPrintable(message));
        }
    }

private:
    static QString folder() { return QString::fromUtf8(ATHANOR_TEST_DATA); }

    QJsonObject m_expected;
};

QTEST_GUILESS_MAIN(TestEvaluatorLanguage)
#include "tst_evaluator_language.moc"
