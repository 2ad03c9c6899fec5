// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/appearance.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace athanor;
using namespace Qt::StringLiterals;

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsReadable_data();
    void textIsReadable();
    void pillsAreReadable_data();
    void pillsAreReadable();
    void lanesAreSeen();
    void surfacesDiffer();
    void paletteTellsItsScheme();
    void choiceIsFollowed();
    void contrastIsThatOfTheStandard();
};

namespace {

constexpr double Readable = 4.5;
constexpr double Visible = 2.0;

void addSchemes()
{
    QTest::addColumn<ColourScheme>("scheme");
    QTest::newRow("light") << ColourScheme::Light;
    QTest::newRow("dark") << ColourScheme::Dark;
}

} // namespace

void TestTheme::textIsReadable_data()
{
    addSchemes();
}

void TestTheme::textIsReadable()
{
    QFETCH(ColourScheme, scheme);
    const ThemeColours &c = themeColours(scheme);
    const QList<QPair<QString, QColor>> texts{{u"text"_s, c.text},       {u"muted"_s, c.muted},
                                              {u"accent"_s, c.accent},   {u"added"_s, c.added},
                                              {u"changed"_s, c.changed}, {u"removed"_s, c.removed},
                                              {u"warning"_s, c.warning}, {u"production"_s, c.production}};
    const QList<QPair<QString, QColor>> grounds{{u"window"_s, c.window},
                                                {u"surface"_s, c.surface},
                                                {u"raised"_s, c.raised},
                                                {u"selection"_s, c.selection},
                                                {u"hover"_s, c.hover}};
    for (const auto &[name, colour] : texts) {
        for (const auto &[groundName, ground] : grounds) {
            const double ratio = contrastRatio(colour, ground);
            QVERIFY2(ratio >= Readable, qPrintable(u"%1 on %2: %3"_s.arg(name, groundName).arg(ratio)));
        }
    }
}

void TestTheme::pillsAreReadable_data()
{
    addSchemes();
}

void TestTheme::pillsAreReadable()
{
    QFETCH(ColourScheme, scheme);
    const ThemeColours &c = themeColours(scheme);
    for (const PillKind kind :
         {PillKind::Head, PillKind::Label, PillKind::Development, PillKind::Test, PillKind::Production}) {
        const double ratio = contrastRatio(pillColour(c, kind), pillGround(c, kind));
        QVERIFY2(ratio >= Readable, qPrintable(u"pill %1: %2"_s.arg(int(kind)).arg(ratio)));
    }
}

void TestTheme::lanesAreSeen()
{
    for (const ColourScheme scheme : {ColourScheme::Light, ColourScheme::Dark}) {
        const ThemeColours &c = themeColours(scheme);
        QCOMPARE(c.lanes.size(), 6);
        for (const QColor &lane : c.lanes) {
            QVERIFY(contrastRatio(lane, c.surface) >= Visible);
            QVERIFY(contrastRatio(lane, c.selection) >= Visible * 0.8);
        }
    }
}

void TestTheme::surfacesDiffer()
{
    for (const ColourScheme scheme : {ColourScheme::Light, ColourScheme::Dark}) {
        const ThemeColours &c = themeColours(scheme);
        QVERIFY(c.window != c.surface);
        QVERIFY(c.surface != c.raised);
        QVERIFY(c.selection != c.surface);
    }
}

void TestTheme::paletteTellsItsScheme()
{
    for (const ColourScheme scheme : {ColourScheme::Light, ColourScheme::Dark}) {
        const QPalette palette = themePalette(scheme);
        QCOMPARE(&themeColours(palette), &themeColours(scheme));
    }
}

void TestTheme::choiceIsFollowed()
{
    Appearance appearance;
    appearance.setChoice(AppearanceChoice::Dark);
    QCOMPARE(appearance.scheme(), ColourScheme::Dark);
    QCOMPARE(QApplication::palette().color(QPalette::Base), themeColours(ColourScheme::Dark).surface);

    QSignalSpy changed(&appearance, &Appearance::schemeChanged);
    appearance.setChoice(AppearanceChoice::Light);
    QCOMPARE(appearance.scheme(), ColourScheme::Light);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(QApplication::palette().color(QPalette::Base), themeColours(ColourScheme::Light).surface);
}

void TestTheme::contrastIsThatOfTheStandard()
{
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
    // 4.54:1, the well-known smallest grey on white that passes.
    QVERIFY(qAbs(contrastRatio(QColor(0x767676), Qt::white) - 4.54) < 0.01);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
