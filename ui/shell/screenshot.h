// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace athanor {

class MainWindow;

/// Saves a picture of the window once nothing is under way in it, and ends the program: for the manual and
/// for bug reports.
class Screenshot : public QObject
{
    Q_OBJECT

public:
    Screenshot(MainWindow *window, const QString &file);

private:
    void take();

    MainWindow *m_window = nullptr;
    QString m_file;
};

} // namespace athanor
