// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/parity/oracle.h"
#include "tests/parity/randomgraph.h"
#include "tests/support/realalembic.h"
#include "tests/support/temporaryproject.h"

#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace athanor;
using namespace athanor::test;
using namespace Qt::StringLiterals;

namespace {

using Scripts = QList<TemporaryProject::Script>;

struct Answer
{
    QString output;
    int code = 0;
};

QString sortedList(const QString &list)
{
    QStringList items = list.split(u", "_s);
    items.sort();
    return items.join(u", "_s);
}

/// Puts what Alembic prints in the order of a set into one order: labels in parentheses, the lists of a
/// verbose block, and the children below a branch point (as lines that follow one another and begin with
/// spaces and an arrow).
QString withoutSetOrder(const QString &text)
{
    static const QRegularExpression parentheses(u"\\(([^()\\n]*, [^()\\n]*)\\)"_s);
    static const QRegularExpression listLine(u"^(Branches into|Branch names): (.*)$"_s);
    static const QRegularExpression child(u"^ +-> "_s);
    QStringList lines;
    QStringList children;
    const auto flush = [&] {
        children.sort();
        lines += std::exchange(children, {});
    };
    for (QString line : text.split(u'\n')) {
        if (const auto match = listLine.match(line); match.hasMatch())
            line = match.captured(1) + u": "_s + sortedList(match.captured(2));
        qsizetype from = 0;
        for (auto match = parentheses.match(line); match.hasMatch(); match = parentheses.match(line, from)) {
            line.replace(match.capturedStart(1), match.capturedLength(1), sortedList(match.captured(1)));
            from = match.capturedEnd();
        }
        if (child.match(line).hasMatch()) {
            children += line;
            continue;
        }
        flush();
        lines += line;
    }
    flush();
    return lines.join(u'\n');
}

Answer ourAnswer(const TemporaryProject &project, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(project.folder());
    process.start(QStringLiteral(ATHANOR_PROGRAM), arguments);
    process.waitForFinished(-1);
    // Alembic prints errors to standard output, Athanor to standard error.
    return {QString::fromUtf8(process.readAllStandardOutput())
                + QString::fromUtf8(process.readAllStandardError()),
            process.exitCode()};
}

QStringList identifiers(const Scripts &scripts)
{
    QStringList all{u"head"_s,      u"heads"_s,     u"base"_s,  u"zzzz"_s, u"zzz"_s,
                    u"head@head"_s, u"nope@head"_s, u"-1"_s,    u"+1"_s,   u"head-1"_s,
                    u"nope@zzzz"_s, u"heads-1"_s,   u"base+1"_s};
    for (const TemporaryProject::Script &script : scripts) {
        all +=
            {script.id, script.id.left(1), script.id.left(4), script.id + u"@head"_s, script.id + u"@base"_s};
        for (const QString &label : script.labels)
            all += {label,
                    label.chopped(1),
                    label + u"@head"_s,
                    label + u"@heads"_s,
                    label + u"@"_s + script.id,
                    label + u"@-1"_s,
                    label + u"@"_s + scripts.first().id};
    }
    const QString id = scripts.first().id;
    all += {id + u"+1"_s, id + u"-1"_s, id + u"+2"_s, id + u"@"_s + scripts.last().id};
    return all;
}

QList<QStringList> commandLines(const Scripts &scripts, unsigned seed)
{
    QList<QStringList> lines;
    for (const QString &line :
         {u"history"_s, u"history -v"_s, u"heads"_s, u"heads -v"_s, u"heads --resolve-dependencies"_s,
          u"branches"_s, u"branches -v"_s, u"history -r a"_s})
        lines += line.split(u' ');
    Dice dice(seed);
    const QStringList names = identifiers(scripts);
    for (const QString &name : names)
        lines += QStringList{u"show"_s, name};
    for (int i = 0; i < 15; ++i) {
        const QString start = names.at(dice.roll(int(names.size())));
        const QString end = names.at(dice.roll(int(names.size())));
        for (const QString &range : QStringList{start + u':' + end, start + u':', u':' + end})
            lines += QStringList{u"history"_s, u"--rev-range="_s + range};
    }
    for (int i = 0; i < 12; ++i) { // ends that are more likely to lie on one line
        const QString one = scripts.at(dice.roll(int(scripts.size()))).id;
        const QString other = scripts.at(dice.roll(int(scripts.size()))).id;
        lines += QStringList{u"history"_s, u"-r"_s, one + u':' + other};
    }
    return lines;
}

/// Without argparse's usage errors: `show -1` is one in Alembic.
bool isAcceptedByArgparse(const QStringList &line)
{
    return line.size() < 2 || line.first() != "show"_L1 || !line.at(1).startsWith(u'-');
}

/// Rows of the database appear in an error as Python writes a tuple.
QString withoutTuples(QString text)
{
    static const QRegularExpression tuple(u"\\('([^()]*)',?\\)"_s);
    return text.replace(tuple, u"\\1"_s).replace("', '"_L1, ", "_L1);
}

/// `current` and `show current` print the database's rows in the order of a set; all their lines are compared
/// as one.
QString comparable(const QStringList &line, const QString &output)
{
    QString text = withoutTuples(withoutSetOrder(output));
    if (line.first() != "current"_L1 && line.last() != "current"_L1)
        return text;
    QStringList lines = text.split(u'\n');
    lines.sort();
    return lines.join(u'\n');
}

/// Empty when both print the same, and end with the same code. Athanor's errors may go on after Alembic's
/// words: with the place, and what to do.
QString difference(const QStringList &line, const Answer &theirs, const Answer &ours)
{
    const QString expected = comparable(line, theirs.output);
    const QString found = comparable(line, ours.output);
    const bool refusal = theirs.output.startsWith("FAILED: "_L1);
    const QString words = expected.trimmed();
    const bool same = refusal ? found.trimmed() == words || found.startsWith(words + u"; "_s)
                                    || found.startsWith(words + u" ("_s)
                              : found == expected;
    if (same && theirs.code == ours.code)
        return {};
    return u"Alembic (%1):\n%2\nAthanor (%3):\n%4"_s.arg(theirs.code).arg(expected).arg(ours.code).arg(found);
}

Scripts described(Scripts scripts)
{
    for (TemporaryProject::Script &script : scripts)
        script.message = u"about "_s + script.id;
    return scripts;
}

/// The graph of alembic.md 4.36.
Scripts inventory()
{
    return described({{u"a1"_s},
                      {u"b1"_s, {u"a1"_s}},
                      {u"c1"_s, {u"b1"_s}, {}, {}, {u"left"_s}},
                      {u"c2"_s, {u"b1"_s}, {}, {}, {u"right"_s}},
                      {u"d1"_s, {u"c1"_s}},
                      {u"d2"_s, {u"c2"_s}, {}, {u"c1"_s}},
                      {u"e1"_s, {u"d1"_s, u"d2"_s}},
                      {u"x1"_s, {}, {}, {}, {u"net"_s}},
                      {u"x2"_s, {u"x1"_s}, {}, {u"e1"_s}, {u"web"_s, u"www"_s}}});
}

Scripts randomScripts(unsigned seed, int size)
{
    Scripts scripts;
    for (const Revision &revision : randomRevisions(seed, size))
        scripts.append({revision.id, revision.downRevisions, {}, revision.dependsOn, revision.branchLabels});
    return described(scripts);
}

} // namespace

class TestParityHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_ALEMBIC(); }

    void listings_data()
    {
        QTest::addColumn<Scripts>("scripts");
        QTest::newRow("one") << described({{u"aaaa"_s}});
        QTest::newRow("chain") << described(
            {{u"aaaa"_s}, {u"bbbb"_s, {u"aaaa"_s}}, {u"cccc"_s, {u"bbbb"_s}}});
        QTest::newRow("common beginning")
            << described({{u"abcd1"_s}, {u"abcd2"_s, {u"abcd1"_s}}, {u"abc"_s, {u"abcd2"_s}}});
        QTest::newRow("inventory") << inventory();
        QTest::newRow("dependency on a label")
            << described({{u"aaaa"_s, {}, {}, {}, {u"first"_s}},
                          {u"bbbb"_s, {u"aaaa"_s}},
                          {u"cccc"_s, {}, {}, {u"first"_s}, {u"second"_s}}});
        for (unsigned seed = 1; seed <= 4; ++seed)
            QTest::addRow("random %u", seed) << randomScripts(100 + seed, 6 + int(seed) * 3);
    }

    void listings()
    {
        QFETCH(Scripts, scripts);
        const TemporaryProject folder;
        for (const TemporaryProject::Script &script : scripts)
            folder.addRevision(script);
        const QList<QStringList> lines = commandLines(scripts, unsigned(scripts.size()));
        QJsonArray question;
        for (const QStringList &line : lines)
            question.append(QJsonArray::fromStringList(line));
        const auto answers = askOracle(u"command_oracle.py"_s, question, folder.folder());
        QVERIFY2(answers.has_value(), answers ? "" : qPrintable(answers.error().text()));

        const Comparison result = compare(folder, lines, *answers);
        QVERIFY2(result.different == 0,
                 qPrintable(u"%1 of %2 answers differ"_s.arg(result.different).arg(result.compared)));
        QVERIFY(result.compared > lines.size() / 2);
    }

    /// What reads the database's position, at several of them.
    void positions_data()
    {
        QTest::addColumn<QString>("stamped");
        for (const char *stamped : {"base", "b1", "d1", "c1 c2", "e1", "x2", "x1 d2"})
            QTest::newRow(stamped) << QString::fromLatin1(stamped);
    }

    void positions()
    {
        QFETCH(QString, stamped);
        const TemporaryProject folder;
        for (const TemporaryProject::Script &script : inventory())
            folder.addRevision(script);
        QList<QStringList> lines{{u"stamp"_s, u"--purge"_s}};
        lines.first() += stamped.split(u' ');
        for (const QString &line :
             {u"current"_s, u"current -v"_s, u"history -i"_s, u"history -i -v"_s, u"show current"_s,
              u"history -r :current"_s, u"history -r b1:current"_s, u"history -i -r current:e1"_s,
              u"history -r current:x2"_s, u"history -r b1:c1 -i"_s})
            lines += line.split(u' ');
        QJsonArray question;
        for (const QStringList &line : lines)
            question.append(QJsonArray::fromStringList(line));
        auto answers = askOracle(u"command_oracle.py"_s, question, folder.folder());
        QVERIFY2(answers.has_value(), answers ? "" : qPrintable(answers.error().text()));
        QCOMPARE(answers->takeAt(0)["code"_L1].toInt(), 0);
        lines.removeFirst();
        QCOMPARE(compare(folder, lines, *answers).different, 0);
    }

private:
    struct Comparison
    {
        int compared = 0;
        int different = 0;
    };

    static Comparison compare(const TemporaryProject &folder, const QList<QStringList> &lines,
                              const QJsonArray &answers)
    {
        Comparison result;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const Answer theirs{answers.at(i)["output"_L1].toString(), answers.at(i)["code"_L1].toInt()};
            if (!isAcceptedByArgparse(lines.at(i)))
                continue;
            if (theirs.code == 1) // Alembic died of a bug of its own
                continue;
            ++result.compared;
            const QString found = difference(lines.at(i), theirs, ourAnswer(folder, lines.at(i)));
            if (!found.isEmpty() && ++result.different <= 5)
                qWarning().noquote() << lines.at(i).join(u' ') << u'\n' << found;
        }
        return result;
    }
};

QTEST_GUILESS_MAIN(TestParityHistory)
#include "tst_parity_history.moc"
