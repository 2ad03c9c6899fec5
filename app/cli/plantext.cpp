// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plantext.h"

#include <QJsonArray>

namespace athanor::cli {

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    QString direction, from, to, changes, message;
};

QString directionName(Direction direction)
{
    switch (direction) {
    case Direction::Upgrade:
        return u"upgrade"_s;
    case Direction::Downgrade:
        return u"downgrade"_s;
    case Direction::Stamp:
        return u"stamp"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString side(const QStringList &ids)
{
    return ids.isEmpty() ? u"<base>"_s : ids.join(u", "_s);
}

QString changeText(const VersionChange &change)
{
    switch (change.kind) {
    case VersionChange::Insert:
        return u"insert "_s + change.to;
    case VersionChange::Delete:
        return u"delete "_s + change.from;
    case VersionChange::Update:
        return u"update "_s + change.from + u" to "_s + change.to;
    }
    Q_UNREACHABLE_RETURN({});
}

QJsonArray changeArray(const VersionChange &change)
{
    switch (change.kind) {
    case VersionChange::Insert:
        return {u"insert"_s, change.to};
    case VersionChange::Delete:
        return {u"delete"_s, change.from};
    case VersionChange::Update:
        return {u"update"_s, change.from, change.to};
    }
    Q_UNREACHABLE_RETURN({});
}

QString message(const RevisionGraph &graph, int revision)
{
    return revision < 0 ? QString() : graph.at(revision).message();
}

Row rowOf(const RevisionGraph &graph, const PathStep &step)
{
    QStringList changes;
    for (const VersionChange &change : step.changes)
        changes += changeText(change);
    return {directionName(step.direction), side(step.from), side(step.to), changes.join(u", "_s),
            message(graph, step.revision).simplified()};
}

QString padding(qsizetype width, const QString &text)
{
    return QString(std::max<qsizetype>(0, width - text.size()), u' ');
}

QString summary(const RevisionPath &path)
{
    const QString position = path.rows.isEmpty() ? u"is empty"_s : u"holds "_s + path.rows.join(u", "_s);
    if (path.steps.isEmpty())
        return u"Nothing to do; the version table "_s + position + u'.';
    return u"%1 %2; afterwards the version table %3."_s.arg(path.steps.size())
        .arg(path.steps.size() == 1 ? u"step"_s : u"steps"_s, position);
}

} // namespace

QString planText(const RevisionGraph &graph, const RevisionPath &path, const Style &style)
{
    QList<Row> rows;
    qsizetype moveWidth = 0;
    qsizetype changesWidth = 0;
    for (const PathStep &step : path.steps) {
        rows.append(rowOf(graph, step));
        moveWidth = std::max(moveWidth, rows.last().from.size() + rows.last().to.size());
        changesWidth = std::max(changesWidth, rows.last().changes.size());
    }
    QString text;
    for (const Row &row : rows) {
        QString line = style.direction(row.direction) + u"  "_s + style.id(row.from) + u' '
                       + style.arrow(u"->"_s) + u' ' + style.id(row.to)
                       + padding(moveWidth, row.from + row.to) + u"  "_s;
        line += row.changes;
        if (!row.message.isEmpty())
            line += padding(changesWidth, row.changes) + u"  "_s + row.message;
        text += line + u'\n';
    }
    return text + summary(path) + u'\n';
}

QJsonObject planObject(const RevisionGraph &graph, const RevisionPath &path)
{
    QJsonArray steps;
    for (const PathStep &step : path.steps) {
        QJsonArray changes;
        for (const VersionChange &change : step.changes)
            changes.append(changeArray(change));
        steps.append(QJsonObject{
            {u"revision"_s, step.revision < 0 ? QJsonValue() : QJsonValue(graph.id(step.revision))},
            {u"direction"_s, directionName(step.direction)},
            {u"from"_s, QJsonArray::fromStringList(step.from)},
            {u"to"_s, QJsonArray::fromStringList(step.to)},
            {u"ops"_s, changes},
            {u"message"_s, message(graph, step.revision)}});
    }
    return {{u"ok"_s, true},
            {u"steps"_s, steps},
            {u"heads"_s, QJsonArray::fromStringList(path.rows)},
            {u"warnings"_s, QJsonArray::fromStringList(path.warnings)}};
}

} // namespace athanor::cli
