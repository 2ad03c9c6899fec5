// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace athanor::cli {

class CommandLine;

// One function for each file in command/, in the order in which the help lists them.
void addHistory(CommandLine &line);
void addHeads(CommandLine &line);
void addBases(CommandLine &line);
void addBranches(CommandLine &line);
void addShow(CommandLine &line);
void addCurrent(CommandLine &line);
void addPlan(CommandLine &line);
void addRender(CommandLine &line);
void addUpgrade(CommandLine &line);
void addDowngrade(CommandLine &line);
void addStamp(CommandLine &line);
void addDoctor(CommandLine &line);
void addListTemplates(CommandLine &line);
void addCompletion(CommandLine &line);
void addComplete(CommandLine &line);
void addHelp(CommandLine &line);

void addAllCommands(CommandLine &line);

} // namespace athanor::cli
