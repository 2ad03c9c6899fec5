// SPDX-License-Identifier: GPL-3.0-or-later
// Which revisions have SQL that can be shown, and what keeps the others from it.
#pragma once

#include "core/plan/previewstate.h"
#include "core/plan/projectreader.h"

namespace athanor::plan {

struct TurnPreview
{
    RevisionTurn turn = {};
    QString engine = {};
    DirectionState state = {};

    bool operator==(const TurnPreview &) const = default;
};

/// What directions that can't be shown have in common.
struct PreviewCause
{
    DirectionState::Kind kind = DirectionState::Kind::NotReadable;
    QString text = {};              ///< the construct, or what is needed of the database
    QList<qsizetype> previews = {}; ///< places in the report's list, in its order

    bool operator==(const PreviewCause &) const = default;
};

struct PreviewReport
{
    QList<TurnPreview> previews = {};
    QList<PreviewCause> causes = {}; ///< the most frequent first

    qsizetype count(DirectionState::Kind kind) const;

    bool operator==(const PreviewReport &) const = default;
};

/// Both directions of a revision, in each run of env.py that hands over arguments of its own.
QList<RevisionTurn> turnsOf(const ProjectReader &reader, int revision);

PreviewReport previewReport(ProjectReader &reader, const QList<RevisionTurn> &turns);

} // namespace athanor::plan
