// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/clausewriter.h"
#include "core/evaluator/dictionary.h"
#include "core/sqlalchemy/objects.h"
#include "core/stdlib/stdlib.h"
#include "tests/support/realsqlalchemy.h"

#include <QFile>
#include <QJsonDocument>

#include <array>

using namespace athanor;
using namespace athanor::python;
using namespace Qt::StringLiterals;
using athanor::dialect::DialectName;

namespace {

constexpr std::array dialects = {DialectName::PostgreSql, DialectName::MySql, DialectName::MariaDb,
                                 DialectName::Sqlite,     DialectName::MsSql, DialectName::Oracle};
constexpr std::array modes = {"literal"_L1, "driver"_L1, "named"_L1};

class NoRecords : public sqlalchemy::Target
{
public:
    explicit NoRecords(DialectName name)
        : m_dialect(dialect::dialectOf(name).text)
    {
    }

    QStringView dialect() const override { return m_dialect; }
    Done record(Evaluator &, operation::Change) override { return {}; }

private:
    QString m_dialect;
};

class ExpressionsHost : public Host
{
public:
    ExpressionsHost()
    {
        for (const std::span<const NativeModule> part :
             {sqlalchemy::expressionModules(), sqlalchemy::typeModules(), standardModules()})
            m_modules.insert(m_modules.end(), part.begin(), part.end());
    }

    std::span<const NativeModule> nativeModules() const override { return m_modules; }

private:
    std::vector<NativeModule> m_modules;
};

dialect::WriteOptions optionsFor(DialectName name, QLatin1StringView mode)
{
    dialect::WriteOptions options{.hasLiteralBinds = mode == "literal"_L1,
                                  .hasNamedBinds = mode == "named"_L1};
    const bool hasPercentStyle =
        name == DialectName::PostgreSql || name == DialectName::MySql || name == DialectName::MariaDb;
    options.doublesPercent = hasPercentStyle && mode != "named"_L1;
    return options;
}

struct Cases
{
    QByteArray imports;
    QStringList expressions;
};

Cases readCases(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray content = file.readAll();
    const qsizetype border = content.indexOf("---\n");
    return {content.left(border),
            QString::fromUtf8(content.mid(border + 4)).split(u'\n', Qt::SkipEmptyParts)};
}

/// Where SQLAlchemy 2.0.52 differs from the one that is installed: its texts, as the oracle gives them.
const QString newerPath = QStringLiteral(ATHANOR_TEST_DATA "/expressions_newer.json");
const QString casesPath = QStringLiteral(ATHANOR_TEST_DATA "/expressions.txt");
const QString oraclePath = QStringLiteral(ATHANOR_TEST_HERE "/sqlalchemy_expressions.py");

} // namespace

class TestExpressions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesStatementsAsSqlAlchemyDoes_data();
    void writesStatementsAsSqlAlchemyDoes();
    void writesStatementsAsNewerSqlAlchemyDoes();

private:
    QStringList differences(const Cases &cases, DialectName name, const QJsonArray &answers);
};

QStringList TestExpressions::differences(const Cases &cases, DialectName name, const QJsonArray &answers)
{
    ExpressionsHost host;
    NoRecords target(name);
    Evaluator evaluator(host);
    evaluator.state<sqlalchemy::TargetSlot>().target = &target;
    QByteArray source = cases.imports + "makers = [\n";
    for (const QString &expression : cases.expressions)
        source += "lambda: " + expression.toUtf8() + ",\n";
    source += "]\n";
    const ParsedModule parsed = parseModule(source, u"expressions.py"_s);
    const Outcome<ModuleObject *> module = evaluator.run(parsed, "expressions");
    if (!module)
        return {evaluator.error(module.error()).text()};
    const auto *makers = (*module)->names.find("makers")->as<ListObject>();
    QStringList found;
    for (qsizetype i = 0; i < cases.expressions.size(); ++i) {
        const Evaluated made = evaluator.call(makers->items[static_cast<std::size_t>(i)], {});
        const auto clause = made ? sqlalchemy::clauseFrom(evaluator, *made) : std::unexpected(made.error());
        for (std::size_t m = 0; m < modes.size(); ++m) {
            const QJsonValue expected = answers[i][qsizetype(name)][qsizetype(m)];
            Result<QString> text = std::unexpected(Error{});
            if (!clause)
                text = std::unexpected(evaluator.error(clause.error()));
            else if (!*clause)
                text = std::unexpected(Error{.code = {}, .message = u"no clause"_s});
            else
                text = dialect::dialectOf(name).clauses.text(**clause, optionsFor(name, modes[m]));
            const bool isSame = text ? expected.toString() == *text : expected.isNull();
            if (!isSame)
                found += u"%1 (%2)\n    expected %3\n    but was  %4"_s.arg(
                    cases.expressions[i], modes[m], expected.isNull() ? u"a refusal"_s : expected.toString(),
                    text ? *text : u"refused: "_s + text.error().text());
        }
    }
    return found;
}

void TestExpressions::writesStatementsAsSqlAlchemyDoes_data()
{
    QTest::addColumn<int>("dialect");
    for (const DialectName name : dialects)
        QTest::addRow("%s", dialect::dialectOf(name).text.constData()) << int(name);
}

void TestExpressions::writesStatementsAsSqlAlchemyDoes()
{
    REQUIRE_SQLALCHEMY();
    QFETCH(const int, dialect);
    static const Cases cases = readCases(casesPath);
    static const QJsonArray answers = test::askSqlAlchemy(oraclePath, {casesPath});
    QVERIFY(!cases.expressions.isEmpty());
    QCOMPARE(answers.size(), cases.expressions.size());
    const QStringList found = differences(cases, static_cast<DialectName>(dialect), answers);
    QVERIFY2(found.isEmpty(), qPrintable(QString::number(found.size()) + u"\n"_s + found.join(u'\n')));
}

void TestExpressions::writesStatementsAsNewerSqlAlchemyDoes()
{
    QFile file(newerPath);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).array();
    Cases cases = readCases(casesPath);
    cases.expressions.clear();
    QJsonArray answers;
    for (const QJsonValue &row : rows) {
        cases.expressions += row["expression"_L1].toString();
        answers += row["texts"_L1];
    }
    QVERIFY(!cases.expressions.isEmpty());
    for (const DialectName name : dialects) {
        const QStringList found = differences(cases, name, answers);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }
}

QTEST_GUILESS_MAIN(TestExpressions)
#include "tst_expressions.moc"
