// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/doctorreport.h"

#include "core/database/url.h"

#include <algorithm>

namespace athanor::cli {

using namespace Qt::StringLiterals;
using Kind = DirectionState::Kind;

bool DoctorReport::isFine() const
{
    return previews.count(Kind::NotReadable) == 0
           && std::ranges::none_of(problems,
                                   [](const Diagnostic &found) { return found.severity == Severity::Error; });
}

namespace {

QString stateText(Kind kind)
{
    switch (kind) {
    case Kind::Readable:
        return u"previewable"_s;
    case Kind::NeedsConnection:
        return u"only with a connection"_s;
    case Kind::NotReadable:
        return u"not readable"_s;
    case Kind::Unknown:
        break;
    }
    return u"unknown"_s;
}

QString directionText(alembic::Direction direction)
{
    return direction == alembic::Direction::Upgrade ? u"upgrade"_s : u"downgrade"_s;
}

/// Lines of cells, as wide as the widest of each column.
class Columns
{
public:
    void add(const QStringList &cells) { m_rows.append(cells); }

    QString text(const QString &indentation) const
    {
        QString text;
        for (const QStringList &row : m_rows) {
            QString line = indentation;
            for (qsizetype i = 0; i < row.size(); ++i)
                line += row.at(i).leftJustified(i + 1 < row.size() ? width(i) + 2 : 0);
            while (line.endsWith(u' '))
                line.chop(1);
            text += line + u'\n';
        }
        return text;
    }

private:
    qsizetype width(qsizetype column) const
    {
        qsizetype widest = 0;
        for (const QStringList &row : m_rows)
            widest = std::max(widest, row.value(column).size());
        return widest;
    }

    QList<QStringList> m_rows;
};

class DoctorWriter
{
public:
    DoctorWriter(const DoctorReport &report, const Style &style)
        : m_report(report)
        , m_graph(report.project.graph())
        , m_style(style)
    {
    }

    QString write(DoctorDetail detail)
    {
        writeProject();
        for (int run = 0; run < m_report.reader.runCount(); ++run)
            writeRun(run);
        writeNotes();
        writeDrivers();
        if (detail == DoctorDetail::Everything)
            writeDirections();
        for (const plan::PreviewCause &cause : m_report.previews.causes)
            writeCause(cause);
        writeSummary();
        return std::move(m_text);
    }

private:
    void heading(const QString &text) { m_text += m_style.direction(text) + u'\n'; }

    void writeProject()
    {
        const Config &config = m_report.project.config();
        Columns columns;
        for (const QString &path : {config.iniPath, config.tomlPath, m_report.project.settings().path}) {
            if (!path.isEmpty())
                columns.add({u"configuration"_s, path});
        }
        columns.add({u"scripts"_s, config.scriptLocation});
        columns.add({u"dialect"_s, m_report.reader.format(0).dialect().text.toString()});
        if (const auto url = DatabaseUrl::parse(m_report.url.url))
            columns.add({u"database"_s, u"%1, %2"_s.arg(url->masked(), m_report.url.origin)});
        columns.add({u"problems"_s, QString::number(m_report.problems.size())});
        heading(u"Project"_s);
        m_text += columns.text(u"  "_s);
    }

    void writeRun(int run)
    {
        const alembic::EnvironmentRun &found = m_report.reader.environment().runs.at(run);
        Columns columns;
        for (const plan::SettingReport &setting : plan::settingsReport(found, m_report.project.config())) {
            QString from = setting.where.file.isEmpty() ? u"default"_s : setting.where.text();
            if (!setting.source.isEmpty())
                from += u" from "_s + setting.source;
            columns.add({setting.name, setting.value, from});
        }
        m_text += u'\n';
        heading(m_report.reader.runCount() > 1 ? u"env.py, database %1"_s.arg(run + 1) : u"env.py"_s);
        m_text += columns.text(u"  "_s);
    }

    void writeNotes()
    {
        for (const Diagnostic &note : m_report.reader.environment().notes)
            m_text += u"  "_s + note.text() + u'\n';
    }

    void writeDrivers()
    {
        Columns columns;
        for (const DriverState &driver : m_report.drivers)
            columns.add({driver.database, driver.driver,
                         driver.isPresent ? u"present"_s : u"missing; install "_s + driver.packages});
        m_text += u'\n';
        heading(u"Database drivers"_s);
        m_text += columns.text(u"  "_s);
    }

    QStringList cells(const plan::TurnPreview &preview) const
    {
        QStringList cells{m_graph.id(preview.turn.revision), directionText(preview.turn.direction)};
        if (!preview.engine.isEmpty())
            cells.append(preview.engine);
        return cells;
    }

    void writeDirections()
    {
        Columns columns;
        for (const plan::TurnPreview &preview : m_report.previews.previews)
            columns.add(cells(preview) + QStringList{stateText(preview.state.kind)});
        m_text += u'\n';
        heading(u"Revisions"_s);
        m_text += columns.text(u"  "_s);
    }

    void writeCause(const plan::PreviewCause &cause)
    {
        Columns columns;
        QString needed;
        for (const qsizetype index : cause.previews) {
            const plan::TurnPreview &preview = m_report.previews.previews.at(index);
            columns.add(cells(preview) + QStringList{preview.state.where.text()});
            needed = preview.state.needed;
        }
        m_text += u'\n';
        QString text = cause.text;
        text.replace(u'\n', u' ');
        heading(u"%1, %2: %3"_s.arg(stateText(cause.kind), QString::number(cause.previews.size()), text));
        if (!needed.isEmpty() && needed != cause.text)
            m_text += u"  "_s + needed + u'\n';
        m_text += columns.text(u"  "_s);
    }

    void writeSummary()
    {
        QStringList parts;
        for (const Kind kind : {Kind::Readable, Kind::NeedsConnection, Kind::NotReadable})
            parts += u"%1 %2"_s.arg(m_report.previews.count(kind)).arg(stateText(kind));
        m_text += u"\n%1 revisions, both directions: %2\n"_s.arg(m_graph.size()).arg(parts.join(", "_L1));
    }

    const DoctorReport &m_report;
    const RevisionGraph &m_graph;
    const Style &m_style;
    QString m_text;
};

} // namespace

QString doctorText(const DoctorReport &report, DoctorDetail detail, const Style &style)
{
    return DoctorWriter(report, style).write(detail);
}

} // namespace athanor::cli
