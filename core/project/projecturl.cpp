// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/projecturl.h"

#include <QFileInfo>

#include <array>

namespace athanor {

using namespace Qt::StringLiterals;

/// Names in use, the most particular first (Flask-SQLAlchemy, FastAPI templates, hosting services).
static constexpr std::array variableNames{
    "ALEMBIC_DATABASE_URL"_L1,
    "SQLALCHEMY_DATABASE_URI"_L1,
    "SQLALCHEMY_DATABASE_URL"_L1,
    "SQLALCHEMY_URL"_L1,
    "DATABASE_URL"_L1,
    "DATABASE_URI"_L1,
    "DB_URL"_L1,
    "DB_URI"_L1,
    "POSTGRES_URL"_L1,
};

bool isPlaceholderUrl(const QString &url)
{
    return url.startsWith("driver://"_L1);
}

static ProjectUrl urlOfIni(const Config &config)
{
    if (config.sqlalchemyUrl.isEmpty() || isPlaceholderUrl(config.sqlalchemyUrl))
        return {};
    const IniEntry *entry = config.ini.find(config.section, u"sqlalchemy.url"_s);
    const QString name = QFileInfo(config.iniPath).fileName();
    return {config.sqlalchemyUrl, entry ? u"%1:%2"_s.arg(name).arg(entry->where().line) : name};
}

static ProjectUrl urlOfVariable(const QString &name, const Dotenv &dotenv,
                                const QProcessEnvironment &environment)
{
    const std::optional<QString> value = variable(name, dotenv, environment);
    if (!value || !value->contains("://"_L1))
        return {};
    if (environment.contains(name))
        return {*value, u"environment (%1)"_s.arg(name)};
    return {*value,
            u"%1:%2 (%3)"_s.arg(QFileInfo(dotenv.path).fileName()).arg(dotenv.find(name)->line).arg(name)};
}

ProjectUrl databaseUrl(const Config &config, const Dotenv &dotenv, const QProcessEnvironment &environment)
{
    ProjectUrl found = urlOfIni(config);
    for (const QLatin1StringView name : variableNames) {
        if (found.url.isEmpty())
            found = urlOfVariable(name, dotenv, environment);
    }
    return found;
}

} // namespace athanor
