// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlalchemy/schema/arguments.h"

namespace athanor::sqlalchemy {

/// What conv() and quoted_name() give: a str to the script, which remembers what it was told.
class NameObject final : public python::StringObject
{
public:
    explicit NameObject(const schema::Name &name_)
        : StringObject(name_.text.toStdString())
        , name(name_)
    {
    }

    const schema::Name name;
};

python::Evaluated callConv(python::Evaluator &evaluator, const python::Arguments &arguments);
python::Evaluated callQuotedName(python::Evaluator &evaluator, const python::Arguments &arguments);

} // namespace athanor::sqlalchemy
