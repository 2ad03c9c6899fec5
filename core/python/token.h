// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace athanor::python {

enum class TokenKind : std::uint8_t {
    End,
    Newline,
    Indent,
    Dedent,
    Name,
    Integer,
    Float,
    Imaginary,
    String,
    FStringStart,
    FStringMiddle, ///< literal text inside an f-string, never empty
    FStringEnd,
    Unknown, ///< a character no rule of the grammar takes: $ ? `

    // Brackets and operators
    LeftParen,
    RightParen,
    LeftBracket,
    RightBracket,
    LeftBrace,
    RightBrace,
    Colon,
    Comma,
    Semicolon,
    Dot,
    Ellipsis,
    Arrow,
    At,
    Exclamation,
    Tilde,
    ColonEqual,
    Plus,
    Minus,
    Star,
    DoubleStar,
    Slash,
    DoubleSlash,
    Percent,
    Pipe,
    Ampersand,
    Caret,
    LeftShift,
    RightShift,
    Less,
    Greater,
    LessEqual,
    GreaterEqual,
    EqualEqual,
    NotEqual,
    Equal,
    PlusEqual, ///< the augmented assignments, in the order of BinaryOperator
    MinusEqual,
    StarEqual,
    AtEqual,
    SlashEqual,
    PercentEqual,
    DoubleStarEqual,
    LeftShiftEqual,
    RightShiftEqual,
    PipeEqual,
    CaretEqual,
    AmpersandEqual,
    DoubleSlashEqual,

    // Keywords, alphabetical; the soft ones (match, case, type, _) are names
    False,
    None,
    True,
    And,
    As,
    Assert,
    Async,
    Await,
    Break,
    Class,
    Continue,
    Def,
    Del,
    Elif,
    Else,
    Except,
    Finally,
    For,
    From,
    Global,
    If,
    Import,
    In,
    Is,
    Lambda,
    Nonlocal,
    Not,
    Or,
    Pass,
    Raise,
    Return,
    Try,
    While,
    With,
    Yield,
};

/// What the lexer noticed about a token.
enum TokenFlag : std::uint8_t {
    NonAscii = 1,
    HasBackslash = 2,
    RawString = 4,
    BytesString = 8,
    UnicodeString = 16, ///< with the prefix u
    TripleQuoted = 32,
};

/// A token: kind, flags and its bytes in the source, the end exclusive.
struct Token
{
    TokenKind kind = TokenKind::End;
    std::uint8_t flags = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    bool has(TokenFlag flag) const { return flags & flag; }
};

/// The keyword's kind, or Name.
TokenKind keywordKind(std::string_view text);

/// "Name", "RightParen", "if": for tests and messages.
std::string_view kindName(TokenKind kind);

} // namespace athanor::python
