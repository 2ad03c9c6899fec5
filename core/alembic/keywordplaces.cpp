// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alembic/keywordplaces.h"

#include "core/alembic/arguments.h"

namespace athanor::alembic {

using namespace python;

namespace {

/// Looks for a call among the statements of a module, whatever they are nested in.
class CallSearch
{
public:
    CallSearch(const ParsedModule &script, const SourceRange &place)
        : m_script(script)
        , m_place(place)
    {
    }

    const Call *in(Block block) const
    {
        for (const Statement *statement : block) {
            const SourceRange range = m_script.range(*statement);
            if (range.line > m_place.line || range.endLine < m_place.line)
                continue;
            if (const Call *found = in(*statement))
                return found;
        }
        return nullptr;
    }

private:
    const Call *in(const Statement &statement) const
    {
        if (const auto *expression = statement.as<ExpressionStatement>()) {
            const auto *call = expression->value->as<Call>();
            return call && m_script.range(*call) == m_place ? call : nullptr;
        }
        if (const auto *function = statement.as<Function>())
            return in(function->body);
        if (const auto *with = statement.as<With>())
            return in(with->body);
        if (const auto *branch = statement.as<If>())
            return inEither(branch->body, branch->orElse);
        if (const auto *loop = statement.as<For>())
            return inEither(loop->body, loop->orElse);
        if (const auto *attempt = statement.as<Try>())
            return in(*attempt);
        return nullptr;
    }

    const Call *inEither(Block first, Block second) const
    {
        const Call *found = in(first);
        return found ? found : in(second);
    }

    const Call *in(const Try &attempt) const
    {
        const Call *found = inEither(attempt.body, attempt.orElse);
        for (const ExceptHandler *handler : attempt.handlers)
            found = found ? found : in(handler->body);
        return found ? found : in(attempt.finally);
    }

    const ParsedModule &m_script;
    const SourceRange &m_place;
};

} // namespace

QMap<QString, SourceRange> keywordPlaces(const ParsedModule &script, const SourceRange &call)
{
    QMap<QString, SourceRange> places;
    const Call *found = script.module ? CallSearch(script, call).in(script.module->body) : nullptr;
    if (!found)
        return places;
    for (const Keyword *keyword : found->keywords) {
        if (!keyword->name.empty())
            places.insert(qtText(keyword->name), script.range(*keyword));
    }
    return places;
}

} // namespace athanor::alembic
