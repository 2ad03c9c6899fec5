// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/offlinescript.h"

#include <QSet>

namespace athanor::plan {

using namespace Qt::StringLiterals;

namespace {

QString stepName(Direction direction)
{
    switch (direction) {
    case Direction::Upgrade:
        return u"upgrade"_s;
    case Direction::Downgrade:
        return u"downgrade"_s;
    case Direction::Stamp:
        break;
    }
    return u"stamp_revision"_s;
}

/// The rows of the version table, as far as Alembic keeps count of them offline.
void apply(const VersionChange &change, QSet<QString> &rows)
{
    rows.remove(change.from);
    if (change.kind != VersionChange::Delete)
        rows.insert(change.to);
}

class OfflineWriter
{
public:
    OfflineWriter(const OfflineRequest &request, const OutputFormat &format)
        : m_request(request)
        , m_format(format)
        , m_version(format, request.settings)
        , m_rows(request.startingRows.begin(), request.startingRows.end())
    {
    }

    OfflineScript write(const std::function<RenderedRevision(qsizetype)> &revisionOf)
    {
        const bool isPerMigration = m_request.settings.hasTransactionPerMigration;
        const bool isOuter = m_format.isTransactional() && !isPerMigration && m_request.hasTransaction;
        const bool isInner = m_format.isTransactional() && isPerMigration;
        if (isOuter)
            m_script.text += m_format.begin();
        for (qsizetype i = 0; i < m_request.path.steps.size() && !m_script.error; ++i) {
            if (isInner)
                m_script.text += m_format.begin();
            writeStep(m_request.path.steps.at(i), i, revisionOf);
            if (isInner && !m_script.error)
                m_script.text += m_format.commit();
        }
        if (isOuter && !m_script.error)
            m_script.text += m_format.commit();
        return std::move(m_script);
    }

private:
    void writeStep(const PathStep &step, qsizetype index,
                   const std::function<RenderedRevision(qsizetype)> &revisionOf)
    {
        if (m_rows.isEmpty()) {
            const auto created = m_version.create();
            if (!created) {
                m_script.error = created.error();
                return;
            }
            m_script.text += *created;
        }
        m_script.text += u"-- Running %1 %2 -> %3\n\n"_s.arg(stepName(step.direction),
                                                             step.from.join(", "_L1), step.to.join(", "_L1));
        if (step.direction != Direction::Stamp) {
            RenderedRevision revision = revisionOf(index);
            leaveOutTypesMade(revision.statements);
            m_script.text += revision.sql(m_format);
            m_script.notes += revision.notes;
            m_script.error = revision.error;
        }
        if (m_script.error)
            return;
        for (const VersionChange &change : step.changes) {
            m_script.text += m_version.change(change);
            apply(change, m_rows);
        }
    }

    /// The revisions are rendered by themselves, but Alembic's memory of types lasts for the run.
    void leaveOutTypesMade(QList<RenderedStatement> &statements)
    {
        statements.removeIf([this](const RenderedStatement &statement) {
            if (statement.typeMade.isEmpty())
                return false;
            const bool isMade = m_typesMade.contains(statement.typeMade);
            m_typesMade.insert(statement.typeMade);
            return isMade;
        });
    }

    const OfflineRequest &m_request;
    const OutputFormat &m_format;
    const VersionStatements m_version;
    QSet<QString> m_rows;
    QSet<QString> m_typesMade;
    OfflineScript m_script;
};

} // namespace

OfflineScript offlineScript(const OfflineRequest &request, const OutputFormat &format,
                            const std::function<RenderedRevision(qsizetype)> &revisionOf)
{
    return OfflineWriter(request, format).write(revisionOf);
}

} // namespace athanor::plan
