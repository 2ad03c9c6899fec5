// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/json.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace athanor::cli {

using namespace Qt::StringLiterals;

static QJsonValue downRevision(const QStringList &parents)
{
    if (parents.isEmpty())
        return QJsonValue::Null;
    if (parents.size() == 1)
        return parents.first();
    return QJsonArray::fromStringList(parents);
}

QJsonObject revisionObject(const RevisionGraph &graph, int revision)
{
    const Revision &script = graph.at(revision);
    return {
        {u"revision"_s, script.id},
        {u"down_revision"_s, downRevision(script.downRevisions)},
        {u"branch_labels"_s, QJsonArray::fromStringList(graph.labels(revision))},
        {u"depends_on"_s, QJsonArray::fromStringList(script.dependsOn)},
        {u"message"_s, script.message()},
        {u"path"_s, script.path},
        {u"is_head"_s, graph.isHead(revision)},
        {u"is_base"_s, graph.isBase(revision)},
        {u"is_branch_point"_s, graph.isBranchPoint(revision)},
        {u"is_merge_point"_s, graph.isMergePoint(revision)},
    };
}

static void appendItem(QByteArray &text, const QJsonObject &object)
{
    text += text.size() > 1 ? ",\n" : "\n";
    text += QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray jsonArray(const QList<QJsonObject> &objects)
{
    QByteArray text("[");
    for (const QJsonObject &object : objects)
        appendItem(text, object);
    return text + (objects.isEmpty() ? "]\n" : "\n]\n");
}

QByteArray jsonArray(const RevisionGraph &graph, std::span<const int> revisions)
{
    QByteArray text("[");
    for (const int revision : revisions)
        appendItem(text, revisionObject(graph, revision));
    return text + (revisions.empty() ? "]\n" : "\n]\n");
}

QByteArray jsonLine(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace athanor::cli
