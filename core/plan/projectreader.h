// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alembic/environment.h"
#include "core/plan/projecthost.h"
#include "core/plan/renderedrevision.h"
#include "core/project/project.h"

#include <functional>

namespace athanor::plan {

struct ReaderOptions
{
    /// Another dialect than env.py's. Then env.py's settings of its own database don't count, and those of
    /// the env.py that `alembic init` writes are taken.
    std::optional<dialect::DialectName> dialect = {};
    QString url = {}; ///< decides the dialect where neither `dialect` nor env.py does; may be empty
    QStringList xArguments = {};
    std::optional<QString> tag = {};
    QStringList startingRevisions = {};
    QString destination = {};
};

/// A direction of a revision in one run of env.py.
struct RevisionTurn
{
    int revision = -1;
    alembic::Direction direction = alembic::Direction::Upgrade;
    int run = 0;

    bool operator==(const RevisionTurn &) const = default;
};

struct TurnResult
{
    RevisionTurn turn = {};
    QString engine = {}; ///< of the multidb template's upgrade(engine_name)
    RenderedRevision rendered = {};
};

/// Reads the scripts of a project: env.py once, then revisions, as many at a time as there are processors.
class ProjectReader
{
public:
    ProjectReader(const Project &project, ReaderOptions options);

    /// Fails where nothing says for which dialect SQL is wanted.
    Result<void> open();
    const alembic::Environment &environment() const { return m_environment; }
    int runCount() const { return int(m_formats.size()); }
    const alembic::Settings &settings(int run) const { return m_environment.runs.at(run).settings; }
    const OutputFormat &format(int run) const { return m_formats[size_t(run)]; }

    /// Every turn in order; one that dispatches to engines which env.py does not name gives a result for each
    /// engine that the script has.
    QList<TurnResult> render(const QList<RevisionTurn> &turns);
    /// The same for one script with a text that need not be on the disk; which revision it is does not
    /// matter.
    QList<TurnResult> render(const QList<RevisionTurn> &turns, const python::ParsedModule &script);

private:
    alembic::ConfigValues configValues() const;
    Result<dialect::DialectName> dialectOf(const alembic::Settings &settings) const;
    QList<TurnResult> renderTurn(const RevisionTurn &turn, const python::ParsedModule &script);
    alembic::RevisionRequest request(const RevisionTurn &turn, const python::ParsedModule &script) const;

    const Project &m_project;
    ReaderOptions m_options;
    ProjectHost m_host;
    alembic::ConfigValues m_config;
    alembic::Environment m_environment;
    std::optional<python::ParsedModule> m_script; ///< env.py
    std::vector<OutputFormat> m_formats;
};

} // namespace athanor::plan
