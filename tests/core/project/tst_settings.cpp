// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/settings.h"
#include "tests/support/checks.h"

#include <QTest>

using namespace athanor;
using namespace Qt::StringLiterals;

static SettingsReading parse(const QString &text)
{
    return parseSettings(text, u"athanor.toml"_s);
}

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAll()
    {
        const SettingsReading reading = parse(u"default_target = \"local\"\n"
                                              "[targets.prod]\n"
                                              "url = \"postgresql://app@db.example.org/shop\"\n"
                                              "environment = \"production\"\n"
                                              "version_table = \"versions\"\n"
                                              "version_table_schema = \"meta\"\n"
                                              "[targets.local]\n"
                                              "url = \"sqlite:///shop.db\"\n"
                                              "[targets.ci]\n"
                                              "url = \"${CI_URL}\"\n"
                                              "environment = \"test\"\n"
                                              "[ignore]\n"
                                              "schemas = [\"tiger\"]\n"
                                              "tables = [\"tmp_*\", \"spatial_ref_sys\"]\n"
                                              "columns = [\"*.internal\"]\n"
                                              "indexes = [\"ix_tmp_?\"]\n"_s);
        ;
        QVERIFY2(reading.diagnostics.isEmpty(), qPrintable(reading.diagnostics.value(0).text()));
        const ProjectSettings &settings = reading.settings;
        QCOMPARE(settings.path, u"athanor.toml"_s);
        QCOMPARE(settings.defaultTarget, u"local"_s);
        QCOMPARE(settings.targets,
                 (QList<Target>{
                     {u"prod"_s, u"postgresql://app@db.example.org/shop"_s, Environment::Production,
                      u"versions"_s, u"meta"_s},
                     {u"local"_s, u"sqlite:///shop.db"_s, Environment::Development, u"alembic_version"_s, {}},
                     {u"ci"_s, u"${CI_URL}"_s, Environment::Test, u"alembic_version"_s, {}}}));
        QCOMPARE(settings.ignore,
                 (IgnoreRules{
                     {u"tiger"_s}, {u"tmp_*"_s, u"spatial_ref_sys"_s}, {u"*.internal"_s}, {u"ix_tmp_?"_s}}));
    }

    void passwordsAreDropped_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("kept");
        QTest::newRow("plain") << u"postgresql://app:secret@host/db"_s << u"postgresql://app@host/db"_s;
        QTest::newRow("no user") << u"redshift://:secret@host/db"_s << u"redshift://@host/db"_s;
        QTest::newRow("odd characters")
            << u"postgresql://app:s/e:c@r@host:5432/db"_s << u"postgresql://app@host:5432/db"_s;
        QTest::newRow("in the query") << u"postgresql:///db?host=h&password=secret&sslmode=require"_s
                                      << u"postgresql:///db?host=h&sslmode=require"_s;
        QTest::newRow("only query key") << u"postgresql://h/db?password=secret"_s << u"postgresql://h/db"_s;
        QTest::newRow("first query key")
            << u"postgresql://h/db?Password=secret&a=b"_s << u"postgresql://h/db?a=b"_s;
        QTest::newRow("both") << u"mysql+pymysql://a:b@h/db?passwd=c"_s << u"mysql+pymysql://a@h/db"_s;
        QTest::newRow("half a variable") << u"postgresql://a:x${B}@h/db"_s << u"postgresql://a@h/db"_s;
        QTest::newRow("none") << u"postgresql://app@host:5432/db"_s << QString();
        QTest::newRow("empty") << u"postgresql://app:@host/db"_s << QString();
        QTest::newRow("variable") << u"postgresql://app:${DB_PASSWORD}@host/db"_s << QString();
        QTest::newRow("variable with otherwise") << u"postgresql://${DB_USER:-app}@host/db"_s << QString();
        QTest::newRow("variable in the query") << u"postgresql://h/db?password=${P}&x=y"_s << QString();
        QTest::newRow("all variable") << u"${URL}"_s << QString();
        QTest::newRow("sqlite") << u"sqlite:///a:b@c.db"_s << QString();
    }

    void passwordsAreDropped()
    {
        QFETCH(QString, written);
        QFETCH(QString, kept);
        const SettingsReading reading = parse(u"[targets.a]\n\nurl = \"%1\"\n"_s.arg(written));
        QCOMPARE(reading.settings.targets.size(), 1);
        QCOMPARE(reading.settings.targets.first().url, kept.isEmpty() ? written : kept);
        QCOMPARE(reading.diagnostics.size(), kept.isEmpty() ? 0 : 1);
        if (kept.isEmpty())
            return;
        const Diagnostic &found = reading.diagnostics.first();
        QCOMPARE(found.severity, Severity::Warning);
        QCOMPARE(found.code, u"ATH-SET-004"_s);
        QCOMPARE(found.where.line, 3);
        QVERIFY(!found.text().contains("secret"_L1));
        QVERIFY(found.hint.contains("keyring"_L1) && found.hint.contains("${NAME}"_L1));
    }

    void whatStandsForScripts()
    {
        const SettingsReading reading =
            parse(u"alembic = 'uv run \"my alembic\"'\n"
                  "[types]\n\"a.b.G\" = { postgresql = \"UUID\", default = \"sa.CHAR(32)\" }\n"
                  "[scripts]\npaths = [\"lib\"]\nenvironment = [\"APP\"]\n"
                  "harmless = [\"a.log\", \"vendor.*\"]\n"
                  "[env]\nliteral_binds = false\nversion_table = \"v\"\n"
                  "naming_convention = { pk = \"pk_%(table_name)s\" }\n"_s);
        QVERIFY2(reading.diagnostics.isEmpty(), qPrintable(reading.diagnostics.value(0).text()));
        const ScriptSettings &scripts = reading.settings.scripts;
        QCOMPARE(scripts.alembicCommand, (QStringList{u"uv"_s, u"run"_s, u"my alembic"_s}));
        QCOMPARE(scripts.types.size(), 1);
        QCOMPARE(scripts.types.first().forms.value(u"postgresql"_s), u"UUID"_s);
        QCOMPARE(scripts.folders.first().path, u"lib"_s);
        QCOMPARE(scripts.folders.first().where.line, 5);
        QCOMPARE(scripts.harmless, (QStringList{u"a.log"_s, u"vendor.*"_s}));
        QCOMPARE(scripts.overrides.size(), 3);
        QCOMPARE(scripts.overrides.first().where.line, 9);
        QCOMPARE(std::get<bool>(scripts.overrides.first().value), false);
    }

    void unknownKeysNameTheNearest()
    {
        const QString hint = parse(u"[env]\nliteral_bind = true\n"_s).diagnostics.first().hint;
        QVERIFY2(hint.startsWith("did you mean 'literal_binds'?"_L1), qPrintable(hint));
    }

    void problems_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("severity");
        const int warning = int(Severity::Warning);
        const int error = int(Severity::Error);
        QTest::newRow("unknown key") << u"\ncolour = 1\n"_s << u"ATH-SET-002"_s << 2 << warning;
        QTest::newRow("unknown target key")
            << u"[targets.a]\nurl = \"sqlite://\"\nuser = \"x\"\n"_s << u"ATH-SET-002"_s << 3 << warning;
        QTest::newRow("unknown rule") << u"[ignore]\nviews = []\n"_s << u"ATH-SET-002"_s << 2 << warning;
        QTest::newRow("no url") << u"\n[targets.a]\n"_s << u"ATH-SET-003"_s << 2 << error;
        QTest::newRow("url is a number") << u"[targets.a]\nurl = 1\n"_s << u"ATH-SET-001"_s << 2 << error;
        QTest::newRow("targets is a list") << u"targets = []\n"_s << u"ATH-SET-001"_s << 1 << error;
        QTest::newRow("target is a string")
            << u"[targets]\na = \"sqlite://\"\n"_s << u"ATH-SET-001"_s << 2 << error;
        QTest::newRow("rule is a string")
            << u"[ignore]\ntables = \"a\"\n"_s << u"ATH-SET-001"_s << 2 << error;
        QTest::newRow("rule holds a number")
            << u"[ignore]\ntables = [\n\"a\",\n1]\n"_s << u"ATH-SET-001"_s << 4 << error;
        QTest::newRow("unknown environment")
            << u"[targets.a]\nurl = \"sqlite://\"\nenvironment = \"live\"\n"_s << u"ATH-SET-005"_s << 3
            << error;
        QTest::newRow("no such default") << u"default_target = \"a\"\n"_s << u"ATH-SET-006"_s << 1 << error;
        QTest::newRow("production as default")
            << u"default_target = \"a\"\n[targets.a]\nurl = \"sqlite://\"\nenvironment = \"production\"\n"_s
            << u"ATH-SET-007"_s << 1 << warning;
        QTest::newRow("unknown setting of env.py")
            << u"[env]\n\nliteral_bind = true\n"_s << u"ATH-SET-002"_s << 3 << warning;
        QTest::newRow("setting of another kind")
            << u"[env]\nliteral_binds = \"yes\"\n"_s << u"ATH-SET-001"_s << 2 << error;
        QTest::newRow("no such dialect") << u"[env]\ndialect = \"db2\"\n"_s << u"ATH-SET-010"_s << 2 << error;
        QTest::newRow("password in env's url")
            << u"[env]\nurl = \"postgresql://a:b@h/d\"\n"_s << u"ATH-SET-004"_s << 2 << warning;
        QTest::newRow("unknown key of scripts")
            << u"[scripts]\npath = []\n"_s << u"ATH-SET-002"_s << 2 << warning;
        QTest::newRow("type without a module")
            << u"[types]\nGUID = \"sa.Uuid()\"\n"_s << u"ATH-SET-008"_s << 2 << error;
        QTest::newRow("type that is no expression")
            << u"[types]\n\"a.G\" = \"sa.String(\"\n"_s << u"ATH-SET-009"_s << 2 << error;
        QTest::newRow("type of an unknown dialect")
            << u"[types]\n\"a.G\" = { postgres = \"UUID\" }\n"_s << u"ATH-SET-002"_s << 2 << warning;
        QTest::newRow("harmless thing without a module")
            << u"[scripts]\nharmless = [\"log\"]\n"_s << u"ATH-SET-008"_s << 2 << error;
        QTest::newRow("empty command") << u"alembic = \"\"\n"_s << u"ATH-SET-011"_s << 1 << error;
        QTest::newRow("half-written") << u"[targets.a]\nurl = \"sql"_s << u"ATH-TOML-001"_s << 2 << error;
    }

    void problems()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        QFETCH(int, line);
        QFETCH(int, severity);
        const SettingsReading reading = parse(text);
        QVERIFY(!reading.diagnostics.isEmpty());
        const Diagnostic &found = reading.diagnostics.first();
        QCOMPARE(found.code, code);
        QCOMPARE(found.where.file, u"athanor.toml"_s);
        QCOMPARE(found.where.line, line);
        QCOMPARE(int(found.severity), severity);
        QVERIFY(!found.hint.isEmpty());
    }

    void productionIsNeverTheDefault()
    {
        const QString target = u"[targets.a]\nurl = \"sqlite://\"\nenvironment = \"%1\"\n"_s;
        QCOMPARE(parse(u"default_target = \"a\"\n"_s + target.arg(u"test"_s)).settings.defaultTarget, u"a"_s);
        QCOMPARE(parse(u"default_target = \"a\"\n"_s + target.arg(u"production"_s)).settings.defaultTarget,
                 QString());
        QCOMPARE(parse(u"default_target = \"a\"\n"_s + target.arg(u"unheard of"_s)).settings.defaultTarget,
                 QString());
        QCOMPARE(parse(target.arg(u"production"_s)).settings.defaultTarget, QString());
    }

    void urlsTakeVariables()
    {
        QProcessEnvironment environment;
        environment.insert(u"PW"_s, u"a b"_s);
        const Dotenv dotenv = parseDotenv(u"HOST=db\n"_s, u".env"_s, environment);
        Target target{
            .name = u"t"_s, .url = u"postgresql://app:${PW}@${HOST}/${DB:-shop}"_s, .versionTableSchema = {}};
        QCOMPARE(targetUrl(target, dotenv, environment).value(), u"postgresql://app:a b@db/shop"_s);
        target.url = u"${NONE}"_s;
        const auto url = targetUrl(target, dotenv, environment);
        QVERIFY(!url);
        QCOMPARE(
            url.error().text(),
            u"the URL of target 't': the variable 'NONE' is not set; set it in the environment or in .env"_s);
    }
};

QTEST_APPLESS_MAIN(TestSettings)
#include "tst_settings.moc"
