// SPDX-License-Identifier: GPL-3.0-or-later
// The lexer's inside: one class, its member functions by kind of token in lex*.cpp.
#pragma once

#include "core/python/lexer.h"

#include <array>

namespace athanor::python {

namespace characters {

enum Class : std::uint8_t { NameStart = 1, NameContinue = 2, Digit = 4, HexDigit = 8 };

extern const std::array<std::uint8_t, 256> classes;

inline bool is(char c, Class kind)
{
    return classes[static_cast<unsigned char>(c)] & kind;
}

} // namespace characters

class Scanner
{
public:
    explicit Scanner(const Source &source);

    TokenList run();

private:
    struct Bracket
    {
        char opening = 0;
        std::uint32_t offset = 0;
    };
    /// An f-string that is being read, as in CPython: literal text and the expressions in braces take turns.
    struct FString
    {
        char quote = 0;
        bool triple = false;
        bool raw = false;
        bool inLiteral = true; ///< reading text, not an expression
        bool inFormatSpec = false;
        int depth = 0;            ///< brackets open since the f-string began
        int expressionDepth = -1; ///< the depth at which the innermost replacement field began
        std::uint32_t begin = 0;
    };

    static constexpr int MaximumIndentation = 100;
    static constexpr std::size_t MaximumBrackets = 200;
    static constexpr std::size_t MaximumFStrings = 150;
    static constexpr int MaximumReplacementDepth = 3;

    std::uint32_t offset(const char *at) const { return static_cast<std::uint32_t>(at - m_begin); }
    bool atEnd(const char *at) const { return at >= m_end; }
    void add(TokenKind kind, const char *begin, const char *end, unsigned flags = 0);
    void operatorToken(TokenKind kind, int length);
    enum class Precedence { OverParser, AfterParser };
    void fail(SyntaxCode code, const QString &message, const char *begin, const char *end,
              Precedence precedence = Precedence::OverParser);

    // lexer.cpp
    void token();
    void newline();
    void name();
    bool stringPrefix(const char *nameEnd);
    void comment();
    void invalidCharacter(const char *at);
    bool isIdentifier(const char *begin, const char *end);

    // lexoperator.cpp
    void punctuation();
    void openBracket(TokenKind kind);
    void closeBracket(TokenKind kind);
    bool replacementFieldColon();
    void mismatchedBracket(const Bracket &opening);

    // lexindentation.cpp
    void indentation();
    bool continuationLine();
    void changeIndentation(int column, int alternative, const char *at);
    void finish();

    // lexnumber.cpp
    void number();
    bool digitsWithBase(char base);
    bool decimalDigits();
    bool endOfNumber(const char *kind);
    void zeroNumber(const char *begin);
    void fractionAndExponent(const char *begin, TokenKind kind);
    void invalidNumber(const QString &message, const char *at);

    // lexstring.cpp
    void string(const char *begin, unsigned flags);
    void unterminatedString(const char *begin, char quote, bool triple, const char *at);
    void startFString(const char *begin, unsigned flags);
    void fstringLiteral();
    bool fstringEnd(const char *begin, unsigned flags);
    void unterminatedFString(const char *at);
    void addLiteral(const char *begin, const char *end, unsigned flags);

    const Source &m_source;
    const char *m_begin = nullptr;
    const char *m_end = nullptr;
    const char *m_at = nullptr;
    bool m_atLineStart = true;
    TokenList m_result;

    struct Indentation
    {
        int column = 0;
        int alternative = 0; ///< with tabs as one column: both must agree
    };
    std::array<Indentation, MaximumIndentation> m_indentations = {};
    int m_indentation = 0;
    std::array<Bracket, MaximumBrackets> m_brackets;
    std::size_t m_bracketCount = 0;
    std::vector<FString> m_fstrings;
};

} // namespace athanor::python
