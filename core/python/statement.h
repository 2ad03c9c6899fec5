// SPDX-License-Identifier: GPL-3.0-or-later
// The statements of the syntax tree.
#pragma once

#include "core/python/pattern.h"

namespace athanor::python {

enum class StatementKind : std::uint8_t {
    Expression,
    Assignment,
    AnnotatedAssignment,
    AugmentedAssignment,
    Delete,
    Pass,
    Break,
    Continue,
    Return,
    Raise,
    Global,
    Nonlocal,
    Assert,
    Import,
    ImportFrom,
    TypeAlias,
    If,
    While,
    For,
    With,
    Try,
    Match,
    Function,
    Class,
};

struct Statement : Node
{
    StatementKind kind = StatementKind::Pass;

    /// The node as its own type, or nullptr when it is another one.
    template<typename T>
    const T *as() const
    {
        return kind == T::Kind ? static_cast<const T *>(this) : nullptr;
    }
};

using Block = NodeList<Statement>;

template<StatementKind K>
struct StatementOf : Statement
{
    static constexpr StatementKind Kind = K;
    constexpr StatementOf() { kind = K; }
};

struct ExpressionStatement : StatementOf<StatementKind::Expression>
{
    const Expression *value = nullptr;
};

/// a = b = value: targets in the order they are written.
struct Assignment : StatementOf<StatementKind::Assignment>
{
    NodeList<Expression> targets = {};
    const Expression *value = nullptr;
};

struct AnnotatedAssignment : StatementOf<StatementKind::AnnotatedAssignment>
{
    const Expression *target = nullptr;
    const Expression *annotation = nullptr;
    const Expression *value = nullptr; ///< nullptr for a bare "name: type"
    bool isSimple = false;             ///< the target is a name without parentheses
};

struct AugmentedAssignment : StatementOf<StatementKind::AugmentedAssignment>
{
    const Expression *target = nullptr;
    BinaryOperator op = BinaryOperator::Add;
    const Expression *value = nullptr;
};

struct Delete : StatementOf<StatementKind::Delete>
{
    NodeList<Expression> targets = {};
};

struct Pass : StatementOf<StatementKind::Pass>
{
};

struct Break : StatementOf<StatementKind::Break>
{
};

struct Continue : StatementOf<StatementKind::Continue>
{
};

struct Return : StatementOf<StatementKind::Return>
{
    const Expression *value = nullptr;
};

struct Raise : StatementOf<StatementKind::Raise>
{
    const Expression *exception = nullptr;
    const Expression *cause = nullptr;
};

struct Global : StatementOf<StatementKind::Global>
{
    std::span<const std::string_view> names = {};
};

struct Nonlocal : StatementOf<StatementKind::Nonlocal>
{
    std::span<const std::string_view> names = {};
};

struct Assert : StatementOf<StatementKind::Assert>
{
    const Expression *condition = nullptr;
    const Expression *message = nullptr;
};

/// name as alias; the name is dotted in an import statement and "*" in "from … import *".
struct ImportedName : Node
{
    std::string_view name = {};
    std::string_view alias = {};
};

struct Import : StatementOf<StatementKind::Import>
{
    NodeList<ImportedName> names = {};
};

struct ImportFrom : StatementOf<StatementKind::ImportFrom>
{
    std::string_view module = {};
    int level = 0; ///< leading dots
    NodeList<ImportedName> names = {};
};

enum class TypeParameterKind : std::uint8_t { Type, Variadic, ParameterSpecification };

/// T: bound = default, *Ts = default, **P = default
struct TypeParameter : Node
{
    TypeParameterKind kind = TypeParameterKind::Type;
    std::string_view name = {};
    const Expression *bound = nullptr;
    const Expression *defaultValue = nullptr;
};

struct TypeAlias : StatementOf<StatementKind::TypeAlias>
{
    const Name *name = nullptr;
    NodeList<TypeParameter> typeParameters = {};
    const Expression *value = nullptr;
};

/// An elif is an If alone in `orElse`; a chain of them is as deep as it is long: walk it with a loop.
struct If : StatementOf<StatementKind::If>
{
    const Expression *condition = nullptr;
    Block body = {};
    Block orElse = {};
};

struct While : StatementOf<StatementKind::While>
{
    const Expression *condition = nullptr;
    Block body = {};
    Block orElse = {};
};

struct For : StatementOf<StatementKind::For>
{
    const Expression *target = nullptr;
    const Expression *iterable = nullptr;
    Block body = {};
    Block orElse = {};
    bool isAsync = false;
};

struct WithItem : Node
{
    const Expression *context = nullptr;
    const Expression *target = nullptr;
};

struct With : StatementOf<StatementKind::With>
{
    NodeList<WithItem> items = {};
    Block body = {};
    bool isAsync = false;
};

struct ExceptHandler : Node
{
    const Expression *type = nullptr;
    std::string_view name = {};
    Block body = {};
};

struct Try : StatementOf<StatementKind::Try>
{
    Block body = {};
    NodeList<ExceptHandler> handlers = {};
    Block orElse = {};
    Block finally = {};
    bool isGroup = false; ///< except*
};

struct Case : Node
{
    const Pattern *pattern = nullptr;
    const Expression *guard = nullptr;
    Block body = {};
};

struct Match : StatementOf<StatementKind::Match>
{
    const Expression *subject = nullptr;
    NodeList<Case> cases = {};
};

struct Function : StatementOf<StatementKind::Function>
{
    std::string_view name = {};
    NodeList<TypeParameter> typeParameters = {};
    const Parameters *parameters = nullptr;
    const Expression *returns = nullptr;
    NodeList<Expression> decorators = {};
    Block body = {};
    bool isAsync = false;
};

struct Class : StatementOf<StatementKind::Class>
{
    std::string_view name = {};
    NodeList<TypeParameter> typeParameters = {};
    NodeList<Expression> bases = {};
    NodeList<Keyword> keywords = {};
    NodeList<Expression> decorators = {};
    Block body = {};
};

} // namespace athanor::python
