// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/commandline.h"
#include "tests/support/checks.h"

using namespace athanor;
using namespace athanor::cli;
using namespace Qt::StringLiterals;

class TestArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void order_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("ordered");
        QTest::newRow("nothing") << u""_s << u""_s;
        QTest::newRow("global option before") << u"-c a.ini heads"_s << u"--config=a.ini heads"_s;
        QTest::newRow("global option behind")
            << u"heads -q --config a.ini"_s << u"--quiet --config=a.ini heads"_s;
        QTest::newRow("the command's -c wins")
            << u"-c a.ini current -c"_s << u"--config=a.ini current --check-heads"_s;
        QTest::newRow("beginning") << u"heads --verb"_s << u"heads --verbose"_s;
        QTest::newRow("beginning of a global option") << u"heads --conf=a.ini"_s << u"--config=a.ini heads"_s;
        QTest::newRow("glued negative range")
            << u"history -r-3:current"_s << u"history --rev-range=-3:current"_s;
        QTest::newRow("separate negative range")
            << u"history -r -3:current"_s << u"history --rev-range=-3:current"_s;
        QTest::newRow("equals behind a letter") << u"history -r=a:b"_s << u"history --rev-range=a:b"_s;
        QTest::newRow("bundle") << u"history -vi"_s << u"history --verbose --indicate-current"_s;
        QTest::newRow("bundle with value") << u"history -vra:b"_s << u"history --verbose --rev-range=a:b"_s;
        QTest::newRow("negative step") << u"plan downgrade -1"_s << u"plan -- downgrade -1"_s;
        QTest::newRow("words in between") << u"plan stamp a --purge b"_s << u"plan --purge -- stamp a b"_s;
        QTest::newRow("end of options") << u"show -- -v"_s << u"show -- -v"_s;
        QTest::newRow("short name only") << u"-x a=b -xc=d heads"_s << u"-xa=b -xc=d heads"_s;
    }

    void order()
    {
        QFETCH(QString, typed);
        QFETCH(QString, ordered);
        const CommandLine line;
        const auto result = orderedArguments(line, typed.split(u' ', Qt::SkipEmptyParts));
        QVERIFY_RESULT(result);
        QStringList words;
        for (const std::string &word : *result)
            words += QString::fromStdString(word);
        QCOMPARE(words.join(u' '), ordered);
    }

    void refuse_data()
    {
        QTest::addColumn<QStringList>("typed");
        QTest::addColumn<QString>("message");
        QTest::newRow("command") << QStringList{u"frobnicate"_s} << u"there is no command 'frobnicate'"_s;
        QTest::newRow("empty command") << QStringList{u""_s} << u"there is no command ''"_s;
        QTest::newRow("long option") << QStringList{u"heads"_s, u"--nope"_s}
                                     << u"there is no option --nope"_s;
        QTest::newRow("short option") << QStringList{u"heads"_s, u"-z"_s} << u"there is no option -z"_s;
        QTest::newRow("another command's option")
            << QStringList{u"heads"_s, u"-r"_s, u"a:"_s} << u"there is no option -r"_s;
        QTest::newRow("ambiguous") << QStringList{u"heads"_s, u"--ver"_s}
                                   << u"option --ver could be --verbose or --version"_s;
        QTest::newRow("no value") << QStringList{u"history"_s, u"-r"_s} << u"option -r needs a value"_s;
        QTest::newRow("empty value") << QStringList{u"heads"_s, u"--config="_s}
                                     << u"option --config needs a value"_s;
        QTest::newRow("value of a flag")
            << QStringList{u"heads"_s, u"--json=1"_s} << u"option --json takes no value"_s;
        QTest::newRow("equals only") << QStringList{u"heads"_s, u"--=1"_s} << u"there is no option --"_s;
    }

    void refuse()
    {
        QFETCH(QStringList, typed);
        QFETCH(QString, message);
        const CommandLine line;
        const auto result = orderedArguments(line, typed);
        QVERIFY(!result);
        QCOMPARE(result.error().message, message);
        QCOMPARE(result.error().kind, ErrorKind::Usage);
    }

    void valuesArrive()
    {
        CommandLine line;
        const auto invocation =
            line.parse({u"-c"_s, u"a.ini"_s, u"heads"_s, u"-c"_s, u"pyproject.toml"_s, u"-n"_s, u"two"_s,
                        u"--js"_s, u"--color=never"_s, u"-x"_s, u"k=v"_s});
        QVERIFY_RESULT(invocation);
        QVERIFY(invocation->run);
        QCOMPARE(line.globals().configs, QStringList({u"a.ini"_s, u"pyproject.toml"_s}));
        QCOMPARE(line.globals().section, u"two"_s);
        QCOMPARE(line.globals().x, QStringList{u"k=v"_s});
        QVERIFY(line.globals().json);
        QVERIFY(line.globals().colourMode() == ColourMode::Never);
    }
};

QTEST_APPLESS_MAIN(TestArguments)
#include "tst_arguments.moc"
