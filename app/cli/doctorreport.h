// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/style.h"
#include "core/database/drivers.h"
#include "core/plan/environmentreport.h"
#include "core/plan/previewreport.h"
#include "core/project/projecturl.h"

#include <QJsonObject>

namespace athanor::cli {

/// What `athanor doctor` has found.
struct DoctorReport
{
    const Project &project;
    const plan::ProjectReader &reader;
    ProjectUrl url = {};
    QList<DriverState> drivers = {};
    plan::PreviewReport previews = {};
    Diagnostics problems = {}; ///< of the project's files

    /// No file has an error, and every direction can be shown, with or without a connection.
    bool isFine() const;
};

enum class DoctorDetail { Refused, Everything };

/// The project, its env.py and drivers, then the directions that can't be shown by their cause; with
/// Everything, all directions in the order of an upgrade too.
QString doctorText(const DoctorReport &report, DoctorDetail detail, const Style &style);
/// See the manual.
QJsonObject doctorObject(const DoctorReport &report);

} // namespace athanor::cli
