// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alembic/revisionreader.h"
#include "core/alembic/scriptmodules.h"
#include "core/python/parser.h"

#include <QTest>

using namespace athanor;
using namespace athanor::alembic;
using namespace Qt::StringLiterals;

namespace {

class ScriptHost final : public python::Host
{
public:
    std::span<const python::NativeModule> nativeModules() const override { return scriptModules(); }

    std::optional<python::ModuleSource> findModule(std::string_view name) override
    {
        if (name != "project_steps")
            return std::nullopt;
        auto parsed = std::make_shared<python::ParsedModule>(
            python::parseModule("from alembic import op\n\n\ndef step(table):\n    op.drop_table(table)\n",
                                u"project_steps.py"_s));
        return python::ModuleSource{parsed, false};
    }
};

Reading read(const QByteArray &script, const RevisionRequest &like, Direction direction = Direction::Upgrade)
{
    ScriptHost host;
    const python::ParsedModule parsed = python::parseModule(script, u"a1.py"_s);
    RevisionRequest request{.script = parsed};
    request.direction = direction;
    request.dialect = like.dialect;
    request.arguments = like.arguments;
    request.config = like.config;
    return readRevision(host, request);
}

Reading read(const QByteArray &script, Direction direction = Direction::Upgrade)
{
    static const python::ParsedModule none;
    return read(script, RevisionRequest{.script = none}, direction);
}

QList<int> lines(const Reading &reading)
{
    QList<int> found;
    for (const operation::Operation &operation : reading.operations)
        found.append(operation.where.line);
    return found;
}

class tst_revisionreader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachOperationHasItsPlace();
    void placeIsInTheScriptWhenAnotherModuleCalls();
    void directionsAreReadByThemselves();
    void statementsBeforeAStopAreKept();
    void unknownDirectiveIsRefused();
    void clauseWithoutItsFunctionIsRefused();
    void missingFunctionIsAnError();
    void brokenScriptIsAnError();
    void argumentsReachTheFunction();
    void rowsNeedAConnection();
    void whatNeedsAConnection_data();
    void whatNeedsAConnection();
    void refusedUsesOfModels_data();
    void refusedUsesOfModels();
    void batchKeepsPlacesAndOrder();
    void customOperationsOfTheScript();
    void xArgumentsAndConfig();
    void failuresAreCaughtWhereTheyHappen();
    void whatComesBeforeACaughtFailureStays();
};

/// SQLite can't alter constraints: the script's own except clause has to see it, before what follows.
void tst_revisionreader::failuresAreCaughtWhereTheyHappen()
{
    static const python::ParsedModule none;
    RevisionRequest sqlite{.script = none};
    sqlite.dialect = dialect::DialectName::Sqlite;
    const Reading reading = read("from alembic import op\n"
                                 "def upgrade():\n"
                                 "    try:\n"
                                 "        op.drop_constraint('status', 'runs', type_='check')\n"
                                 "        op.drop_table('never')\n"
                                 "    except NotImplementedError:\n"
                                 "        op.drop_table('caught')\n",
                                 sqlite);
    QVERIFY2(!reading.stop, reading.stop ? qPrintable(reading.stop->text()) : "");
    QCOMPARE(lines(reading), QList{7});
}

void tst_revisionreader::whatComesBeforeACaughtFailureStays()
{
    static const python::ParsedModule none;
    RevisionRequest sqlite{.script = none};
    sqlite.dialect = dialect::DialectName::Sqlite;
    const Reading reading = read("from alembic import op\n"
                                 "import sqlalchemy as sa\n"
                                 "def upgrade():\n"
                                 "    try:\n"
                                 "        op.add_column('t', sa.Column('c', sa.Integer, unique=True))\n"
                                 "    except NotImplementedError:\n"
                                 "        pass\n",
                                 sqlite);
    QVERIFY2(!reading.stop, reading.stop ? qPrintable(reading.stop->text()) : "");
    QCOMPARE(reading.operations.size(), 1);
    const auto *added = std::get_if<operation::AddColumn>(&reading.operations.first().change);
    QVERIFY(added);
    QVERIFY(added->constraints.isEmpty());
}

void tst_revisionreader::eachOperationHasItsPlace()
{
    const Reading reading = read("from alembic import op\n"
                                 "def upgrade():\n"
                                 "    op.drop_table('a')\n"
                                 "    for name in ('b', 'c'):\n"
                                 "        op.drop_table(\n"
                                 "            name)\n");
    QVERIFY2(!reading.stop, reading.stop ? qPrintable(reading.stop->text()) : "");
    QCOMPARE(lines(reading), (QList{3, 5, 5}));
    QCOMPARE(reading.operations.first().where.file, u"a1.py"_s);
    const auto *dropped = std::get_if<operation::DropTable>(&reading.operations.last().change);
    QVERIFY(dropped);
    QCOMPARE(dropped->table.name.text, u"c"_s);
}

void tst_revisionreader::placeIsInTheScriptWhenAnotherModuleCalls()
{
    const Reading reading = read("from project_steps import step\n"
                                 "def upgrade():\n"
                                 "    step('a')\n");
    QVERIFY2(!reading.stop, reading.stop ? qPrintable(reading.stop->text()) : "");
    QCOMPARE(lines(reading), QList{3});
    QCOMPARE(reading.operations.first().where.file, u"a1.py"_s);
}

void tst_revisionreader::directionsAreReadByThemselves()
{
    const QByteArray script = "from alembic import op\n"
                              "def upgrade():\n"
                              "    op.rename_table('a', 'b')\n"
                              "def downgrade():\n"
                              "    op.drop_table('b')\n";
    const Reading down = read(script, Direction::Downgrade);
    QCOMPARE(down.operations.size(), 1);
    QVERIFY(std::holds_alternative<operation::DropTable>(down.operations.first().change));
}

void tst_revisionreader::statementsBeforeAStopAreKept()
{
    const Reading reading = read("from alembic import op\n"
                                 "def upgrade():\n"
                                 "    op.drop_table('a')\n"
                                 "    raise ValueError('not today')\n"
                                 "    op.drop_table('b')\n");
    QCOMPARE(reading.operations.size(), 1);
    QVERIFY(reading.stop);
    QCOMPARE(reading.stop->where.line, 4);
    QVERIFY2(reading.stop->message.contains("not today"_L1), qPrintable(reading.stop->message));
}

void tst_revisionreader::unknownDirectiveIsRefused()
{
    const Reading reading = read("from alembic import op\n"
                                 "def upgrade():\n"
                                 "    op.make_coffee('a')\n");
    QVERIFY(reading.stop);
    QCOMPARE(reading.stop->where.line, 3);
    QVERIFY(reading.operations.isEmpty());
}

void tst_revisionreader::clauseWithoutItsFunctionIsRefused()
{
    for (const char *expression :
         {"sa.Cast()", "sa.sql.Select()", "sa.sql.Alias()", "sa.Label().is_not(5)", "sa.Cast() + 1"}) {
        const Reading reading = read("from alembic import op\n"
                                     "import sqlalchemy as sa\n"
                                     "def upgrade():\n"
                                     "    op.execute("_ba
                                     + expression + ")\n");
        QVERIFY2(reading.stop, expression);
        QCOMPARE(reading.stop->where.line, 4);
        QVERIFY2(reading.stop->message.contains("called itself"_L1), qPrintable(reading.stop->message));
    }
}

void tst_revisionreader::missingFunctionIsAnError()
{
    const Reading reading = read("revision = 'a1'\n");
    QVERIFY(reading.stop);
    QVERIFY(reading.stop->message.contains("upgrade"_L1));
}

void tst_revisionreader::brokenScriptIsAnError()
{
    for (const QByteArray &script :
         {QByteArray("def upgrade(:\n"), QByteArray(1000, '\0'), QByteArray("\xff\xfe\xfd")}) {
        const Reading reading = read(script);
        QVERIFY(reading.stop);
        QVERIFY(!reading.stop->text().isEmpty());
    }
}

void tst_revisionreader::argumentsReachTheFunction()
{
    const python::ParsedModule none;
    RevisionRequest like{.script = none};
    like.arguments = {{u"engine_name"_s, u"engine2"_s}};
    const Reading reading = read("from alembic import op\n"
                                 "def upgrade(engine_name):\n"
                                 "    globals()['upgrade_%s' % engine_name]()\n"
                                 "def upgrade_engine1():\n"
                                 "    op.drop_table('one')\n"
                                 "def upgrade_engine2():\n"
                                 "    op.drop_table('two')\n",
                                 like);
    QVERIFY2(!reading.stop, reading.stop ? qPrintable(reading.stop->text()) : "");
    QCOMPARE(lines(reading), QList{7});
}

void tst_revisionreader::rowsNeedAConnection()
{
    const Reading reading = read("from alembic import op\n"
                                 "import sqlalchemy as sa\n"
                                 "def upgrade():\n"
                                 "    rows = op.get_bind().execute(sa.text('SELECT 1'))\n"
                                 "    op.execute('SELECT 2')\n"
                                 "    rows.fetchall()\n");
    QVERIFY(reading.stop);
    QCOMPARE(reading.stop->where.line, 6);
    QVERIFY2(reading.stop->text().contains("needs a connection"_L1), qPrintable(reading.stop->text()));
    QCOMPARE(lines(reading), (QList{4, 5}));
}

void tst_revisionreader::whatNeedsAConnection_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    const QString connection = u"ATH-ALB-001"_s;
    QTest::newRow("rows") << QByteArray("for row in op.get_bind().execute('SELECT 1'): pass") << connection;
    QTest::newRow("inspection") << QByteArray("sa.inspect(op.get_bind()).get_table_names()") << connection;
    QTest::newRow("session") << QByteArray(
        "from sqlalchemy.orm import Session; Session(op.get_bind()).execute(sa.text('SELECT 1'))")
                             << connection;
    QTest::newRow("query") << QByteArray(
        "from sqlalchemy.orm import Session; Session(op.get_bind()).query(sa.table('t')).all()")
                           << connection;
    QTest::newRow("reflection") << QByteArray("sa.MetaData().reflect(bind=op.get_bind())") << connection;
    QTest::newRow("rebuild of a table")
        << QByteArray("with op.batch_alter_table('t', recreate='always') as b: b.drop_column('c')")
        << connection;
    QTest::newRow("a None of the script's own") << QByteArray("for row in None: pass") << u"ATH-EVAL-004"_s;
    QTest::newRow("an exception") << QByteArray("raise ValueError('no')") << u"ATH-EVAL-004"_s;
}

void tst_revisionreader::whatNeedsAConnection()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    const Reading reading = read("from alembic import op\n"
                                 "import sqlalchemy as sa\n"
                                 "def upgrade():\n"
                                 "    "
                                 + body + '\n');
    QVERIFY(reading.stop);
    QVERIFY2(reading.stop->code == code, qPrintable(reading.stop->text()));
    QCOMPARE(reading.stop->hint.contains("needs a connection: "_L1), code == "ATH-ALB-001"_L1);
    QVERIFY(reading.stop->where.line > 3);
}

/// What SQLAlchemy writes and Athanor does not.
void tst_revisionreader::refusedUsesOfModels_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");
    QTest::newRow("entity that inherits a table")
        << QByteArray("op.execute(sa.select(Child))") << u"Child in a statement: it inherits a table"_s;
    QTest::newRow("attribute of a class that inherits a table")
        << QByteArray("op.execute(sa.select(Child.extra))") << u"Child.extra of a class that inherits"_s;
    QTest::newRow("relationship") << QByteArray("op.execute(sa.select(Account.id).join(Account.parent))")
                                  << u"an expression of relationship()"_s;
    QTest::newRow("relationship compared")
        << QByteArray("op.execute(sa.select(Account.id).where(Account.parent == None))")
        << u"an expression of relationship()"_s;
    QTest::newRow("deferred column") << QByteArray("op.execute(sa.select(Late))")
                                     << u"Late in a statement: text is a ColumnProperty"_s;
    QTest::newRow("expression of column_property")
        << QByteArray("op.execute(sa.select(Late.twice))") << u"an expression of ColumnProperty()"_s;
    QTest::newRow("loader options") << QByteArray("op.execute(orm.Query(Account).options(1).statement)")
                                    << u"Query.options()"_s;
    QTest::newRow("base class that is not known")
        << QByteArray("op.execute(Mixed.__table__.delete())") << u"the table of Mixed"_s;
    QTest::newRow("table of a class with a base that is not known")
        << QByteArray("Base.metadata.create_all(op.get_bind())") << u"unknown_library"_s;
    QTest::newRow("generic in the annotation map")
        << QByteArray("class B(orm.DeclarativeBase):\n        type_annotation_map = {list[str]: sa.Text}\n"
                      "    class C(B):\n        __tablename__ = 'c'\n"
                      "        id: orm.Mapped[int] = orm.mapped_column(primary_key=True)\n"
                      "        data: orm.Mapped[list[str]]\n")
        << u"by a type_annotation_map"_s;
    QTest::newRow("annotation as text")
        << QByteArray("class C(Base):\n        __tablename__ = 'c'\n"
                      "        id: 'orm.Mapped[int]' = orm.mapped_column(primary_key=True)\n")
        << u"annotations that are no text"_s;
}

void tst_revisionreader::refusedUsesOfModels()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, message);
    const Reading reading = read("from alembic import op\n"
                                 "import sqlalchemy as sa\n"
                                 "from sqlalchemy import orm\n"
                                 "from unknown_library import Mixin\n"
                                 "Base = orm.declarative_base()\n"
                                 "class Account(Base):\n"
                                 "    __tablename__ = 'account'\n"
                                 "    id = sa.Column(sa.Integer, primary_key=True)\n"
                                 "    parent = orm.relationship('Account')\n"
                                 "class Child(Account):\n"
                                 "    __tablename__ = 'child'\n"
                                 "    id = sa.Column(sa.ForeignKey('account.id'), primary_key=True)\n"
                                 "    extra = sa.Column(sa.Integer)\n"
                                 "class Late(Base):\n"
                                 "    __tablename__ = 'late'\n"
                                 "    id = sa.Column(sa.Integer, primary_key=True)\n"
                                 "    text = orm.deferred(sa.Column(sa.Text))\n"
                                 "    twice = orm.column_property(id * 2)\n"
                                 "class Mixed(Mixin, Base):\n"
                                 "    __tablename__ = 'mixed'\n"
                                 "    id = sa.Column(sa.Integer, primary_key=True)\n"
                                 "def upgrade():\n"
                                 "    "
                                 + body + '\n');
    QVERIFY(reading.stop);
    QVERIFY2(reading.stop->text().contains(message), qPrintable(reading.stop->text()));
}

void tst_revisionreader::batchKeepsPlacesAndOrder()
{
    const Reading reading = read("from alembic import op\n"
                                 "def upgrade():\n"
                                 "    with op.batch_alter_table('t') as batch_op:\n"
                                 "        batch_op.drop_column('a')\n"
                                 "        batch_op.execute('SELECT 1')\n"
                                 "        batch_op.drop_column('b')\n"
                                 "    op.execute('SELECT 2')\n");
    QVERIFY2(!reading.stop, reading.stop ? qPrintable(reading.stop->text()) : "");
    QCOMPARE(lines(reading), (QList{5, 4, 6, 7}));
}

void tst_revisionreader::customOperationsOfTheScript()
{
    const Reading reading = read("from alembic import op\n"
                                 "from alembic.operations import MigrateOperation, Operations\n"
                                 "@Operations.register_operation('create_view')\n"
                                 "class CreateView(MigrateOperation):\n"
                                 "    def __init__(self, name):\n"
                                 "        self.name = name\n"
                                 "    @classmethod\n"
                                 "    def create_view(cls, operations, name):\n"
                                 "        return operations.invoke(cls(name))\n"
                                 "@Operations.implementation_for(CreateView)\n"
                                 "def create_view(operations, operation):\n"
                                 "    operations.execute('CREATE VIEW %s' % operation.name)\n"
                                 "def upgrade():\n"
                                 "    op.create_view('v')\n");
    QVERIFY2(!reading.stop, reading.stop ? qPrintable(reading.stop->text()) : "");
    QCOMPARE(reading.operations.size(), 1);
    QVERIFY(std::holds_alternative<operation::Execute>(reading.operations.first().change));
}

void tst_revisionreader::xArgumentsAndConfig()
{
    const python::ParsedModule none;
    RevisionRequest like{.script = none};
    like.config.xArguments = {u"tenant=north"_s, u"dry"_s};
    like.config.sections[u"alembic"_s].insert(u"prefix"_s, u"my_"_s);
    const Reading reading =
        read("from alembic import context, op\n"
             "def upgrade():\n"
             "    x = context.get_x_argument(as_dictionary=True)\n"
             "    assert x == {'tenant': 'north', 'dry': ''}\n"
             "    assert context.is_offline_mode()\n"
             "    op.drop_table(context.config.get_main_option('prefix') + x['tenant'])\n",
             like);
    QVERIFY2(!reading.stop, reading.stop ? qPrintable(reading.stop->text()) : "");
    const auto *dropped = std::get_if<operation::DropTable>(&reading.operations.first().change);
    QVERIFY(dropped);
    QCOMPARE(dropped->table.name.text, u"my_north"_s);
}

} // namespace

QTEST_GUILESS_MAIN(tst_revisionreader)
#include "tst_revisionreader.moc"
