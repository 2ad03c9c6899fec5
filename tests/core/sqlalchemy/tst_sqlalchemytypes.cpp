// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/typewriter.h"
#include "core/evaluator/dictionary.h"
#include "core/sqlalchemy/objects.h"
#include "core/stdlib/stdlib.h"
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

const QByteArray imports = R"(
import sqlalchemy as sa
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite
from sqlalchemy.dialects.mysql import mariadb
from sqlalchemy.ext.mutable import MutableDict, MutableList
)"_ba;

/// What a script prints when it makes types of its own: here, a list.
class Recorder : public sqlalchemy::Target
{
public:
    QStringView dialect() const override { return m_dialect; }
    Done record(Evaluator &, operation::Change change) override
    {
        changes.append(std::move(change));
        return {};
    }

    explicit Recorder(DialectName name)
        : m_dialect(dialect::dialectOf(name).text)
    {
    }

    QList<operation::Change> changes;

private:
    QString m_dialect;
};

class TypesHost : public Host
{
public:
    TypesHost()
    {
        for (const std::span<const NativeModule> part : {sqlalchemy::typeModules(), standardModules()})
            m_modules.insert(m_modules.end(), part.begin(), part.end());
    }

    std::span<const NativeModule> nativeModules() const override { return m_modules; }

private:
    std::vector<NativeModule> m_modules;
};

/// A script evaluated for one dialect.
class Script
{
public:
    Script(const QByteArray &source, DialectName dialect)
        : m_parsed(parseModule(source, u"types.py"_s))
        , m_recorder(dialect)
        , m_evaluator(m_host)
        , m_dialect(dialect)
    {
        m_evaluator.state<sqlalchemy::TargetSlot>().target = &m_recorder;
        const Outcome<ModuleObject *> module = m_evaluator.run(m_parsed, "types");
        if (module)
            m_module = *module;
        else
            m_failure = m_evaluator.error(module.error()).text();
    }

    QString failure() const { return m_failure; }
    Evaluator &evaluator() { return m_evaluator; }
    Value value(std::string_view name) { return *m_module->names.find(name); }
    const QList<operation::Change> &changes() const { return m_recorder.changes; }

    /// A type's text in the dialect, or "refused"; `reason` says why.
    QString text(Value maker, QString *reason = nullptr)
    {
        const Evaluated made = m_evaluator.call(maker, {});
        const Outcome<sql::Type> type =
            made ? sqlalchemy::typeFrom(m_evaluator, *made, "a test") : std::unexpected(made.error());
        if (!type) {
            if (reason)
                *reason = m_evaluator.error(type.error()).text();
            return u"refused"_s;
        }
        const Result<QString> text = dialect::dialectOf(m_dialect).types.text(*type);
        if (!text && reason)
            *reason = text.error().message;
        return text.value_or(u"refused"_s);
    }

    QString repr(Value maker)
    {
        const Evaluated made = m_evaluator.call(maker, {});
        const Outcome<std::string> text = made ? m_evaluator.repr(*made) : std::unexpected(made.error());
        return text ? QString::fromStdString(*text) : u"refused"_s;
    }

private:
    ParsedModule m_parsed;
    TypesHost m_host;
    Recorder m_recorder;
    Evaluator m_evaluator;
    DialectName m_dialect;
    ModuleObject *m_module = nullptr;
    QString m_failure;
};

QString expectation(const QJsonValue &value)
{
    return value.isString() ? value.toString() : u"refused"_s;
}

QStringList linesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)
                                          : QStringList();
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QString expressionsPath = QStringLiteral(ATHANOR_TEST_DATA "/types.txt");
const QString applicationPath = QStringLiteral(ATHANOR_TEST_DATA "/application_types.py");
const QString libraryPath = QStringLiteral(ATHANOR_TEST_DATA "/library_types.py");
const QString oraclePath = QStringLiteral(ATHANOR_TEST_HERE "/sqlalchemy_types.py");

} // namespace

class TestSqlAlchemyTypes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesExpressionsAsSqlAlchemyDoes();
    void writesApplicationTypesAsSqlAlchemyDoes();
    void writesLibraryTypes();
    void records_data();
    void records();
    void refuses_data();
    void refuses();
    void makesLiteralValues();
    void answersAsDialect();
};

void TestSqlAlchemyTypes::writesExpressionsAsSqlAlchemyDoes()
{
    REQUIRE_SQLALCHEMY();
    const QStringList expressions = linesOf(expressionsPath);
    const QJsonArray answers = test::askSqlAlchemy(oraclePath, QJsonArray::fromStringList(expressions));
    QVERIFY(!expressions.isEmpty());
    QCOMPARE(answers.size(), expressions.size());
    QByteArray source = imports + "makers = [\n";
    for (const QString &expression : expressions)
        source += "lambda: " + expression.toUtf8() + ",\n";
    source += "]\n";

    QStringList differences;
    for (std::size_t d = 0; d < dialects.size(); ++d) {
        Script script(source, dialects[d]);
        QCOMPARE(script.failure(), QString());
        const auto *makers = script.value("makers").as<ListObject>();
        for (qsizetype i = 0; i < expressions.size(); ++i) {
            const Value maker = makers->items[static_cast<std::size_t>(i)];
            QString reason;
            const QString actual = script.text(maker, &reason);
            const QString expected = expectation(answers[i][1][qsizetype(d)]);
            if (actual != expected)
                differences += u"%1 on %2: %3, not %4 %5"_s.arg(
                    expressions[i], dialect::dialectOf(dialects[d]).text, expected, actual, reason);
            if (d == 0 && script.repr(maker) != expectation(answers[i][0]))
                differences += u"repr of %1: %2, not %3"_s.arg(expressions[i], expectation(answers[i][0]),
                                                               script.repr(maker));
        }
    }
    QVERIFY2(differences.isEmpty(), qPrintable(differences.join(u'\n')));
}

void TestSqlAlchemyTypes::writesApplicationTypesAsSqlAlchemyDoes()
{
    REQUIRE_SQLALCHEMY();
    const QJsonArray answers = test::askSqlAlchemy(oraclePath, {applicationPath});
    const QByteArray source = contentOf(applicationPath);
    QStringList differences;
    for (std::size_t d = 0; d < dialects.size(); ++d) {
        Script script(source, dialects[d]);
        QCOMPARE(script.failure(), QString());
        const Outcome<std::vector<Value>> names = script.evaluator().items(script.value("types"));
        QVERIFY(names);
        QCOMPARE(qsizetype(names->size()), answers.size());
        for (std::size_t i = 0; i < names->size(); ++i) {
            const Evaluated maker = script.evaluator().item(script.value("types"), (*names)[i]);
            QVERIFY(maker);
            QString reason;
            const QString actual = script.text(*maker, &reason);
            const QString expected = expectation(answers[qsizetype(i)][1][qsizetype(d)]);
            if (actual != expected)
                differences += u"%1 on %2: %3, not %4 %5"_s.arg(
                    QString::fromStdString((*names)[i].as<StringObject>()->utf8),
                    dialect::dialectOf(dialects[d]).text, expected, actual, reason);
        }
    }
    QVERIFY2(differences.isEmpty(), qPrintable(differences.join(u'\n')));
}

void TestSqlAlchemyTypes::writesLibraryTypes()
{
    QStringList differences;
    for (std::size_t d = 0; d < dialects.size(); ++d) {
        Script script(contentOf(libraryPath), dialects[d]);
        QCOMPARE(script.failure(), QString());
        const Outcome<std::vector<Value>> rows = script.evaluator().items(script.value("types"));
        QVERIFY(rows && !rows->empty());
        for (std::size_t i = 0; i < rows->size(); ++i) {
            const auto *row = (*rows)[i].as<TupleObject>();
            const QString all = QString::fromStdString(row->items[1].as<StringObject>()->utf8);
            const QString expected = all.split(u'|')[qsizetype(d)];
            QString reason;
            const QString actual = script.text(row->items[0], &reason);
            if (actual != (expected.isEmpty() ? u"refused"_s : expected))
                differences +=
                    u"%1 on %2: %3 %4"_s.arg(all, dialect::dialectOf(dialects[d]).text, actual, reason);
        }
    }
    QVERIFY2(differences.isEmpty(), qPrintable(differences.join(u'\n')));
}

void TestSqlAlchemyTypes::records_data()
{
    QTest::addColumn<QByteArray>("call");
    QTest::addColumn<DialectName>("dialect");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QByteArray &call, DialectName dialect,
                        const QStringList &expected) { QTest::newRow(name) << call << dialect << expected; };
    row("Enum", "sa.Enum('a', 'b', name='e').create(bind, checkfirst=True)"_ba, DialectName::PostgreSql,
        {u"create e a,b"_s});
    row("Enum dropped", "sa.Enum(name='e').drop(bind)"_ba, DialectName::PostgreSql, {u"drop e "_s});
    row("Enum elsewhere", "sa.Enum('a', name='e').create(bind)"_ba, DialectName::MySql, {});
    row("Enum as text", "sa.Enum('a', name='e', native_enum=False).create(bind)"_ba, DialectName::PostgreSql,
        {});
    row("ENUM", "postgresql.ENUM('a', name='e', schema='s', create_type=False).create(bind, False)"_ba,
        DialectName::PostgreSql, {u"create s.e a"_s});
    row("DOMAIN", "postgresql.DOMAIN('d', sa.Integer, check='VALUE > 0', default='1').create(bind)"_ba,
        DialectName::PostgreSql, {u"create d  DEFAULT '1' CHECK (VALUE > 0)"_s});
    row("Boolean", "sa.Boolean().create(bind)"_ba, DialectName::PostgreSql, {});
}

void TestSqlAlchemyTypes::records()
{
    QFETCH(const QByteArray, call);
    QFETCH(const DialectName, dialect);
    QFETCH(const QStringList, expected);
    Script script(imports + "bind = 1\n" + call + '\n', dialect);
    QCOMPARE(script.failure(), QString());
    QStringList actual;
    const auto describe = [&](const QString &verb, const sql::Type &type) {
        const QString schema = type.schema ? *type.schema + u'.' : QString();
        const QString options = type.constraintText.isEmpty() ? QString() : u' ' + type.constraintText;
        actual += verb + u' ' + schema + type.name + u' ' + type.values.join(u',') + options;
    };
    for (const operation::Change &change : script.changes()) {
        if (const auto *create = std::get_if<operation::CreateType>(&change))
            describe(u"create"_s, create->type);
        else if (const auto *drop = std::get_if<operation::DropType>(&change))
            describe(u"drop"_s, drop->type);
    }
    QCOMPARE(actual, expected);
}

void TestSqlAlchemyTypes::refuses_data()
{
    QTest::addColumn<QByteArray>("expression");
    QTest::addColumn<QString>("reason");
    QTest::newRow("unknown keyword") << "sa.String(30, foo=1)"_ba
                                     << u"__init__() got an unexpected keyword argument 'foo'"_s;
    QTest::newRow("enum value too long")
        << "sa.Enum('abc', length=2)"_ba
        << u"When provided, length must be larger or equal than the length of the longest enum value. 2 < 3"_s;
    QTest::newRow("nested ARRAY") << "sa.ARRAY(sa.ARRAY(sa.Integer))"_ba << u"Do not nest ARRAY types"_s;
    QTest::newRow("no type") << "3"_ba << u"a column type for a test"_s;
    QTest::newRow("no number") << "sa.String([1])"_ba << u"a column type's length that is no whole number"_s;
    const QByteArray endless = "type('Endless', (sa.TypeDecorator,), {'impl': sa.Text, "
                               "'load_dialect_impl': lambda self, dialect: self})()"_ba;
    QTest::newRow("itself inside") << endless << u"a column type inside itself"_s;
    QTest::newRow("attribute of itself inside")
        << "[t := "_ba + endless + ", setattr(t, 'impl', t), t.length][0]"
        << u"a column type inside itself"_s;
    QTest::newRow("array of itself") << "[t := sa.ARRAY(sa.Text), setattr(t, 'item_type', t), t][0]"_ba
                                     << u"a column type inside itself"_s;
    QTest::newRow("repr of itself") << "[t := sa.ARRAY(sa.Text), setattr(t, 'item_type', t), repr(t)][0]"_ba
                                    << u"a column type inside itself"_s;
    QTest::newRow("opaque") << "__import__('unknown_module').Thing()"_ba << u"unknown_module"_s;
}

void TestSqlAlchemyTypes::refuses()
{
    QFETCH(const QByteArray, expression);
    QFETCH(const QString, reason);
    Script script(imports + "maker = lambda: " + expression + '\n', DialectName::PostgreSql);
    QCOMPARE(script.failure(), QString());
    QString actual;
    QCOMPARE(script.text(script.value("maker"), &actual), u"refused"_s);
    QVERIFY2(actual.contains(reason), qPrintable(actual));
}

void TestSqlAlchemyTypes::makesLiteralValues()
{
    Script script(imports + R"(
class Upper(sa.TypeDecorator):
    impl = sa.String
    def process_bind_param(self, value, dialect):
        return value.upper() + dialect.name
upper = Upper()
plain = sa.String()
)",
                  DialectName::Sqlite);
    QCOMPARE(script.failure(), QString());
    Evaluator &evaluator = script.evaluator();
    const Value text = evaluator.heap().string("a");
    const auto literal = [&](std::string_view name) {
        const Evaluated value =
            script.value(name).as<sqlalchemy::TypeObject>()->literalValue(evaluator, text);
        return value ? QString::fromStdString(value->as<StringObject>()->utf8) : u"refused"_s;
    };
    QCOMPARE(literal("upper"), u"Asqlite"_s);
    QCOMPARE(literal("plain"), u"a"_s);
}

void TestSqlAlchemyTypes::answersAsDialect()
{
    Script script(imports + R"(
dialect = mssql.dialect()
answers = [
    dialect.name, dialect.supports_native_uuid, dialect.max_identifier_length,
    dialect.identifier_preparer.quote("order"), dialect.identifier_preparer.quote("plain"),
    dialect.identifier_preparer.quote_identifier("plain"), dialect.identifier_preparer.quote_schema("a.B"),
    sa.CHAR(3).compile(dialect=dialect), dialect.type_descriptor(sa.CHAR(3)).compile(dialect),
    sa.Text().with_variant(sa.JSON(), "mssql").dialect_impl(dialect).compile(dialect=dialect),
]
)",
                  DialectName::MySql);
    QCOMPARE(script.failure(), QString());
    const Outcome<std::string> answers = script.evaluator().repr(script.value("answers"));
    QVERIFY(answers);
    QCOMPARE(QString::fromStdString(*answers),
             u"['mssql', True, 128, '[order]', 'plain', '[plain]', 'a.[B]', 'CHAR(3)', 'VARCHAR(3)', "
             "'NVARCHAR(max)']"_s);
}

QTEST_APPLESS_MAIN(TestSqlAlchemyTypes)
#include "tst_sqlalchemytypes.moc"
