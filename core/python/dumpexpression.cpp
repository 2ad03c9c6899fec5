// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/dumper.h"

#include <format>
#include <vector>

namespace athanor::python {

std::string dump(const Expression &expression)
{
    Dumper dumper;
    dumper.expression(expression);
    return std::move(dumper.text);
}

/// The operand a chain such as a.b.c or 1+2+3 grows from; nullptr for other nodes.
static const Expression *spineOf(const Expression &expression)
{
    switch (expression.kind) {
    case ExpressionKind::Binary:
        return expression.as<Binary>()->left;
    case ExpressionKind::Attribute:
        return expression.as<Attribute>()->value;
    case ExpressionKind::Subscript:
        return expression.as<Subscript>()->value;
    case ExpressionKind::Call:
        return expression.as<Call>()->function;
    default:
        return nullptr;
    }
}

/// Chains are as deep as they are long, so they are walked in a loop; all else nests no deeper than the
/// parser goes.
void Dumper::expression(const Expression &expression, Context context)
{
    std::vector<const Expression *> chain;
    const Expression *at = &expression;
    for (const Expression *next = spineOf(*at); next; next = spineOf(*at)) {
        openSpine(*at, context);
        chain.push_back(at);
        at = next;
    }
    leaf(*at, chain.empty() ? context : Context::Load);
    for (std::size_t i = chain.size(); i-- > 0;)
        closeSpine(*chain[i], i == 0 ? context : Context::Load);
}

void Dumper::openSpine(const Expression &expression, Context)
{
    switch (expression.kind) {
    case ExpressionKind::Binary:
        text += "BinOp(left=";
        break;
    case ExpressionKind::Attribute:
        text += "Attribute(value=";
        break;
    case ExpressionKind::Subscript:
        text += "Subscript(value=";
        break;
    default:
        text += "Call(func=";
        break;
    }
}

static std::string_view operatorName(BinaryOperator op)
{
    static constexpr std::string_view Names[] = {"Add",    "Sub",    "Mult",    "MatMult", "Div",
                                                 "Mod",    "Pow",    "LShift",  "RShift",  "BitOr",
                                                 "BitXor", "BitAnd", "FloorDiv"};
    return Names[static_cast<std::size_t>(op)];
}

static std::string_view contextName(Dumper::Context context)
{
    return context == Dumper::Context::Load    ? "Load()"
           : context == Dumper::Context::Store ? "Store()"
                                               : "Del()";
}

/// The fields behind the first one, and the parenthesis.
void Dumper::closeSpine(const Expression &expression, Context context)
{
    if (const auto *binary = expression.as<Binary>()) {
        text += std::format(", op={}(), right=", operatorName(binary->op));
        this->expression(*binary->right);
    } else if (const auto *attribute = expression.as<Attribute>()) {
        text += std::format(", attr={}, ctx={}", reprText(attribute->name), contextName(context));
    } else if (const auto *subscript = expression.as<Subscript>()) {
        text += ", slice=";
        this->expression(*subscript->index);
        text += std::format(", ctx={}", contextName(context));
    } else if (const auto *call = expression.as<Call>()) {
        text += ", ";
        const std::size_t before = text.size();
        {
            DumpedNode rest(*this, "");
            rest.nodes("args", call->arguments);
            rest.list("keywords", call->keywords, [this](const Keyword *item) { keyword(*item); });
        }
        // Only the fields are wanted of "(…)", and nothing at all of "()".
        text.erase(before, 1);
        if (text.size() == before + 1)
            text.erase(before - 2, 2);
        return;
    }
    text += ')';
}

void Dumper::constant(std::string_view value, bool unicode)
{
    DumpedNode node(*this, "Constant");
    node.raw("value", value);
    if (unicode)
        node.raw("kind", "'u'");
}

/// Base 16, 8 or 2 digits of any length in decimal.
static std::string decimalDigits(std::string_view literal)
{
    const char prefix = static_cast<char>(literal.size() > 1 ? literal[1] | 0x20 : 0);
    const unsigned base = prefix == 'x' ? 16 : prefix == 'o' ? 8 : prefix == 'b' ? 2 : 10;
    std::string digits;
    for (const char c : literal.substr(base == 10 ? 0 : 2)) {
        if (c != '_')
            digits += c;
    }
    static constexpr std::size_t MostDigits = 10'000; // the conversion takes time with the square of them
    if (base == 10 || digits.size() > MostDigits)
        return base == 10 ? digits : std::string(literal);
    static constexpr std::uint64_t Limb = 1'000'000'000;
    std::vector<std::uint64_t> limbs{0};
    for (const char c : digits) {
        std::uint64_t carry = c <= '9' ? static_cast<std::uint64_t>(c - '0')
                                       : static_cast<std::uint64_t>((c | 0x20) - 'a' + 10);
        for (std::uint64_t &limb : limbs) {
            const std::uint64_t value = limb * base + carry;
            limb = value % Limb;
            carry = value / Limb;
        }
        if (carry)
            limbs.push_back(carry);
    }
    std::string result = std::to_string(limbs.back());
    for (std::size_t i = limbs.size() - 1; i-- > 0;)
        result += std::format("{:09}", limbs[i]);
    return result;
}

void Dumper::integer(const Integer &integer)
{
    constant(integer.value ? std::to_string(*integer.value) : decimalDigits(integer.text));
}

static std::string reprImaginary(double value)
{
    std::string digits = reprFloat(value);
    if (digits.ends_with(".0"))
        digits.resize(digits.size() - 2);
    return digits + 'j';
}

void Dumper::leaf(const Expression &expression, Context context)
{
    static constexpr std::string_view Singletons[] = {"None", "False", "True", "Ellipsis"};
    switch (expression.kind) {
    case ExpressionKind::Name: {
        DumpedNode node(*this, "Name");
        node.raw("id", reprText(expression.as<Name>()->id));
        return node.context(context);
    }
    case ExpressionKind::Singleton:
        return constant(Singletons[static_cast<std::size_t>(expression.as<Singleton>()->value)]);
    case ExpressionKind::Integer:
        return integer(*expression.as<Integer>());
    case ExpressionKind::Float:
        return constant(reprFloat(expression.as<Float>()->value));
    case ExpressionKind::Imaginary:
        return constant(reprImaginary(expression.as<Imaginary>()->value));
    case ExpressionKind::String:
        return constant(reprText(expression.as<String>()->text), expression.as<String>()->hasUnicodePrefix);
    case ExpressionKind::Bytes:
        return constant(reprBytes(expression.as<Bytes>()->bytes));
    case ExpressionKind::FormattedString:
        return formatted(*expression.as<FormattedString>());
    case ExpressionKind::Replacement:
        return replacement(*expression.as<Replacement>());
    case ExpressionKind::Tuple:
    case ExpressionKind::List:
    case ExpressionKind::Set:
    case ExpressionKind::Dictionary:
    case ExpressionKind::Starred:
    case ExpressionKind::Slice:
        return display(expression, context);
    case ExpressionKind::ListComprehension:
    case ExpressionKind::SetComprehension:
    case ExpressionKind::DictionaryComprehension:
    case ExpressionKind::Generator:
        return comprehension(expression);
    default:
        return operation(expression);
    }
}

void Dumper::formatted(const FormattedString &string)
{
    DumpedNode node(*this, "JoinedStr");
    node.nodes("values", string.parts);
}

void Dumper::replacement(const Replacement &field)
{
    DumpedNode node(*this, "FormattedValue");
    node.node("value", field.value);
    node.raw("conversion", field.conversion ? std::to_string(static_cast<int>(field.conversion)) : "-1");
    node.node("format_spec", field.specification);
}

void Dumper::dictionary(const Dictionary &dictionary)
{
    DumpedNode node(*this, "Dict");
    node.nodes("keys", dictionary.keys);
    node.nodes("values", dictionary.values);
}

void Dumper::display(const Expression &expression, Context context)
{
    if (const auto *tuple = expression.as<Tuple>()) {
        DumpedNode node(*this, "Tuple");
        node.nodes("elts", tuple->elements, context);
        node.context(context);
    } else if (const auto *list = expression.as<List>()) {
        DumpedNode node(*this, "List");
        node.nodes("elts", list->elements, context);
        node.context(context);
    } else if (const auto *starred = expression.as<Starred>()) {
        DumpedNode node(*this, "Starred");
        node.node("value", starred->value, context);
        node.context(context);
    } else if (const auto *set = expression.as<Set>()) {
        DumpedNode node(*this, "Set");
        node.nodes("elts", set->elements);
    } else if (const auto *slice = expression.as<Slice>()) {
        DumpedNode node(*this, "Slice");
        node.node("lower", slice->lower);
        node.node("upper", slice->upper);
        node.node("step", slice->step);
    } else if (const auto *items = expression.as<Dictionary>()) {
        dictionary(*items);
    }
}

void Dumper::comprehension(const Expression &expression)
{
    const auto write = [this](std::string_view type, const Expression *element,
                              NodeList<ComprehensionClause> clauses) {
        DumpedNode node(*this, type);
        node.node("elt", element);
        node.list("generators", clauses, [this](const ComprehensionClause *item) { clause(*item); });
    };
    if (const auto *list = expression.as<ListComprehension>())
        return write("ListComp", list->element, list->clauses);
    if (const auto *set = expression.as<SetComprehension>())
        return write("SetComp", set->element, set->clauses);
    if (const auto *generator = expression.as<Generator>())
        return write("GeneratorExp", generator->element, generator->clauses);
    const auto *dictionary = expression.as<DictionaryComprehension>();
    DumpedNode node(*this, "DictComp");
    node.node("key", dictionary->key);
    node.node("value", dictionary->value);
    node.list("generators", dictionary->clauses, [this](const ComprehensionClause *item) { clause(*item); });
}

void Dumper::lambda(const Lambda &lambda)
{
    DumpedNode node(*this, "Lambda");
    node.field("args");
    parameters(*lambda.parameters);
    node.node("body", lambda.body);
}

static std::string_view comparisonName(ComparisonOperator op)
{
    static constexpr std::string_view Names[] = {"Eq()",  "NotEq()", "Lt()",    "LtE()", "Gt()",
                                                 "GtE()", "Is()",    "IsNot()", "In()",  "NotIn()"};
    return Names[static_cast<std::size_t>(op)];
}

void Dumper::operation(const Expression &expression)
{
    static constexpr std::string_view UnaryNames[] = {"Not()", "UAdd()", "USub()", "Invert()"};
    if (const auto *unary = expression.as<Unary>()) {
        DumpedNode node(*this, "UnaryOp");
        node.raw("op", UnaryNames[static_cast<std::size_t>(unary->op)]);
        node.node("operand", unary->operand);
    } else if (const auto *boolean = expression.as<Boolean>()) {
        DumpedNode node(*this, "BoolOp");
        node.raw("op", boolean->op == BooleanOperator::And ? "And()" : "Or()");
        node.nodes("values", boolean->operands);
    } else if (const auto *comparison = expression.as<Comparison>()) {
        DumpedNode node(*this, "Compare");
        node.node("left", comparison->left);
        node.list("ops", comparison->operators,
                  [this](ComparisonOperator op) { text += comparisonName(op); });
        node.nodes("comparators", comparison->operands);
    } else if (const auto *conditional = expression.as<Conditional>()) {
        DumpedNode node(*this, "IfExp");
        node.node("test", conditional->condition);
        node.node("body", conditional->whenTrue);
        node.node("orelse", conditional->whenFalse);
    } else if (const auto *function = expression.as<Lambda>()) {
        lambda(*function);
    } else if (const auto *await = expression.as<Await>()) {
        DumpedNode(*this, "Await").node("value", await->value);
    } else if (const auto *yield = expression.as<Yield>()) {
        DumpedNode(*this, "Yield").node("value", yield->value);
    } else if (const auto *from = expression.as<YieldFrom>()) {
        DumpedNode(*this, "YieldFrom").node("value", from->value);
    } else if (const auto *named = expression.as<Named>()) {
        DumpedNode node(*this, "NamedExpr");
        node.node("target", named->target, Context::Store);
        node.node("value", named->value);
    }
}

} // namespace athanor::python
