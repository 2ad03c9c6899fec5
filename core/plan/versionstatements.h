// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/outputformat.h"
#include "core/revision/path.h"

namespace athanor::plan {

/// The statements that keep the version table (alembic.md 4.31 to 4.34), as offline SQL prints them.
class VersionStatements
{
public:
    VersionStatements(const OutputFormat &format, const alembic::Settings &settings);

    Result<QString> create() const;
    QString change(const VersionChange &change) const;

private:
    QString literal(const QString &id) const;
    QString insert(const QString &id) const;

    const OutputFormat &m_format;
    const alembic::Settings &m_settings;
    QString m_table; ///< quoted, with its schema
    QString m_returning;
    QString m_output;
};

} // namespace athanor::plan
