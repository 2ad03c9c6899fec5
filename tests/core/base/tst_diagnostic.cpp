// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/diagnostic.h"

#include <QTest>

using namespace athanor;
using namespace Qt::StringLiterals;

class TestDiagnostic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void placeLeavesOutWhatIsNotKnown_data()
    {
        QTest::addColumn<SourceRange>("range");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << SourceRange{} << QString();
        QTest::newRow("file") << SourceRange{u"a.py"_s} << u"a.py"_s;
        QTest::newRow("line") << SourceRange{u"a.py"_s, 3} << u"a.py:3"_s;
        QTest::newRow("column") << SourceRange{u"a.py"_s, 3, 7} << u"a.py:3:7"_s;
        QTest::newRow("no file") << SourceRange{QString(), 3, 7} << u"line 3:7"_s;
    }

    void placeLeavesOutWhatIsNotKnown()
    {
        QFETCH(SourceRange, range);
        QFETCH(QString, text);
        QCOMPARE(range.text(), text);
    }

    void errorSaysWhatWhereAndWhatToDo()
    {
        const Error error{u"ATH-X-1"_s, u"no such thing"_s, {u"a.ini"_s, 2}, u"make one"_s};
        QCOMPARE(error.text(), u"no such thing (a.ini:2); make one"_s);
        QCOMPARE(Diagnostic::fromError(error).text(), u"a.ini:2: error: no such thing; make one [ATH-X-1]"_s);
    }
};

QTEST_APPLESS_MAIN(TestDiagnostic)
#include "tst_diagnostic.moc"
