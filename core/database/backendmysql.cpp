// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/backend.h"

#include <QSqlQuery>

#include <algorithm>

namespace athanor {

using namespace Qt::StringLiterals;

namespace {

// Codes of the server and of its client library (MariaDB knowledge base, "MariaDB Error Code Reference").
enum MysqlCode {
    DatabaseAccessDenied = 1044,
    AccessDenied = 1045,
    UnknownDatabase = 1049,
    UnknownTable = 1051,
    NoSuchTable = 1146,
    TlsError = 2026,
};

struct DriverOption
{
    QLatin1StringView key;  ///< in the URL
    QLatin1StringView name; ///< in Qt's connect options
};

constexpr DriverOption driverOptions[] = {
    {"unix_socket"_L1, "UNIX_SOCKET"_L1},
    {"connect_timeout"_L1, "MYSQL_OPT_CONNECT_TIMEOUT"_L1},
    {"connection_timeout"_L1, "MYSQL_OPT_CONNECT_TIMEOUT"_L1},
    {"read_timeout"_L1, "MYSQL_OPT_READ_TIMEOUT"_L1},
    {"write_timeout"_L1, "MYSQL_OPT_WRITE_TIMEOUT"_L1},
    // With any of these the client library speaks TLS where the server does; see check().
    {"ssl_ca"_L1, "MYSQL_OPT_SSL_CA"_L1},
    {"ssl_capath"_L1, "MYSQL_OPT_SSL_CAPATH"_L1},
    {"ssl_cert"_L1, "MYSQL_OPT_SSL_CERT"_L1},
    {"ssl_key"_L1, "MYSQL_OPT_SSL_KEY"_L1},
    {"ssl_cipher"_L1, "MYSQL_OPT_SSL_CIPHER"_L1},
};

/// What PyMySQL, mysqlclient, aiomysql, asyncmy and the two connectors take and no server is told.
bool isPythonOption(const QString &key)
{
    static const QStringList options =
        u"allow_local_infile auth_plugin auth_plugin_map autocommit binary_prefix buffered charset "
        "client_flag collation compress conv converter_class cursorclass echo get_warnings "
        "init_command local_infile loop max_allowed_packet minsize maxsize plugin_dir pool_name "
        "pool_recycle pool_size program_name raise_on_warnings read_default_file "
        "read_default_group server_public_key sql_mode ssl_disabled time_zone use_pure use_unicode"_s.split(
            u' ');
    return options.contains(key);
}

/// What asks for the server's certificate to be checked. Qt's driver has no option for it, and the client
/// library then does not.
bool asksForCertificateCheck(const QString &key)
{
    return key == "ssl_check_hostname"_L1 || key == "ssl_verify_cert"_L1 || key == "ssl_verify_identity"_L1;
}

/// Drivers written in Python speak TCP even to "localhost", where the C library looks for a unix socket.
bool prefersTcp(const QString &driver)
{
    return driver == "pymysql"_L1 || driver == "aiomysql"_L1 || driver == "asyncmy"_L1
           || driver == "mysqlconnector"_L1;
}

/// Whether an option that Qt's driver is not told can be passed over.
Result<void> checkPassedOver(const QString &key, const QString &value)
{
    const bool off = value.compare("false"_L1, Qt::CaseInsensitive) == 0 || value == "0"_L1;
    if (asksForCertificateCheck(key) && !off)
        return std::unexpected(unusableOption(
            u"%1 asks for the server's certificate to be checked, which Qt's MySQL driver can't do"_s.arg(
                key),
            u"take it out of the URL for a connection that is not checked; ssl_ca still encrypts it"_s));
    if (asksForCertificateCheck(key) || isPythonOption(key))
        return {};
    return std::unexpected(unusableOption(u"the option %1 is not known for MySQL and MariaDB"_s.arg(key),
                                          u"correct it, or take it out of the URL"_s));
}

Result<ConnectSettings> settings(const DatabaseUrl &url, Access)
{
    QStringList options = {u"MYSQL_OPT_CONNECT_TIMEOUT=10"_s};
    for (const auto &[key, value] : url.query) {
        const auto known =
            std::ranges::find_if(driverOptions, [&key](const DriverOption &o) { return o.key == key; });
        if (known == std::end(driverOptions)) {
            if (const Result<void> fine = checkPassedOver(key, value); !fine)
                return std::unexpected(fine.error());
            continue;
        }
        if (value.contains(u';'))
            return std::unexpected(
                unusableOption(u"the value of %1 holds a semicolon, which Qt can't pass on"_s.arg(key),
                               u"use a value without one"_s));
        options += known->name + u'=' + value;
    }
    if (prefersTcp(url.driver) && url.queryValue(u"unix_socket"_s).isEmpty())
        options += u"MYSQL_OPT_PROTOCOL=TCP"_s;
    return ConnectSettings{.host = url.host.isEmpty() ? u"localhost"_s : url.host,
                           .port = url.port == 0 ? -1 : url.port,
                           .user = url.user,
                           .password = url.password,
                           .database = url.database,
                           .options = options.join(u';')};
}

/// The client library goes on without TLS where the server has none; who names certificates does not want
/// that.
QSqlError check(const QSqlDatabase &database, const DatabaseUrl &url)
{
    const bool wantsTls = std::ranges::any_of(driverOptions, [&url](const DriverOption &option) {
        return option.key.startsWith("ssl_"_L1) && !url.queryValue(option.key).isEmpty();
    });
    if (!wantsTls)
        return {};
    QSqlQuery query(database);
    if (!query.exec(u"SHOW STATUS LIKE 'Ssl_cipher'"_s))
        return query.lastError();
    if (query.next() && !query.value(1).toString().isEmpty())
        return {};
    return QSqlError({}, u"the server does not encrypt the connection, although the URL has ssl_ options"_s,
                     QSqlError::ConnectionError, QString::number(TlsError));
}

QString connectHint(const DatabaseUrl &url, const QSqlError &error)
{
    switch (error.nativeErrorCode().toInt()) {
    case AccessDenied:
        return u"check user and password; in a URL, special characters are percent-encoded (@ is %40)"_s;
    case DatabaseAccessDenied:
        return u"check that the user may use this database"_s;
    case UnknownDatabase:
        return url.database.contains(u'%')
                   ? u"check the database's name, which SQLAlchemy 2.0 takes as written, without decoding %"_s
                   : u"check the database's name, or create it first"_s;
    case TlsError:
        return u"check the server's certificate and the ssl_ options in the URL"_s;
    default:
        return u"check that the server runs and accepts connections there"_s;
    }
}

QString quoted(const QString &identifier)
{
    return u'`' + QString(identifier).replace(u'`', u"``"_s) + u'`';
}

Result<VersionTableState> findVersionTable(const QSqlDatabase &database, const VersionTable &table)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.exec(u"DESCRIBE "_s + quotedName(mysqlBackend(), table))) {
        const int code = query.lastError().nativeErrorCode().toInt();
        if (code == NoSuchTable || code == UnknownTable || code == UnknownDatabase)
            return VersionTableState::Absent;
        return std::unexpected(versionTableError(table, query.lastError()));
    }
    while (query.next()) {
        if (query.value(0).toString().compare("version_num"_L1, Qt::CaseInsensitive) == 0)
            return VersionTableState::Present;
    }
    return VersionTableState::WithoutVersionColumn;
}

} // namespace

const Backend &mysqlBackend()
{
    static const Backend backend = {
        .qtDriver = u"QMYSQL"_s,
        .packages = u"libqt6sql6-mysql on Debian, qt6-qtbase-mysql on Fedora, mariadb-libs on Arch"_s,
        .errorCode = u"ATH-DB-004"_s,
        .settings = settings,
        .place = placeOnServer,
        .check = check,
        .connectHint = connectHint,
        .quoted = quoted,
        .findVersionTable = findVersionTable};
    return backend;
}

} // namespace athanor
