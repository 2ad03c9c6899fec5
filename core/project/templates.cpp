// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/templates.h"

#include <array>

namespace athanor {

using namespace Qt::StringLiterals;

std::span<const ProjectTemplate> projectTemplates()
{
    static const std::array templates{
        ProjectTemplate{u"async"_s, u"Generic single-database configuration with an async dbapi."_s},
        ProjectTemplate{u"generic"_s, u"Generic single-database configuration."_s},
        ProjectTemplate{u"multidb"_s, u"Rudimentary multi-database configuration."_s},
        ProjectTemplate{u"pyproject"_s, u"pyproject configuration, based on the generic configuration."_s},
        ProjectTemplate{u"pyproject_async"_s, u"pyproject configuration, with an async dbapi."_s},
    };
    return templates;
}

} // namespace athanor
