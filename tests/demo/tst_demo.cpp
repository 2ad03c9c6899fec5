// SPDX-License-Identifier: GPL-3.0-or-later
// The demo project is a real Alembic project: Alembic itself runs all of it, both ways.
#include "tests/support/realalembic.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using athanor::test::AlembicAnswer;

namespace {

void copyFolder(const QString &from, const QString &to)
{
    QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString copy = to + path.mid(from.size());
        QVERIFY(QDir().mkpath(QFileInfo(copy).path()));
        QVERIFY2(QFile::copy(path, copy), qPrintable(copy));
    }
}

} // namespace

class TestDemo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_ALEMBIC(); }

    void init()
    {
        m_copy = std::make_unique<QTemporaryDir>();
        QVERIFY(m_copy->isValid());
        copyFolder(QStringLiteral(ATHANOR_DEMO), m_copy->path());
        QFile::remove(m_copy->filePath(u"shop.db"_s));
    }

    void hasOneHead()
    {
        const AlembicAnswer heads = alembic({u"heads"_s});
        QVERIFY2(heads.exitCode == 0, qPrintable(heads.output));
        const QStringList lines = heads.output.split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 1);
        QVERIFY2(lines.first().startsWith("93d7b1f60ce5 ("_L1), qPrintable(lines.first()));
    }

    void historyHasTwoBranchesAndTwoMerges()
    {
        const AlembicAnswer history = alembic({u"history"_s});
        QVERIFY2(history.exitCode == 0, qPrintable(history.output));
        QCOMPARE(history.output.count(u'\n'), 18);
        QCOMPARE(history.output.count("(branchpoint)"_L1), 2);
        QCOMPARE(history.output.count("(mergepoint)"_L1), 2);
        QVERIFY(history.output.contains("6e9d12b05fc7 (d3e70b81f42a) -> 40c8e2a96b1f (reporting)"_L1));
        QVERIFY(history.output.contains("5c83d9e016b4 -> f1a94e07c35b (loyalty), loyalty accounts"_L1));
    }

    void upgradesDowngradesAndUpgradesAgain()
    {
        const QList<QStringList> commands = {
            {u"upgrade"_s, u"head"_s}, {u"check"_s}, {u"downgrade"_s, u"base"_s},
            {u"upgrade"_s, u"head"_s}, {u"check"_s},
        };
        for (const QStringList &command : commands) {
            const AlembicAnswer run = alembic(command);
            QVERIFY2(run.exitCode == 0, qPrintable(command.join(u' ') + u'\n' + run.output));
        }
        QCOMPARE(current(), QStringList{u"93d7b1f60ce5 (head)"_s});
    }

    /// As packaging/run leaves it for the first look.
    void standsPartOfTheWayUpTwoBranches()
    {
        for (const QString &revision : {u"b60f7c2e94d1"_s, u"28d6b3fa5e70"_s}) {
            const AlembicAnswer run = alembic({u"upgrade"_s, revision});
            QVERIFY2(run.exitCode == 0, qPrintable(run.output));
        }
        QCOMPARE(current(), (QStringList{u"28d6b3fa5e70"_s, u"b60f7c2e94d1"_s}));
    }

    void printsThePostgresqlOfAllOfIt_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QString>("expected");
        QTest::newRow("upgrade") << QStringList{u"upgrade"_s, u"head"_s}
                                 << u"ALTER TYPE order_status ADD VALUE 'returned';"_s;
        QTest::newRow("downgrade") << QStringList{u"downgrade"_s, u"head:base"_s}
                                   << u"DROP TYPE order_status;"_s;
    }

    void printsThePostgresqlOfAllOfIt()
    {
        QFETCH(QStringList, command);
        QFETCH(QString, expected);
        const AlembicAnswer run =
            alembic(QStringList{u"-x"_s, u"dialect=postgresql"_s} + command + QStringList{u"--sql"_s});
        QVERIFY2(run.exitCode == 0, qPrintable(run.output));
        QVERIFY2(run.output.contains(expected), qPrintable(run.output));
    }

private:
    AlembicAnswer alembic(const QStringList &arguments) const
    {
        return athanor::test::runAlembic(m_copy->path(), arguments);
    }

    /// What `alembic current` prints, sorted, without its log.
    QStringList current() const
    {
        QStringList lines = alembic({u"current"_s}).output.split(u'\n', Qt::SkipEmptyParts);
        lines.removeIf([](const QString &line) { return line.startsWith("INFO "_L1); });
        lines.sort();
        return lines;
    }

    std::unique_ptr<QTemporaryDir> m_copy;
};

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
