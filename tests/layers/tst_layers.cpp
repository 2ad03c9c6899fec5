// SPDX-License-Identifier: GPL-3.0-or-later
// Holds every #include in core, ui and app against the table in core/README.md.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace {

using FolderMap = QMap<QString, QSet<QString>>; ///< folder -> folders

struct Include
{
    QString path;
    int line = 0;
    bool isOurs = false; ///< written with quotes
};

struct SourceFile
{
    QString path;   ///< relative to the checkout
    QString folder; ///< "core/base"
    QString text;
    QList<Include> includes;
};

QString readText(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("can't read %s", qPrintable(path));
    return QString::fromUtf8(file.readAll());
}

QString folderOf(const QString &path)
{
    return path.section(u'/', 0, 1);
}

QList<Include> includesOf(const QString &text)
{
    static const QRegularExpression directive(u"^\\s*#\\s*include\\s*([\"<])([^\">]+)[\">]"_s);
    QList<Include> includes;
    int number = 0;
    for (const QString &line : text.split(u'\n')) {
        ++number;
        if (const auto match = directive.match(line); match.hasMatch())
            includes << Include{match.captured(2), number, match.captured(1) == u'"'};
    }
    return includes;
}

QList<SourceFile> readSources(const QDir &top)
{
    QList<SourceFile> sources;
    for (const QString &part : {u"core"_s, u"ui"_s, u"app"_s}) {
        QDirIterator files(top.filePath(part), {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString absolute = files.next();
            const QString path = top.relativeFilePath(absolute);
            const QString text = readText(absolute);
            sources << SourceFile{path, folderOf(path), text, includesOf(text)};
        }
    }
    std::ranges::sort(sources, {}, &SourceFile::path);
    return sources;
}

/// The rows of the table in core/README.md; names without a slash are folders of the core.
FolderMap readTable(const QString &readme)
{
    static const QRegularExpression row(u"^\\|\\s*((?:core|ui|app)/\\S+)\\s*\\|([^|]*)\\|"_s,
                                        QRegularExpression::MultilineOption);
    FolderMap table;
    for (const auto &match : row.globalMatch(readme)) {
        QSet<QString> &allowed = table[match.captured(1)];
        for (const QString &name : match.captured(2).split(u' ', Qt::SkipEmptyParts)) {
            const bool isWhole = name == "core"_L1 || name == "ui"_L1 || name.contains(u'/');
            allowed << (isWhole || name == u"–" ? name : "core/"_L1 + name);
        }
    }
    return table;
}

/// Each folder on a circle, as a path that ends where it began; empty when there is none.
QStringList circle(const FolderMap &edges)
{
    QSet<QString> done;
    QStringList path;
    const std::function<bool(const QString &)> visit = [&](const QString &folder) {
        path << folder;
        if (path.indexOf(folder) < path.size() - 1)
            return true;
        if (!done.contains(folder)) {
            for (const QString &next : edges.value(folder)) {
                if (next != folder && visit(next))
                    return true;
            }
            done << folder;
        }
        path.removeLast();
        return false;
    };
    for (const QString &folder : edges.keys()) {
        if (visit(folder))
            return path.mid(path.indexOf(path.last()));
    }
    return {};
}

} // namespace

class TestLayers : public QObject
{
    Q_OBJECT

public:
    TestLayers()
        : m_sources(readSources(QDir(QStringLiteral(ATHANOR_SOURCES))))
        , m_table(readTable(readText(QStringLiteral(ATHANOR_SOURCES "/core/README.md"))))
    {
    }

private Q_SLOTS:
    void tableIsRead()
    {
        QVERIFY(m_table.size() > 15);
        QCOMPARE(m_table.value(u"core/schema"_s), QSet<QString>{u"core/sql"_s});
        QCOMPARE(m_table.value(u"ui/*"_s), (QSet<QString>{u"core"_s, u"ui/widgets"_s}));
    }

    void everyFolderHasAParagraph()
    {
        const QString readme = readText(QStringLiteral(ATHANOR_SOURCES "/core/README.md"));
        for (const SourceFile &source : m_sources) {
            if (source.folder.startsWith("core/"_L1))
                QVERIFY2(readme.contains(u"\n**%1** "_s.arg(source.folder.mid(5))),
                         qPrintable(source.folder));
        }
    }

    void includesAreInTheTable_data() { listFiles(); }

    void includesAreInTheTable()
    {
        QFETCH(const SourceFile, source);
        const QString row = m_table.contains(source.folder)      ? source.folder
                            : source.folder.startsWith("ui/"_L1) ? u"ui/*"_s
                                                                 : QString();
        QVERIFY2(!row.isEmpty(), qPrintable(source.folder + " has no row in core/README.md"_L1));
        for (const Include &include : source.includes) {
            const QString problem = refusal(source, m_table.value(row), include);
            const QString where =
                u"%1:%2: #include \"%3\" "_s.arg(source.path).arg(include.line).arg(include.path);
            QVERIFY2(problem.isEmpty(), qPrintable(where + problem));
        }
    }

    void librariesHaveOneDoor_data() { listFiles(); }

    void librariesHaveOneDoor()
    {
        QFETCH(const SourceFile, source);
        static const QRegularExpression qtSql(u"^(QtSql/|QSql)"_s);
        for (const Include &include : source.includes) {
            const QString where = u"%1:%2: %3"_s.arg(source.path).arg(include.line).arg(include.path);
            if (include.path.contains(qtSql))
                QVERIFY2(source.folder == "core/database"_L1, qPrintable(where));
            if (include.path.startsWith("Qsci/"_L1))
                QVERIFY2(source.path.startsWith("ui/script/scripteditor"_L1), qPrintable(where));
        }
    }

    void syntaxHighlightingIsInOneFile()
    {
        QSet<QString> doors;
        for (const SourceFile &source : m_sources) {
            for (const Include &include : source.includes) {
                if (include.path.startsWith("KSyntaxHighlighting/"_L1))
                    doors << source.path.section(u'.', 0, 0);
            }
        }
        QVERIFY2(doors.size() <= 1, qPrintable(doors.values().join(u' ')));
    }

    void coreHasNoObjects_data() { listFiles(); }

    void coreHasNoObjects()
    {
        QFETCH(const SourceFile, source);
        if (source.path.startsWith("core/"_L1))
            QVERIFY2(!source.text.contains("Q_OBJECT"_L1), qPrintable(source.path));
    }

    void foldersFormNoCircle()
    {
        FolderMap edges;
        for (const SourceFile &source : m_sources) {
            for (const Include &include : source.includes) {
                if (include.isOurs && include.path.contains(u'/'))
                    edges[source.folder] << folderOf(include.path);
            }
        }
        QVERIFY2(circle(edges).isEmpty(), qPrintable(circle(edges).join(" -> "_L1)));
        QVERIFY2(circle(m_table).isEmpty(), qPrintable(circle(m_table).join(" -> "_L1)));
    }

    void circlesAreFound()
    {
        QCOMPARE(circle({{u"a"_s, {u"b"_s}}, {u"b"_s, {u"c"_s}}, {u"c"_s, {u"b"_s}}}),
                 (QStringList{u"b"_s, u"c"_s, u"b"_s}));
        QCOMPARE(circle({{u"a"_s, {u"b"_s, u"c"_s}}, {u"b"_s, {u"c"_s}}}), QStringList());
    }

    void wrongIncludesAreFound_data()
    {
        QTest::addColumn<QString>("include");
        QTest::addColumn<bool>("isRefused");
        QTest::newRow("base") << u"core/base/result.h"_s << false;
        QTest::newRow("own folder") << u"core/schema/table.h"_s << false;
        QTest::newRow("allowed") << u"core/sql/expression.h"_s << false;
        QTest::newRow("upwards") << u"core/plan/plan.h"_s << true;
        QTest::newRow("window") << u"ui/shell/window.h"_s << true;
        QTest::newRow("relative") << u"table.h"_s << true;
        QTest::newRow("test") << u"tests/support/checks.h"_s << true;
    }

    void wrongIncludesAreFound()
    {
        QFETCH(QString, include);
        QFETCH(bool, isRefused);
        const SourceFile source{u"core/schema/table.cpp"_s, u"core/schema"_s, {}, {}};
        const QString problem = refusal(source, m_table.value(source.folder), {include, 1, true});
        QVERIFY2(!problem.isEmpty() == isRefused, qPrintable(problem));
    }

private:
    void listFiles() const
    {
        QTest::addColumn<SourceFile>("source");
        for (const SourceFile &source : m_sources)
            QTest::newRow(qPrintable(source.path)) << source;
    }

    /// Why the file may not include this; empty when it may.
    static QString refusal(const SourceFile &source, const QSet<QString> &allowed, const Include &include)
    {
        if (!include.isOurs || include.path.endsWith(".moc"_L1))
            return {};
        const QString target = folderOf(include.path);
        const QString part = target.section(u'/', 0, 0);
        if (part != "core"_L1 && part != "ui"_L1 && part != "app"_L1)
            return u"is not written from the top of the checkout"_s;
        if (target == source.folder || target == "core/base"_L1 || allowed.contains(target)
            || allowed.contains(part))
            return {};
        return u"is not in the table of core/README.md"_s;
    }

    QList<SourceFile> m_sources;
    FolderMap m_table;
};

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
