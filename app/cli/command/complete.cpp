// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/session.h"

namespace athanor::cli {

using namespace Qt::StringLiterals;

/// Candidates for the completion scripts, one a line, with a description behind a tab. Never an error: a
/// shell has nowhere to show one.
static Result<void> complete(Session &session, const QString &kind)
{
    const auto project = session.project();
    if (!project)
        return {};
    const auto print = [&](const QString &name, const QString &description) {
        session.out().line(name + u'\t' + description.section(u'\n', 0, 0));
    };
    if (kind == "targets"_L1) {
        for (const Target &target : (*project)->settings().targets)
            print(target.name, target.url);
        return {};
    }
    for (const QString &word : {u"head"_s, u"heads"_s, u"base"_s, u"current"_s})
        print(word, {});
    const RevisionGraph &graph = (*project)->graph();
    for (const QString &key : graph.keys()) {
        if (const auto revision = graph.find(key))
            print(key, graph.at(*revision).message());
    }
    return {};
}

void addComplete(CommandLine &line)
{
    const auto kind = std::make_shared<QString>();
    line.add("__complete", "Print candidates for the shells' completion.", Visibility::Hidden)
        .argument("revisions|targets", *kind, "What to list")
        .run([kind](Session &session) { return complete(session, *kind); });
}

} // namespace athanor::cli
