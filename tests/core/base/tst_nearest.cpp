// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/nearest.h"

#include <QTest>

using namespace athanor;
using namespace Qt::StringLiterals;

class TestNearest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void suggests_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("meant");
        QTest::newRow("a letter too many") << u"headss"_s << u"heads"_s;
        QTest::newRow("letters swapped") << u"ucrrent"_s << u"current"_s;
        QTest::newRow("beginning") << u"hist"_s << u"history"_s;
        QTest::newRow("nothing near") << u"frobnicate"_s << QString();
        QTest::newRow("too short to mean anything") << u"x"_s << QString();
        QTest::newRow("far too long") << QString(100000, u'h') << QString();
        QTest::newRow("empty") << QString() << QString();
    }

    void suggests()
    {
        QFETCH(QString, typed);
        QFETCH(QString, meant);
        QCOMPARE(nearest(typed, {u"heads"_s, u"history"_s, u"current"_s, u"show"_s}), meant);
    }
};

QTEST_APPLESS_MAIN(TestNearest)
#include "tst_nearest.moc"
