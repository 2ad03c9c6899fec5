// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/ddlwriter.h"
#include "core/sqlalchemy/schemaitems.h"
#include "tests/support/realsqlalchemy.h"

#include <QFile>

#include <array>

using namespace athanor;
using namespace athanor::python;
using namespace Qt::StringLiterals;
using athanor::dialect::DialectName;

namespace {

constexpr std::array dialects = {DialectName::PostgreSql, DialectName::MySql, DialectName::MariaDb,
                                 DialectName::Sqlite,     DialectName::MsSql, DialectName::Oracle};

const QByteArray prelude = R"(
import sqlalchemy as sa
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite
import recorder
class Bind:
    def execute(self, statement):
        recorder.record(statement)
bind = Bind()
m = sa.MetaData()
)"_ba;

/// Where the statements of x.create(bind) go.
class Recorder : public sqlalchemy::Target
{
public:
    explicit Recorder(DialectName name)
        : m_dialect(dialect::dialectOf(name).text)
    {
    }

    QStringView dialect() const override { return m_dialect; }
    Done record(Evaluator &, operation::Change change) override
    {
        changes.append(std::move(change));
        return {};
    }

    QList<operation::Change> changes;

private:
    QString m_dialect;
};

Evaluated recordStatement(Evaluator &evaluator, const Arguments &arguments)
{
    const auto change = sqlalchemy::ddlChangeFrom(evaluator, arguments.positional[0]);
    if (!change)
        return std::unexpected(change.error());
    if (!*change)
        return evaluator.refuse("this statement", "one of sqlalchemy.schema");
    if (const Done done = evaluator.state<sqlalchemy::TargetSlot>().target->record(evaluator, **change);
        !done)
        return std::unexpected(done.error());
    return Value();
}

constexpr NativeName recorderNames[] = {{.name = "record", .call = recordStatement}};

class SchemaHost : public Host
{
public:
    SchemaHost()
    {
        for (const auto modules :
             {sqlalchemy::schemaModules(), sqlalchemy::typeModules(), sqlalchemy::expressionModules()})
            m_modules.insert(m_modules.end(), modules.begin(), modules.end());
        m_modules.push_back({"recorder", recorderNames});
    }

    std::span<const NativeModule> nativeModules() const override { return m_modules; }

private:
    std::vector<NativeModule> m_modules;
};

struct Answer
{
    QStringList statements;
    QString failure;
};

Answer run(const QByteArray &script, DialectName name)
{
    const ParsedModule parsed = parseModule(QByteArray(prelude + script), u"script.py"_s);
    SchemaHost host;
    Recorder recorder(name);
    Evaluator evaluator(host);
    evaluator.state<sqlalchemy::TargetSlot>().target = &recorder;
    const Outcome<ModuleObject *> module = evaluator.run(parsed, "script");
    Answer answer;
    if (!module)
        answer.failure = evaluator.error(module.error()).text();
    for (const operation::Change &change : std::as_const(recorder.changes)) {
        const auto statements = dialect::dialectOf(name).ddl.statements(change, {});
        if (!statements) {
            answer.failure = statements.error().text();
            break;
        }
        for (const dialect::Statement &statement : *statements)
            answer.statements.append(statement.sql);
    }
    return answer;
}

struct ScriptBlock
{
    QString title;
    QString script;
};

QList<ScriptBlock> blocks()
{
    QList<ScriptBlock> result;
    QFile file(QStringLiteral(ATHANOR_TEST_DATA "/schemaitems.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return result;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.startsWith("#### "_L1))
            result.append({.title = line.mid(5), .script = {}});
        else if (!result.isEmpty())
            result.last().script += line + u'\n';
    }
    return result;
}

QStringList texts(const QJsonArray &array)
{
    QStringList result;
    for (const QJsonValue &value : array)
        result.append(value.toString());
    return result;
}

} // namespace

class TestSchemaItems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesSqlAlchemy_data();
    void matchesSqlAlchemy();
    void refusesWhatNeedsADatabase();
};

void TestSchemaItems::matchesSqlAlchemy_data()
{
    REQUIRE_SQLALCHEMY();
    QTest::addColumn<QString>("script");
    QTest::addColumn<QJsonArray>("expected");
    const QList<ScriptBlock> cases = blocks();
    QVERIFY(cases.size() > 30);
    QJsonArray question;
    for (const ScriptBlock &block : cases)
        question.append(block.script);
    const QJsonArray answers =
        test::askSqlAlchemy(QStringLiteral(ATHANOR_TEST_HERE "/sqlalchemy_schemaitems.py"), question);
    QCOMPARE(answers.size(), cases.size());
    for (qsizetype i = 0; i < cases.size(); ++i)
        QTest::newRow(qPrintable(cases[i].title)) << cases[i].script << answers[i].toArray();
}

void TestSchemaItems::matchesSqlAlchemy()
{
    QFETCH(QString, script);
    QFETCH(QJsonArray, expected);
    for (std::size_t i = 0; i < dialects.size(); ++i) {
        const Answer answer = run(script.toUtf8(), dialects[i]);
        const QJsonValue wanted = expected[qsizetype(i)];
        const QByteArray name = dialect::dialectOf(dialects[i]).text.data();
        if (wanted.isNull()) {
            QVERIFY2(!answer.failure.isEmpty(),
                     qPrintable(QLatin1StringView(name) + u" writes what SQLAlchemy refuses: "_s
                                + answer.statements.join(u'\n')));
            continue;
        }
        QVERIFY2(answer.failure.isEmpty(), qPrintable(QLatin1StringView(name) + u": "_s + answer.failure));
        const QString ours = answer.statements.join(u"\n;\n"_s);
        const QString theirs = texts(wanted.toArray()).join(u"\n;\n"_s);
        QVERIFY2(ours == theirs, qPrintable(QLatin1StringView(name) + u"\n--- ours\n"_s + ours
                                            + u"\n--- SQLAlchemy\n"_s + theirs));
    }
}

void TestSchemaItems::refusesWhatNeedsADatabase()
{
    for (const char *script :
         {"sa.Table('t', m, autoload_with=bind)", "m.reflect(bind)", "sa.Table('t', m).exists(bind)"}) {
        const Answer answer = run(script, DialectName::PostgreSql);
        QVERIFY2(answer.failure.contains(u"a connection"_s), qPrintable(answer.failure));
        QVERIFY2(answer.failure.contains(u"script.py"_s), qPrintable(answer.failure));
    }
}

QTEST_GUILESS_MAIN(TestSchemaItems)
#include "tst_schemaitems.moc"
