// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/scriptfolder.h"
#include "tests/support/temporaryproject.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <mutex>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace athanor;
using namespace Qt::StringLiterals;

class TestScriptFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_config = {};
        m_project = std::make_unique<test::TemporaryProject>();
    }

    void listsInLoadOrder()
    {
        write(
            {u"b/2.py"_s, u"b/10.py"_s, u"b/B.py"_s, u"b/a.py"_s, u"b/ä.py"_s, u"b/sub/0.py"_s, u"a/1.py"_s});
        QCOMPARE(listed({u"b"_s, u"a"_s}), (QStringList{u"b/10.py"_s, u"b/2.py"_s, u"b/B.py"_s, u"b/a.py"_s,
                                                        u"b/ä.py"_s, u"a/1.py"_s}));
        QVERIFY(m_listing.problems.isEmpty());
        QCOMPARE(relative(m_listing.folders), (QStringList{u"b"_s, u"a"_s}));
    }

    void listsSubFoldersAfterTheirFolder()
    {
        write({u"v/z.py"_s, u"v/b/2.py"_s, u"v/b/x/3.py"_s, u"v/b-/4.py"_s, u"v/a/1.py"_s,
               u"v/__pycache__/p.py"_s, u"v/a/__pycache__/q.py"_s});
        m_config.recursiveVersionLocations = true;
        QCOMPARE(listed({u"v"_s}),
                 (QStringList{u"v/z.py"_s, u"v/a/1.py"_s, u"v/b/2.py"_s, u"v/b/x/3.py"_s, u"v/b-/4.py"_s}));
    }

    void takesOnlyScripts()
    {
        write({u"v/a.py"_s, u"v/.py"_s, u"v/.hidden.py"_s, u"v/.#a.py"_s, u"v/__init__.py"_s,
               u"v/__init__x.py"_s, u"v/b.pyc"_s, u"v/c.py~"_s, u"v/d.PY"_s, u"v/README"_s,
               u"v/folder.py/x.py"_s});
        QCOMPARE(listed({u"v"_s}), (QStringList{u"v/.hidden.py"_s, u"v/.py"_s, u"v/a.py"_s}));
    }

    void tellsOfMissingFolders()
    {
        write({u"v/a.py"_s});
        m_config.ini = IniFile::parse(u"[alembic]\n\nversion_locations = none v\n"_s, u"alembic.ini"_s);
        QCOMPARE(listed({u"none"_s, u"v"_s}), QStringList{u"v/a.py"_s});
        QCOMPARE(m_listing.problems.size(), 1);
        QCOMPARE(m_listing.problems.first().text(), u"alembic.ini:3:21: warning: the version folder '%1' "
                                                    u"does not exist; 'revision' makes it with its first "
                                                    "script [ATH-PRJ-013]"_s.arg(path(u"none"_s)));
    }

    void takesEachFileOnce()
    {
        write({u"v/a.py"_s, u"v/sub/b.py"_s, u"w/c.py"_s});
        QVERIFY(QFile::link(path(u"v/a.py"_s), path(u"w/link.py"_s)));
        QVERIFY(QFile::link(path(u"v"_s), path(u"other"_s)));
        QCOMPARE(listed({u"w"_s, u"v"_s, u"other"_s}), (QStringList{u"w/c.py"_s, u"v/a.py"_s}));
        QCOMPARE(m_listing.problems.size(), 2);
        QCOMPARE(m_listing.problems.first().message,
                 u"File %1 loaded twice! ignoring. Please ensure version_locations is unique."_s.arg(
                     path(u"v/a.py"_s)));
        QCOMPARE(m_listing.problems.first().severity, Severity::Warning);
    }

    void survivesLinksInCircles()
    {
        write({u"v/a.py"_s});
        QVERIFY(QFile::link(path(u"v"_s), path(u"v/again"_s)));
        QVERIFY(QFile::link(path(u"v/self.py"_s), path(u"v/self.py"_s)));
        QVERIFY(QFile::link(path(u"v/gone"_s), path(u"v/broken.py"_s)));
        QVERIFY(QFile::link(path(u"round"_s), path(u"round"_s)));
        m_config.recursiveVersionLocations = true;
        QCOMPARE(listed({u"round"_s, u"v"_s}), QStringList{u"v/a.py"_s});
        QCOMPARE(m_listing.problems.size(), 3);
        QVERIFY(m_listing.problems.at(0).message.contains(path(u"round"_s)));
        QVERIFY(m_listing.problems.at(1).where.file.endsWith("broken.py"_L1));
        QVERIFY(m_listing.problems.at(2).where.file.endsWith("self.py"_L1));
    }

    void tellsOfScriptsWithoutSource()
    {
        write({u"v/a.py"_s, u"v/__pycache__/a.cpython-313.pyc"_s, u"v/__pycache__/b.cpython-313.pyc"_s,
               u"v/c.pyc"_s});
        QCOMPARE(listed({u"v"_s}), QStringList{u"v/a.py"_s});
        QVERIFY(m_listing.problems.isEmpty());
        m_config.sourceless = true;
        QCOMPARE(listed({u"v"_s}), QStringList{u"v/a.py"_s});
        QCOMPARE(m_listing.problems.size(), 2);
        QVERIFY(m_listing.problems.at(0).message.contains("c.pyc"_L1));
        QVERIFY(m_listing.problems.at(1).message.contains("b.cpython-313.pyc"_L1));
    }

#ifdef Q_OS_UNIX
    void neverOpensPipes()
    {
        write({u"v/a.py"_s});
        QCOMPARE(mkfifo(qPrintable(path(u"v/pipe.py"_s)), 0600), 0);
        QCOMPARE(listed({u"v"_s}), QStringList{u"v/a.py"_s});
        QCOMPARE(m_listing.problems.size(), 1);
        QVERIFY(m_listing.problems.first().message.endsWith("it is not a regular file"_L1));
    }

    void tellsOfNamesThatAreNotUtf8()
    {
        write({u"v/a.py"_s});
        const QByteArray name = QFile::encodeName(path(u"v/"_s)) + "\xE4.py";
        FILE *file = fopen(name.constData(), "w");
        if (!file)
            QSKIP("the file system takes UTF-8 only");
        fclose(file);
        const QStringList found = listed({u"v"_s});
        unlink(name.constData());
        QCOMPARE(found, QStringList{u"v/a.py"_s});
        QCOMPARE(m_listing.problems.size(), 1);
        QVERIFY(m_listing.problems.first().message.endsWith("its name is not UTF-8"_L1));
    }

    void tellsOfForbiddenFolders()
    {
        if (geteuid() == 0)
            QSKIP("root may read everything");
        write({u"v/a.py"_s, u"v/sub/b.py"_s});
        m_config.recursiveVersionLocations = true;
        QVERIFY(QFile::setPermissions(path(u"v/sub"_s), {}));
        QCOMPARE(listed({u"v"_s}), QStringList{u"v/a.py"_s});
        QVERIFY(
            QFile::setPermissions(path(u"v/sub"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QCOMPARE(m_listing.problems.size(), 1);
    }
#endif

    void readsEveryFileOnce()
    {
        QStringList paths;
        QList<QByteArray> contents;
        for (int i = 0; i < 500; ++i) {
            contents.append(QByteArray(i * 37, char('a' + i % 26)));
            paths.append(m_project->write(u"v/%1.py"_s.arg(i), contents.last()));
        }
        paths.insert(250, path(u"v/none.py"_s));
        contents.insert(250, "none"_ba);
        QList<QByteArray> found(paths.size(), "unread"_ba);
        std::mutex mutex;
        int calls = 0;
        readScripts(paths, [&](qsizetype index, const ScriptBytes &bytes) {
            const std::scoped_lock lock(mutex);
            found[index] = bytes ? bytes->toByteArray() : "none"_ba;
            ++calls;
        });
        QCOMPARE(calls, 501);
        QCOMPARE(found, contents);
    }

    void readsOddFiles()
    {
        const QByteArray large(3'000'000, 'x');
        const QStringList paths{m_project->write(u"v/empty.py"_s, {}),
                                m_project->write(u"v/nul.py"_s, QByteArray(10, '\0')),
                                m_project->write(u"v/large.py"_s, large), path(u"v"_s), path(u"v/none.py"_s)};
        QFile huge(path(u"v/huge.py"_s));
        QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(65 * 1024 * 1024));
        QStringList found;
        readScripts(paths + QStringList{huge.fileName()}, [&](qsizetype, const ScriptBytes &bytes) {
            found.append(bytes ? QString::number(bytes->size()) : bytes.error().code);
            if (!bytes)
                QVERIFY(!bytes.error().where.file.isEmpty());
        });
        const QString failed = u"ATH-PRJ-010"_s;
        QCOMPARE(found, (QStringList{u"0"_s, u"10"_s, u"3000000"_s, failed, failed, failed}));
    }

private:
    QString path(const QString &name) const
    {
        return QFileInfo(m_project->folder()).canonicalFilePath() + u'/' + name;
    }

    void write(const QStringList &names) const
    {
        for (const QString &name : names)
            m_project->write(name, {});
    }

    QStringList relative(QStringList paths) const
    {
        for (QString &item : paths)
            item.remove(path({}));
        return paths;
    }

    QStringList listed(const QStringList &folders)
    {
        m_config.versionLocations.clear();
        for (const QString &folder : folders)
            m_config.versionLocations.append(path(folder));
        m_listing = listScripts(m_config);
        return relative(m_listing.paths);
    }

    std::unique_ptr<test::TemporaryProject> m_project;
    Config m_config;
    ScriptListing m_listing;
};

QTEST_APPLESS_MAIN(TestScriptFolder)
#include "tst_scriptfolder.moc"
