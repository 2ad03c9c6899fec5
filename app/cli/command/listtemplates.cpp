// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/session.h"
#include "core/project/templates.h"

namespace athanor::cli {

using namespace Qt::StringLiterals;

static Result<void> listTemplates(Session &session)
{
    Output &out = session.out();
    if (session.options().json) {
        QList<QJsonObject> objects;
        for (const ProjectTemplate &entry : projectTemplates())
            objects.append(QJsonObject{{u"name"_s, entry.name}, {u"synopsis"_s, entry.synopsis}});
        out.bytes(jsonArray(objects));
        return {};
    }
    out.line(u"Available templates:\n"_s);
    for (const ProjectTemplate &entry : projectTemplates())
        out.line(entry.name + u" - "_s + entry.synopsis);
    out.line(u"\nTemplates are used via the 'init' command, e.g.:"_s);
    out.line(u"\n  alembic init --template generic ./scripts"_s);
    return {};
}

void addListTemplates(CommandLine &line)
{
    line.add("list_templates", "List the templates for new projects.")
        .example("athanor list_templates", "names and what each is for")
        .example("athanor list_templates --json", "the same for another program")
        .run(listTemplates);
}

} // namespace athanor::cli
