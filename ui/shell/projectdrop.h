// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace athanor {

/// Takes one folder or file that is dropped on a window.
class ProjectDrop : public QObject
{
    Q_OBJECT

public:
    explicit ProjectDrop(QWidget *window);

Q_SIGNALS:
    void dropped(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace athanor
