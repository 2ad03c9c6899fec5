// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/runtime.h"

#include <QVarLengthArray>

namespace athanor::python {

class DictionaryObject;

/// How a statement ends.
enum class Flow : std::uint8_t { Next, Break, Continue, Return };

/// Refused statements of an imported module do not end it: their names become opaque.
enum class Refusal : std::uint8_t { Stops, MakesOpaque };

/// A body that runs: a module's, a class's or a function's. Walks its tree.
class Frame
{
public:
    Frame(Evaluator::Runtime &runtime, Scope &scope, ModuleObject *module, const ParsedModule *source);
    ~Frame();
    Frame(const Frame &) = delete;
    Frame &operator=(const Frame &) = delete;

    Outcome<Flow> execute(Block statements);
    Evaluated evaluate(const Expression &expression);

    Frame *caller = nullptr;
    const Node *at = nullptr; ///< what is being evaluated, for messages
    const ParsedModule *const source;
    ModuleObject *const module;
    GeneratorObject *generator = nullptr; ///< whose body this is
    Value returned;                       ///< what return gave
    Refusal refusal = Refusal::Stops;
    bool stringAnnotations = false; ///< from __future__ import annotations

    Scope &scope() { return *m_scope; }
    bool isCatching() const { return m_catching > 0; }
    /// The values of a generator expression, one by one.
    Done generate(const Generator &expression, Value first, const std::function<Done(Value)> &each);

private:
    using Values = QVarLengthArray<Value, 8>;
    struct CallArguments
    {
        Values positional;
        QVarLengthArray<NamedValue, 8> keywords;
    };
    struct Callee
    {
        Value function;
        Value self;
        bool hasSelf = false;
    };

    // name.cpp
    Evaluated load(std::string_view name);
    Evaluated loadFree(std::string_view name);
    Evaluated loadGlobal(std::string_view name);
    Done store(std::string_view name, Value value);
    Done remove(std::string_view name);
    Namespace *namespaceFor(std::string_view name);

    // evaluateexpression.cpp
    Evaluated constant(const Expression &expression);
    Evaluated integer(const Integer &node);
    Evaluated binary(const Binary &node);
    Evaluated boolean(const Boolean &node);
    Evaluated comparison(const Comparison &node);
    Evaluated conditional(const Conditional &node);
    Evaluated subscript(const Subscript &node);
    Evaluated slice(const Slice &node);
    Evaluated named(const Named &node);
    Evaluated await(const Await &node);
    Evaluated yield(const Yield &node);
    Evaluated yieldFrom(const YieldFrom &node);
    Evaluated compound(const Expression &expression);

    // evaluatedisplay.cpp: tuples, lists, sets, dictionaries, f-strings
    Outcome<std::vector<Value>> elements(NodeList<Expression> nodes);
    Evaluated set(const Set &node);
    Evaluated dictionary(const Dictionary &node);
    Done unpackInto(DictionaryObject &target, Value mapping);
    Evaluated formatted(const FormattedString &node);
    Outcome<std::string> formattedText(const FormattedString &node);
    Outcome<std::string> replacement(const Replacement &node);

    // evaluatecall.cpp
    Evaluated call(const Call &node);
    Outcome<Callee> callee(const Expression &function);
    Outcome<Callee> method(Value object, std::string_view name);
    Done arguments(const Call &node, Value function, CallArguments &into);
    Done unpackKeywords(Value mapping, Value function, CallArguments &into);

    // evaluatecomprehension.cpp
    Evaluated comprehension(const Expression &expression);
    Evaluated generatorExpression(const Generator &node);
    Done clauses(NodeList<ComprehensionClause> nodes, std::size_t at, const Value *iterable,
                 const std::function<Done()> &each);

    // executestatement.cpp
    Outcome<Flow> execute(const Statement &statement);
    Outcome<Flow> executeSimple(const Statement &statement);
    Outcome<Flow> executeLeniently(const Statement &statement);
    Done makeOpaque(const Statement &statement, const Raised &raised);
    Outcome<Flow> executeReturn(const Return &node);
    Done executeRaise(const Raise &node);
    Done executeAssert(const Assert &node);

    // executeassignment.cpp
    Done assign(const Expression &target, Value value);
    Done unpack(NodeList<Expression> targets, Value value);
    Done executeAssignment(const Assignment &node);
    Done executeAnnotated(const AnnotatedAssignment &node);
    Done annotate(std::string_view name, const Expression &annotation);
    Done executeAugmented(const AugmentedAssignment &node);
    Done executeDelete(const Expression &target);

    // executeloop.cpp
    Outcome<Flow> executeIf(const If &node);
    Outcome<Flow> executeWhile(const While &node);
    Outcome<Flow> executeFor(const For &node);

    // executetry.cpp
    Outcome<Flow> executeTry(const Try &node);
    Outcome<Flow> handle(const Try &node, const Raised &raised);
    Outcome<Flow> executeHandler(const ExceptHandler &handler, Value exception);
    Outcome<bool> matches(const ExceptHandler &handler, Value exception);
    Outcome<Flow> executeWith(const With &node, std::size_t item);
    Outcome<bool> exitContext(Value exit, const Outcome<Flow> &outcome);
    Evaluated exceptionOf(Value value);

    // executematch.cpp
    Outcome<Flow> executeMatch(const Match &node);
    Outcome<bool> matches(const Pattern &pattern, Value subject);
    Outcome<bool> matchesSequence(const SequencePattern &pattern, Value subject);
    Outcome<bool> matchesMapping(const MappingPattern &pattern, Value subject);
    Outcome<bool> matchesClass(const ClassPattern &pattern, Value subject);
    Outcome<bool> matchesAttribute(const Pattern &pattern, Value subject, std::string_view name);

    // executedefinition.cpp
    Done executeFunction(const Function &node);
    Done executeClass(const Class &node);
    Outcome<FunctionObject *> makeFunction(const Parameters &parameters);
    Evaluated decorated(NodeList<Expression> decorators, Value value);
    std::string qualifiedName(std::string_view name) const;

    // executeimport.cpp
    Done executeImport(const Import &node);
    Done executeImportFrom(const ImportFrom &node);
    Done importAll(Value source, std::string_view dottedName);
    Outcome<std::string> absoluteName(const ImportFrom &node);

    Evaluated lambda(const Lambda &node);
    Value docstring(Block body);

    int m_catching = 0; ///< bodies of try and with around the statement: they see exceptions first

    Evaluator::Runtime &m_runtime;
    Evaluator &m_evaluator;
    Scope *m_scope;
};

} // namespace athanor::python
