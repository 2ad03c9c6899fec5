// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of expressions and statements: parameters, keywords, clauses, patterns.
#include "core/python/dumper.h"

#include <vector>

namespace athanor::python {

void Dumper::keyword(const Keyword &keyword)
{
    DumpedNode node(*this, "keyword");
    node.name("arg", keyword.name);
    node.node("value", keyword.value);
}

void Dumper::clause(const ComprehensionClause &clause)
{
    DumpedNode node(*this, "comprehension");
    node.node("target", clause.target, Context::Store);
    node.node("iter", clause.iterable);
    node.nodes("ifs", clause.conditions);
    node.raw("is_async", clause.isAsync ? "1" : "0");
}

void Dumper::parameter(const Parameter &parameter)
{
    DumpedNode node(*this, "arg");
    node.name("arg", parameter.name);
    node.node("annotation", parameter.annotation);
}

void Dumper::parameters(const Parameters &parameters)
{
    const auto write = [this](const Parameter *item) { parameter(*item); };
    DumpedNode node(*this, "arguments");
    node.list("posonlyargs", parameters.positionalOnly, write);
    node.list("args", parameters.positional, write);
    if (parameters.variadic) {
        node.field("vararg");
        parameter(*parameters.variadic);
    }
    node.list("kwonlyargs", parameters.keywordOnly, write);
    node.list("kw_defaults", parameters.keywordOnly, [this](const Parameter *item) {
        if (item->defaultValue)
            expression(*item->defaultValue);
        else
            text += "None";
    });
    if (parameters.variadicKeyword) {
        node.field("kwarg");
        parameter(*parameters.variadicKeyword);
    }
    std::vector<const Expression *> defaults;
    for (const NodeList<Parameter> &list : {parameters.positionalOnly, parameters.positional}) {
        for (const Parameter *item : list) {
            if (item->defaultValue)
                defaults.push_back(item->defaultValue);
        }
    }
    node.nodes("defaults", defaults);
}

void Dumper::typeParameter(const TypeParameter &parameter)
{
    static constexpr std::string_view Types[] = {"TypeVar", "TypeVarTuple", "ParamSpec"};
    DumpedNode node(*this, Types[static_cast<std::size_t>(parameter.kind)]);
    node.name("name", parameter.name);
    node.node("bound", parameter.bound);
    node.node("default_value", parameter.defaultValue);
}

void Dumper::imported(const ImportedName &name)
{
    DumpedNode node(*this, "alias");
    node.name("name", name.name);
    node.name("asname", name.alias);
}

void Dumper::mappingPattern(const MappingPattern &pattern)
{
    DumpedNode node(*this, "MatchMapping");
    node.nodes("keys", pattern.keys);
    node.list("patterns", pattern.patterns, [this](const Pattern *item) { this->pattern(*item); });
    node.name("rest", pattern.rest);
}

void Dumper::classPattern(const ClassPattern &pattern)
{
    const auto write = [this](const Pattern *item) { this->pattern(*item); };
    DumpedNode node(*this, "MatchClass");
    node.node("cls", pattern.type);
    node.list("patterns", pattern.patterns, write);
    node.list("kwd_attrs", pattern.keywordNames, [this](std::string_view name) { text += reprText(name); });
    node.list("kwd_patterns", pattern.keywordPatterns, write);
}

void Dumper::pattern(const Pattern &pattern)
{
    static constexpr std::string_view Singletons[] = {"None", "False", "True", "Ellipsis"};
    const auto write = [this](const Pattern *item) { this->pattern(*item); };
    if (const auto *value = pattern.as<ValuePattern>()) {
        DumpedNode(*this, "MatchValue").node("value", value->value);
    } else if (const auto *singleton = pattern.as<SingletonPattern>()) {
        DumpedNode(*this, "MatchSingleton")
            .raw("value", Singletons[static_cast<std::size_t>(singleton->value)]);
    } else if (const auto *sequence = pattern.as<SequencePattern>()) {
        DumpedNode(*this, "MatchSequence").list("patterns", sequence->patterns, write);
    } else if (const auto *mapping = pattern.as<MappingPattern>()) {
        mappingPattern(*mapping);
    } else if (const auto *type = pattern.as<ClassPattern>()) {
        classPattern(*type);
    } else if (const auto *star = pattern.as<StarPattern>()) {
        DumpedNode(*this, "MatchStar").name("name", star->name);
    } else if (const auto *alternatives = pattern.as<AlternativesPattern>()) {
        DumpedNode(*this, "MatchOr").list("patterns", alternatives->patterns, write);
    } else if (const auto *capture = pattern.as<CapturePattern>()) {
        DumpedNode node(*this, "MatchAs");
        if (capture->pattern) {
            node.field("pattern");
            this->pattern(*capture->pattern);
        }
        node.name("name", capture->name);
    }
}

} // namespace athanor::python
