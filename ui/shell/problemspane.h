// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"

#include <QTreeView>

namespace athanor {

class ProblemsModel;

/// The list of problems; a double click or Return goes to the place.
class ProblemsPane : public QTreeView
{
    Q_OBJECT

public:
    explicit ProblemsPane(QWidget *parent = nullptr);

    void setDiagnostics(const Diagnostics &diagnostics, const QString &folder);

Q_SIGNALS:
    void placeActivated(const athanor::SourceRange &where);

private:
    ProblemsModel *m_model = nullptr;
};

} // namespace athanor
