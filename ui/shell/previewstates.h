// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/scriptreading.h"
#include "ui/widgets/taskrunner.h"

#include <QHash>

namespace athanor {

/// Finds out in the background which revisions of a project have SQL that can be shown, on its own dialect.
class PreviewStates : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Drops what is under way for another project, or for this one as it was.
    void setProject(const std::shared_ptr<const Project> &project);

Q_SIGNALS:
    /// Once all were read; by revision.
    void found(const QHash<QString, athanor::PreviewState> &states);

private:
    TaskRunner m_runner;
};

} // namespace athanor
