// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/backend.h"

#include <QFileInfo>
#include <QSqlQuery>
#include <QUrl>

#include <filesystem>

namespace athanor {

using namespace Qt::StringLiterals;

namespace {

// sqlite3.h, result codes
enum SqliteCode { Busy = 5, ReadOnly = 8, CannotOpen = 14, NotADatabase = 26 };

Error unusableFile(const QString &what, const QString &hint)
{
    return {u"ATH-DB-005"_s, what, {}, hint, ErrorKind::Failure};
}

QString absolutePath(const DatabaseUrl &url)
{
    return QFileInfo(url.filePath()).absoluteFilePath();
}

QString place(const DatabaseUrl &url)
{
    return url.filePath().isEmpty() ? url.displayName() : absolutePath(url);
}

/// Only an existing, ordinary file will do: SQLite would make a missing one, and wait for ever at a pipe.
Result<void> checkFile(const DatabaseUrl &url)
{
    if (url.filePath().contains(QChar::Null))
        return std::unexpected(unusableFile(u"the path of the SQLite database holds a NUL character"_s,
                                            u"correct the path in the URL"_s));
    const QString path = absolutePath(url);
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(path.toStdU16String(), error);
    if (status.type() == std::filesystem::file_type::not_found) {
        const bool relative = QFileInfo(url.filePath()).isRelative();
        return std::unexpected(unusableFile(
            u"there is no SQLite database %1"_s.arg(path),
            relative ? u"three slashes in the URL start at the working folder, four at the root; "
                       "correct the path, or create the database first"_s
                     : u"correct the path, or create the database first"_s));
    }
    if (error)
        return std::unexpected(unusableFile(
            u"can't open the SQLite database %1: %2"_s.arg(path, QString::fromStdString(error.message())),
            u"check the path and the permissions of its folders"_s));
    if (status.type() == std::filesystem::file_type::directory)
        return std::unexpected(unusableFile(u"%1 is a folder, not an SQLite database"_s.arg(path),
                                            u"add the file's name to the path"_s));
    if (status.type() != std::filesystem::file_type::regular)
        return std::unexpected(unusableFile(u"%1 is a device or pipe, not an SQLite database"_s.arg(path),
                                            u"correct the path in the URL"_s));
    if (!QFileInfo(path).isReadable())
        return std::unexpected(unusableFile(u"no permission to read the SQLite database %1"_s.arg(path),
                                            u"check the file's permissions"_s));
    return {};
}

/// The options for SQLite itself, in a URI that asks for them.
QStringList uriOptions(const DatabaseUrl &url)
{
    // Those of Python's sqlite3.connect(), which SQLAlchemy takes out.
    static const QStringList pythonOptions = {
        u"uri"_s,          u"timeout"_s,           u"isolation_level"_s,
        u"detect_types"_s, u"check_same_thread"_s, u"cached_statements"_s,
        u"mode"_s};
    QStringList options;
    if (url.isFileUri()) {
        for (const auto &[key, value] : url.query) {
            if (!pythonOptions.contains(key))
                options += key + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value));
        }
    }
    return options;
}

Result<ConnectSettings> settings(const DatabaseUrl &url, Access access)
{
    if (!url.user.isNull() || !url.password.isNull() || !url.host.isNull() || url.port != 0)
        return std::unexpected(
            unusableOption(u"an SQLite database has no user, password, host or port"_s,
                           u"write sqlite:///relative/file.db or sqlite:////absolute/file.db"_s));
    bool isNumber = false;
    const double seconds = url.queryValue(u"timeout"_s).toDouble(&isNumber);
    const int milliseconds =
        isNumber && seconds >= 0 && seconds < 1e6 ? static_cast<int>(seconds * 1000) : 5000;

    ConnectSettings settings;
    settings.options = u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1"_s.arg(milliseconds);
    if (url.filePath().isEmpty()) {
        settings.database = u":memory:"_s;
        if (url.isFileUri())
            settings.database = url.database + u'?' + (uriOptions(url) << u"mode=memory"_s).join(u'&');
        return settings;
    }
    if (const Result<void> usable = checkFile(url); !usable)
        return std::unexpected(usable.error());
    const bool readOnly = access == Access::Read || (url.isFileUri() && url.queryValue(u"mode"_s) == "ro"_L1);
    // As a URI, since only its mode=rw keeps SQLite from making a file that has gone since.
    const QStringList options = uriOptions(url) << (readOnly ? u"mode=ro"_s : u"mode=rw"_s);
    settings.database = u"file:"_s + QString::fromLatin1(QUrl::toPercentEncoding(absolutePath(url), "/"))
                        + u'?' + options.join(u'&');
    if (readOnly)
        settings.options += u";QSQLITE_OPEN_READONLY"_s;
    return settings;
}

/// SQLite looks at the file only when a statement needs it.
QSqlError check(const QSqlDatabase &database, const DatabaseUrl &)
{
    QSqlQuery query(database);
    query.exec(u"PRAGMA schema_version"_s);
    return query.lastError();
}

QString connectHint(const DatabaseUrl &url, const QSqlError &error)
{
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case Busy:
        return u"another program holds a lock on it; let it finish, or wait longer with ?timeout=SECONDS in the URL"_s;
    case ReadOnly:
        return u"in WAL mode, reading takes write permission in the folder; without it, "
               "sqlite:///file:PATH?immutable=1&uri=true reads a file that nobody changes"_s;
    case NotADatabase:
        return u"correct the path in the URL; an encrypted database can't be read"_s;
    case CannotOpen:
        return u"check the permissions of %1 and its folder"_s.arg(place(url));
    default:
        return u"check the file with sqlite3's \"PRAGMA integrity_check\""_s;
    }
}

QString quoted(const QString &identifier)
{
    return u'"' + QString(identifier).replace(u'"', u"\"\""_s) + u'"';
}

/// A select of a missing column would not fail in SQLite, which takes the quoted name for a string.
Result<VersionTableState> findVersionTable(const QSqlDatabase &database, const VersionTable &table)
{
    const QString schema = table.schema.isEmpty() ? QString() : quoted(table.schema) + u'.';
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.exec(u"PRAGMA %1table_info(%2)"_s.arg(schema, quoted(table.name))))
        return std::unexpected(versionTableError(table, query.lastError()));
    VersionTableState state = VersionTableState::Absent;
    while (query.next()) {
        if (query.value(1).toString().compare("version_num"_L1, Qt::CaseInsensitive) == 0)
            return VersionTableState::Present;
        state = VersionTableState::WithoutVersionColumn;
    }
    if (query.lastError().isValid())
        return std::unexpected(versionTableError(table, query.lastError()));
    return state;
}

} // namespace

const Backend &sqliteBackend()
{
    static const Backend backend = {
        .qtDriver = u"QSQLITE"_s,
        .packages = u"libqt6sql6-sqlite on Debian, qt6-qtbase on Fedora, qt6-base on Arch"_s,
        .errorCode = u"ATH-DB-005"_s,
        .settings = settings,
        .place = place,
        .check = check,
        .connectHint = connectHint,
        .quoted = quoted,
        .findVersionTable = findVersionTable};
    return backend;
}

} // namespace athanor
