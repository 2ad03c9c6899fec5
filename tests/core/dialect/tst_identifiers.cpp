// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/identifiers.h"
#include "core/dialect/writers.h"
#include "tests/support/realsqlalchemy.h"

#include <QRandomGenerator>

#include <array>

using namespace athanor;
using namespace athanor::dialect;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array dialects = {DialectName::PostgreSql, DialectName::MySql, DialectName::MariaDb,
                                 DialectName::Sqlite,     DialectName::MsSql, DialectName::Oracle};

/// Words of SQL, some of them reserved by one dialect only.
const QStringList words =
    u"user order group value type key index table column select default offset window rank row rows system "
    "level size number date time comment mode uid access file public end begin check position returning "
    "period "
    "lateral cube admin json option analyze do ilike plan fulltext kill identity merge pivot rowid _rowid "
    "minus "
    "start synonym trigger virtual storage percent proc over without transaction temp match glob isnull"_s
        .split(u' ');

QStringList generatedNames()
{
    static constexpr QStringView pieces[] = {u"a",  u"Z", u"_",  u"$", u"0", u"9",     u".",    u" ",  u"-",
                                             u"\"", u"`", u"[",  u"]", u"%", u"é",     u"user", u"id", u"ſ",
                                             u"ı",  u"K", u"\n", u"'", u"x", u"order", u"#",    u"@"};
    QRandomGenerator random(20260101);
    QStringList names = words;
    for (const QString &word : words)
        names += {word.toUpper(), word + u'_', u'_' + word, word + u's', "db."_L1 + word, word + ".dbo"_L1};
    while (names.size() < 6000) {
        QString name;
        const int count = 1 + random.bounded(5);
        for (int i = 0; i < count; ++i)
            name += pieces[random.bounded(int(std::size(pieces)))];
        names += name;
    }
    return names;
}

} // namespace

class TestIdentifiers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotesAsSqlAlchemyDoes();
    void quotes_data();
    void quotes();
    void followsTheFlag();
    void qualifies();
    void knowsDialects();
};

void TestIdentifiers::quotesAsSqlAlchemyDoes()
{
    REQUIRE_SQLALCHEMY();
    const QStringList names = generatedNames();
    const QJsonArray answers = test::askSqlAlchemy(
        QStringLiteral(ATHANOR_TEST_HERE "/sqlalchemy_identifiers.py"), QJsonArray::fromStringList(names));
    QCOMPARE(answers.size(), names.size());
    for (qsizetype i = 0; i < names.size(); ++i) {
        for (std::size_t d = 0; d < dialects.size(); ++d) {
            const Identifiers &identifiers = identifiersOf(dialects[d]);
            const QJsonArray expected = answers[i][qsizetype(d)].toArray();
            QCOMPARE(identifiers.quoted(names[i]), expected[0].toString());
            if (!expected[1].isNull()) // an empty part, which SQLAlchemy fails on
                QCOMPARE(identifiers.quotedSchema({.text = names[i]}), expected[1].toString());
        }
    }
}

void TestIdentifiers::quotes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("expected"); // in the order of `dialects`
    QTest::newRow("plain") << u"users"_s << QStringList(6, u"users"_s);
    QTest::newRow("reserved by some") << u"user"_s << QStringList{u"\"user\""_s, u"user"_s,   u"user"_s,
                                                                  u"user"_s,     u"[user]"_s, u"\"user\""_s};
    QTest::newRow("capitals") << u"userId"_s << QStringList{u"\"userId\""_s, u"`userId`"_s, u"`userId`"_s,
                                                            u"\"userId\""_s, u"[userId]"_s, u"\"userId\""_s};
    QTest::newRow("leading underscore")
        << u"_id"_s << QStringList{u"_id"_s, u"_id"_s, u"_id"_s, u"_id"_s, u"_id"_s, u"\"_id\""_s};
    QTest::newRow("quote characters")
        << u"a\"`]b"_s << QStringList{u"\"a\"\"`]b\""_s, u"`a\"``]b`"_s, u"`a\"``]b`"_s,
                                      u"\"a\"\"`]b\""_s, u"[a\"`]]b]"_s, u"\"a\"\"`]b\""_s};
    QTest::newRow("empty") << QString()
                           << QStringList{u"\"\""_s, u"``"_s, u"``"_s, u"\"\""_s, u"[]"_s, u"\"\""_s};
}

void TestIdentifiers::quotes()
{
    QFETCH(const QString, name);
    QFETCH(const QStringList, expected);
    for (std::size_t d = 0; d < dialects.size(); ++d)
        QCOMPARE(identifiersOf(dialects[d]).quoted(name), expected[qsizetype(d)]);
}

void TestIdentifiers::followsTheFlag()
{
    const Identifiers &identifiers = identifiersOf(DialectName::PostgreSql);
    QCOMPARE(identifiers.quoted(schema::Name{.text = u"plain"_s, .isQuoted = true}), u"\"plain\""_s);
    QCOMPARE(identifiers.quoted(schema::Name{.text = u"Order"_s, .isQuoted = false}), u"Order"_s);
    QCOMPARE(identifiersOf(DialectName::MsSql).quotedSchema({.text = u"a.b"_s, .isQuoted = true}),
             u"[a.b]"_s);
}

void TestIdentifiers::qualifies()
{
    const schema::QualifiedName name = {.schema = {.text = u"db.Owner"_s}, .name = {.text = u"order"_s}};
    QCOMPARE(identifiersOf(DialectName::PostgreSql).qualified(name), u"\"db.Owner\".\"order\""_s);
    QCOMPARE(identifiersOf(DialectName::MsSql).qualified(name), u"db.[Owner].[order]"_s);
    QCOMPARE(identifiersOf(DialectName::MySql).qualified({.name = {.text = u"t"_s}}), u"t"_s);
}

void TestIdentifiers::knowsDialects()
{
    QCOMPARE(dialectName(u"postgresql+asyncpg"), DialectName::PostgreSql);
    QCOMPARE(dialectName(u"postgres"), DialectName::PostgreSql);
    QCOMPARE(dialectName(u"mariadb"), DialectName::MariaDb);
    QVERIFY(!dialectName(u"db2"));
    QVERIFY(!dialectName(u""));
    for (const DialectName dialect : dialects) {
        QCOMPARE(dialectOf(dialect).name, dialect);
        QCOMPARE(dialectName(QString(dialectOf(dialect).text)), dialect);
    }
}

QTEST_APPLESS_MAIN(TestIdentifiers)
#include "tst_identifiers.moc"
