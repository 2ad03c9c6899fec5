// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/config.h"
#include "tests/core/project/oracle.h"
#include "tests/support/checks.h"
#include "tests/support/realalembic.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace athanor;
using namespace Qt::StringLiterals;

/// Reads each ini with Alembic, running in the folder that holds it: settings, or the name of the error.
static const QByteArray alembic = R"(
import contextlib, io, json, os, sys
try:
    from alembic.config import Config
    from alembic.script import ScriptDirectory, write_hooks
except ImportError:
    sys.exit(77)
def hooks_of(script):
    found = []
    write_hooks._invoke = lambda name, path, options: found.append(dict(options))
    with contextlib.redirect_stdout(io.StringIO()):
        write_hooks._run_hooks('x.py', script.hooks if hasattr(script, 'hooks') else script.hook_config)
    return found
def read(text):
    with open('oracle.ini', 'w') as ini:
        ini.write(text)
    config = Config('oracle.ini')
    before = list(sys.path)
    absolute = lambda path: os.path.relpath(os.path.abspath(path))
    try:
        script = ScriptDirectory.from_config(config)
        return {
            'script': absolute(script.dir), 'versions': [absolute(path) for path in script._version_locations],
            'prepend': [absolute(path) for path in sys.path[:len(sys.path) - len(before)]],
            'template': script.file_template, 'slug': script.truncate_slug_length, 'encoding': script.output_encoding,
            'timezone': script.timezone or '', 'sourceless': script.sourceless,
            'recursive': script.recursive_version_locations, 'hooks': hooks_of(script),
            'values': config.get_section('alembic'),
        }
    except Exception as error:
        return {'error': type(error).__name__}
    finally:
        sys.path[:] = before
print(json.dumps({name: read(text) for name, text in json.load(sys.stdin).items()}))
)";

static const QString start = u"[alembic]\nscript_location = scripts\n"_s;

class TestConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsAsAlembicDoes_data();
    void readsAsAlembicDoes();
    void pathSeparators_data();
    void pathSeparators();
    void tomlAlone();
    void iniComesBeforeToml();
    void iniHooksReplaceTomlHooks();
    void relativePathsAreFoundBesideTheIni();
    void packagesAreFound_data();
    void packagesAreFound();
    void problems_data();
    void problems();
    void tomlProblems_data();
    void tomlProblems();
    void scriptsAreLookedForUpToTheRepository();
    void failures_data();
    void failures();
    void otherSections();
    void hugeSectionsAreCut();
    void oddEncodings_data();
    void oddEncodings();

private:
    QString write(const QString &name, const QByteArray &content) const
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("can't write %s", qPrintable(path));
        return path;
    }
    ConfigFiles ini(const QByteArray &content) const
    {
        return {.iniPath = write(u"test.ini"_s, content), .workingFolder = m_folder.path()};
    }
    ConfigFiles toml(const QByteArray &content) const
    {
        return {.tomlPath = write(u"pyproject.toml"_s, content), .workingFolder = m_folder.path()};
    }
    QString relative(const QString &path) const { return QDir(m_folder.path()).relativeFilePath(path); }
    QJsonObject described(const Result<ConfigReading> &reading) const;

    QTemporaryDir m_folder;
    QJsonObject m_texts;
    std::optional<QJsonObject> m_answers;
};

QJsonObject TestConfig::described(const Result<ConfigReading> &reading) const
{
    const auto isError = [](const Diagnostic &found) { return found.severity == Severity::Error; };
    if (!reading || std::ranges::any_of(reading->diagnostics, isError))
        return {{u"error"_s, true}};
    const Config &config = reading->config;
    const auto all = [this](const QStringList &paths) {
        QJsonArray result;
        for (const QString &path : paths)
            result.append(relative(path));
        return result;
    };
    QJsonArray hooks;
    for (const PostWriteHook &hook : config.postWriteHooks) {
        QJsonObject options{{u"_hook_name"_s, hook.name}};
        for (const auto &[key, value] : hook.options.asKeyValueRange())
            options.insert(key, value);
        hooks.append(options);
    }
    QJsonObject values;
    for (const auto &[key, value] : config.sectionValues.asKeyValueRange())
        values.insert(key, value);
    return {{u"script"_s, relative(config.scriptLocation)},
            {u"versions"_s, all(config.versionLocations)},
            {u"prepend"_s, all(config.prependSysPath)},
            {u"template"_s, config.fileTemplate},
            {u"slug"_s, config.truncateSlugLength},
            {u"encoding"_s, config.outputEncoding},
            {u"timezone"_s, config.timezone},
            {u"sourceless"_s, config.sourceless},
            {u"recursive"_s, config.recursiveVersionLocations},
            {u"hooks"_s, hooks},
            {u"values"_s, values}};
}

void TestConfig::initTestCase()
{
    QDir(m_folder.path()).mkpath(u"scripts/versions"_s);
    QDir(m_folder.path()).mkpath(u"my/package/migrations"_s);
    write(u"my/package/__init__.py"_s, "");
    const QList<std::pair<QString, QString>> texts{
        {u"defaults"_s, start},
        {u"no section"_s, u"[other]\na = b\n"_s},
        {u"no key"_s, u"[alembic]\na = b\n"_s},
        {u"missing folder"_s, u"[alembic]\nscript_location = nowhere\n"_s},
        {u"here"_s, u"[alembic]\nscript_location = %(here)s/scripts\n"_s},
        {u"key in DEFAULT"_s, u"[DEFAULT]\nscript_location = scripts\n[alembic]\n"_s},
        {u"own keys"_s, start + u"dir = x\nsqlalchemy.url = sqlite:///%(dir)s/%%40.db\n"_s},
        {u"stray percent"_s, start + u"sqlalchemy.url = postgresql://u:p%40@h/d\n"_s},
        {u"template"_s, start + u"file_template = %%(year)d_%%(rev)s\n"_s},
        {u"slug"_s, start + u"truncate_slug_length = 7\n"_s},
        {u"slug of nothing"_s, start + u"truncate_slug_length = 0\n"_s},
        {u"slug is no number"_s, start + u"truncate_slug_length = long\n"_s},
        {u"empty slug length"_s, start + u"truncate_slug_length =\n"_s},
        {u"encoding and timezone"_s, start + u"output_encoding = latin-1\ntimezone = UTC\n"_s},
        {u"sourceless"_s, start + u"sourceless = true\nrecursive_version_locations = true\n"_s},
        {u"sourceless, other words"_s, start + u"sourceless = True\nrecursive_version_locations = yes\n"_s},
        {u"legacy versions"_s, start + u"version_locations = a b, c,d  e\n"_s},
        {u"versions with here"_s,
         start + u"version_locations = %(here)s/a %(here)s/../b scripts/versions\n"_s},
        {u"versions by space"_s, start + u"version_locations = a  b,c\nversion_path_separator = space\n"_s},
        {u"versions by os"_s, start + u"version_locations = a:b c:d\nversion_path_separator = os\n"_s},
        {u"versions by semicolon"_s, start + u"version_locations = a;b c\nversion_path_separator = ;\n"_s},
        {u"versions by colon"_s, start + u"version_locations = a;b:c\nversion_path_separator = :\n"_s},
        {u"wrong separator"_s, start + u"version_locations = a\nversion_path_separator = |\n"_s},
        {u"wrong separator, not needed"_s, start + u"version_path_separator = |\n"_s},
        {u"legacy prepend"_s, start + u"prepend_sys_path = . src:lib, x\n"_s},
        {u"package"_s, u"[alembic]\nprepend_sys_path = .\nscript_location = my.package:migrations\n"_s},
        {u"missing package"_s,
         u"[alembic]\nprepend_sys_path = .\nscript_location = not.a.package:migrations\n"_s},
        {u"hooks"_s,
         start
             + u"[post_write_hooks]\nhooks = black, ruff\nblack.type = console_scripts\n"
               "black.entrypoint = black\nblack.options = -l 79 REVISION_SCRIPT_FILENAME\nruff.type = exec\n"
               "ruff.executable = %(here)s/ruff\nother.type = exec\n"_s},
        {u"hooks without names"_s, start + u"[post_write_hooks]\nblack.type = exec\n"_s},
    };
    for (const auto &[name, text] : texts)
        m_texts.insert(name, text);
    m_answers = test::askPython(alembic, m_texts, m_folder.path());
}

void TestConfig::readsAsAlembicDoes_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names = m_texts.keys();
    for (const QString &name : names)
        QTest::newRow(qPrintable(name)) << name;
}

void TestConfig::readsAsAlembicDoes()
{
    REQUIRE_INSTALLED(m_answers, u"python3 does not find Alembic"_s);
    QFETCH(QString, name);
    QVERIFY(m_answers->contains(name));
    QJsonObject expected = m_answers->value(name).toObject();
    const Result<ConfigReading> reading = readConfig(ini(m_texts.value(name).toString().toUtf8()));
    if (name == "missing folder"_L1) {
        // That a folder is missing is found when it is listed.
        QVERIFY_RESULT(reading);
        QCOMPARE(expected.value(u"error"_s).toString(), u"CommandError"_s);
        return;
    }
    if (expected.contains(u"error"_s))
        expected = {{u"error"_s, true}};
    QCOMPARE(described(reading), expected);
}

void TestConfig::pathSeparators_data()
{
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QStringList>("versions");
    QTest::addColumn<QStringList>("prepend");
    const QString both = u"version_locations = a b:c;d\nprepend_sys_path = e f:g;h\n"_s;
    QTest::newRow("none") << both << QStringList{u"a"_s, u"b:c;d"_s} << QStringList{u"e"_s, u"f"_s, u"g;h"_s};
    QTest::newRow("os") << both + u"path_separator = os"_s << QStringList{u"a b"_s, u"c;d"_s}
                        << QStringList{u"e f"_s, u"g;h"_s};
    QTest::newRow("colon") << both + u"path_separator = :"_s << QStringList{u"a b"_s, u"c;d"_s}
                           << QStringList{u"e f"_s, u"g;h"_s};
    QTest::newRow("semicolon") << both + u"path_separator = ;"_s << QStringList{u"a b:c"_s, u"d"_s}
                               << QStringList{u"e f:g"_s, u"h"_s};
    QTest::newRow("space") << both + u"path_separator = space"_s << QStringList{u"a"_s, u"b:c;d"_s}
                           << QStringList{u"e"_s, u"f:g;h"_s};
    QTest::newRow("newline") << u"version_locations =\n  a b\n\n  c\npath_separator = newline\n"_s
                             << QStringList{u"a b"_s, u"c"_s} << QStringList{};
    QTest::newRow("before the older key")
        << both + u"path_separator = ;\nversion_path_separator = os"_s << QStringList{u"a b:c"_s, u"d"_s}
        << QStringList{u"e f:g"_s, u"h"_s};
    QTest::newRow("older key is for versions only")
        << both + u"version_path_separator = ;"_s << QStringList{u"a b:c"_s, u"d"_s}
        << QStringList{u"e"_s, u"f"_s, u"g;h"_s};
}

void TestConfig::pathSeparators()
{
    QFETCH(QString, keys);
    QFETCH(QStringList, versions);
    QFETCH(QStringList, prepend);
    // No entry is taken for a package's folder in this test.
    for (const QString &name : {u"b"_s, u"a b"_s})
        QDir(m_folder.path()).mkpath(name);
    const auto reading = readConfig(ini((start + keys).toUtf8()));
    QVERIFY_RESULT(reading);
    const auto resolved = [this](QStringList list) {
        for (QString &entry : list)
            entry = m_folder.filePath(entry.replace(u':', u'/'));
        return list;
    };
    QCOMPARE(reading->config.versionLocations, resolved(versions));
    QCOMPARE(reading->config.prependSysPath.size(), prepend.size());
    for (qsizetype i = 0; i < prepend.size(); ++i)
        QCOMPARE(relative(reading->config.prependSysPath.at(i)), prepend.at(i));
}

void TestConfig::tomlAlone()
{
    const auto reading = readConfig(toml(R"([project]
name = "shop"
[tool.alembic]
script_location = "%(here)s/scripts"
file_template = "%%(year)d_%%(rev)s"
version_locations = ["%(here)s/scripts/versions", "more"]
prepend_sys_path = ["."]
recursive_version_locations = true
revision_environment = true
truncate_slug_length = 12
timezone = "UTC"
[[tool.alembic.post_write_hooks]]
name = "ruff"
type = "exec"
executable = "%(here)s/ruff"
[[tool.alembic.post_write_hooks]]
name = "second"
type = "module"
)"));
    QVERIFY_RESULT(reading);
    QVERIFY2(reading->diagnostics.isEmpty(), qPrintable(reading->diagnostics.value(0).text()));
    const Config &config = reading->config;
    QCOMPARE(config.here, m_folder.path());
    QVERIFY(config.iniPath.isEmpty());
    QCOMPARE(config.tomlPath, m_folder.filePath(u"pyproject.toml"_s));
    QCOMPARE(config.scriptLocation, m_folder.filePath(u"scripts"_s));
    QCOMPARE(config.fileTemplate, u"%(year)d_%(rev)s"_s);
    QCOMPARE(config.versionLocations,
             (QStringList{m_folder.filePath(u"scripts/versions"_s), m_folder.filePath(u"more"_s)}));
    QCOMPARE(config.prependSysPath, QStringList{m_folder.path()});
    QVERIFY(config.recursiveVersionLocations && config.revisionEnvironment && !config.sourceless);
    QCOMPARE(config.truncateSlugLength, 12);
    QCOMPARE(config.timezone, u"UTC"_s);
    QCOMPARE(config.postWriteHooks.size(), 2);
    QCOMPARE(config.postWriteHooks.first(),
             (PostWriteHook{u"ruff"_s,
                            {{u"type"_s, u"exec"_s}, {u"executable"_s, m_folder.filePath(u"ruff"_s)}}}));
    QVERIFY(config.ini.hasSection(u"alembic"_s));
    QCOMPARE(config.sectionValues.value(u"here"_s), m_folder.path());
}

void TestConfig::iniComesBeforeToml()
{
    ConfigFiles files = toml(
        "[tool.alembic]\nscript_location = \"from_toml\"\nversion_locations = [\"t\"]\ntimezone = \"UTC\"\n"
        "sourceless = true\nprepend_sys_path = [\"p\"]\n");
    files.iniPath =
        write(u"test.ini"_s, "[own]\nscript_location = scripts\nversion_locations =\nsourceless = no\n"
                             "sqlalchemy.url = sqlite://\n");
    files.section = u"own"_s;
    const auto reading = readConfig(files);
    QVERIFY_RESULT(reading);
    QCOMPARE(relative(reading->config.scriptLocation), u"scripts"_s);
    QCOMPARE(relative(reading->config.versionLocations.value(0)), u"t"_s);
    QCOMPARE(reading->config.timezone, u"UTC"_s);
    QCOMPARE(relative(reading->config.prependSysPath.value(0)), u"p"_s);
    QVERIFY(!reading->config.sourceless);
    QCOMPARE(reading->config.sqlalchemyUrl, u"sqlite://"_s);
    files.section = u"alembic"_s;
    QCOMPARE(relative(readConfig(files).value().config.scriptLocation), u"from_toml"_s);
}

void TestConfig::iniHooksReplaceTomlHooks()
{
    ConfigFiles files = toml(
        "[tool.alembic]\nscript_location = \"scripts\"\n[[tool.alembic.post_write_hooks]]\nname = \"a\"\n");
    QCOMPARE(readConfig(files).value().config.postWriteHooks.size(), 1);
    files.iniPath = write(u"test.ini"_s, "[post_write_hooks]\n");
    QVERIFY(readConfig(files).value().config.postWriteHooks.isEmpty());
}

void TestConfig::relativePathsAreFoundBesideTheIni()
{
    const QTemporaryDir elsewhere;
    ConfigFiles files = ini(start.toUtf8() + "version_locations = scripts/versions missing\n");
    files.workingFolder = elsewhere.path();
    auto reading = readConfig(files);
    QVERIFY_RESULT(reading);
    QCOMPARE(reading->config.scriptLocation, m_folder.filePath(u"scripts"_s));
    QCOMPARE(reading->config.writtenScriptLocation, u"scripts"_s);
    QCOMPARE(reading->config.versionLocations,
             (QStringList{m_folder.filePath(u"scripts/versions"_s), elsewhere.filePath(u"missing"_s)}));
    // The working folder's own comes first, as in Alembic.
    QDir(elsewhere.path()).mkpath(u"scripts"_s);
    QCOMPARE(readConfig(files).value().config.scriptLocation, elsewhere.filePath(u"scripts"_s));
}

void TestConfig::packagesAreFound_data()
{
    QTest::addColumn<QString>("package");
    QTest::newRow("beside the ini") << u"my"_s;
    QTest::newRow("src") << u"src/other"_s;
    QTest::newRow("virtual environment") << u".venv/lib/python3.13/site-packages/installed"_s;
    QTest::newRow("prepended") << u"lib/deep/prepended"_s;
}

void TestConfig::packagesAreFound()
{
    QFETCH(QString, package);
    QDir(m_folder.path()).mkpath(package + u"/package/migrations"_s);
    const QByteArray name = package.section(u'/', -1).toUtf8();
    const auto reading = readConfig(ini("[alembic]\nscript_location = " + name
                                        + ".package:migrations\n"
                                          "prepend_sys_path = lib/deep\nversion_locations = "
                                        + name
                                        + ":package/migrations:v\n"
                                          "path_separator = newline\n"));
    QVERIFY_RESULT(reading);
    QCOMPARE(relative(reading->config.scriptLocation), package + u"/package/migrations"_s);
    QCOMPARE(relative(reading->config.versionLocations.value(0)), package + u"/package/migrations/v"_s);
}

void TestConfig::problems_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("message");
    QTest::newRow("timezone") << "timezone = Nowhere/Town\n"_ba << u"ATH-CFG-007"_s << 3
                              << u"Can't locate timezone: Nowhere/Town"_s;
    QTest::newRow("separator")
        << "version_locations = a\npath_separator = x\n"_ba << u"ATH-CFG-011"_s << 4
        << u"'x' is not a valid value for path_separator; expected 'space', 'newline', 'os', ':', ';'"_s;
    QTest::newRow("number") << "truncate_slug_length = x\n"_ba << u"ATH-CFG-006"_s << 3
                            << u"'truncate_slug_length = x' is not a whole number"_s;
    QTest::newRow("flag") << "sourceless = True\n"_ba << u"ATH-CFG-004"_s << 3
                          << u"'sourceless = True' counts as false"_s;
    QTest::newRow("lenient flag") << "revision_environment = perhaps\n"_ba << u"ATH-CFG-005"_s << 3
                                  << u"'revision_environment = perhaps' is neither true nor false"_s;
    QTest::newRow("percent") << "sqlalchemy.url = a%40b\n"_ba << u"ATH-INI-010"_s << 3
                             << u"a lone '%' in 'sqlalchemy.url' of '[alembic]'"_s;
    QTest::newRow("percent in an own key")
        << "own = a%b\n"_ba << u"ATH-INI-010"_s << 3 << u"a lone '%' in 'own' of '[alembic]'"_s;
    QTest::newRow("percent in a hook") << "[post_write_hooks]\na.b = %c\n"_ba << u"ATH-INI-010"_s << 4
                                       << u"a lone '%' in 'a.b' of '[post_write_hooks]'"_s;
    QTest::newRow("half-written") << "timezone\n"_ba << u"ATH-INI-003"_s << 3
                                  << u"this is neither a section nor 'key = value'"_s;
    QTest::newRow("package of versions") << "version_locations = no.such:x\n"_ba << u"ATH-CFG-010"_s << 3
                                         << u"can't find the package 'no.such' of 'no.such:x'"_s;
    QTest::newRow("NUL") << QByteArray("timezone =\nx = \0\n", 17) << u"ATH-FILE-005"_s << 4
                         << u"there is a NUL byte in the file"_s;
}

void TestConfig::problems()
{
    QFETCH(QByteArray, keys);
    QFETCH(QString, code);
    QFETCH(int, line);
    QFETCH(QString, message);
    const auto reading = readConfig(ini(start.toUtf8() + keys));
    QVERIFY_RESULT(reading);
    QCOMPARE(reading->diagnostics.size(), 1);
    const Diagnostic &found = reading->diagnostics.first();
    QCOMPARE(found.message, message);
    QCOMPARE(found.code, code);
    QCOMPARE(found.where.file, m_folder.filePath(u"test.ini"_s));
    QCOMPARE(found.where.line, line);
    QVERIFY(!found.hint.isEmpty());
    QCOMPARE(relative(reading->config.scriptLocation), u"scripts"_s);
}

void TestConfig::tomlProblems_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<QString>("message");
    QTest::newRow("flag") << "sourceless = \"true\"\n"_ba
                          << u"boolean value expected for TOML parameter 'sourceless'"_s;
    QTest::newRow("type") << "timezone = 1.5\n"_ba << u"unsupported TOML value type for key: 'timezone'"_s;
    QTest::newRow("list") << "version_locations = \"a:b\"\n"_ba
                          << u"unsupported TOML value type for key: 'version_locations'"_s;
    QTest::newRow("entry") << "prepend_sys_path = [1]\n"_ba
                           << u"unsupported TOML value type for key: 'prepend_sys_path'"_s;
    QTest::newRow("percent") << "file_template = \"%(rev)s\"\n"_ba
                             << u"'%(rev)s' refers to 'rev', which is not known"_s;
    QTest::newRow("lone percent") << "file_template = \"%d\"\n"_ba << u"a lone '%' in '%d'"_s;
    QTest::newRow("hooks") << "post_write_hooks = 1\n"_ba
                           << u"unsupported TOML value type for key: 'post_write_hooks'"_s;
    QTest::newRow("hook without name")
        << "post_write_hooks = [{type = \"exec\"}]\n"_ba << u"a post-write hook has no name"_s;
}

void TestConfig::tomlProblems()
{
    QFETCH(QByteArray, keys);
    QFETCH(QString, message);
    const auto reading = readConfig(toml("[tool.alembic]\nscript_location = \"scripts\"\n" + keys));
    QVERIFY_RESULT(reading);
    QCOMPARE(reading->diagnostics.size(), 1);
    QCOMPARE(reading->diagnostics.first().message, message);
    QCOMPARE(reading->diagnostics.first().where.file, m_folder.filePath(u"pyproject.toml"_s));
    QCOMPARE(reading->diagnostics.first().where.line, 3);
}

void TestConfig::scriptsAreLookedForUpToTheRepository()
{
    const QTemporaryDir repository;
    QDir root(repository.path());
    QVERIFY(root.mkpath(u"app/migrations"_s) && root.mkpath(u"conf"_s));
    QFile file(root.filePath(u"conf/alembic.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly)
            && file.write("[alembic]\nscript_location = app/migrations\n") > 0);
    file.close();
    const ConfigFiles files{.iniPath = file.fileName(), .workingFolder = root.filePath(u"conf"_s)};
    QCOMPARE(readConfig(files)->config.scriptLocation, root.filePath(u"conf/app/migrations"_s));
    QVERIFY(root.mkdir(u".git"_s));
    QCOMPARE(readConfig(files)->config.scriptLocation, root.filePath(u"app/migrations"_s));
}

void TestConfig::failures_data()
{
    QTest::addColumn<QByteArray>("iniText");
    QTest::addColumn<QByteArray>("tomlText");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("hint");
    const QString missing = u"No 'script_location' key found in configuration."_s;
    QTest::newRow("no key") << "[alembic]\n"_ba << ""_ba << missing
                            << u"add 'script_location = …' to section '[alembic]'"_s;
    QTest::newRow("no section")
        << "[one]\n[two]\n"_ba << ""_ba << missing
        << u"there is no section '[alembic]'; choose one of these with -n: one, two"_s;
    QTest::newRow("empty") << "\n"_ba << ""_ba << missing
                           << u"the file is empty: add a section [alembic] with a key script_location"_s;
    QTest::newRow("toml") << ""_ba << "[tool.alembic]\n"_ba << missing
                          << u"add 'script_location = \"…\"' to [tool.alembic]"_s;
    QTest::newRow("half-written ini") << "[alem"_ba << ""_ba << u"there is text before the first section"_s
                                      << u"begin the file with a section, such as [alembic]"_s;
    QTest::newRow("other sections")
        << "[alembic]\n[core]\nscript_location = a\n[tenant]\nscript_location = b\n"_ba << ""_ba << missing
        << u"other sections have one; choose with -n: core, tenant"_s;
    QTest::newRow("stray percent") << "[alembic]\nscript_location = a%b\n"_ba << ""_ba
                                   << u"a lone '%' in 'script_location' of '[alembic]'"_s
                                   << u"write '%%' for a percent sign (a URL's '%40' becomes '%%40')"_s;
    QTest::newRow("not a table") << ""_ba << "[tool]\nalembic = 1\n"_ba << u"Incorrect TOML format"_s
                                 << u"write a table [tool.alembic]"_s;
    QTest::newRow("not a string") << ""_ba << "[tool.alembic]\nscript_location = [\"a\"]\n"_ba
                                  << u"unsupported TOML value type for key: 'script_location'"_s
                                  << u"write a string in quotes"_s;
}

void TestConfig::failures()
{
    QFETCH(QByteArray, iniText);
    QFETCH(QByteArray, tomlText);
    QFETCH(QString, message);
    QFETCH(QString, hint);
    const auto reading = readConfig(tomlText.isEmpty() ? ini(iniText) : toml(tomlText));
    QVERIFY(!reading);
    QCOMPARE(reading.error().message, message);
    QCOMPARE(reading.error().hint, hint);
    QVERIFY(!reading.error().where.file.isEmpty());
}

void TestConfig::otherSections()
{
    const auto reading =
        readConfig(ini(start.toUtf8() + "databases = one\n[one]\nsqlalchemy.url = sqlite:///%(here)s/x\n"));
    QVERIFY_RESULT(reading);
    QCOMPARE(sectionOption(reading->config, u"one"_s, u"sqlalchemy.url"_s).value().value(),
             u"sqlite:///%1/x"_s.arg(m_folder.path()));
    QVERIFY(!sectionOption(reading->config, u"one"_s, u"none"_s).value());
    const auto missing = sectionOption(reading->config, u"two"_s, u"a"_s);
    QVERIFY(!missing);
    QCOMPARE(missing.error().message, u"No config file '%1' found, or file has no '[two]' section"_s.arg(
                                          m_folder.filePath(u"test.ini"_s)));
}

void TestConfig::hugeSectionsAreCut()
{
    QByteArray text = start.toUtf8();
    for (int i = 0; i < 20'000; ++i)
        text += "key" + QByteArray::number(i) + " = x\n";
    auto reading = readConfig(ini(text));
    QVERIFY_RESULT(reading);
    QCOMPARE(reading->diagnostics.value(0).code, u"ATH-CFG-013"_s);
    text = start.toUtf8() + "k = " + QByteArray(200'000, 'x') + '\n';
    for (int i = 0; i < 200; ++i)
        text += "key" + QByteArray::number(i) + " = %(k)s\n";
    reading = readConfig(ini(text));
    QVERIFY_RESULT(reading);
    QCOMPARE(reading->diagnostics.value(0).code, u"ATH-CFG-013"_s);
    QVERIFY(reading->config.sectionValues.size() < 100);
}

void TestConfig::oddEncodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString text = u"# größe\n"_s + start;
    QTest::newRow("Latin-1") << text.toLatin1();
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF"_ba + text.toUtf8();
    QByteArray utf16("\xFF\xFE", 2);
    for (const QChar c : text) {
        utf16 += char(c.unicode() & 0xFF);
        utf16 += char(c.unicode() >> 8);
    }
    QTest::newRow("UTF-16") << utf16;
}

void TestConfig::oddEncodings()
{
    QFETCH(QByteArray, bytes);
    const auto reading = readConfig(ini(bytes));
    QVERIFY_RESULT(reading);
    QCOMPARE(relative(reading->config.scriptLocation), u"scripts"_s);
    QCOMPARE(reading->diagnostics.size(), 1);
    QCOMPARE(reading->diagnostics.first().where.line, 1);
    QCOMPARE(reading->diagnostics.first().severity, Severity::Warning);
}

QTEST_GUILESS_MAIN(TestConfig)
#include "tst_config.moc"
