// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project.h"
#include "tests/support/checks.h"
#include "tests/support/temporaryproject.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace athanor;
using namespace Qt::StringLiterals;

class TestProject : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_project = std::make_unique<test::TemporaryProject>(); }

    void opensEverythingThatNamesIt_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("folder") << u"."_s;
        QTest::newRow("ini") << u"alembic.ini"_s;
        QTest::newRow("athanor.toml") << u"athanor.toml"_s;
        QTest::newRow("script folder") << u"migrations"_s;
    }

    void opensEverythingThatNamesIt()
    {
        QFETCH(QString, path);
        m_project->addRevision({.id = u"a1"_s, .message = u"first"_s});
        m_project->addRevision({.id = u"b2"_s, .down = {u"a1"_s}, .message = u"second"_s});
        m_project->write(u"athanor.toml"_s, "[targets.local]\nurl = \"sqlite:///x\"\n");
        m_project->write(u".env"_s, "DATABASE_URL=sqlite:///y\n");
        const auto project = Project::open({.path = m_project->filePath(path)});
        QVERIFY_RESULT(project);
        QVERIFY2(project->diagnostics().isEmpty(), qPrintable(project->diagnostics().value(0).text()));
        QCOMPARE(project->graph().size(), 2);
        QCOMPARE(project->graph().heads().size(), 1);
        QCOMPARE(project->graph().at(0).message(), u"first"_s);
        QCOMPARE(project->name(), QDir(m_project->folder()).dirName());
        QCOMPARE(project->settings().targets.size(), 1);
        QVERIFY(project->dotenv().find(u"DATABASE_URL"_s));
        const QStringList watched = project->watchedPaths();
        for (const QString &name : {u"alembic.ini"_s, u"athanor.toml"_s, u".env"_s, u"migrations"_s,
                                    u"migrations/versions"_s, u"migrations/versions/b2_.py"_s}) {
            QVERIFY2(watched.contains(m_project->filePath(name)), qPrintable(name));
        }
    }

    void brokenFilesDontHideTheOthers()
    {
        m_project->addRevision({.id = u"a1"_s});
        m_project->write(u"migrations/versions/b_empty.py"_s, {});
        m_project->write(u"migrations/versions/c_binary.py"_s, QByteArray("\x7F"
                                                                          "ELF\0\x01\xFF\xFE",
                                                                          8));
        m_project->write(u"migrations/versions/d_broken.py"_s, "revision = 'd4'\ndown_revision = (\n");
        m_project->write(u"migrations/versions/e_long.py"_s,
                         "revision = 'e5'\ndown_revision = 'a1'\n# " + QByteArray(100'000, 'x'));
        m_project->write(u"migrations/versions/f_nul.py"_s, QByteArray(5000, '\0'));
        m_project->write(u"athanor.toml"_s, "[targets");
        m_project->write(u".env"_s, "???\n");
        QVERIFY(QFile::link(m_project->filePath(u"loop.py"_s), m_project->filePath(u"loop.py"_s)));
        QVERIFY(QFile::link(m_project->filePath(u"loop.py"_s),
                            m_project->filePath(u"migrations/versions/g_loop.py"_s)));
        const auto project = Project::open({.path = m_project->folder()});
        QVERIFY_RESULT(project);
        QVERIFY(project->graph().find(u"a1"_s));
        QVERIFY(project->graph().find(u"e5"_s));
        QStringList files;
        for (const Diagnostic &found : project->diagnostics())
            files.append(QFileInfo(found.where.file).fileName());
        files.removeDuplicates();
        QCOMPARE(files, (QStringList{u".env"_s, u"athanor.toml"_s, u"g_loop.py"_s, u"b_empty.py"_s,
                                     u"c_binary.py"_s, u"d_broken.py"_s, u"f_nul.py"_s}));
    }

    void diagnosticsComeInOrder()
    {
        m_project->write(u"alembic.ini"_s, "[alembic]\nscript_location = migrations\nnonsense\n");
        m_project->write(u"migrations/versions/a.py"_s, "revision = (");
        m_project->addRevision({.id = u"b2"_s, .down = {u"gone"_s}});
        const auto project = Project::open({.path = m_project->folder()});
        QVERIFY_RESULT(project);
        QStringList files;
        for (const Diagnostic &found : project->diagnostics())
            files.append(QFileInfo(found.where.file).fileName());
        QCOMPARE(files, (QStringList{u"alembic.ini"_s, u"a.py"_s, u"b2_.py"_s}));
    }

    void sameResultEveryTime()
    {
        for (int i = 0; i < 300; ++i)
            m_project->addRevision(
                {.id = u"r%1"_s.arg(i), .down = i % 3 ? QStringList{u"r%1"_s.arg(i - 1)} : QStringList{}});
        for (int i = 0; i < 50; ++i)
            m_project->write(u"migrations/versions/bad%1.py"_s.arg(i), "revision = (");
        const auto first = Project::open({.path = m_project->folder()});
        const auto second = Project::open({.path = m_project->folder()});
        QVERIFY_RESULT(first);
        QCOMPARE(first->graph().size(), 300);
        QCOMPARE(first->diagnostics().size(), 50);
        QCOMPARE(first->diagnostics(), second->diagnostics());
        QCOMPARE(first->graph().keys(), second->graph().keys());
    }

    void missingScriptFolder()
    {
        m_project->write(u"alembic.ini"_s, "[alembic]\nscript_location = nowhere\n");
        const auto project = Project::open({.path = m_project->folder()});
        QVERIFY(!project);
        QCOMPARE(
            project.error().message,
            u"Path doesn't exist: nowhere.  Please use the 'init' command to create a new scripts folder."_s);
        QCOMPARE(project.error().where, (SourceRange{m_project->iniPath(), 2, 19}));
        m_project->write(u"alembic.ini"_s, "[alembic]\nscript_location = alembic.ini\n");
        QCOMPARE(Project::open({.path = m_project->folder()}).error().message,
                 u"'%1' is not a folder"_s.arg(m_project->iniPath()));
    }

    void missingVersionsFolder()
    {
        QVERIFY(QDir(m_project->filePath(u"migrations/versions"_s)).removeRecursively());
        const auto project = Project::open({.path = m_project->folder()});
        QVERIFY_RESULT(project);
        QCOMPARE(project->graph().size(), 0);
        QCOMPARE(project->diagnostics().size(), 1);
        QCOMPARE(project->diagnostics().first().where.line, 2);
    }

    void namedSection()
    {
        m_project->write(u"alembic.ini"_s,
                         "[alembic]\nscript_location = nowhere\n[two]\nscript_location = migrations\n");
        m_project->addRevision({.id = u"a1"_s});
        const auto project = Project::open({.path = m_project->folder(), .section = u"two"_s});
        QVERIFY_RESULT(project);
        QCOMPARE(project->graph().size(), 1);
        const auto missing = Project::open({.path = m_project->folder(), .section = u"three"_s});
        QVERIFY(!missing);
        QCOMPARE(missing.error().hint,
                 u"there is no section '[three]'; choose one of these with -n: alembic, two"_s);
    }

    void flaskMigrate()
    {
        m_project->addRevision({.id = u"a1"_s});
        QVERIFY(QFile::remove(m_project->iniPath()));
        m_project->write(u"migrations/alembic.ini"_s, "[alembic]\n[loggers]\nkeys = root\n");
        for (const QString &path : {m_project->folder(), m_project->filePath(u"migrations"_s)}) {
            const auto project = Project::open({.path = path});
            QVERIFY_RESULT(project);
            QCOMPARE(project->graph().size(), 1);
            QCOMPARE(project->name(), QDir(m_project->folder()).dirName());
        }
    }

private:
    std::unique_ptr<test::TemporaryProject> m_project;
};

QTEST_APPLESS_MAIN(TestProject)
#include "tst_project.moc"
