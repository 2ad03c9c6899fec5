// SPDX-License-Identifier: GPL-3.0-or-later
// Scripts that would take too much: they stop, with their line.
#include "tests/core/evaluator/memoryhost.h"

#include <QTest>

using namespace athanor;
using namespace athanor::python;
using namespace Qt::StringLiterals;

namespace {

Limits small()
{
    return {.steps = 200'000, .depth = 100, .bytes = 8 * 1024 * 1024};
}

Error failure(const QByteArray &source, Limits limits)
{
    const ParsedModule parsed = parseModule(source, u"case.py"_s);
    if (!parsed.module)
        return {u"unreadable"_s, parsed.diagnostics.first().message};
    MemoryHost host;
    Evaluator evaluator(host, limits);
    const auto module = evaluator.run(parsed, "case");
    return module ? Error{} : evaluator.error(module.error());
}

} // namespace

class TestEvaluatorBounds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stopsWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<int>("line");
        const auto row = [](const char *name, const char *source, int line) {
            QTest::newRow(name) << QByteArray(source) << line;
        };
        row("endless loop", "x = 1\nwhile True: x = 2\n", 2);
        row("endless recursion", "def f():\n    return f()\nf()\n", 2);
        row("recursion through a class", "class A:\n    def __init__(self):\n        A()\nA()\n", 3);
        row("recursion in repr", "class A:\n    def __repr__(self):\n        return repr(self)\nrepr(A())\n",
            3);
        row("recursion in equality",
            "class A:\n    def __eq__(self, o):\n        return self == o\nA() == A()\n", 3);
        row("recursion in attributes",
            "class A:\n    def __getattr__(self, n):\n        return getattr(self, n + 'x')\nA().b\n", 3);
        row("recursion in generators", "def g():\n    yield from g()\nlist(g())\n", 2);
        row("huge text", "x = 'x' * 10**10\n", 1);
        row("huge text by doubling", "x = 'x'\nwhile True:\n    x += x\n", 3);
        row("huge list", "x = [0] * 10**9\n", 1);
        row("huge list of nothing", "x = [[]] * 10**12\n", 1);
        row("huge range as a list", "x = list(range(10**12))\n", 1);
        row("huge comprehension", "x = [i for i in range(10**12)]\n", 1);
        row("huge sum", "x = sum(range(10**12))\n", 1);
        row("huge tuple", "x = tuple(range(10**12))\n", 1);
        row("huge integer", "x = 10**10**10\n", 1);
        row("huge shift", "x = 1 << 10**12\n", 1);
        row("huge product", "x = 3\nwhile True:\n    x = x * x\n", 3);
        row("growing dictionary", "d = {}\ni = 0\nwhile True: i += 1; d[i] = i\n", 3);
        row("growing list", "l = [1]\nfor x in l:\n    l.append(x)\n", 3);
        row("many generators",
            "def g():\n    yield 1\nall = []\nwhile True:\n    x = g()\n    next(x)\n    all.append(x)\n", 6);
        row("endless generator", "def g():\n    while True: yield 1\nlist(g())\n", 2);
        row("join", "x = ','.join(['x' * 1000000] * 1000)\n", 1);
        row("replace", "x = ('a' * 1000000).replace('a', 'b' * 1000)\n", 1);
        row("format width", "x = f'{1:>9999999999}'\n", 1);
        row("percent width", "x = '%99999999999d' % 1\n", 1);
        row("justify", "x = 'a'.ljust(10**11)\n", 1);
        row("product of itertools", "x = sorted(range(10**11))\n", 1);
        row("caught in vain",
            "while True:\n    try:\n        while True: pass\n    except BaseException:\n        pass\n", 3);
        row("finally in vain",
            "while True:\n    try:\n        while True: pass\n    finally:\n        continue\n", 3);
    }

    void stopsWithItsLine()
    {
        QFETCH(const QByteArray, source);
        QFETCH(const int, line);
        const Error error = failure(source, small());
        QVERIFY2(error.code == "ATH-EVAL-003"_L1 || error.message.startsWith("OverflowError"_L1)
                     || error.message.startsWith("MemoryError"_L1)
                     || error.message.startsWith("ValueError: Too many decimal digits"_L1)
                     || error.message.startsWith("ValueError: width too big"_L1),
                 qPrintable(error.text()));
        QCOMPARE(error.where.line, line);
    }

    void deepExpressionsStop()
    {
        QByteArray chain = "x = 1" + QByteArray(" + 1").repeated(20'000) + '\n';
        QCOMPARE(failure(chain, {}), Error{});
        const QByteArray attributes = "x = 1\ny = x" + QByteArray(".real").repeated(100'000) + '\n';
        const Error error = failure(attributes, {});
        QVERIFY2(error == Error{} || error.code == "ATH-EVAL-003"_L1, qPrintable(error.text()));
        const QByteArray calls = "def f(): return f\nf" + QByteArray("()").repeated(100'000) + '\n';
        const Error called = failure(calls, {});
        QVERIFY2(called == Error{} || called.code == "ATH-EVAL-003"_L1, qPrintable(called.text()));
    }

    void deepRecursionAtTheDefaultLimit()
    {
        const Error error = failure(
            "def f(n):\n    if n:\n        for x in [1]:\n            with_ = [f(n - 1) for y in [1]]\n"
            "f(10000)\n",
            {});
        QCOMPARE(error.code, u"ATH-EVAL-003"_s);
        QCOMPARE(failure("def f(n): return n and f(n - 1)\nf(150)\n", {}), Error{});
    }

    void leftGeneratorsAreUnwound()
    {
        // Their stacks hold objects of ours; the sanitizer sees what is not given back.
        QCOMPARE(failure("def g():\n    l = [x for x in 'abc']\n    with open_() as f:\n        yield f\n"
                         "class C:\n    def __enter__(self): return [1] * 100\n    def __exit__(self, *a): "
                         "return False\n"
                         "open_ = C\nall = [g() for _ in range(20)]\nfor x in all: next(x)\n",
                         {}),
                 Error{});
    }
};

QTEST_GUILESS_MAIN(TestEvaluatorBounds)
#include "tst_evaluator_bounds.moc"
