// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/inifile.h"
#include "core/project/textfile.h"
#include "tests/core/project/oracle.h"

#include "tests/support/checks.h"

#include <QTest>

using namespace athanor;
using namespace Qt::StringLiterals;

/// Reads each text with ConfigParser: the sections with raw and interpolated values, or the place where it
/// refuses.
static const QByteArray configParser = R"(
import configparser, json, sys
def read(text):
    parser = configparser.ConfigParser({'here': '/here'})
    try:
        parser.read_string(text.replace('\r\n', '\n').replace('\r', '\n'))
    except configparser.Error as error:
        bad_lines = getattr(error, 'errors', None)
        return {'line': bad_lines[0][0] if bad_lines else error.lineno}
    sections = {}
    for section in parser.sections():
        values = sections[section] = {}
        for key in parser.options(section):
            values[key] = {'raw': parser.get(section, key, raw=True)}
            try:
                values[key]['value'] = parser.get(section, key)
            except configparser.Error as error:
                values[key]['error'] = type(error).__name__
    return {'sections': sections}
print(json.dumps({name: read(text) for name, text in json.load(sys.stdin).items()}))
)";

static const QHash<QString, QString> errorCodes{
    {u"ATH-INI-010"_s, u"InterpolationSyntaxError"_s},
    {u"ATH-INI-011"_s, u"InterpolationSyntaxError"_s},
    {u"ATH-INI-012"_s, u"InterpolationDepthError"_s},
    {u"ATH-INI-013"_s, u"InterpolationMissingOptionError"_s},
};

static IniFile parse(const QString &text)
{
    IniFile file = IniFile::parse(decodeText(text.toUtf8(), u"a.ini"_s).text, u"a.ini"_s);
    file.setDefault(u"here"_s, u"/here"_s);
    return file;
}

/// The same shape as the oracle's answer.
static QJsonObject described(const IniFile &file)
{
    if (!file.problems().isEmpty())
        return {{u"line"_s, file.problems().first().where.line}};
    QJsonObject sections;
    const QStringList names = file.sectionNames();
    for (const QString &name : names) {
        QJsonObject values;
        const QStringList keys = file.keys(name);
        for (const QString &key : keys) {
            QJsonObject entry{{u"raw"_s, file.find(name, key)->value}};
            const Result<std::optional<QString>> value = file.value(name, key);
            if (value)
                entry.insert(u"value"_s, **value);
            else
                entry.insert(u"error"_s, errorCodes.value(value.error().code, value.error().code));
            values.insert(key, entry);
        }
        sections.insert(name, values);
    }
    return {{u"sections"_s, sections}};
}

static QString chainOfReferences(int length)
{
    QString text = u"[a]\nk0 = end\n"_s;
    for (int i = 1; i <= length; ++i)
        text += u"k%1 = %(k%2)s\n"_s.arg(i).arg(i - 1);
    return text;
}

class TestIniFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsAsConfigParserDoes_data();
    void readsAsConfigParserDoes();
    void problemSaysWhereAndWhatToDo_data();
    void problemSaysWhereAndWhatToDo();
    void interpolationErrorPointsIntoTheValue_data();
    void interpolationErrorPointsIntoTheValue();
    void firstOfTwoCounts();
    void fileOverridesDefault();
    void binaryFileHasFewProblems();
    void growingReferencesAreStopped();
    void longLinesAreRead();

private:
    QJsonObject m_texts;
    std::optional<QJsonObject> m_answers;
};

void TestIniFile::initTestCase()
{
    m_texts = {
        {u"plain"_s, u"[alembic]\nscript_location = alembic\nfile_template: x\n"_s},
        {u"empty"_s, u""_s},
        {u"only comments"_s, u"# a\n; b\n\n"_s},
        {u"key case"_s, u"[alembic]\nScript_Location = A\n"_s},
        {u"section case"_s, u"[Alembic]\na=1\n[alembic]\na=2\n"_s},
        {u"no value"_s, u"[a]\nb =\nc=\n"_s},
        {u"neither"_s, u"[a]\nb\n"_s},
        {u"several bad lines"_s, u"[a]\nx = 1\nb\nc\n"_s},
        {u"first delimiter wins"_s, u"[a]\nurl = http://x:1/=\nb: c = d\nc = d : e\n"_s},
        {u"inline comment stays"_s, u"[a]\nb = c # d\ne = f ; g\n"_s},
        {u"comment at the margin"_s, u"  # c\n[a]\n  ; d\nb = c\n"_s},
        {u"continuation"_s, u"[a]\nb = c\n  d\n\te\nf = g\n"_s},
        {u"continuation looks like a key"_s, u"[a]\nb = c\n  d = e\n"_s},
        {u"continuation looks like a section"_s, u"[a]\nb = c\n  [d]\n"_s},
        {u"comment inside a value"_s, u"[a]\nb = c\n# no\n  d\n  ; no\n  e\n"_s},
        {u"blank line inside a value"_s, u"[a]\nb = c\n\n  d\n\n\n  e\n\n\n[f]\n"_s},
        {u"value on the next lines"_s, u"[a]\nb =\n  c\n  d\n"_s},
        {u"indented keys"_s, u"[a]\n  b = c\n  d = e\n    f\n  g = h\n"_s},
        {u"indented section"_s, u"  [a]\n  b = c\nd = e\n"_s},
        {u"deeper after a blank section"_s, u"[a]\n    b = c\n  d = e\n"_s},
        {u"bad line inside a value"_s, u"[a]\nb = c\nbad\n  d\n"_s},
        {u"empty key"_s, u"[a]\n= b\n"_s},
        {u"empty key with continuation"_s, u"[a]\n: b\n  c = d\n"_s},
        {u"text before a section"_s, u"a = b\n[c]\n"_s},
        {u"byte order mark inside"_s, u"[a]\n\ufeffb = c\n"_s},
        {u"duplicate key"_s, u"[a]\nb = 1\nc = 2\nB = 3\n"_s},
        {u"duplicate section"_s, u"[a]\nb = 1\n[c]\n[a]\nd = 1\n"_s},
        {u"default"_s, u"[DEFAULT]\nx = 1\n[a]\ny = %(x)s2\n[b]\nx = 3\ny = %(x)s\n"_s},
        {u"default twice"_s, u"[DEFAULT]\nx = 1\n[a]\n[DEFAULT]\ny = 2\n"_s},
        {u"default twice with one key"_s, u"[DEFAULT]\nx = 1\n[a]\n[DEFAULT]\nx = 2\n"_s},
        {u"here"_s, u"[a]\nb = %(here)s/c\n"_s},
        {u"here of the file"_s, u"[DEFAULT]\nhere = /x\n[a]\nb = %(here)s/c\n"_s},
        {u"here of the section"_s, u"[a]\nHERE = /y\nb = %(Here)s/c\n"_s},
        {u"percent"_s, u"[a]\nb = 100%%\nc = %%(here)s\nd = %%%(b)s%%\n"_s},
        {u"stray percent"_s, u"[a]\nb = 100%\nc = %d\nd = x%y\n"_s},
        {u"unfinished reference"_s, u"[a]\nb = %(here\nc = %(here)\nd = %(here)d\ne = %()s\n"_s},
        {u"missing reference"_s, u"[a]\nb = %(nothing)s\n"_s},
        {u"reference to another section"_s, u"[a]\nb = 1\n[c]\nd = %(b)s\n"_s},
        {u"reference over lines"_s, u"[a]\nb = %(he\n  re)s\nc = x\n  %(here)s\n"_s},
        {u"circle"_s, u"[a]\nb = %(c)s\nc = %(b)s\nd = %(d)s\n"_s},
        {u"nine deep"_s, chainOfReferences(9)},
        {u"ten deep"_s, chainOfReferences(10)},
        {u"eleven deep"_s, chainOfReferences(11)},
        {u"section names"_s, u"[a b]\nc=1\n[ d ]\nc=2\n[e]f]\nc=3\n[g] h\nc=4\n[[i]]\nc=5\n"_s},
        {u"empty section name"_s, u"[]\na = 1\n"_s},
        {u"unclosed section"_s, u"[a]\n[b\nc = d\n"_s},
        {u"unclosed section with delimiter"_s, u"[a]\n[b=\nc = d\n"_s},
        {u"carriage returns"_s, u"[a]\r\nb = c\r\n  d\r\n\r\n[e]\rf = g\r"_s},
        {u"odd spaces"_s, u"[a]\n\u00a0b\u2003=\u3000c\u00a0\nd = e\u001c\n\u2003f\n"_s},
        {u"line separators are no line ends"_s, u"[a]\nb = c\u2028d = e\n"_s},
        {u"form feed"_s, u"[a]\nb = c\x0c\n\x0b d\n"_s},
        {u"no line end at the end"_s, u"[a]\nb = c\n  d"_s},
        {u"blanks at the end"_s, u"[a]\nb = c\n   \n\t"_s},
        {u"umlauts"_s, u"[a]\nschlüssel = größe\n日本 = %(schlüssel)s\n"_s},
        {u"url"_s, u"[a]\nsqlalchemy.url = postgresql://u:p%%40w@h:5432/d?x=%%20\n"_s},
        {u"logging format"_s, u"[formatter_generic]\nformat = %(levelname)-5.5s [%(name)s] %(message)s\n"_s},
        {u"continuation of an empty value"_s, u"[a]\nb:\n c\n\n\n d\n"_s},
    };
    m_answers = test::askPython(configParser, m_texts);
}

void TestIniFile::readsAsConfigParserDoes_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names = m_texts.keys();
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << name;
}

void TestIniFile::readsAsConfigParserDoes()
{
    REQUIRE_INSTALLED(m_answers, u"python3 is not there"_s);
    QFETCH(QString, name);
    QVERIFY(m_answers->contains(name));
    QCOMPARE(described(parse(m_texts.value(name).toString())), m_answers->value(name).toObject());
}

void TestIniFile::problemSaysWhereAndWhatToDo_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("problem");
    QTest::newRow("no section")
        << u"a = b\n[c]\n"_s
        << u"a.ini:1:1: error: there is text before the first section; begin the file with a section, "
           "such as [alembic] [ATH-INI-001]"_s;
    QTest::newRow("section twice")
        << u"[a]\n[b]\n [a]\n"_s
        << u"a.ini:3:2: error: section '[a]' is there twice, first in line 1; put the keys under one "
           "of them [ATH-INI-002]"_s;
    QTest::newRow("no value")
        << u"[a]\n  word\n"_s
        << u"a.ini:2:3: error: this is neither a section nor 'key = value'; correct it, or put '#' in "
           "front to make it a comment [ATH-INI-003]"_s;
    QTest::newRow("no key")
        << u"[a]\n= b\n"_s
        << u"a.ini:2:1: error: a key is missing before '='; correct it, or put '#' in front to make it a "
           "comment [ATH-INI-003]"_s;
    QTest::newRow("key twice")
        << u"[a]\nB = 1\nb = 2\n"_s
        << u"a.ini:3:1: error: key 'b' is there twice in '[a]', first in line 2; remove one of them "
           "[ATH-INI-004]"_s;
}

void TestIniFile::problemSaysWhereAndWhatToDo()
{
    QFETCH(QString, text);
    QFETCH(QString, problem);
    const IniFile file = parse(text);
    QCOMPARE(file.problems().size(), 1);
    QCOMPARE(file.problems().first().text(), problem);
}

void TestIniFile::interpolationErrorPointsIntoTheValue_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("first line") << u"[a]\n# c\nkey = ab%c\n"_s << 3 << 9;
    QTest::newRow("third line") << u"[a]\nkey = ab\n\n   ä😀%c\n"_s << 4 << 6;
    QTest::newRow("after a comment") << u"[a]\nkey =\n# c\n  %(nothing)s\n"_s << 4 << 3;
    QTest::newRow("in another key") << u"[a]\nkey = %(b)s\nb = 5 %\n"_s << 3 << 7;
}

void TestIniFile::interpolationErrorPointsIntoTheValue()
{
    QFETCH(QString, text);
    QFETCH(int, line);
    QFETCH(int, column);
    const Result<std::optional<QString>> value = parse(text).value(u"a"_s, u"key"_s);
    QVERIFY(!value);
    QCOMPARE(value.error().where, (SourceRange{u"a.ini"_s, line, column}));
    QVERIFY(!value.error().hint.isEmpty());
}

void TestIniFile::firstOfTwoCounts()
{
    const IniFile file = parse(u"[a]\nb = 1\n  2\nb = 3\n  4\nc = 5\n[a]\nd = 6\n[e]\nf = 7\n"_s);
    QCOMPARE(file.problems().size(), 2);
    QCOMPARE(file.find(u"a"_s, u"b"_s)->value, u"1\n2"_s);
    QCOMPARE(file.find(u"a"_s, u"c"_s)->value, u"5"_s);
    QVERIFY(!file.find(u"a"_s, u"d"_s));
    QCOMPARE(file.find(u"e"_s, u"f"_s)->where().line, 10);
}

void TestIniFile::fileOverridesDefault()
{
    const IniFile file = parse(u"[DEFAULT]\nhere = /own\n[a]\nb = %(here)s\n"_s);
    QCOMPARE(file.value(u"a"_s, u"b"_s).value().value(), u"/own"_s);
    QVERIFY(!file.value(u"a"_s, u"none"_s).value());
    QVERIFY(!file.value(u"none"_s, u"b"_s).value());
}

void TestIniFile::binaryFileHasFewProblems()
{
    QString text = u"[a]\n"_s;
    for (int i = 0; i < 5000; ++i)
        text += u"junk\u0001\u0002\n"_s;
    const IniFile file = parse(text);
    QCOMPARE(file.problems().size(), 21);
    QVERIFY(file.problems().last().message.contains("4980"_L1));
}

void TestIniFile::growingReferencesAreStopped()
{
    QString text = u"[a]\nk0 = %1\n"_s.arg(QString(1000, u'x'));
    for (int i = 1; i < 10; ++i)
        text += u"k%1 = %2\n"_s.arg(i).arg(u"%(k%1)s"_s.arg(i - 1).repeated(50));
    const Result<std::optional<QString>> value = parse(text).value(u"a"_s, u"k9"_s);
    QVERIFY(!value);
    QCOMPARE(value.error().code, u"ATH-INI-014"_s);
}

void TestIniFile::longLinesAreRead()
{
    const QString longText(100'000, u'x');
    const IniFile file = parse(u"[a]\n%1 = %1\n  %1\n; %1\n"_s.arg(longText));
    QVERIFY(file.problems().isEmpty());
    QCOMPARE(file.find(u"a"_s, longText)->value.size(), 200'001);
}

QTEST_GUILESS_MAIN(TestIniFile)
#include "tst_inifile.moc"
