// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "ui/widgets/taskrunner.h"

#include <QWidget>

class QStackedLayout;
class QLabel;

namespace athanor {

class FindBar;
class ScriptEditor;

/// Shows a file of the project; read off the window's thread, as files can be large and disks slow.
class ScriptPage : public QWidget
{
    Q_OBJECT

public:
    explicit ScriptPage(QWidget *parent = nullptr);

    /// What the reader found, in all files; those of the shown file are marked.
    void setDiagnostics(const Diagnostics &diagnostics);
    /// Shows a file from a line (0: its first). The same file is read again only by reload().
    void showFile(const QString &path, int line = 0);
    /// Reads the shown file again; the place in it stays.
    void reload();
    /// Shows no file, and why.
    void showNothing(const QString &reason);

    const QString &path() const { return m_path; }
    ScriptEditor *editor() const { return m_editor; }
    bool isBusy() const { return m_runner.isBusy(); }
    void openFindBar();

Q_SIGNALS:
    void settled();

private:
    void read(int line);
    void markDiagnostics();

    QString m_path;
    Diagnostics m_diagnostics;
    ScriptEditor *m_editor = nullptr;
    FindBar *m_findBar = nullptr;
    QLabel *m_reason = nullptr;
    QStackedLayout *m_stack = nullptr;
    TaskRunner m_runner;
};

} // namespace athanor
