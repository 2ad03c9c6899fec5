// SPDX-License-Identifier: GPL-3.0-or-later
// The parser's inside: one class, its member functions by kind of construct in parse*.cpp. Recursive descent
// over the token list, without backtracking. After the first error the parser sees nothing but the end of the
// file and returns placeholder nodes, so that no rule has to check for errors; the tree is then thrown away.
#pragma once

#include "core/python/arena.h"
#include "core/python/lexer.h"
#include "core/python/syntaxtree.h"

#include <array>
#include <vector>

namespace athanor::python {

class Grammar
{
public:
    Grammar(const Source &source, const TokenList &tokens, Arena &arena);

    /// The tree, or nullptr when error() is set.
    const Module *module();
    const Expression *evaluated();
    const std::optional<SyntaxError> &error() const { return m_error; }

private:
    friend class DepthGuard;
    template<typename T>
    friend class Collector;

    enum class FunctionKind { None, Plain, Async };
    /// What a statement stands in, for `return`, `break`, `await`.
    struct Scope
    {
        FunctionKind function = FunctionKind::None;
        bool inLoop = false;
        bool inClass = false;
    };

    // grammar.cpp: tokens, nodes, errors
    TokenKind kind() const { return m_at->kind; }
    TokenKind nextKind() const { return m_at->kind == TokenKind::End ? TokenKind::End : m_at[1].kind; }
    std::uint32_t here() const { return m_at->begin; }
    std::uint32_t previousEnd() const { return m_at[-1].end; }
    std::string_view text(const Token &token) const
    {
        return m_source.text.substr(token.begin, token.end - token.begin);
    }
    bool isWord(const Token &token, std::string_view word) const
    {
        return token.kind == TokenKind::Name && text(token) == word;
    }
    /// The token at hand, and on to the next; the end stays where it is.
    const Token &take() { return m_at->kind == TokenKind::End ? *m_at : *m_at++; }
    bool accept(TokenKind kind)
    {
        if (m_at->kind != kind)
            return false;
        ++m_at;
        return true;
    }
    void expect(TokenKind kind);
    /// For a colon: "expected ':'" always, or only where the line ends instead.
    enum class ColonRule { Always, BeforeLineEnd };
    void expectColon(ColonRule rule);
    std::string_view identifier();
    std::string_view nameText(const Token &token);
    template<typename T>
    T *make(std::uint32_t begin)
    {
        T *node = m_arena.make<T>();
        node->begin = begin;
        return node;
    }
    /// Sets the node's end to the last token taken.
    template<typename T>
    const T *closed(T *node)
    {
        node->end = previousEnd();
        return node;
    }
    /// What an expression's rule returns after an error.
    static const Expression *placeholder();
    bool failed() const { return m_error.has_value(); }
    void fail(SyntaxCode code, const QString &message, std::uint32_t begin, std::uint32_t end);
    void failAt(SyntaxCode code, const QString &message, const Node &node)
    {
        fail(code, message, node.begin, node.end);
    }
    void failHere(SyntaxCode code, const QString &message);
    void invalidSyntax();
    void tooDeep();
    /// An error of Python's compiler: any error of the grammar, even further down, goes before it.
    void misplaced(SyntaxCode code, const QString &message, std::uint32_t begin, std::uint32_t end);
    void settleError();
    bool startsExpression(const Token &token) const;

    // parseexpression.cpp
    const Expression *expression();
    const Expression *namedExpression();
    const Expression *starExpression();
    const Expression *starNamedExpression();
    const Expression *starExpressions();
    const Expression *starNamedExpressions();
    const Expression *yieldOrStarExpressions();
    const Expression *disjunction();
    const Expression *conjunction();
    const Expression *inversion();
    const Expression *comparison();
    bool comparisonOperator(ComparisonOperator &op);
    const Expression *binary(int minimum);
    const Expression *bitwiseOr();
    const Expression *unary();
    const Expression *power();
    const Expression *lambda();
    const Expression *yield();
    const Expression *named(const Token &name);
    template<typename Rule>
    const Expression *tupleOf(Rule rule);
    bool endsList() const;
    void checkConditionAssignment(const Expression *left);
    bool mayBeComparison(const Expression &left) const;
    void suggestComparison(const Expression *left);

    // parseprimary.cpp
    const Expression *primary();
    const Expression *awaited();
    const Expression *trailers(const Expression *value);
    const Expression *atom();
    const Expression *name();
    const Expression *singleton(SingletonValue value);
    const Expression *number();
    const Expression *integer(const Token &token);
    const Expression *parenthesized();
    const Expression *listDisplay();
    const Expression *braceDisplay();
    const Expression *dictionary(std::uint32_t begin, const Expression *firstKey);
    const Expression *dictionaryValue();
    const Expression *setDisplay(std::uint32_t begin, const Expression *first);
    const Expression *subscript(const Expression *value);
    const Expression *sliceElement();
    void expectClosing(TokenKind kind, const Expression *last);
    bool suggestComma(const Expression *last);

    // parsecomprehension.cpp
    bool atComprehension() const;
    void forgiveAwait(std::uint32_t begin);
    NodeList<ComprehensionClause> comprehensionClauses();
    const ComprehensionClause *comprehensionClause();
    template<typename T>
    const Expression *comprehension(std::uint32_t begin, const Expression *element, TokenKind closing);

    // parsecall.cpp
    const Expression *call(const Expression *function);
    struct Arguments
    {
        NodeList<Expression> positional = {};
        NodeList<Keyword> keywords = {};
    };
    Arguments arguments(std::uint32_t open);
    const Keyword *keywordArgument();
    const Expression *positionalArgument(std::uint32_t open, bool isFirst);
    void checkArgumentOrder(const Expression *argument, bool afterUnpacking);
    void checkRepeatedKeywords(NodeList<Keyword> keywords);

    // parsestring.cpp
    const Expression *strings();
    const Expression *plainString(const Token &token);
    std::string_view decodedString(const Token &token, bool &named);
    std::string_view stringBody(const Token &token) const;
    struct StringParts;
    void formattedString(StringParts &parts);
    void replacementField(StringParts &parts, bool raw);
    void replacementEnd(Replacement *field, std::string_view debug);
    char conversion();
    const FormattedString *formatSpecification(bool raw);
    void addText(StringParts &parts, const Token &token, bool raw);
    void flush(StringParts &parts);
    std::string_view debugText(std::uint32_t begin, std::uint32_t end);

    // parsetarget.cpp
    const Expression *starTargets();
    enum class TargetUse { Assign, For, Delete };
    const Expression *invalidTarget(const Expression *target, TargetUse use) const;
    void checkTarget(const Expression *target, TargetUse use);
    void checkStars(const Expression *target);
    void checkStarredValue(const Expression *value);
    void checkSingleTarget(const Expression *target);

    // parsestatement.cpp
    /// Put what they read on m_scratch, for the collector of the block around them.
    void statement();
    void simpleStatements();
    const Statement *simpleStatement();
    const Statement *expressionStatement();
    const Statement *assignment(const Expression *first);
    const Statement *annotated(const Token &first, const Expression *target);
    const Statement *augmented(const Expression *target);
    const Statement *deletion();
    const Statement *returnStatement();
    const Statement *raise();
    const Statement *scopeNames(bool global);
    const Statement *assertion();
    const Statement *loopExit();
    const Statement *typeAlias();
    void checkLegacyStatement(const Expression *value);

    // parseimport.cpp
    const Statement *import();
    const Statement *importFrom();
    const ImportedName *dottedName();
    NodeList<ImportedName> importedNames();
    std::string_view dotted();
    std::string_view alias();

    // parsecompound.cpp
    const Statement *compoundStatement();
    Block block(const QString &after, std::uint32_t keyword);
    Block loopBody(const QString &after, std::uint32_t keyword);
    const Statement *ifStatement();
    Block elseBlock();
    const Statement *whileStatement();
    const Statement *forStatement(std::uint32_t begin, bool isAsync);
    const Statement *withStatement(std::uint32_t begin, bool isAsync);
    bool withItemsInParentheses() const;
    const WithItem *withItem();
    const Statement *asyncStatement();

    // parsetry.cpp
    const Statement *tryStatement();
    const ExceptHandler *exceptHandler(bool &isGroup);

    // parsedefinition.cpp
    const Statement *decorated();
    const Statement *function(std::uint32_t begin, bool isAsync, NodeList<Expression> decorators);
    const Statement *classDefinition(NodeList<Expression> decorators);
    NodeList<TypeParameter> typeParameters();
    const TypeParameter *typeParameter();
    enum class ParameterStyle { Function, Lambda };
    const Parameters *parameters(ParameterStyle style, TokenKind closing);
    struct ParameterState;
    void parameterItem(ParameterState &state);
    void starItem(ParameterState &state);
    void slashItem(ParameterState &state);
    const Parameter *parameter(ParameterState &state, bool variadic);
    void checkParameterNames(const Parameters &parameters);

    // parsepattern.cpp
    bool atMatchStatement() const;
    const Statement *matchStatement();
    const Case *caseBlock();
    const Pattern *openPattern();
    const Pattern *starOrPattern();
    const Pattern *pattern();
    const Pattern *alternatives();
    const Pattern *closedPattern();
    const Pattern *valuePattern();
    const Expression *signedNumber();
    const Pattern *nameOrClassPattern();
    const Pattern *classPattern(std::uint32_t begin, const Expression *type);
    const Pattern *sequencePattern(TokenKind closing);
    const Pattern *mappingPattern();
    const Expression *mappingKey();
    const Expression *attributeChain();

    static constexpr int MaximumDepth = 250;

    const Source &m_source;
    const TokenList &m_tokens;
    Arena &m_arena;
    const Token *m_at = nullptr;
    int m_depth = 0;
    bool m_guessing = false;
    Scope m_scope;
    std::vector<const void *> m_scratch;
    std::optional<SyntaxError> m_error;
    std::uint32_t m_reached = 0; ///< where the parser stood at the error
    std::optional<SyntaxError> m_misplaced;
};

/// Counts nesting; past the limit the parse fails, so that no input exhausts the stack.
class DepthGuard
{
public:
    explicit DepthGuard(Grammar &grammar)
        : m_grammar(grammar)
    {
        if (++grammar.m_depth > Grammar::MaximumDepth)
            grammar.tooDeep();
    }
    ~DepthGuard() { --m_grammar.m_depth; }
    DepthGuard(const DepthGuard &) = delete;
    DepthGuard &operator=(const DepthGuard &) = delete;

private:
    Grammar &m_grammar;
};

/// Gathers a list's nodes on the grammar's scratch stack, then copies them into the arena.
template<typename T>
class Collector
{
public:
    explicit Collector(Grammar &grammar)
        : m_grammar(grammar)
        , m_base(grammar.m_scratch.size())
    {
    }
    ~Collector() { m_grammar.m_scratch.resize(m_base); }
    Collector(const Collector &) = delete;
    Collector &operator=(const Collector &) = delete;

    void add(const T *node) { m_grammar.m_scratch.push_back(node); }
    std::size_t size() const { return m_grammar.m_scratch.size() - m_base; }
    const T *at(std::size_t i) const { return static_cast<const T *>(m_grammar.m_scratch[m_base + i]); }

    NodeList<T> list()
    {
        const std::size_t count = size();
        if (count == 0)
            return {};
        auto *target = static_cast<const T **>(
            m_grammar.m_arena.allocate(count * sizeof(const T *), alignof(const T *)));
        for (std::size_t i = 0; i < count; ++i)
            target[i] = at(i);
        return {target, count};
    }

private:
    Grammar &m_grammar;
    std::size_t m_base;
};

} // namespace athanor::python
