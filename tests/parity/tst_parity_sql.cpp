// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alembic/revisionreader.h"
#include "core/alembic/scriptmodules.h"
#include "core/plan/renderedrevision.h"
#include "tests/parity/oracle.h"
#include "tests/support/realalembic.h"

#include <QFile>
#include <QJsonObject>
#include <QTest>

using namespace athanor;
using namespace athanor::test;
using namespace Qt::StringLiterals;

namespace {

/// One revision of directives.txt or models.txt: a name in brackets, then the body of upgrade().
struct Case
{
    QString name;
    QString script;
};

constexpr auto header = "from alembic import context, op\n"
                        "import datetime, decimal, enum, typing, uuid\n"
                        "import sqlalchemy as sa\n"
                        "from sqlalchemy import orm\n"
                        "from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite\n"
                        "\n"
                        "revision = 'a1'\n"
                        "down_revision = None\n"
                        "\n"
                        "def upgrade():\n"_L1;

QList<Case> readCases(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return {};
    QList<Case> cases;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines) {
        if (line.startsWith(u'[') && line.endsWith(u']')) {
            cases.append({line.sliced(1, line.size() - 2), header});
        } else if (line.startsWith("# needs "_L1) && !cases.isEmpty()) {
            cases.last().script.prepend(line + u'\n');
        } else if (!cases.isEmpty() && !line.isEmpty() && !line.startsWith(u'#')) {
            cases.last().script += u"    "_s + line + u'\n';
        }
    }
    return cases;
}

QList<Case> allCases()
{
    return readCases(QStringLiteral(SCRIPTS "/directives.txt"))
           + readCases(QStringLiteral(SCRIPTS "/models.txt"));
}

constexpr dialect::DialectName dialects[] = {dialect::DialectName::PostgreSql, dialect::DialectName::MySql,
                                             dialect::DialectName::MariaDb,    dialect::DialectName::Sqlite,
                                             dialect::DialectName::MsSql,      dialect::DialectName::Oracle};

class ScriptHost final : public python::Host
{
public:
    std::span<const python::NativeModule> nativeModules() const override { return alembic::scriptModules(); }
};

struct Answer
{
    QString sql;
    QString error;
};

Answer ourAnswer(const QString &script, dialect::DialectName name)
{
    const python::ParsedModule parsed = python::parseModule(script.toUtf8(), u"script.py"_s);
    ScriptHost host;
    alembic::RevisionRequest request{.script = parsed};
    request.dialect = name;
    const plan::OutputFormat format(dialect::dialectOf(name), request.settings);
    const plan::RenderedRevision rendered = plan::render(alembic::readRevision(host, request), format);
    return {rendered.sql(format), rendered.error ? rendered.error->text() : QString()};
}

class tst_parity_sql : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void directive_data();
    void directive();

private:
    QJsonArray m_answers;
};

void tst_parity_sql::initTestCase()
{
    REQUIRE_ALEMBIC();
    QJsonArray question;
    for (const Case &each : allCases()) {
        for (const dialect::DialectName name : dialects)
            question.append(QJsonObject{{u"script"_s, each.script},
                                        {u"dialect"_s, QString(dialect::dialectOf(name).text)},
                                        {u"direction"_s, u"upgrade"_s}});
    }
    QVERIFY(!question.isEmpty());
    const auto answers = askOracle(u"sql_oracle.py"_s, question);
    QVERIFY2(answers, answers ? "" : qPrintable(answers.error().text()));
    m_answers = *answers;
    QCOMPARE(m_answers.size(), question.size());
}

void tst_parity_sql::directive_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("dialect");
    QTest::addColumn<int>("index");
    int index = 0;
    for (const Case &each : allCases()) {
        for (const dialect::DialectName name : dialects) {
            const QString row = each.name + u" on "_s + dialect::dialectOf(name).text;
            QTest::addRow("%s", qPrintable(row)) << each.script << int(name) << index++;
        }
    }
}

/// The statements are the same, or both refuse.
void tst_parity_sql::directive()
{
    QFETCH(QString, script);
    QFETCH(int, dialect);
    QFETCH(int, index);
    const QJsonObject theirs = m_answers.at(index).toObject();
    if (theirs.contains(u"old"_s))
        QSKIP("the installed Alembic is too old for this");
    const Answer ours = ourAnswer(script, dialect::DialectName(dialect));
    if (theirs.contains(u"error"_s)) {
        QVERIFY2(!ours.error.isEmpty(), qPrintable(u"Alembic says: %1\nAthanor writes:\n%2"_s.arg(
                                            theirs.value(u"error"_s).toString(), ours.sql)));
        return;
    }
    QVERIFY2(ours.error.isEmpty(), qPrintable(ours.error));
    QCOMPARE(ours.sql, theirs.value(u"sql"_s).toString());
}

} // namespace

QTEST_GUILESS_MAIN(tst_parity_sql)
#include "tst_parity_sql.moc"
