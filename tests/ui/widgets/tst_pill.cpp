// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pill.h"

#include <QFontMetrics>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace athanor;
using namespace Qt::StringLiterals;

class TestPill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fold_data();
    void fold();
    void foldedTipNamesTheRest();
    void shapesDiffer();
    void paintingStaysInside();
};

void TestPill::fold_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("none") << 0 << QStringList();
    QTest::newRow("three fit") << 3 << QStringList{u"p0"_s, u"p1"_s, u"p2"_s};
    QTest::newRow("four") << 4 << QStringList{u"p0"_s, u"p1"_s, u"p2"_s, u"+1"_s};
    QTest::newRow("many") << 12 << QStringList{u"p0"_s, u"p1"_s, u"p2"_s, u"+9"_s};
}

void TestPill::fold()
{
    QFETCH(int, count);
    QList<Pill> pills;
    for (int i = 0; i < count; ++i)
        pills.append({u"p%1"_s.arg(i), PillKind::Head});
    QStringList texts;
    for (const Pill &pill : foldPills(pills))
        texts.append(pill.text);
    QTEST(texts, "texts");
}

void TestPill::foldedTipNamesTheRest()
{
    const QList<Pill> pills{
        {u"a"_s, PillKind::Head}, {u"b"_s, PillKind::Label}, {u"c"_s, PillKind::Test, u"database c"_s}};
    QCOMPARE(foldPills(pills, 1).last().tip, u"b\ndatabase c"_s);
    QCOMPARE(foldPills(pills, 1).last().kind, PillKind::Caption);
}

void TestPill::shapesDiffer()
{
    const auto drawn = [](PillKind kind, ShapeFill fill) {
        QImage image(32, 32, QImage::Format_ARGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintShape(&painter, QRectF(2, 2, 28, 28), kind, Qt::black, fill);
        painter.end();
        return image;
    };
    const QImage circle = drawn(PillKind::Development, ShapeFill::Filled);
    const QImage triangle = drawn(PillKind::Test, ShapeFill::Filled);
    const QImage square = drawn(PillKind::Production, ShapeFill::Filled);
    QVERIFY(circle != triangle);
    QVERIFY(triangle != square);
    QVERIFY(circle != square);
    QVERIFY(square != drawn(PillKind::Production, ShapeFill::Hollow));
}

void TestPill::paintingStaysInside()
{
    QImage image(200, 28, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const QRect room(4, 0, 60, 28);
    const QList<Pill> pills{{u"a very long name of a database"_s, PillKind::Production},
                            {u"second"_s, PillKind::Head}};
    paintPills(&painter, room, pills, themeColours(ColourScheme::Light), painter.font());
    painter.end();
    for (int x = room.right() + 2; x < image.width(); ++x) {
        for (int y = 0; y < image.height(); ++y)
            QCOMPARE(image.pixelColor(x, y), QColor(Qt::white));
    }
}

QTEST_MAIN(TestPill)
#include "tst_pill.moc"
