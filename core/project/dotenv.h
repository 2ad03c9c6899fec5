// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"

#include <QHash>
#include <QProcessEnvironment>

#include <optional>

namespace athanor {

struct DotenvVariable
{
    QString name;
    QString value; ///< after quotes, escapes and `${…}`
    int line = 0;

    bool operator==(const DotenvVariable &) const = default;
};

/// A `.env` file: `NAME=value` lines, as python-dotenv and docker compose agree on them. Single quotes keep
/// all as it is; in double quotes and without quotes `${NAME}` and `${NAME:-otherwise}` are replaced, from
/// the environment first and then from the lines above.
struct Dotenv
{
    QString path; ///< empty when there is none
    QList<DotenvVariable> variables;
    QHash<QString, qsizetype> index; ///< name to place in `variables`; the last one of a name counts
    Diagnostics problems;

    const DotenvVariable *find(const QString &name) const;
};

Dotenv parseDotenv(const QString &text, const QString &path, const QProcessEnvironment &environment);

/// A variable of the environment, or else of the file; the environment wins, as with python-dotenv.
std::optional<QString> variable(const QString &name, const Dotenv &dotenv,
                                const QProcessEnvironment &environment);

/// Text with `${NAME}` and `${NAME:-otherwise}` replaced. Fails with the name of the first one that is not
/// set.
Result<QString> expandVariables(const QString &text, const Dotenv &dotenv,
                                const QProcessEnvironment &environment);

} // namespace athanor
