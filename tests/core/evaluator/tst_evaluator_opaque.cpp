// SPDX-License-Identifier: GPL-3.0-or-later
// Imports, and what is not known.
#include "tests/core/evaluator/memoryhost.h"

#include <QTest>

using namespace athanor;
using namespace athanor::python;
using namespace Qt::StringLiterals;

namespace {

/// Runs "main", then its upgrade() where it has one; gives repr() of its `out`, or the failure.
QString run(const std::map<std::string, QByteArray> &modules)
{
    MemoryHost host;
    host.modules = modules;
    const ParsedModule parsed = parseModule(modules.at("main"), u"main.py"_s);
    if (!parsed.module)
        return u"unreadable"_s;
    Evaluator evaluator(host);
    const auto module = evaluator.run(parsed, "main");
    if (!module)
        return evaluator.error(module.error()).text();
    if (const Value *upgrade = (*module)->names.find("upgrade")) {
        const Evaluated result = evaluator.callEntry(*upgrade, {});
        if (!result)
            return evaluator.error(result.error()).text();
    }
    const auto out = evaluator.attribute(*module, "out");
    if (!out)
        return evaluator.error(out.error()).text();
    if (const auto *unknown = out->as<OpaqueObject>())
        return u"opaque "_s + QString::fromStdString(unknown->what) + u": "_s
               + QString::fromStdString(unknown->reason);
    const auto text = evaluator.repr(*out);
    return text ? QString::fromStdString(*text) : evaluator.error(text.error()).text();
}

/// A row's name: the script on one line.
QByteArray tag(QByteArray source)
{
    return source.replace('\n', "; ");
}

QString runMain(const QByteArray &source)
{
    return run({{"main", source}});
}

} // namespace

class TestEvaluatorOpaque : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importsOfTheProject_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *source, const char *expected) {
            QTest::newRow(tag(source).constData()) << QByteArray(source) << QString::fromUtf8(expected);
        };
        row("import app.models as m\nout = m.NAME", "'models'");
        row("import app.models\nout = (app.models.NAME, app.VERSION)", "('models', 3)");
        row("from app import models, VERSION as v\nout = (models.NAME, v)", "('models', 3)");
        row("from app.models import *\nout = (NAME, f())", "('models', 'models')");
        row("from app.models import *\nout = _hidden",
            "NameError: name '_hidden' is not defined (main.py:2:7)");
        row("from app.sub.deep import value\nout = value", "'models'");
        row("from app.cycle_a import a\nout = a()", "'b'");
        row("import app\nout = app.sub.deep.value", "'models'");
        row("from app.listed import *\nout = (_private, [n for n in dir() if n == 'public'])", "(1, [])");
        row("from .app import x\nout = 1",
            "ImportError: attempted relative import with no known parent package "
            "(main.py:1:1)");
        row("import app.models, app.models as z\nout = z is app.models", "True");
        row("def upgrade():\n    global out\n    from app import models\n    out = models.NAME", "'models'");
        row("from app import lenient\nout = lenient.after", "'after'");
        row("from app.lenient import needs as n\nout = n",
            "opaque app.lenient.needs: flask.config.DEBUG can't be known: "
            "module flask is not part of the project (app.lenient.py:2:27); it is needed for an operator");
        row("import app.lenient as l\nout = l.branch",
            "opaque app.lenient.branch: flask.config.DEBUG can't be known: "
            "module flask is not part of the project (app.lenient.py:3:4); it is needed for a condition");
        row("from app.lenient import names\nout = names",
            "opaque app.lenient.names: flask.config.DEBUG can't be known: "
            "module flask is not part of the project (app.lenient.py:10:4); it is needed for a condition");
        row("from app.lenient import Model\nout = Model.known", "5");
        row("from app.lenient import tried\nout = tried", "'caught'");
        row("from app.broken import x\nout = 1", "1");
        row("from app import nothing\nout = nothing", "opaque app.nothing: module app has no name nothing");
    }

    void importsOfTheProject()
    {
        QFETCH(const QByteArray, source);
        QFETCH(const QString, expected);
        const QString actual = run({
            {"main", source},
            {"app", "VERSION = 3\n"},
            {"app.models", "NAME = 'models'\n_hidden = 1\ndef f(): return NAME\n"},
            {"app.sub", ""},
            {"app.sub.deep", "from ..models import NAME as value\nfrom . import other\n"},
            {"app.sub.other", "x = 1\n"},
            {"app.cycle_a", "from app import cycle_b\ndef a(): return cycle_b.b()\n"},
            {"app.cycle_b", "import app.cycle_a\ndef b(): return 'b'\n"},
            {"app.listed", "__all__ = ['_private']\n_private = 1\npublic = 2\n"},
            {"app.broken", "def f(:\n"},
            {"app.lenient", "from flask import config\n"
                            "n = config.DEBUG; needs = config.DEBUG + 1\n"
                            "if config.DEBUG:\n    branch = 1\n    names.append(2)\nelse:\n    branch = 2\n"
                            "after = 'after'\n"
                            "names = []\n"
                            "if config.DEBUG: names.append(1)\n"
                            "class Model:\n    known = 5\n    unknown = config.X + 1\n"
                            "try:\n    tried = [][1]\nexcept IndexError:\n    tried = 'caught'\n"},
        });
        QCOMPARE(actual, expected);
    }

    void opaqueValues_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *source, const char *expected) {
            QTest::newRow(tag(source).constData()) << QByteArray(source) << QString::fromUtf8(expected);
        };
        const char *flask = "flask.x can't be known: module flask is not part of the project";
        row("import flask\nout = 1", "1");
        row("import flask\nout = flask.x.y()[0]",
            "opaque flask.x.y()[…]: module flask is not part of the project");
        row("try:\n    import flask\n    out = 'there'\nexcept ImportError:\n    out = 'missing'", "'there'");
        row("import flask\napp = flask.Flask(__name__)\n@app.route('/')\ndef f(): pass\nout = 2", "2");
        row("import flask\nflask.x.y = 1\nflask.x['a'] = 2\na, b = flask.x\nout = 3", "3");
        row("from flask import *\nout = Thing",
            "opaque flask.Thing: module flask is not part of the project");
        row("import flask\nclass A(flask.Base):\n    known = 1\nout = (A.known, A().known)", "(1, 1)");
        row("import flask\nclass A(flask.Base): pass\nout = A.unknown",
            "opaque A.unknown: a base class of A is not known");
        row("import flask\nwith flask.x as y:\n    out = 4", "4");
        row("import flask\ndef upgrade():\n    global out\n    out = flask.x.y",
            "opaque flask.x.y: module flask is not "
            "part of the project");
        row("import logging_\nlog = logging_.getLogger('x')\ndef upgrade():\n    global out\n    log.info('a "
            "%s', 1)\n"
            "    out = 5",
            "5");
        row("import structlog\ndef upgrade():\n    global out\n    structlog.get_logger().warning('a')\n    "
            "out = 6",
            "6");
        row("from loguru import logger\ndef upgrade():\n    global out\n    logger.info('a')\n    out = 7",
            "7");
        const auto refused = [&](const char *code, const char *purpose, const char *place,
                                 const char *name = nullptr) {
            QTest::newRow(tag(code).constData())
                << QByteArray(code)
                << QString::fromUtf8(name ? name : flask) + u" ("_s + QString::fromUtf8(place)
                       + u"); it is needed for "_s + QString::fromUtf8(purpose);
        };
        refused("import flask\nout = flask.x + 1", "an operator", "main.py:2:7");
        refused("import flask\nout = 1 == flask.x", "a comparison", "main.py:2:7");
        refused("import flask\nout = flask.x is None", "a comparison", "main.py:2:7");
        refused("import flask\nif flask.x: pass", "a condition", "main.py:2:4");
        refused("import flask\nout = str(flask.x)", "a text", "main.py:2:7");
        refused("import flask\nout = f'{flask.x}'", "a text", "main.py:2:9");
        refused("import flask\nfor x in flask.x: pass", "a loop over it", "main.py:2:10");
        refused("import flask\nout = {flask.x: 1}", "a key", "main.py:2:17");
        refused("import flask\ndef upgrade():\n    flask.x()", "a call that may issue statements",
                "main.py:3:5");
        refused("import flask\nx = flask.x\ndef upgrade():\n    x.commit()",
                "a call that may issue statements", "main.py:4:5",
                "flask.x.commit can't be known: module flask is not part of the project");
        refused("import flask\ntry:\n    1 / 0\nexcept flask.x: pass", "an except clause", "main.py:4:8");
        refused("import flask\nraise flask.x('a')", "raising it", "main.py:2:1",
                "flask.x() can't be known: module flask is not part of the project");
        refused("import flask\ndef upgrade():\n    with flask.x: pass", "a with statement", "main.py:3:10");
    }

    void opaqueValues()
    {
        QFETCH(const QByteArray, source);
        QFETCH(const QString, expected);
        QCOMPARE(runMain(source), expected);
    }

    void callsCountWhileModulesAreReadByAFunction()
    {
        // upgrade() imports a module whose top level calls what is not known: that is reading.
        QCOMPARE(
            run({{"main", "def upgrade():\n    global out\n    import other\n    out = other.x is other.x\n"},
                 {"other", "import flask\nx = flask.create_app()\n"}}),
            u"True"_s);
    }
};

QTEST_GUILESS_MAIN(TestEvaluatorOpaque)
#include "tst_evaluator_opaque.moc"
