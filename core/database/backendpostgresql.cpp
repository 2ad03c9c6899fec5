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
    static const QStringList options = {u"application_name"_s,
                                        u"channel_binding"_s,
                                        u"client_encoding"_s,
                                        u"connect_timeout"_s,
                                        u"dbname"_s,
                                        u"fallback_application_name"_s,
                                        u"gssdelegation"_s,
                                        u"gssencmode"_s,
                                        u"gsslib"_s,
                                        u"hostaddr"_s,
                                        u"keepalives"_s,
                                        u"keepalives_count"_s,
                                        u"keepalives_idle"_s,
                                        u"keepalives_interval"_s,
                                        u"krbsrvname"_s,
                                        u"load_balance_hosts"_s,
                                        u"options"_s,
                                        u"passfile"_s,
                                        u"password"_s,
                                        u"replication"_s,
                                        u"require_auth"_s,
                                        u"requirepeer"_s,
                                        u"requiressl"_s,
                                        u"service"_s,
                                        u"ssl_max_protocol_version"_s,
                                        u"ssl_min_protocol_version"_s,
                                        u"sslcert"_s,
                                        u"sslcertmode"_s,
                                        u"sslcompression"_s,
                                        u"sslcrl"_s,
                                        u"sslcrldir"_s,
                                        u"sslkey"_s,
                                        u"sslmode"_s,
                                        u"sslnegotiation"_s,
                                        u"sslpassword"_s,
                                        u"sslrootcert"_s,
                                        u"sslsni"_s,
                                        u"target_session_attrs"_s,
                                        u"tcp_user_timeout"_s,
                                        u"user"_s};
    return options.contains(key);
}

/// What psycopg2, psycopg, asyncpg, pg8000 and SQLAlchemy's dialects for them take and no server is told.
bool isPythonOption(const QString &key)
{
    static const QStringList options = {u"async"_s,
                                        u"async_"_s,
                                        u"async_fallback"_s,
                                        u"autocommit"_s,
                                        u"binary"_s,
                                        u"command_timeout"_s,
                                        u"connection_factory"_s,
                                        u"context"_s,
                                        u"cursor_factory"_s,
                                        u"direct_tls"_s,
                                        u"loop"_s,
                                        u"max_cacheable_statement_size"_s,
                                        u"max_cached_statement_lifetime"_s,
                                        u"prepare_threshold"_s,
                                        u"prepared_statement_cache_size"_s,
                                        u"prepared_statement_name_func"_s,
                                        u"record_class"_s,
                                        u"row_factory"_s,
                                        u"server_settings"_s,
                                        u"ssl_context"_s,
                                        u"statement_cache_size"_s,
                                        u"tcp_keepalive"_s,
                                        u"timeout"_s};
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
