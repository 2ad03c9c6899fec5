// SPDX-License-Identifier: GPL-3.0-or-later
// The expressions of the syntax tree. Names follow the language reference; `ast` names are in dump.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace athanor::python {

/// Where a node stands: bytes in the module's source, the end exclusive. Source::position() turns them into
/// lines and columns; parentheses around an expression do not belong to it.
struct Node
{
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

template<typename T>
using NodeList = std::span<const T *const>;

enum class ExpressionKind : std::uint8_t {
    Name,
    Singleton,
    Integer,
    Float,
    Imaginary,
    String,
    Bytes,
    FormattedString,
    Replacement,
    Tuple,
    List,
    Set,
    Dictionary,
    Unary,
    Binary,
    Boolean,
    Comparison,
    Conditional,
    Lambda,
    Call,
    Attribute,
    Subscript,
    Slice,
    Starred,
    Await,
    Yield,
    YieldFrom,
    Named,
    ListComprehension,
    SetComprehension,
    DictionaryComprehension,
    Generator,
};

struct Expression : Node
{
    ExpressionKind kind = ExpressionKind::Name;

    /// The node as its own type, or nullptr when it is another one.
    template<typename T>
    const T *as() const
    {
        return kind == T::Kind ? static_cast<const T *>(this) : nullptr;
    }
};

template<ExpressionKind K>
struct ExpressionOf : Expression
{
    static constexpr ExpressionKind Kind = K;
    constexpr ExpressionOf() { kind = K; }
};

struct Name : ExpressionOf<ExpressionKind::Name>
{
    std::string_view id = {};
};

enum class SingletonValue : std::uint8_t { None, False, True, Ellipsis };

struct Singleton : ExpressionOf<ExpressionKind::Singleton>
{
    SingletonValue value = SingletonValue::None;
};

struct Integer : ExpressionOf<ExpressionKind::Integer>
{
    std::string_view text = {};             ///< as written: 0xFF, 1_000
    std::optional<std::int64_t> value = {}; ///< empty when 64 bits do not hold it
};

struct Float : ExpressionOf<ExpressionKind::Float>
{
    double value = 0;
};

struct Imaginary : ExpressionOf<ExpressionKind::Imaginary>
{
    double value = 0;
};

struct String : ExpressionOf<ExpressionKind::String>
{
    std::string_view text = {};      ///< decoded; UTF-8, lone surrogates included
    bool hasUnicodePrefix = false;   ///< u"…"
    bool hasNamedCharacters = false; ///< "\N{…}" is kept in the text as it is written
};

struct Bytes : ExpressionOf<ExpressionKind::Bytes>
{
    std::string_view bytes = {};
};

/// f"…": its parts are String and Replacement.
struct FormattedString : ExpressionOf<ExpressionKind::FormattedString>
{
    NodeList<Expression> parts = {};
};

/// {value!conversion:specification} in an f-string. The text of {value=} is a String part in front of it.
struct Replacement : ExpressionOf<ExpressionKind::Replacement>
{
    const Expression *value = nullptr;
    char conversion = 0; ///< 's', 'r', 'a', or 0
    const FormattedString *specification = nullptr;
};

struct Tuple : ExpressionOf<ExpressionKind::Tuple>
{
    NodeList<Expression> elements = {};
};

struct List : ExpressionOf<ExpressionKind::List>
{
    NodeList<Expression> elements = {};
};

struct Set : ExpressionOf<ExpressionKind::Set>
{
    NodeList<Expression> elements = {};
};

struct Dictionary : ExpressionOf<ExpressionKind::Dictionary>
{
    NodeList<Expression> keys = {}; ///< nullptr where a value is unpacked: {**value}
    NodeList<Expression> values = {};
};

enum class UnaryOperator : std::uint8_t { Not, Plus, Minus, Invert };

struct Unary : ExpressionOf<ExpressionKind::Unary>
{
    UnaryOperator op = UnaryOperator::Not;
    const Expression *operand = nullptr;
};

enum class BinaryOperator : std::uint8_t {
    Add,
    Subtract,
    Multiply,
    MatrixMultiply,
    Divide,
    Modulo,
    Power,
    LeftShift,
    RightShift,
    BitOr,
    BitXor,
    BitAnd,
    FloorDivide,
};

/// Left to right operators make a chain as deep as it is long: walk `left` with a loop.
struct Binary : ExpressionOf<ExpressionKind::Binary>
{
    BinaryOperator op = BinaryOperator::Add;
    const Expression *left = nullptr;
    const Expression *right = nullptr;
};

enum class BooleanOperator : std::uint8_t { And, Or };

/// a and b and c: one node.
struct Boolean : ExpressionOf<ExpressionKind::Boolean>
{
    BooleanOperator op = BooleanOperator::And;
    NodeList<Expression> operands = {};
};

enum class ComparisonOperator : std::uint8_t {
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Is,
    IsNot,
    In,
    NotIn,
};

/// a < b <= c: operators[i] stands in front of operands[i].
struct Comparison : ExpressionOf<ExpressionKind::Comparison>
{
    const Expression *left = nullptr;
    std::span<const ComparisonOperator> operators = {};
    NodeList<Expression> operands = {};
};

struct Conditional : ExpressionOf<ExpressionKind::Conditional>
{
    const Expression *condition = nullptr;
    const Expression *whenTrue = nullptr;
    const Expression *whenFalse = nullptr;
};

struct Parameter : Node
{
    std::string_view name = {};
    const Expression *annotation = nullptr;
    const Expression *defaultValue = nullptr;
};

struct Parameters : Node
{
    NodeList<Parameter> positionalOnly = {};
    NodeList<Parameter> positional = {};
    const Parameter *variadic = nullptr; ///< *args
    NodeList<Parameter> keywordOnly = {};
    const Parameter *variadicKeyword = nullptr; ///< **kwargs
};

struct Lambda : ExpressionOf<ExpressionKind::Lambda>
{
    const Parameters *parameters = nullptr;
    const Expression *body = nullptr;
};

/// name=value, or **value with an empty name. Also in a class statement.
struct Keyword : Node
{
    std::string_view name = {};
    const Expression *value = nullptr;
};

struct Call : ExpressionOf<ExpressionKind::Call>
{
    const Expression *function = nullptr;
    NodeList<Expression> arguments = {};
    NodeList<Keyword> keywords = {};
};

struct Attribute : ExpressionOf<ExpressionKind::Attribute>
{
    const Expression *value = nullptr;
    std::string_view name = {};
};

struct Subscript : ExpressionOf<ExpressionKind::Subscript>
{
    const Expression *value = nullptr;
    const Expression *index = nullptr;
};

/// lower:upper:step inside a subscript; each may be missing.
struct Slice : ExpressionOf<ExpressionKind::Slice>
{
    const Expression *lower = nullptr;
    const Expression *upper = nullptr;
    const Expression *step = nullptr;
};

struct Starred : ExpressionOf<ExpressionKind::Starred>
{
    const Expression *value = nullptr;
};

struct Await : ExpressionOf<ExpressionKind::Await>
{
    const Expression *value = nullptr;
};

struct Yield : ExpressionOf<ExpressionKind::Yield>
{
    const Expression *value = nullptr; ///< nullptr for a bare "yield"
};

struct YieldFrom : ExpressionOf<ExpressionKind::YieldFrom>
{
    const Expression *value = nullptr;
};

/// target := value
struct Named : ExpressionOf<ExpressionKind::Named>
{
    const Name *target = nullptr;
    const Expression *value = nullptr;
};

/// for target in iterable if condition …
struct ComprehensionClause : Node
{
    const Expression *target = nullptr;
    const Expression *iterable = nullptr;
    NodeList<Expression> conditions = {};
    bool isAsync = false;
};

template<ExpressionKind K>
struct ComprehensionOf : ExpressionOf<K>
{
    const Expression *element = nullptr;
    NodeList<ComprehensionClause> clauses = {};
};

struct ListComprehension : ComprehensionOf<ExpressionKind::ListComprehension>
{
};

struct SetComprehension : ComprehensionOf<ExpressionKind::SetComprehension>
{
};

struct Generator : ComprehensionOf<ExpressionKind::Generator>
{
};

struct DictionaryComprehension : ExpressionOf<ExpressionKind::DictionaryComprehension>
{
    const Expression *key = nullptr;
    const Expression *value = nullptr;
    NodeList<ComprehensionClause> clauses = {};
};

} // namespace athanor::python
