// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace athanor {

using PathChosen = std::function<void(const QString &path)>;

/// Dialogs that let the user pick a path and then call back; none of them blocks.
void pickProjectFolder(QWidget *parent, const QString &folder, PathChosen chosen);
void pickProjectFile(QWidget *parent, const QString &folder, PathChosen chosen);
void pickDatabaseFile(QWidget *parent, const QString &folder, PathChosen chosen);
/// Asks where to write; `path` is what is offered.
void pickSqlFile(QWidget *parent, const QString &path, PathChosen chosen);

void showAbout(QWidget *parent);

} // namespace athanor
