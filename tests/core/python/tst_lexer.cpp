// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/lexer.h"

#include <QTest>

using namespace athanor;
using namespace athanor::python;
using namespace Qt::StringLiterals;

/// "Name(a) + Integer(1)": kinds, with the text of those that have one of their own.
static QString written(const QByteArray &text)
{
    Arena arena(1024);
    const auto source = decodeSource(text, {}, arena);
    if (!source)
        return source.error().message;
    const TokenList list = tokenize(*source);
    QStringList words;
    for (const Token &token : list.tokens) {
        const std::string_view name = kindName(token.kind);
        QString word = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
        const std::string_view own = source->text.substr(token.begin, token.end - token.begin);
        const bool hasText = token.kind >= TokenKind::Name && token.kind <= TokenKind::Unknown;
        if (hasText)
            word += u'(' + QString::fromUtf8(own.data(), static_cast<qsizetype>(own.size())) + u')';
        words.append(word);
    }
    if (list.error)
        words.append(u"error: "_s + list.error->message);
    return words.join(u' ');
}

class TestLexer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokens_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *source, const char *expected) {
            QTest::newRow(name) << QByteArray(source) << QString::fromUtf8(expected);
        };
        row("nothing", "", "End");
        row("only blanks", "  \n\t\n# c\n", "End");
        row("no line end", "a", "Name(a) Newline End");
        row("keywords", "if None is not nonlocal", "if None is not nonlocal Newline End");
        row("soft keywords are names", "match case type _",
            "Name(match) Name(case) Name(type) Name(_) Newline End");
        row("nearly keywords", "iff Nonee _if asyncs",
            "Name(iff) Name(Nonee) Name(_if) Name(asyncs) Newline End");
        row("integers", "0 00 1_0 0xF_f 0O17 0b1_0",
            "Integer(0) Integer(00) Integer(1_0) Integer(0xF_f) Integer(0O17) Integer(0b1_0) Newline End");
        row("floats", "1. .5 1e5 1.5E-3 0e0 1_0.0_1",
            "Float(1.) Float(.5) Float(1e5) Float(1.5E-3) Float(0e0) Float(1_0.0_1) Newline End");
        row("imaginary", "1j 09j .5J", "Imaginary(1j) Imaginary(09j) Imaginary(.5J) Newline End");
        row("number and keyword", "1if 0x1for", "Integer(1) if Integer(0x1f) or Newline End");
        row("strings", "'a' \"b\" r'\\' bR'x' U'y'", "error");
        row("prefixes", "rb'a' Br'b' u'c' R'\\d'",
            "String(rb'a') String(Br'b') String(u'c') String(R'\\d') Newline End");
        row("no prefix", "ub'a'", "Name(ub) String('a') Newline End");
        row("triple", "'''a\n'b'''", "String('''a\n'b''') Newline End");
        row("operators", "a**=b//c->d:=e...f!=g",
            "Name(a) **= Name(b) // Name(c) -> Name(d) := Name(e) ... Name(f) != "
            "Name(g) Newline End");
        row("shifts", "<<= >>= << >> <= >=", "<<= >>= << >> <= >= Newline End");
        row("brackets join lines", "(a,\n  b)\nc", "( Name(a) , Name(b) ) Newline Name(c) Newline End");
        row("backslash joins lines", "a \\\n  b", "Name(a) Name(b) Newline End");
        row("indentation", "if a:\n  b\n\n  # c\n  d\ne",
            "if Name(a) : Newline Indent Name(b) Newline Name(d) Newline Dedent Name(e) Newline End");
        row("dedent at the end", "if a:\n  if b:\n    c",
            "if Name(a) : Newline Indent if Name(b) : Newline Indent Name(c) Newline Dedent Dedent End");
        row("tab is eight columns", "if a:\n        b\n\tc",
            "if Name(a) : Newline Indent Name(b) Newline End error: inconsistent use of tabs and spaces in "
            "indentation");
        row("form feed resets", "\fa\n", "Name(a) Newline End");
        row("f-string", "f'a{b}c'",
            "FStringStart(f') FStringMiddle(a) { Name(b) } FStringMiddle(c) FStringEnd(') Newline End");
        row("doubled braces", "f'{{a}}'",
            "FStringStart(f') FStringMiddle({) FStringMiddle(a}) FStringEnd(') Newline End");
        row("format specification", "f'{a:>{w}.2f}'",
            "FStringStart(f') { Name(a) : FStringMiddle(>) { Name(w) } FStringMiddle(.2f) } FStringEnd(') "
            "Newline End");
        row("same quotes inside", "f'{d['k']}'",
            "FStringStart(f') { Name(d) [ String('k') ] } FStringEnd(') Newline End");
        row("nested f-strings", "f'{f\"{a}\"}'",
            "FStringStart(f') { FStringStart(f\") { Name(a) } FStringEnd(\") } FStringEnd(') Newline End");
        row("lambda and walrus in parentheses", "f'{(a:=1)}'",
            "FStringStart(f') { ( Name(a) := Integer(1) ) } FStringEnd(') Newline End");
        row("not equal in a field", "f'{a!=b!r}'",
            "FStringStart(f') { Name(a) != Name(b) ! Name(r) } FStringEnd(') Newline End");
        row("names outside ASCII", "\xC3\xA9t\xC3\xA9 = 1",
            "Name(\xC3\xA9t\xC3\xA9) = Integer(1) Newline End");
        row("euro is no name", "\xE2\x82\xAC", "End error: invalid character '\xE2\x82\xAC' (U+20AC)");
        row("unknown characters", "a $ b", "Name(a) Unknown($) Name(b) Newline End");
    }

    void tokens()
    {
        QFETCH(QByteArray, source);
        QFETCH(QString, expected);
        if (expected == "error"_L1)
            QVERIFY(written(source).contains("error: unterminated"_L1));
        else
            QCOMPARE(written(source), expected);
    }

    void placesAreBytesOfTheSource()
    {
        Arena arena(1024);
        const auto source = decodeSource("\xC3\xA9 = (\n  1)", {}, arena);
        const TokenList list = tokenize(*source);
        const Token &number = list.tokens[3];
        QCOMPARE(number.kind, TokenKind::Integer);
        QCOMPARE(number.begin, 9U);
        QCOMPARE(source->position(number.begin), (Position{2, 3}));
        QCOMPARE(source->position(list.tokens[1].begin), (Position{1, 3}));
    }
};

QTEST_APPLESS_MAIN(TestLexer)
#include "tst_lexer.moc"
