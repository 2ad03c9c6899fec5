// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace athanor;
using namespace Qt::StringLiterals;

class TestWindowSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recentProjectsAreNewestFirst();
    void goneProjectsAreLeftOut();
    void theListIsLimited();
    void appearanceIsRemembered();
    void dialectsBelongToProjects();
};

void TestWindowSettings::recentProjectsAreNewestFirst()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"s.ini"_s));
    QSignalSpy changed(&settings, &Settings::recentProjectsChanged);
    QDir(folder.path()).mkdir(u"a"_s);
    QDir(folder.path()).mkdir(u"b"_s);
    settings.addRecentProject(folder.filePath(u"a"_s));
    settings.addRecentProject(folder.filePath(u"b"_s));
    settings.addRecentProject(folder.filePath(u"a"_s));
    QCOMPARE(settings.recentProjects(), (QStringList{folder.filePath(u"a"_s), folder.filePath(u"b"_s)}));
    QCOMPARE(changed.size(), 3);
    settings.clearRecentProjects();
    QVERIFY(settings.recentProjects().isEmpty());
}

void TestWindowSettings::goneProjectsAreLeftOut()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"s.ini"_s));
    settings.addRecentProject(folder.filePath(u"nowhere"_s));
    QVERIFY(settings.recentProjects().isEmpty());
}

void TestWindowSettings::theListIsLimited()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"s.ini"_s));
    for (int i = 0; i < 30; ++i) {
        QDir(folder.path()).mkdir(QString::number(i));
        settings.addRecentProject(folder.filePath(QString::number(i)));
    }
    QCOMPARE(settings.recentProjects().size(), 12);
    QCOMPARE(settings.recentProjects().first(), folder.filePath(u"29"_s));
}

void TestWindowSettings::dialectsBelongToProjects()
{
    const QTemporaryDir folder;
    {
        Settings settings(folder.filePath(u"s.ini"_s));
        QCOMPARE(settings.dialect(u"/a/alembic.ini"_s), QString());
        settings.setDialect(u"/a/alembic.ini"_s, u"mysql"_s);
        settings.setDialect(u"/ä b/alembic.ini"_s, u"oracle"_s);
        settings.setScriptAndSqlTogether(true);
        settings.setSqlOrientation(Qt::Horizontal);
    }
    const Settings again(folder.filePath(u"s.ini"_s));
    QCOMPARE(again.dialect(u"/a/alembic.ini"_s), u"mysql"_s);
    QCOMPARE(again.dialect(u"/ä b/alembic.ini"_s), u"oracle"_s);
    QVERIFY(again.isScriptAndSqlTogether());
    QCOMPARE(again.sqlOrientation(), Qt::Horizontal);
}

void TestWindowSettings::appearanceIsRemembered()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"s.ini"_s);
    for (const auto choice : {AppearanceChoice::Dark, AppearanceChoice::Light, AppearanceChoice::System}) {
        {
            Settings settings(file);
            settings.setAppearance(choice);
        }
        QCOMPARE(Settings(file).appearance(), choice);
    }
}

QTEST_MAIN(TestWindowSettings)
#include "tst_windowsettings.moc"
