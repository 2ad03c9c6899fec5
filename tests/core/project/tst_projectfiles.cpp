// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/projectfiles.h"
#include "core/project/templates.h"
#include "tests/support/checks.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace athanor;
using namespace Qt::StringLiterals;

static const QByteArray iniText = "[alembic]\nscript_location = migrations\n";
static const QByteArray tomlText = "[tool.alembic]\nscript_location = \"migrations\"\n";

class TestProjectFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qunsetenv("ALEMBIC_CONFIG");
    }

    void findsTheConfiguration_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<QString>("opened");
        QTest::addColumn<QString>("ini");
        QTest::addColumn<QString>("toml");
        QTest::addColumn<QString>("scripts");
        const QString ini = u"alembic.ini"_s;
        const QString toml = u"pyproject.toml"_s;
        const QString none;
        QTest::newRow("ini") << QStringList{ini} << u"."_s << ini << none << none;
        QTest::newRow("toml") << QStringList{toml} << u"."_s << none << toml << none;
        QTest::newRow("both") << QStringList{ini, toml} << u"."_s << ini << toml << none;
        QTest::newRow("toml of something else")
            << QStringList{ini, u"other/pyproject.toml"_s} << u"."_s << ini << none << none;
        QTest::newRow("ini by name") << QStringList{u"dev.ini"_s} << u"dev.ini"_s << u"dev.ini"_s << none
                                     << none;
        QTest::newRow("toml by name") << QStringList{ini, toml} << toml << ini << toml << none;
        QTest::newRow("Flask-Migrate") << QStringList{u"migrations/alembic.ini"_s, u"migrations/env.py"_s}
                                       << u"."_s << u"migrations/alembic.ini"_s << none << u"migrations"_s;
        QTest::newRow("Flask-Migrate's folder")
            << QStringList{u"migrations/alembic.ini"_s, u"migrations/env.py"_s} << u"migrations"_s
            << u"migrations/alembic.ini"_s << none << u"migrations"_s;
        QTest::newRow("before Flask-Migrate")
            << QStringList{ini, u"migrations/alembic.ini"_s} << u"."_s << ini << none << none;
        QTest::newRow("script folder")
            << QStringList{ini, u"migrations/env.py"_s, u"migrations/versions/a.py"_s} << u"migrations"_s
            << ini << none << none;
        QTest::newRow("script folder of a toml")
            << QStringList{toml, u"migrations/env.py"_s, u"migrations/versions/a.py"_s} << u"migrations"_s
            << none << toml << none;
        QTest::newRow("script folder alone")
            << QStringList{u"m/env.py"_s, u"m/versions/a.py"_s} << u"m"_s << none << none << u"m"_s;
        QTest::newRow("script folder of nobody")
            << QStringList{ini, u"m/env.py"_s, u"m/versions/a.py"_s} << u"m"_s << none << none << u"m"_s;
        QTest::newRow("one level below")
            << QStringList{u"backend/alembic.ini"_s} << u"."_s << u"backend/alembic.ini"_s << none << none;
        QTest::newRow("some levels below")
            << QStringList{u"a/b/c/alembic.ini"_s} << u"."_s << u"a/b/c/alembic.ini"_s << none << none;
        QTest::newRow("athanor.toml")
            << QStringList{ini, u"athanor.toml"_s} << u"athanor.toml"_s << ini << none << none;
    }

    void findsTheConfiguration()
    {
        QFETCH(QStringList, files);
        QFETCH(QString, opened);
        QFETCH(QString, ini);
        QFETCH(QString, toml);
        QFETCH(QString, scripts);
        write(files);
        const auto found = locateProject({.path = path(opened)});
        QVERIFY_RESULT(found);
        QCOMPARE(relative(found->config.iniPath), ini);
        QCOMPARE(relative(found->config.tomlPath), toml);
        QCOMPARE(relative(found->config.scriptFolder), scripts);
    }

    void relativePathsStartInTheOpenedFolder()
    {
        write({u"backend/alembic.ini"_s});
        QCOMPARE(locateProject({.path = path(u"backend"_s)}).value().config.workingFolder,
                 path(u"backend"_s));
        QCOMPARE(locateProject({.path = m_folder->path()}).value().config.workingFolder, path(u"backend"_s));
        QCOMPARE(locateProject({.path = path(u"backend/alembic.ini"_s)}).value().config.workingFolder,
                 QDir::currentPath());
        QCOMPARE(locateProject({.path = path(u"backend/alembic.ini"_s), .workingFolder = u"/x"_s})
                     .value()
                     .config.workingFolder,
                 u"/x"_s);
    }

    void environmentNamesTheIni()
    {
        write({u"alembic.ini"_s, u"other.ini"_s});
        qputenv("ALEMBIC_CONFIG", path(u"other.ini"_s).toUtf8());
        QCOMPARE(relative(locateProject({}).value().config.iniPath), u"other.ini"_s);
        QCOMPARE(relative(locateProject({.path = m_folder->path()}).value().config.iniPath),
                 u"alembic.ini"_s);
        qunsetenv("ALEMBIC_CONFIG");
        QCOMPARE(relative(locateProject({.workingFolder = m_folder->path()}).value().config.iniPath),
                 u"alembic.ini"_s);
    }

    void twoFilesCanBeNamed()
    {
        write({u"a/x.ini"_s, u"b/pyproject.toml"_s, u"c/pyproject.toml"_s});
        const QString ini = path(u"a/x.ini"_s);
        const QString toml = path(u"b/pyproject.toml"_s);
        for (const auto &[first, second] : {std::pair(ini, toml), std::pair(toml, ini)}) {
            const auto found = locateProject({.path = first, .otherPath = second});
            QVERIFY_RESULT(found);
            QCOMPARE(found->config.iniPath, ini);
            QCOMPARE(found->config.tomlPath, toml);
        }
        QCOMPARE(locateProject({.path = ini, .otherPath = ini}).error().message,
                 u"only one ini file may be indicated"_s);
        QCOMPARE(locateProject({.path = toml, .otherPath = path(u"c/pyproject.toml"_s)}).error().message,
                 u"pyproject.toml indicated more than once"_s);
    }

    void findsCompanions()
    {
        write({u"app/alembic.ini"_s, u"app/.env"_s, u"app/athanor.toml"_s, u".env"_s});
        const auto found = locateProject({.path = path(u"app"_s)});
        QVERIFY_RESULT(found);
        QCOMPARE(relative(found->settingsPath), u"app/athanor.toml"_s);
        QCOMPARE(relative(found->dotenvPath), u"app/.env"_s);
        write({u"flask/migrations/alembic.ini"_s, u"flask/migrations/env.py"_s, u"flask/.env"_s});
        const auto flask = locateProject({.path = path(u"flask/migrations"_s)});
        QVERIFY_RESULT(flask);
        QCOMPARE(relative(flask->dotenvPath), u"flask/.env"_s);
        QCOMPARE(flask->settingsPath, QString());
    }

    void severalProjectsMustBeChosenFrom()
    {
        write({u"a/alembic.ini"_s, u"b/pyproject.toml"_s});
        const auto found = locateProject({.path = m_folder->path()});
        QVERIFY(!found);
        QCOMPARE(found.error().message, u"several Alembic projects: %1, %2"_s.arg(
                                            path(u"a/alembic.ini"_s), path(u"b/pyproject.toml"_s)));
        QCOMPARE(found.error().hint, u"choose one with -c"_s);
    }

    void sectionsAreChoicesWhereTheUsualOneIsMissing()
    {
        QDir(m_folder->path()).mkpath(u"app"_s);
        const QString ini = path(u"app/alembic.ini"_s);
        QFile file(ini);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "[core]\nscript_location = core\n[loggers]\nkeys = root\n[tenant]\nscript_location = tenant\n");
        file.close();
        const QList<ProjectLocation> both{{.path = ini, .section = u"core"_s},
                                          {.path = ini, .section = u"tenant"_s}};
        QCOMPARE(projectChoices({.path = ini}), both);
        QCOMPARE(projectChoices({.path = m_folder->path()}), both);
        const QList<ProjectLocation> asked{{.path = ini, .section = u"tenant"_s}};
        QCOMPARE(projectChoices({.path = ini, .section = u"tenant"_s}), asked);
    }

    void nothingThere()
    {
        const auto empty = locateProject({.path = m_folder->path()});
        QVERIFY(!empty);
        QCOMPARE(empty.error().message, u"No 'script_location' key found in configuration."_s);
        QCOMPARE(empty.error().where.file, m_folder->path());
        const auto missing = locateProject({.path = path(u"none.ini"_s)});
        QVERIFY(!missing);
        QCOMPARE(missing.error().message,
                 u"No config file '%1' found, or file has no '[alembic]' section"_s.arg(path(u"none.ini"_s)));
    }

    void brokenTomlIsNotPassedOver()
    {
        writeFile(u"pyproject.toml"_s, "[tool.alembic]\nscript_location = \"mig");
        QCOMPARE(relative(locateProject({.path = m_folder->path()}).value().config.tomlPath),
                 u"pyproject.toml"_s);
        writeFile(u"pyproject.toml"_s, "[project]\nkeywords = [\"alembic\"]\n");
        QVERIFY(!locateProject({.path = m_folder->path()}));
    }

    void findsProjectsBelow()
    {
        write({u"alembic.ini"_s, u"b/deep/er/alembic.ini"_s, u"a/pyproject.toml"_s, u"a/alembic.ini"_s,
               u"c/pyproject.toml"_s, u".hidden/alembic.ini"_s, u"node_modules/x/alembic.ini"_s,
               u"env/pyvenv.cfg"_s, u"env/lib/alembic.ini"_s, u"d/plain.ini"_s});
        QVERIFY(QFile::link(m_folder->path(), path(u"b/loop"_s)));
        QStringList found = findProjects(m_folder->path());
        for (QString &file : found)
            file = relative(file);
        QCOMPARE(found, (QStringList{u"a/alembic.ini"_s, u"alembic.ini"_s, u"b/deep/er/alembic.ini"_s,
                                     u"c/pyproject.toml"_s}));
        QVERIFY(findProjects(path(u"none"_s)).isEmpty());
    }

    void templates()
    {
        QStringList names;
        for (const ProjectTemplate &item : projectTemplates()) {
            names.append(item.name);
            QVERIFY(item.synopsis.endsWith(u'.'));
        }
        QCOMPARE(names,
                 (QStringList{u"async"_s, u"generic"_s, u"multidb"_s, u"pyproject"_s, u"pyproject_async"_s}));
    }

private:
    QString path(const QString &name) const { return QDir::cleanPath(m_folder->filePath(name)); }
    QString relative(const QString &file) const
    {
        return file.isEmpty() ? file : QDir(m_folder->path()).relativeFilePath(file);
    }

    void writeFile(const QString &name, const QByteArray &content) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }

    void write(const QStringList &names) const
    {
        for (const QString &name : names) {
            const bool isFlask = name.endsWith("migrations/alembic.ini"_L1);
            writeFile(name, isFlask                            ? "[alembic]\n"_ba
                            : name.endsWith("project.toml"_L1) ? tomlText
                                                               : iniText);
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestProjectFiles)
#include "tst_projectfiles.moc"
