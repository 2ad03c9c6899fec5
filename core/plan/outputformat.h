// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alembic/settings.h"

namespace athanor::plan {

/// How Alembic writes offline SQL for a dialect with the settings of env.py (alembic.md 4.50, 4.51): what
/// follows each statement, and what begins and ends a transaction. A text that it gives is one or more
/// blocks, each to be followed by an empty line.
class OutputFormat
{
public:
    OutputFormat(const dialect::Dialect &dialect, const alembic::Settings &settings);

    const dialect::Dialect &dialect() const { return m_dialect; }
    const dialect::WriteOptions &options() const { return m_options; }

    /// A statement as it is printed: tabs as four spaces, stripped, with its terminator.
    QString statement(const QString &sql) const;
    /// What stands as a block of its own behind each statement; empty where nothing does.
    const QString &separator() const { return m_separator; }
    /// Statement and separator with their empty lines.
    QString printed(const QString &sql) const;

    bool isTransactional() const { return m_isTransactional; }
    QString begin() const;
    QString commit() const;

private:
    const dialect::Dialect &m_dialect;
    dialect::WriteOptions m_options;
    QString m_terminator;
    QString m_separator;
    bool m_isTransactional = false;
};

} // namespace athanor::plan
