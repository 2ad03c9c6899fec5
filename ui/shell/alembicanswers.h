// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alembic/settings.h"
#include "core/project/project.h"
#include "ui/sql/sqlscript.h"
#include "ui/widgets/taskrunner.h"

#include <memory>

namespace athanor {

struct AlembicQuestion
{
    std::shared_ptr<const Project> project = {};
    QString path = {}; ///< of the revision's script, as it is on the disk
    alembic::Direction direction = alembic::Direction::Upgrade;
    SqlScript unread = {}; ///< what Athanor has of it
};

/// Lets the project's own Alembic write a direction of a revision, off the window's thread. Only what was
/// asked for last is answered.
class AlembicAnswers : public QObject
{
    Q_OBJECT

public:
    explicit AlembicAnswers(QObject *parent = nullptr);

    /// Whether athanor.toml names the command, and the script is a revision's.
    static bool canAsk(const Project &project, const QString &path);
    /// Ends in answered().
    void ask(const AlembicQuestion &question);
    void cancel();
    bool isBusy() const { return m_runner.isBusy(); }

Q_SIGNALS:
    /// With what it wrote, or with Athanor's own and why there is no answer.
    void answered(athanor::alembic::Direction direction, const athanor::SqlScript &answer);

private:
    TaskRunner m_runner;
};

} // namespace athanor
