// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/script/scriptpage.h"

#include "core/base/result.h"
#include "ui/script/findbar.h"
#include "ui/script/scripteditor.h"
#include "ui/widgets/theme.h"

#include <QFile>
#include <QLabel>
#include <QStackedLayout>
#include <QStringDecoder>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

constexpr qint64 LargestShown = 32 * 1024 * 1024;

/// UTF-8 as Python reads it, else Latin-1, which fails on nothing.
QString decoded(const QByteArray &bytes)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString text = utf8(bytes);
    if (utf8.hasError())
        text = QString::fromLatin1(bytes);
    return text.replace(QChar::Null, QChar(0x2400));
}

Result<QString> readText(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(Error{u"ATH-UI-001"_s,
                                     ScriptPage::tr("can't read %1: %2").arg(path, file.errorString()),
                                     {},
                                     ScriptPage::tr("check that the file exists and may be read")});
    if (file.size() > LargestShown)
        return std::unexpected(Error{u"ATH-UI-002"_s, ScriptPage::tr("%1 is too large to be shown (%2 MiB)")
                                                          .arg(path)
                                                          .arg(file.size() / (1024 * 1024))});
    return decoded(file.readAll());
}

} // namespace

ScriptPage::ScriptPage(QWidget *parent)
    : QWidget(parent)
    , m_editor(new ScriptEditor(this))
    , m_reason(new QLabel(this))
    , m_stack(new QStackedLayout)
{
    setObjectName(u"scriptPage"_s);
    m_findBar = new FindBar(m_editor, this);
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
    column->addLayout(m_stack, 1);
    column->addWidget(m_findBar);
    setFocusProxy(m_editor);
    showNothing(tr("Select a revision to read its script."));
}

void ScriptPage::setDiagnostics(const Diagnostics &diagnostics)
{
    m_diagnostics = diagnostics;
    markDiagnostics();
}

void ScriptPage::showFile(const QString &path, int line)
{
    if (path != m_path) {
        m_path = path;
        read(line);
        return;
    }
    if (line > 0 && !m_runner.isBusy())
        m_editor->goToLine(line);
}

void ScriptPage::reload()
{
    if (!m_path.isEmpty())
        read(m_editor->currentLine());
}

void ScriptPage::showNothing(const QString &reason)
{
    m_runner.cancel();
    m_path.clear();
    m_reason->setText(reason);
    m_stack->setCurrentWidget(m_reason);
    m_findBar->hide();
}

void ScriptPage::openFindBar()
{
    if (m_stack->currentWidget() == m_editor)
        m_findBar->open();
}

void ScriptPage::read(int line)
{
    m_runner.run(
        this, [path = m_path](const CancelToken &) { return readText(path); },
        [this, line](Result<QString> text) {
            if (!text) {
                m_reason->setText(text.error().text());
                m_stack->setCurrentWidget(m_reason);
            } else {
                if (*text != m_editor->text())
                    m_editor->setText(*text);
                m_stack->setCurrentWidget(m_editor);
                m_editor->goToLine(std::max(1, line));
                markDiagnostics();
            }
            Q_EMIT settled();
        });
}

void ScriptPage::markDiagnostics()
{
    Diagnostics here;
    for (const Diagnostic &diagnostic : std::as_const(m_diagnostics)) {
        if (diagnostic.where.file == m_path)
            here.append(diagnostic);
    }
    m_editor->setDiagnostics(here);
}

} // namespace athanor
