// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "ui/script/scripteditor.h"
#include "ui/script/scriptfile.h"
#include "ui/widgets/taskrunner.h"

#include <QHash>

class QAction;
class QStackedLayout;
class QLabel;

namespace athanor {

class Banner;
class FindBar;

/// Edits the files of a project, one at a time; read off the window's thread, as files can be large and disks
/// slow. What is not saved is kept, with its undo history, while another file is shown, and never given up
/// without being asked for.
class ScriptPage : public QWidget
{
    Q_OBJECT

public:
    explicit ScriptPage(QWidget *parent = nullptr);

    /// What the project's reader found, in all files, as they lie on the disk.
    void setDiagnostics(const Diagnostics &diagnostics);
    /// What is found in the shown text.
    void setReading(const Diagnostics &diagnostics);
    /// Shows a file from a line (0: its first, or where it was left unsaved). The same file is read again
    /// only by reload().
    void showFile(const QString &path, int line = 0);
    /// Reads the shown file again; the place in it stays. A file that changed while it has unsaved text is
    /// asked about.
    void reload();
    /// Shows no file, and why.
    void showNothing(const QString &reason);

    /// Fails, and says so above the text, where the file can't be written or was changed by someone else.
    Result<void> save();
    /// Stops at the first that can't be saved, and shows it.
    Result<void> saveAll();
    /// Takes the text from the disk again; what was typed can be had back by undo.
    void revert();
    void discardAll();
    /// The shown file first.
    QStringList unsavedPaths() const;

    const QString &path() const { return m_path; }
    /// Whether a file is shown; not so while it is being read.
    bool hasText() const;
    /// The text as it would be written.
    Result<QByteArray> bytes() const;
    ScriptEditor *editor() const { return m_editor; }
    bool isBusy() const { return m_runner.isBusy(); }
    void openFindBar();
    void openReplaceBar();

Q_SIGNALS:
    void settled();
    /// Another text is shown, or it was changed by typing, saving or reading.
    void textChanged();
    /// What unsavedPaths() says may be something else.
    void unsavedChanged();

private:
    struct Draft
    {
        ScriptFile file; ///< as it was read
        QString text;    ///< as it was typed
        std::shared_ptr<ScriptEditor::Document> document;
    };
    enum class Reading { First, Again, Revert };

    void putAside();
    void read(int line, Reading reading);
    void take(const QByteArray &bytes, int line, Reading reading);
    void fail(const Error &error);
    void markDiagnostics();
    void askAboutChange(const QString &message, const ScriptFile &onDisk);
    Result<void> write(const QString &path, const QString &text, ScriptFile &file);

    QString m_path;
    ScriptFile m_file;
    bool m_isLoaded = false;
    bool m_isAsking = false; ///< which of two texts is to be kept
    Diagnostics m_projectDiagnostics;
    Diagnostics m_reading;
    QHash<QString, Draft> m_drafts;
    ScriptEditor *m_editor = nullptr;
    FindBar *m_findBar = nullptr;
    Banner *m_banner = nullptr;
    QAction *m_takeTheirs = nullptr;
    QAction *m_keepMine = nullptr;
    ScriptFile m_onDisk; ///< what the two are about
    QLabel *m_reason = nullptr;
    QStackedLayout *m_stack = nullptr;
    TaskRunner m_runner;
};

} // namespace athanor
