// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/backend.h"

#include <QSqlQuery>

#include <algorithm>

namespace athanor {

using namespace Qt::StringLiterals;

namespace {

/// What libpq understands (PostgreSQL manual, "Parameter Key Words"); host and port are dealt with apart.
bool isLibpqOption(const QString &key)
{
    static const QStringList options =
        u"application_name channel_binding client_encoding connect_timeout dbname "
        "fallback_application_name gssdelegation gssencmode gsslib hostaddr keepalives "
        "keepalives_count keepalives_idle keepalives_interval krbsrvname load_balance_hosts "
        "options passfile password replication require_auth requirepeer requiressl service "
        "ssl_max_protocol_version ssl_min_protocol_version sslcert sslcertmode sslcompression "
        "sslcrl sslcrldir sslkey sslmode sslnegotiation sslpassword sslrootcert sslsni "
        "target_session_attrs tcp_user_timeout user"_s.split(u' ');
    return options.contains(key);
}

/// What psycopg2, psycopg, asyncpg, pg8000 and SQLAlchemy's dialects for them take and no server is told.
bool isPythonOption(const QString &key)
{
    static const QStringList options =
        u"async async_ async_fallback autocommit binary command_timeout connection_factory context "
        "cursor_factory direct_tls loop max_cacheable_statement_size max_cached_statement_lifetime "
        "prepare_threshold prepared_statement_cache_size prepared_statement_name_func record_class "
        "row_factory server_settings ssl_context statement_cache_size tcp_keepalive timeout"_s.split(u' ');
    return options.contains(key);
}

/// A value in a connection string (PostgreSQL manual, "Connection Strings"). Qt makes every semicolon a
/// space.
Result<QString> assignment(const QString &key, QString value)
{
    if (value.contains(u';'))
        return std::unexpected(
            unusableOption(u"the value of %1 holds a semicolon, which Qt can't pass on"_s.arg(key),
                           u"use a value without one"_s));
    value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    return u" %1='%2'"_s.arg(key, value);
}

/// Hosts and ports in the options: `host=a,b&port=1,2` or `host=a:1&host=b:2` (SQLAlchemy manual, "Specifying
/// multiple fallback hosts"), or the folder of a unix socket.
QList<QPair<QString, QString>> hostOptions(const DatabaseUrl &url)
{
    QStringList hosts;
    QStringList ports;
    bool portsInside = false;
    for (const QString &value : url.queryValues(u"host"_s)) {
        const qsizetype colon = value.contains(u'/') || value.count(u':') > 1 ? -1 : value.indexOf(u':');
        hosts += colon < 0 ? value : value.first(colon);
        ports += colon < 0 ? QString() : value.sliced(colon + 1);
        portsInside = portsInside || colon >= 0;
    }
    if (!portsInside)
        ports = url.queryValues(u"port"_s);
    QList<QPair<QString, QString>> options;
    if (!hosts.isEmpty())
        options.append({u"host"_s, hosts.join(u',')});
    if (!ports.isEmpty())
        options.append({u"port"_s, ports.join(u',')});
    return options;
}

Result<ConnectSettings> settings(const DatabaseUrl &url, Access)
{
    QList<QPair<QString, QString>> options = {{u"connect_timeout"_s, u"10"_s},
                                              {u"fallback_application_name"_s, u"athanor"_s}};
    options += hostOptions(url);
    for (const auto &[key, value] : url.query) {
        if (isLibpqOption(key))
            options.append({key, value});
        else if (key == "ssl"_L1) // asyncpg's name for it
            options.append({u"sslmode"_s, value});
        else if (key != "host"_L1 && key != "port"_L1 && !isPythonOption(key))
            return std::unexpected(unusableOption(u"the option %1 is not known for PostgreSQL"_s.arg(key),
                                                  u"correct it, or take it out of the URL"_s));
    }
    ConnectSettings settings = {.host = url.host,
                                .port = url.port == 0 ? -1 : url.port,
                                .user = url.user,
                                .password = url.password,
                                .database = url.database};
    // Of an option given twice, libpq takes the last: those of the query win, as in psycopg2.
    for (const auto &[key, value] : std::as_const(options)) {
        const Result<QString> text = assignment(key, value);
        if (!text)
            return std::unexpected(text.error());
        settings.options += *text;
    }
    return settings;
}

QString connectHint(const DatabaseUrl &url, const QSqlError &error)
{
    const QString reason = reasonOf(error);
    const auto says = [&reason](QLatin1StringView words) {
        return reason.contains(words, Qt::CaseInsensitive);
    };
    if (says("authentication failed"_L1) || says("no password supplied"_L1) || says("role "_L1))
        return u"check user and password; in a URL, special characters are percent-encoded (@ is %40)"_s;
    if (says("does not exist"_L1) && says("database"_L1))
        return url.database.contains(u'%')
                   ? u"check the database's name, which SQLAlchemy 2.0 takes as written, without decoding %"_s
                   : u"check the database's name, or create it first"_s;
    if (says("ssl"_L1) || says("pg_hba.conf"_L1))
        return u"check sslmode in the URL and the server's pg_hba.conf"_s;
    if (says("connection option"_L1) || says(" value: \""_L1))
        return u"correct the options in the URL"_s;
    return u"check that the server runs and accepts connections there"_s;
}

QString quoted(const QString &identifier)
{
    return u'"' + QString(identifier).replace(u'"', u"\"\""_s) + u'"';
}

/// Asks the catalog, since a failed select would spoil the transaction it runs in.
Result<VersionTableState> findVersionTable(const QSqlDatabase &database, const VersionTable &table)
{
    QString name = quotedName(postgresqlBackend(), table);
    name.replace(u'\\', u"\\\\"_s).replace(u'\'', u"''"_s);
    QSqlQuery query(database);
    query.setForwardOnly(true);
    const QString sql = u"SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid "
                        "AND a.attname = 'version_num' AND NOT a.attisdropped) "
                        "FROM pg_catalog.pg_class c WHERE c.oid = pg_catalog.to_regclass(E'"_s
                        + name + u"') AND c.relkind IN ('r', 'p', 'v', 'm', 'f')"_s;
    if (!query.exec(sql))
        return std::unexpected(versionTableError(table, query.lastError()));
    if (!query.next())
        return VersionTableState::Absent;
    return query.value(0).toBool() ? VersionTableState::Present : VersionTableState::WithoutVersionColumn;
}

} // namespace

const Backend &postgresqlBackend()
{
    static const Backend backend = {
        .qtDriver = u"QPSQL"_s,
        .packages = u"libqt6sql6-psql on Debian, qt6-qtbase-postgresql on Fedora, postgresql-libs on Arch"_s,
        .errorCode = u"ATH-DB-004"_s,
        .settings = settings,
        .place = placeOnServer,
        .check = nullptr,
        .connectHint = connectHint,
        .quoted = quoted,
        .findVersionTable = findVersionTable};
    return backend;
}

} // namespace athanor
