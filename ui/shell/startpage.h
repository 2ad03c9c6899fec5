// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/projectfiles.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace athanor {

/// What the window shows while no project is open: what to do next, the projects opened before, or those
/// found in a folder.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);

    void setRecentProjects(const QStringList &paths);
    /// The projects found in a folder or an ini, to choose from; with the name of the project that is open,
    /// if one is, a way back to it.
    void showChoice(const QList<ProjectLocation> &choices, const QString &openProject);

Q_SIGNALS:
    void openFolderRequested();
    void projectChosen(const ProjectLocation &location);
    void backRequested();

private:
    void fill(const QList<ProjectLocation> &locations);

    QList<ProjectLocation> m_locations; ///< of the list's rows
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QLabel *m_caption = nullptr;
    QListWidget *m_list = nullptr;
    QPushButton *m_demo = nullptr;
    QPushButton *m_back = nullptr;
};

/// The configuration of the demo project that comes with the program; empty when it isn't there.
QString demoProject();

} // namespace athanor
