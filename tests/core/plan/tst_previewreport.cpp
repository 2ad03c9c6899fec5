// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/environmentreport.h"
#include "core/plan/previewreport.h"
#include "tests/support/temporaryproject.h"

#include <QTest>

using namespace athanor;
using namespace Qt::StringLiterals;
using Kind = DirectionState::Kind;

namespace {

QByteArray script(const QByteArray &id, const QByteArray &parent, const QByteArray &upgrade)
{
    return "from alembic import op\nrevision = '" + id + "'\ndown_revision = " + parent
           + "\ndef upgrade():\n    " + upgrade + "\ndef downgrade():\n    pass\n";
}

plan::PreviewReport reportOn(const test::TemporaryProject &files)
{
    const auto project = Project::open({.path = files.folder()});
    if (!project)
        return {};
    plan::ProjectReader reader(*project, {.dialect = dialect::DialectName::Sqlite});
    if (!reader.open())
        return {};
    QList<plan::RevisionTurn> turns;
    for (int revision = 0; revision < project->graph().size(); ++revision)
        turns += plan::turnsOf(reader, revision);
    return plan::previewReport(reader, turns);
}

class TestPreviewReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stateOfAStop();
    void causesAreCounted();
    void settingsWithTheirLines();
    void passwordsAreNotShown();
};

void TestPreviewReport::stateOfAStop()
{
    QCOMPARE(directionState(std::nullopt).kind, Kind::Readable);
    const SourceRange where{u"a.py"_s, 3, 5};
    const DirectionState rows =
        directionState(Error{u"ATH-ALB-001"_s, u"TypeError"_s, where, u"needs a connection"_s});
    QCOMPARE(rows.kind, Kind::NeedsConnection);
    QCOMPARE(rows.reason, u"TypeError"_s);
    QCOMPARE(rows.needed, u"needs a connection"_s);
    QCOMPARE(rows.where, where);
    QCOMPARE(directionState(Error{u"ATH-EVAL-001"_s, u"x"_s}).kind, Kind::NotReadable);
}

void TestPreviewReport::causesAreCounted()
{
    const test::TemporaryProject files;
    files.write(u"migrations/versions/a.py"_s, script("a", "None", "raise ValueError('first')"));
    files.write(u"migrations/versions/b.py"_s, script("b", "'a'", "import vendor; vendor.run()"));
    files.write(u"migrations/versions/c.py"_s, script("c", "'b'", "import vendor; vendor.run()"));
    files.write(u"migrations/versions/d.py"_s,
                script("d", "'c'", "op.get_bind().execute('SELECT 1').fetchall()"));
    const plan::PreviewReport report = reportOn(files);
    QCOMPARE(report.previews.size(), 8);
    QCOMPARE(report.count(Kind::Readable), 4);
    QCOMPARE(report.count(Kind::NeedsConnection), 1);
    QCOMPARE(report.count(Kind::NotReadable), 3);
    QCOMPARE(report.causes.size(), 3);
    QCOMPARE(report.causes.first().kind, Kind::NotReadable);
    QCOMPARE(report.causes.first().previews.size(), 2);
    QVERIFY2(report.causes.first().text.contains("vendor"_L1), qPrintable(report.causes.first().text));
    for (const qsizetype index : report.causes.first().previews)
        QCOMPARE(report.previews.at(index).state.where.line, 5);
}

void TestPreviewReport::settingsWithTheirLines()
{
    const test::TemporaryProject files;
    files.write(u"migrations/env.py"_s, "from alembic import context\n"
                                        "context.configure(\n"
                                        "    url=context.config.get_main_option('sqlalchemy.url'),\n"
                                        "    render_as_batch=True,\n"
                                        "    compare_type=True)\n"
                                        "context.run_migrations(tenant='north')\n");
    files.write(u"alembic.ini"_s,
                "[alembic]\nscript_location = migrations\nsqlalchemy.url = sqlite:///a.db\n");
    const auto project = Project::open({.path = files.folder()});
    QVERIFY(project);
    plan::ProjectReader reader(*project, {});
    QVERIFY(reader.open());
    QHash<QString, plan::SettingReport> found;
    for (const auto &setting : plan::settingsReport(reader.environment().runs.first(), project->config()))
        found.insert(setting.name, setting);
    QCOMPARE(found.value(u"url"_s).value, u"sqlite:///a.db"_s);
    QCOMPARE(found.value(u"url"_s).where.line, 3);
    QCOMPARE(found.value(u"url"_s).source, u"sqlalchemy.url, alembic.ini:3"_s);
    QCOMPARE(found.value(u"render_as_batch"_s).value, u"yes"_s);
    QCOMPARE(found.value(u"render_as_batch"_s).where.line, 4);
    QCOMPARE(found.value(u"compare_type"_s).where.line, 5);
    QCOMPARE(found.value(u"version_table"_s).where, SourceRange());
    QCOMPARE(found.value(u"argument tenant"_s).value, u"'north'"_s);
    QCOMPARE(found.value(u"argument tenant"_s).where.line, 6);
}

void TestPreviewReport::passwordsAreNotShown()
{
    alembic::EnvironmentRun run;
    run.settings.url = u"postgresql://app:geheim@db/shop?sslpassword=geheim"_s;
    for (const auto &setting : plan::settingsReport(run, {}))
        QVERIFY2(!setting.value.contains("geheim"_L1), qPrintable(setting.value));
}

} // namespace

QTEST_GUILESS_MAIN(TestPreviewReport)
#include "tst_previewreport.moc"
