// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/inifile.h"

namespace athanor {

/// The value of an entry with `%(name)s` replaced by the section's and DEFAULT's values, ten levels deep at
/// most, and `%%` by a percent sign: ConfigParser's basic interpolation.
Result<QString> interpolated(const IniFile &file, const QString &section, const IniEntry &entry);

/// Python's `text % values` as far as strings of a toml file use it (alembic.md 2.03): `%(name)s` and `%%`.
Result<QString> percentFormatted(const QString &text, const QHash<QString, QString> &values,
                                 const SourceRange &where);

} // namespace athanor
