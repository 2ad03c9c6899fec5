// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/revision/traversal.h"

#include <expected>

namespace athanor {

/// Why an identifier or a range leads nowhere, before the command has its say in how to put it.
struct TargetFault
{
    enum Kind {
        Unknown,      ///< no revision, or more than one, is named by `argument`; `detail` says which
        SeveralHeads, ///< `argument` asks for the one head
        NotAncestor,  ///< the ends of a range don't lie on one line
        WalkedOut,    ///< a walk left the graph; `detail` is the message
        Other,        ///< `detail` is the message
    };
    Kind kind = Other;
    QString argument = {};
    QString detail = {};
};

template<typename T>
using Found = std::expected<T, TargetFault>;

/// How a command words what Alembic words differently from command to command.
struct FaultWording
{
    QString notAncestor = {};  ///< whole message
    QString severalHeads = {}; ///< whole message; empty: the usual one
    QString argument =
        {}; ///< what the usual message for several heads calls the argument; empty: as resolved
};
Error errorFrom(const TargetFault &fault, const FaultWording &wording = {});

/// A place a walk can end at: a revision, or below all of them.
struct Stop
{
    int revision = -1; ///< -1: base

    bool isBase() const { return revision < 0; }
    bool operator==(const Stop &) const = default;
};

/// What to do when a walk leaves the graph: it fails (nothing is returned), or stays at the last revision.
enum class Overwalk { Fail, Stay };

/// Resolves identifiers against one graph. Rows of a database are identifiers like any other.
class TargetResolver
{
public:
    explicit TargetResolver(const RevisionGraph &graph)
        : m_graph(graph)
    {
    }

    /// An identifier split and its symbol replaced: "web@head" is branch "web" and the head's id.
    struct Symbols
    {
        QStringList ids;
        QString branch;
    };
    Found<Symbols> symbols(const QString &identifier) const;

    Found<std::vector<int>> revisions(const QString &identifier) const;
    Found<std::vector<int>> revisions(const QStringList &identifiers) const;
    Found<std::optional<int>> revision(const QString &identifier) const;
    /// An id, a label or a unique beginning of one, that must be on the branch if one is given.
    Found<int> revisionNamed(const QString &id, const QString &branch = {}) const;
    Found<int> branch(const QString &label) const;

    /// `steps` upwards (positive) or downwards. Nothing when it leaves the graph and must not.
    Found<std::optional<Stop>> walk(Stop start, int steps, const QString &branch, Overwalk overwalk) const;
    /// Of `revisions` those above or below what `identifier` names.
    Found<std::vector<int>> onLineage(std::span<const int> revisions, const QString &identifier) const;
    Found<std::vector<int>> onLineageOrDependent(std::span<const int> revisions,
                                                 const QString &identifier) const;

    const RevisionGraph &graph() const { return m_graph; }

private:
    Found<QStringList> oneHead(const QString &branch) const;
    Found<std::vector<int>> belowHeads(int steps, const QString &branch) const;
    Found<std::vector<int>> filtered(std::span<const int> revisions, const QString &identifier,
                                     Edges edges) const;
    TargetFault noSuchRevision(const QString &id) const;

    const RevisionGraph &m_graph;
};

/// A relative target, `[branch@][symbol](+|-)N`; what follows N is ignored, as by Alembic.
struct RelativeTarget
{
    QString branch;
    QString symbol;
    QString text; ///< sign and digits
    int steps = 0;
};
std::optional<RelativeTarget> parseRelative(const QString &target);

/// "Relative revision +3 didn't produce 3 migrations"
TargetFault tooFewMigrations(const RelativeTarget &target);

} // namespace athanor
