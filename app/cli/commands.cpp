// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

namespace athanor::cli {

void addAllCommands(CommandLine &line)
{
    addHistory(line);
    addHeads(line);
    addBases(line);
    addBranches(line);
    addShow(line);
    addCurrent(line);
    addPlan(line);
    addRender(line);
    addUpgrade(line);
    addDowngrade(line);
    addStamp(line);
    addDoctor(line);
    addListTemplates(line);
    addCompletion(line);
    addComplete(line);
    addHelp(line);
}

} // namespace athanor::cli
