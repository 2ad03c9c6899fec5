// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    /// The configuration files found in a folder, to choose from; with the name of the project that is open,
    /// if one is, a way back to it.
    void showChoice(const QStringList &paths, const QString &openProject);

Q_SIGNALS:
    void openFolderRequested();
    void projectChosen(const QString &path);
    void backRequested();

private:
    void fill(const QStringList &paths);

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
