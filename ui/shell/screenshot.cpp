// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/screenshot.h"

#include "ui/shell/mainwindow.h"

#include <QCoreApplication>
#include <QPixmap>
#include <QTimer>

#include <cstdio>

namespace athanor {

namespace {

using namespace std::chrono_literals;

/// After the last work there is still a repaint to come.
constexpr auto PaintTime = 200ms;

} // namespace

Screenshot::Screenshot(MainWindow *window, const QString &file)
    : QObject(window)
    , m_window(window)
    , m_file(file)
{
    auto *calm = new QTimer(this);
    calm->setSingleShot(true);
    calm->setInterval(PaintTime);
    connect(window, &MainWindow::settled, calm, qOverload<>(&QTimer::start));
    connect(calm, &QTimer::timeout, this, &Screenshot::take);
    // Without a project there is nothing to wait for.
    calm->start();
}

void Screenshot::take()
{
    if (m_window->isBusy())
        return;
    const bool saved = m_window->grab().save(m_file);
    if (!saved)
        std::fprintf(
            stderr,
            "FAILED: can't write %s: choose a file name ending in .png in a folder you may write to\n",
            qPrintable(m_file));
    QCoreApplication::exit(saved ? 0 : 1);
}

} // namespace athanor
