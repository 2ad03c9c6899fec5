// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/externalalembic.h"
#include "tests/support/realalembic.h"
#include "tests/support/temporaryproject.h"

#include <QTest>

using namespace athanor;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class TestExternalAlembic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waysOfRevisions();
    void withoutACommand();
    void callsHaveTheProjectsOptions();
    void noShellIsInvolved();
    void whatIsSaidOnFailure();
    void programsThatAreNotThere();
    void endsWhatIsCancelled();
    void endsWhatTakesTooLong();
    void realAlembic();
};

void TestExternalAlembic::waysOfRevisions()
{
    Revision revision;
    revision.id = u"b"_s;
    QCOMPARE(plan::wayOf(revision, alembic::Direction::Upgrade), u"base:b"_s);
    revision.downRevisions = {u"a"_s};
    QCOMPARE(plan::wayOf(revision, alembic::Direction::Upgrade), u"a:b"_s);
    QCOMPARE(plan::wayOf(revision, alembic::Direction::Downgrade), u"b:a"_s);
    revision.downRevisions = {u"a"_s, u"c"_s};
    QVERIFY(!plan::wayOf(revision, alembic::Direction::Upgrade));
}

void TestExternalAlembic::withoutACommand()
{
    const test::TemporaryProject files;
    const auto project = Project::open({.path = files.folder()});
    QVERIFY(project);
    const auto call = plan::offlineCall(*project, u"upgrade"_s, u"head"_s, {});
    QVERIFY(!call);
    QCOMPARE(call.error().code, u"ATH-EXT-001"_s);
}

void TestExternalAlembic::callsHaveTheProjectsOptions()
{
    const test::TemporaryProject files;
    files.write(u"athanor.toml"_s, "alembic = [\"docker\", \"compose\", \"exec\", \"app\", \"alembic\"]\n");
    files.write(u"other.ini"_s, "[shop]\nscript_location = migrations\n");
    const auto project = Project::open({.path = files.filePath(u"other.ini"_s), .section = u"shop"_s});
    QVERIFY(project);
    const auto call = plan::offlineCall(*project, u"upgrade"_s, u"a:b"_s, {u"tenant=x y"_s});
    QVERIFY(call);
    QCOMPARE(call->text(),
             u"docker compose exec app alembic -c other.ini -n shop -x 'tenant=x y' upgrade a:b --sql"_s);
    QCOMPARE(call->folder, files.folder());
}

void TestExternalAlembic::noShellIsInvolved()
{
    const auto answer = plan::ask({.command = {u"echo"_s}, .arguments = {u"$HOME; ls"_s}});
    QCOMPARE(answer, u"$HOME; ls\n"_s);
}

void TestExternalAlembic::whatIsSaidOnFailure()
{
    const auto answer =
        plan::ask({.command = {u"sh"_s, u"-c"_s, u"echo half; echo no module >&2; exit 3"_s}});
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, u"ATH-EXT-003"_s);
    QVERIFY2(answer.error().message.endsWith("no module"_L1), qPrintable(answer.error().message));
}

void TestExternalAlembic::programsThatAreNotThere()
{
    const auto answer = plan::ask({.command = {u"athanor-no-such-program"_s}});
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, u"ATH-EXT-002"_s);
}

void TestExternalAlembic::endsWhatIsCancelled()
{
    const auto answer = plan::ask({.command = {u"cat"_s, u"/dev/zero"_s}}, [] { return true; });
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, u"ATH-EXT-005"_s);
}

void TestExternalAlembic::endsWhatTakesTooLong()
{
    const auto answer = plan::ask({.command = {u"tail"_s, u"-f"_s, u"/dev/null"_s}, .patience = 1ms});
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, u"ATH-EXT-004"_s);
}

void TestExternalAlembic::realAlembic()
{
    REQUIRE_ALEMBIC();
    const test::TemporaryProject files;
    files.write(u"athanor.toml"_s, "alembic = \"alembic\"\n");
    files.write(u"migrations/env.py"_s, "from alembic import context\n"
                                        "context.configure(dialect_name='sqlite', literal_binds=True)\n"
                                        "with context.begin_transaction():\n    context.run_migrations()\n");
    files.write(u"migrations/versions/a.py"_s,
                "from alembic import op\nimport colorsys\nrevision = 'a'\ndown_revision = None\n"
                "def upgrade():\n    op.execute('SELECT %d' % colorsys.rgb_to_hsv(0, 0, 7)[2])\n"
                "def downgrade():\n    raise ValueError('one way')\n");
    const auto project = Project::open({.path = files.folder()});
    QVERIFY(project);
    const auto up = plan::ask(*plan::offlineCall(*project, u"upgrade"_s, u"base:a"_s, {}));
    QVERIFY2(up, up ? "" : qPrintable(up.error().text()));
    QVERIFY2(up->contains("SELECT 7;"_L1), qPrintable(*up));
    const auto down = plan::ask(*plan::offlineCall(*project, u"downgrade"_s, u"a:base"_s, {}));
    QVERIFY(!down);
    QVERIFY2(down.error().message.contains("ValueError: one way"_L1), qPrintable(down.error().message));
}

} // namespace

QTEST_GUILESS_MAIN(TestExternalAlembic)
#include "tst_externalalembic.moc"
