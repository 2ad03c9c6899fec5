// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/script/scriptpage.h"

#include "ui/script/findbar.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QFileInfo>
#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace athanor {

ScriptPage::ScriptPage(QWidget *parent)
    : QWidget(parent)
    , m_editor(new ScriptEditor(this))
    , m_banner(new Banner(this))
    , m_takeTheirs(new QAction(tr("Reload"), this))
    , m_keepMine(new QAction(tr("Keep mine"), this))
    , m_reason(new QLabel(this))
    , m_stack(new QStackedLayout)
{
    setObjectName(u"scriptPage"_s);
    m_findBar = new FindBar(m_editor, this);
    m_takeTheirs->setObjectName(u"takeTheirs"_s);
    m_takeTheirs->setStatusTip(tr("Show the file as it is on the disk; undo brings this text back"));
    m_keepMine->setObjectName(u"keepMine"_s);
    m_keepMine->setStatusTip(tr("Go on with this text; saving it replaces the file"));
    m_reason->setObjectName(u"scriptReason"_s);
    m_reason->setAlignment(Qt::AlignCenter);
    m_reason->setWordWrap(true);
    m_reason->setMargin(metrics::Apart);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setBackgroundRole(QPalette::Base);
    m_reason->setForegroundRole(QPalette::PlaceholderText);
    m_reason->setAutoFillBackground(true);
    m_stack->addWidget(m_reason);
    m_stack->addWidget(m_editor);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addLayout(m_stack, 1);
    column->addWidget(m_findBar);
    setFocusProxy(m_editor);
    connect(m_editor, &ScriptEditor::textEdited, this, &ScriptPage::textChanged);
    connect(m_editor, &ScriptEditor::modifiedChanged, this, &ScriptPage::unsavedChanged);
    connect(m_takeTheirs, &QAction::triggered, this, [this] {
        m_banner->clear();
        take(m_onDisk.bytes, m_editor->currentLine(), Reading::Revert);
        m_editor->setFocus();
    });
    connect(m_keepMine, &QAction::triggered, this, [this] {
        m_banner->clear();
        m_isAsking = false;
        m_file = m_onDisk;
        m_editor->setFocus();
    });
    showNothing(tr("Select a revision to read its script."));
}

void ScriptPage::setDiagnostics(const Diagnostics &diagnostics)
{
    m_projectDiagnostics = diagnostics;
    markDiagnostics();
}

void ScriptPage::setReading(const Diagnostics &diagnostics)
{
    m_reading = diagnostics;
    markDiagnostics();
}

void ScriptPage::markDiagnostics()
{
    Diagnostics here = m_reading;
    for (const Diagnostic &diagnostic : std::as_const(m_projectDiagnostics)) {
        // The project knows the file as it lies on the disk.
        if (diagnostic.where.file == m_path && !m_editor->isModified() && !here.contains(diagnostic))
            here.append(diagnostic);
    }
    m_editor->setDiagnostics(here);
}

void ScriptPage::showFile(const QString &path, int line)
{
    if (path == m_path) {
        if (line > 0 && m_isLoaded)
            m_editor->goToLine(line);
        return;
    }
    putAside();
    m_path = path;
    const auto draft = m_drafts.constFind(path);
    if (draft == m_drafts.cend()) {
        // Nothing may be typed into a text that is about to go.
        m_editor->setReadOnly(true);
        read(line, Reading::First);
        return;
    }
    m_file = draft->file;
    m_editor->setDocument(draft->document);
    m_drafts.erase(draft);
    m_isLoaded = true;
    m_stack->setCurrentWidget(m_editor);
    setReading({});
    if (line > 0)
        m_editor->goToLine(line);
    Q_EMIT textChanged();
    Q_EMIT unsavedChanged();
    reload();
}

void ScriptPage::putAside()
{
    m_runner.cancel();
    m_banner->clear();
    m_isAsking = false;
    if (m_isLoaded && m_editor->isModified()) {
        Draft draft{m_file, m_editor->text(), nullptr};
        draft.document = m_editor->takeDocument();
        m_drafts.insert(m_path, draft);
    }
    m_isLoaded = false;
    m_path.clear();
}

void ScriptPage::reload()
{
    if (!m_path.isEmpty())
        read(m_editor->currentLine(), m_isLoaded ? Reading::Again : Reading::First);
}

void ScriptPage::revert()
{
    if (hasText())
        read(m_editor->currentLine(), Reading::Revert);
}

void ScriptPage::showNothing(const QString &reason)
{
    putAside();
    m_reason->setText(reason);
    m_stack->setCurrentWidget(m_reason);
    m_findBar->hide();
    Q_EMIT textChanged();
    Q_EMIT unsavedChanged();
}

bool ScriptPage::hasText() const
{
    return m_isLoaded;
}

Result<QByteArray> ScriptPage::bytes() const
{
    return encodedScript(m_editor->text(), m_file.encoding, m_path);
}

void ScriptPage::openFindBar()
{
    if (m_isLoaded)
        m_findBar->open(FindBar::Mode::Find);
}

void ScriptPage::openReplaceBar()
{
    if (m_isLoaded)
        m_findBar->open(FindBar::Mode::Replace);
}

void ScriptPage::read(int line, Reading reading)
{
    m_runner.run(
        this, [path = m_path](const CancelToken &) { return readScriptFile(path); },
        [this, line, reading](const Result<QByteArray> &bytes) {
            if (bytes)
                take(*bytes, line, reading);
            else
                fail(bytes.error());
            Q_EMIT settled();
        });
}

void ScriptPage::take(const QByteArray &bytes, int line, Reading reading)
{
    const bool isSame = bytes == m_file.bytes;
    if (reading == Reading::Again && isSame) {
        if (m_isAsking)
            m_banner->clear();
        m_isAsking = false;
        return;
    }
    const ScriptFile file = decodedScript(bytes);
    if (reading == Reading::Again && m_editor->isModified()) {
        askAboutChange(tr("%1 was changed on the disk while it has unsaved text here.")
                           .arg(QFileInfo(m_path).fileName()),
                       file);
        return;
    }
    m_banner->clear();
    m_isAsking = false;
    m_file = file;
    if (reading == Reading::First)
        m_editor->setText(file.text);
    else if (file.text != m_editor->text())
        m_editor->replaceText(file.text);
    m_isLoaded = true;
    m_editor->setReadOnly(!file.isExact);
    if (!file.isExact)
        m_banner->showMessage(Banner::Tone::Warning,
                              tr("This file can only be read here: it holds bytes that are no text, which "
                                 "saving would change."));
    m_stack->setCurrentWidget(m_editor);
    m_editor->goToLine(std::max(1, line));
    setReading({});
    Q_EMIT textChanged();
    Q_EMIT unsavedChanged();
}

void ScriptPage::fail(const Error &error)
{
    if (m_isLoaded && m_editor->isModified()) {
        m_banner->showMessage(
            Banner::Tone::Warning,
            tr("%1. The unsaved text is kept; saving writes the file anew.").arg(error.message));
        m_file.bytes.clear();
        return;
    }
    m_isLoaded = false;
    m_reason->setText(error.text());
    m_stack->setCurrentWidget(m_reason);
    Q_EMIT textChanged();
}

void ScriptPage::askAboutChange(const QString &message, const ScriptFile &onDisk)
{
    m_onDisk = onDisk;
    m_isAsking = true;
    m_banner->showMessage(Banner::Tone::Warning, message, {m_takeTheirs, m_keepMine});
}

Result<void> ScriptPage::write(const QString &path, const QString &text, ScriptFile &file)
{
    const Result<QByteArray> bytes = encodedScript(text, file.encoding, path);
    if (!bytes)
        return std::unexpected(bytes.error());
    const Result<QByteArray> onDisk = readScriptFile(path);
    if (onDisk && *onDisk != file.bytes && *onDisk != *bytes) {
        // Whoever wrote it in between must not lose it either.
        const Error changed{u"ATH-UI-005"_s,
                            tr("%1 was changed on the disk").arg(path),
                            {},
                            tr("reload it, or keep this text")};
        return std::unexpected(changed);
    }
    if (const Result<void> written = writeScriptFile(path, *bytes); !written)
        return written;
    file = decodedScript(*bytes);
    return {};
}

Result<void> ScriptPage::save()
{
    if (!m_isLoaded || m_editor->isReadOnly() || (!m_editor->isModified() && QFileInfo::exists(m_path)))
        return {};
    const Result<void> written = write(m_path, m_editor->text(), m_file);
    if (!written) {
        if (written.error().code == "ATH-UI-005"_L1)
            reload();
        else
            m_banner->showMessage(Banner::Tone::Error, written.error().text());
        return written;
    }
    m_banner->clear();
    m_editor->setUnmodified();
    reload();
    Q_EMIT unsavedChanged();
    return {};
}

Result<void> ScriptPage::saveAll()
{
    if (const Result<void> saved = save(); !saved)
        return saved;
    const QStringList paths = m_drafts.keys();
    for (const QString &path : paths) {
        Draft &draft = m_drafts[path];
        if (const Result<void> written = write(path, draft.text, draft.file); !written) {
            showFile(path);
            if (written.error().code != "ATH-UI-005"_L1)
                m_banner->showMessage(Banner::Tone::Error, written.error().text());
            return written;
        }
        m_drafts.remove(path);
    }
    Q_EMIT unsavedChanged();
    return {};
}

void ScriptPage::discardAll()
{
    m_drafts.clear();
    if (m_isLoaded && m_editor->isModified()) {
        m_editor->replaceText(m_file.text);
        Q_EMIT textChanged();
    }
    m_banner->clear();
    Q_EMIT unsavedChanged();
}

QStringList ScriptPage::unsavedPaths() const
{
    QStringList paths = m_drafts.keys();
    paths.sort();
    if (m_isLoaded && m_editor->isModified())
        paths.prepend(m_path);
    return paths;
}

} // namespace athanor
