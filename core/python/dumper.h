// SPDX-License-Identifier: GPL-3.0-or-later
// dump()'s inside: one class, its member functions by kind of node in dump*.cpp.
#pragma once

#include "core/python/dump.h"

namespace athanor::python {

class Dumper
{
public:
    void module(const Module &module);
    void statement(const Statement &statement);
    /// How a name, attribute … is used: `ast` notes it in the node, we know it from where the node stands.
    enum class Context { Load, Store, Delete };
    void expression(const Expression &expression, Context context = Context::Load);

    std::string text = {};

private:
    friend class DumpedNode;

    // dumpexpression.cpp
    void openSpine(const Expression &expression, Context context);
    void closeSpine(const Expression &expression, Context context);
    void leaf(const Expression &expression, Context context);
    void constant(std::string_view value, bool unicode = false);
    void display(const Expression &expression, Context context);
    void operation(const Expression &expression);
    void comprehension(const Expression &expression);
    void integer(const Integer &integer);
    void formatted(const FormattedString &string);
    void replacement(const Replacement &field);
    void dictionary(const Dictionary &dictionary);
    void lambda(const Lambda &lambda);

    // dumpstatement.cpp
    void simple(const Statement &statement);
    void scopeNames(std::string_view type, std::span<const std::string_view> names);
    void import(const Import &import);
    void importFrom(const ImportFrom &import);
    void ifChain(const If &first);
    void loop(const Statement &statement);
    void with(const With &with);
    void tryStatement(const Try &statement);
    void match(const Match &match);
    void function(const Function &function);
    void classDefinition(const Class &definition);
    void assignment(const Statement &statement);

    // dumppart.cpp
    void pattern(const Pattern &pattern);
    void classPattern(const ClassPattern &pattern);
    void mappingPattern(const MappingPattern &pattern);
    void parameters(const Parameters &parameters);
    void parameter(const Parameter &parameter);
    void keyword(const Keyword &keyword);
    void clause(const ComprehensionClause &clause);
    void typeParameter(const TypeParameter &parameter);
    void imported(const ImportedName &name);
};

/// "Type(field=…, field=…)": writes the parentheses and commas, and leaves out what is empty, as ast.dump()
/// does.
class DumpedNode
{
public:
    DumpedNode(Dumper &dumper, std::string_view type)
        : m_dumper(dumper)
    {
        dumper.text += type;
        dumper.text += '(';
    }
    ~DumpedNode() { m_dumper.text += ')'; }
    DumpedNode(const DumpedNode &) = delete;
    DumpedNode &operator=(const DumpedNode &) = delete;

    /// Begins a field whose value the caller writes.
    void field(std::string_view name)
    {
        if (!m_isFirst)
            m_dumper.text += ", ";
        m_isFirst = false;
        m_dumper.text += name;
        m_dumper.text += '=';
    }
    void raw(std::string_view name, std::string_view value)
    {
        field(name);
        m_dumper.text += value;
    }
    void name(std::string_view fieldName, std::string_view value)
    {
        if (!value.empty())
            raw(fieldName, reprText(value));
    }
    void node(std::string_view name, const Expression *value, Dumper::Context context = Dumper::Context::Load)
    {
        if (!value)
            return;
        field(name);
        m_dumper.expression(*value, context);
    }
    template<typename Range, typename Write>
    void list(std::string_view name, const Range &items, Write write)
    {
        if (items.empty())
            return;
        field(name);
        m_dumper.text += '[';
        bool isFirst = true;
        for (const auto &item : items) {
            if (!isFirst)
                m_dumper.text += ", ";
            isFirst = false;
            write(item);
        }
        m_dumper.text += ']';
    }
    void nodes(std::string_view name, NodeList<Expression> items,
               Dumper::Context context = Dumper::Context::Load)
    {
        list(name, items, [&](const Expression *item) {
            if (item)
                m_dumper.expression(*item, context);
            else
                m_dumper.text += "None";
        });
    }
    void context(Dumper::Context context)
    {
        raw("ctx", context == Dumper::Context::Load    ? "Load()"
                   : context == Dumper::Context::Store ? "Store()"
                                                       : "Del()");
    }
    void block(std::string_view name, Block statements)
    {
        list(name, statements, [&](const Statement *item) { m_dumper.statement(*item); });
    }

private:
    Dumper &m_dumper;
    bool m_isFirst = true;
};

} // namespace athanor::python
