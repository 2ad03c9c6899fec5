// SPDX-License-Identifier: GPL-3.0-or-later
// upgrade, downgrade and stamp. They write SQL; running it is not part of this version.
#include "app/cli/askalembic.h"
#include "app/cli/commands.h"
#include "app/cli/offlinesql.h"

namespace athanor::cli {

using namespace Qt::StringLiterals;

namespace {

struct MigrateOptions
{
    QString target;
    QString tag;
    bool writesSql = false;
    bool withAlembic = false;
};

Result<void> migrate(Session &session, Direction direction, const QString &name,
                     const MigrateOptions &options)
{
    if (!options.writesSql)
        return std::unexpected(
            Error{u"ATH-CLI-008"_s,
                  u"this version of Athanor does not run migrations"_s,
                  {},
                  u"`athanor %1 --sql` writes what Alembic would run, and `alembic %1` runs it"_s.arg(name)});
    if (options.withAlembic)
        return writeAlembicSql(session, name, options.target);
    return writeOfflineSql(session, {direction, {options.target}, options.tag});
}

Command &addMigration(CommandLine &line, const std::string &name, const std::string &sentence,
                      const std::string &targetHelp, Direction direction)
{
    const auto options = std::make_shared<MigrateOptions>();
    return line.add(name, sentence)
        .argument("REV", options->target, targetHelp)
        .flag("--sql", options->writesSql, "Write the SQL to standard output instead of running it")
        .flag("--with-alembic", options->withAlembic,
              "With --sql: let the project's own Alembic write it, as athanor.toml names it")
        .option("--tag", options->tag, "TEXT", "Handed to env.py as the tag argument")
        .run([options, direction, name](Session &session) {
            return migrate(session, direction, QString::fromStdString(name), *options);
        });
}

} // namespace

void addUpgrade(CommandLine &line)
{
    addMigration(line, "upgrade", "Write the SQL that takes a database up to a revision.",
                 "Where to, or FROM:TO; without FROM from an empty database", Direction::Upgrade)
        .details("The text is that of `alembic upgrade --sql`: statements, version table, transactions.")
        .example("athanor upgrade head --sql", "the whole way from an empty database")
        .example("athanor upgrade ae10:head --sql", "what a database at ae10 lacks")
        .example("athanor upgrade head --sql --dialect sqlite", "for another database than env.py's");
}

void addDowngrade(CommandLine &line)
{
    addMigration(line, "downgrade", "Write the SQL that takes a database back to a revision.", "FROM:TO",
                 Direction::Downgrade)
        .details("The text is that of `alembic downgrade --sql`, which needs to be told where the database "
                 "stands.")
        .example("athanor downgrade ae10:base --sql", "back to an empty database");
}

void addStamp(CommandLine &line)
{
    addMigration(line, "stamp", "Write the SQL that sets the version table to a revision.",
                 "Where to, or FROM:TO; without FROM from an empty database", Direction::Stamp)
        .details("The text is that of `alembic stamp --sql`. No revision is run.")
        .example("athanor stamp head --sql", "as if all of them had been run");
}

} // namespace athanor::cli
