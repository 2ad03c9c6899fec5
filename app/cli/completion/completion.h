// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commandline.h"

namespace athanor::cli {

/// What can stand in the place of a value.
enum class ValueKind { None, Free, Choice, File, Revision, Target, CommandName };

struct CompletedValue
{
    ValueKind kind = ValueKind::None;
    QString name; ///< as in the help
    QStringList choices = {};
};

struct CompletedOption
{
    QStringList names; ///< with their dashes, the short one first
    CompletedValue value;
    QString help;
};

/// The command tree as the shells' scripts need it.
struct CompletedCommand
{
    QString name; ///< empty for the program itself, whose options go with every command
    QString help;
    QList<CompletedOption> options;
    QList<CompletedValue> arguments;
    bool lastRepeats = false;
};

/// The program first, then its commands in the help's order; hidden ones are left out.
QList<CompletedCommand> completedCommands(const CommandLine &line);

QString bashCompletion(const QList<CompletedCommand> &commands);
QString zshCompletion(const QList<CompletedCommand> &commands);
QString fishCompletion(const QList<CompletedCommand> &commands);

} // namespace athanor::cli
