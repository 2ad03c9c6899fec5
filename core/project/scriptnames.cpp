// SPDX-License-Identifier: GPL-3.0-or-later
// What the statements of a script leave in the names of its module.
#include "core/project/scriptvalue.h"

namespace athanor {

using namespace Qt::StringLiterals;
using namespace python;

namespace {

class ModuleReader
{
public:
    ScriptNames names = {};

    void block(Block statements)
    {
        for (const Statement *item : statements)
            statement(*item);
    }

private:
    void bind(std::string_view name, const ScriptValue &value, const Node &place)
    {
        names[name] = {value, place};
    }

    /// Inside a compound statement nothing is known for certain.
    ScriptValue settled(const ScriptValue &value) const
    {
        return m_inside.isEmpty()
                   ? value
                   : ScriptValue::unknown(u"an assignment inside "_s + m_inside, m_insidePlace);
    }

    void assign(const Expression &target, const ScriptValue &value, const Node &place)
    {
        if (const auto *name = target.as<Name>())
            return bind(name->id, settled(value), place);
        if (const auto *starred = target.as<Starred>())
            return assign(*starred->value, ScriptValue::unknown(u"a starred target"_s, target), place);
        if (const auto *tuple = target.as<Tuple>())
            return unpack(tuple->elements, value, place);
        if (const auto *list = target.as<List>())
            return unpack(list->elements, value, place);
        changed(target);
    }

    void unpack(NodeList<Expression> targets, const ScriptValue &value, const Node &place)
    {
        const bool fits = value.kind == ScriptValue::Kind::Items
                          && value.items.size() == static_cast<qsizetype>(targets.size());
        for (std::size_t i = 0; i < targets.size(); ++i)
            assign(*targets[i],
                   fits ? value.items[static_cast<qsizetype>(i)]
                   : value.kind == ScriptValue::Kind::Unknown
                       ? value
                       : ScriptValue::unknown(u"an assignment to several names"_s, place),
                   place);
    }

    /// name[0] = …, name.append(…): the name's value is another one afterwards.
    void changed(const Expression &part)
    {
        const Expression *at = &part;
        for (;;) {
            if (const auto *subscript = at->as<Subscript>())
                at = subscript->value;
            else if (const auto *attribute = at->as<Attribute>())
                at = attribute->value;
            else if (const auto *call = at->as<Call>())
                at = call->function;
            else
                break;
        }
        const auto *name = at->as<Name>();
        const auto found = name && at != &part ? names.find(name->id) : names.end();
        if (found != names.end() && found->second.value.kind == ScriptValue::Kind::Items)
            found->second.value = ScriptValue::unknown(u"a change of the list"_s, part);
    }

    void statement(const Statement &statement)
    {
        switch (statement.kind) {
        case StatementKind::Assignment:
        case StatementKind::AnnotatedAssignment:
        case StatementKind::AugmentedAssignment:
            return assignment(statement);
        case StatementKind::Expression:
            return expression(*statement.as<ExpressionStatement>()->value);
        case StatementKind::Delete:
            for (const Expression *target : statement.as<Delete>()->targets) {
                if (const auto *name = target->as<Name>(); name && m_inside.isEmpty())
                    names.erase(name->id);
                else
                    assign(*target, ScriptValue::unknown(u"a 'del' statement"_s, statement), statement);
            }
            return;
        case StatementKind::Import:
            return import(statement.as<Import>()->names, statement);
        case StatementKind::ImportFrom:
            return import(statement.as<ImportFrom>()->names, statement);
        case StatementKind::Function:
            return bind(statement.as<Function>()->name, ScriptValue::unknown(u"a function"_s, statement),
                        statement);
        case StatementKind::Class:
            return bind(statement.as<Class>()->name, ScriptValue::unknown(u"a class"_s, statement),
                        statement);
        default:
            return compound(statement);
        }
    }

    void expression(const Expression &value)
    {
        if (const auto *named = value.as<Named>())
            return assign(*named->target, constantValue(value, names), value);
        changed(value);
    }

    void import(NodeList<ImportedName> imported, const Node &place)
    {
        for (const ImportedName *item : imported) {
            const std::string_view name =
                item->alias.empty() ? item->name.substr(0, item->name.find('.')) : item->alias;
            bind(name, ScriptValue::unknown(u"an import"_s, place), place);
        }
    }

    void assignment(const Statement &statement)
    {
        if (const auto *plain = statement.as<Assignment>()) {
            const ScriptValue value = constantValue(*plain->value, names);
            for (const Expression *target : plain->targets)
                assign(*target, value, statement);
        } else if (const auto *annotated = statement.as<AnnotatedAssignment>()) {
            if (annotated->value)
                assign(*annotated->target, constantValue(*annotated->value, names), statement);
        } else if (const auto *augmented = statement.as<AugmentedAssignment>()) {
            const ScriptValue before = constantValue(*augmented->target, names);
            assign(*augmented->target,
                   combined(augmented->op, before, constantValue(*augmented->value, names), statement),
                   statement);
        }
    }

    void inside(const QString &what, const Statement &statement, std::initializer_list<Block> blocks)
    {
        const QString outer = m_inside;
        const Node outerPlace = m_insidePlace;
        m_inside = what;
        m_insidePlace = statement;
        for (const Block &part : blocks)
            block(part);
        m_inside = outer;
        m_insidePlace = outerPlace;
    }

    void compound(const Statement &statement)
    {
        if (const auto *condition = statement.as<If>()) {
            // A chain of elifs may be long: it is followed in a loop.
            for (const If *at = condition; at;) {
                const If *next = at->orElse.size() == 1 ? at->orElse.front()->as<If>() : nullptr;
                inside(u"an 'if' statement"_s, statement, {at->body, next ? Block() : at->orElse});
                at = next;
            }
        } else if (const auto *repeated = statement.as<While>()) {
            inside(u"a 'while' statement"_s, statement, {repeated->body, repeated->orElse});
        } else if (const auto *loop = statement.as<For>()) {
            assign(*loop->target, ScriptValue::unknown(u"a 'for' statement"_s, statement), statement);
            inside(u"a 'for' statement"_s, statement, {loop->body, loop->orElse});
        } else if (const auto *with = statement.as<With>()) {
            for (const WithItem *item : with->items) {
                if (item->target)
                    assign(*item->target, ScriptValue::unknown(u"a 'with' statement"_s, statement),
                           statement);
            }
            inside(u"a 'with' statement"_s, statement, {with->body});
        } else if (const auto *attempt = statement.as<Try>()) {
            inside(u"a 'try' statement"_s, statement, {attempt->body, attempt->orElse, attempt->finally});
            for (const ExceptHandler *handler : attempt->handlers)
                inside(u"a 'try' statement"_s, statement, {handler->body});
        } else if (const auto *match = statement.as<Match>()) {
            for (const Case *branch : match->cases)
                inside(u"a 'match' statement"_s, statement, {branch->body});
        }
    }

    QString m_inside;
    Node m_insidePlace;
};

} // namespace

ScriptNames moduleNames(const Module &module)
{
    ModuleReader reader;
    if (const String *docstring = docstringNode(module.body)) {
        const std::string text = cleanedDocstring(docstring->text);
        reader.names["__doc__"] = {{ScriptValue::Kind::Text, QString::fromStdString(text)}, *docstring};
    }
    reader.block(module.body);
    return std::move(reader.names);
}

} // namespace athanor
