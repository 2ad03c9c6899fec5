// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/url.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>

namespace athanor {

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression &urlPattern()
{
    static const QRegularExpression pattern(
        uR"(^(?<name>[\w+]+)://)"
        R"((?:(?<user>[^:/]*)(?::(?<password>[^@]*))?@)?)"
        R"((?:(?:\[(?<ipv6>[^/?]+)\]|(?<host>[^/:?]+))?(?::(?<port>[^/?]*))?)?)"
        R"((?:/(?<database>[^?]*))?)"
        R"((?:\?(?<query>.*))?)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

Error unreadable(const QString &what, const QString &hint)
{
    return {u"ATH-DB-001"_s, u"can't read the database URL: "_s + what, {}, hint, ErrorKind::Failure};
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// Leaves a % that no two hexadecimal digits follow as it is, as Python does; QUrl would reject or rewrite
/// it.
QString percentDecoded(const QString &text)
{
    const QByteArray coded = text.toUtf8();
    QByteArray plain;
    plain.reserve(coded.size());
    for (qsizetype i = 0; i < coded.size(); ++i) {
        const bool escape = coded[i] == '%' && i + 2 < coded.size();
        const int high = escape ? hexDigit(coded[i + 1]) : -1;
        const int low = escape ? hexDigit(coded[i + 2]) : -1;
        if (high >= 0 && low >= 0) {
            plain += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            plain += coded[i];
        }
    }
    return QString::fromUtf8(plain);
}

QString percentEncoded(const QString &text, const QByteArray &keep)
{
    return QString::fromLatin1(text.toUtf8().toPercentEncoding(keep));
}

QString formDecoded(const QString &text)
{
    return percentDecoded(QString(text).replace(u'+', u' '));
}

QString formEncoded(const QString &text)
{
    return percentEncoded(text, {}).replace("%20"_L1, "+"_L1);
}

/// Options without a value are dropped, as by Python's parse_qsl.
QList<QPair<QString, QString>> parseQuery(const QString &text)
{
    QList<QPair<QString, QString>> query;
    for (const QString &item : text.split(u'&', Qt::SkipEmptyParts)) {
        const qsizetype equals = item.indexOf(u'=');
        if (equals >= 0 && equals + 1 < item.size())
            query.append({formDecoded(item.first(equals)), formDecoded(item.sliced(equals + 1))});
    }
    return query;
}

Result<int> parsePort(const QString &text)
{
    bool isNumber = false;
    const int port = text.trimmed().toInt(&isNumber);
    if (!isNumber)
        return std::unexpected(
            unreadable(u"what follows the host's colon is not a port number"_s,
                       u"write it as dialect://user:password@host:port/database; a / or ? in the user's name "
                       "is written %2F or %3F"_s));
    if (port < 1 || port > 65535)
        return std::unexpected(unreadable(u"port %1 is not between 1 and 65535"_s.arg(port),
                                          u"correct the port, or leave it out for the server's default"_s));
    return port;
}

bool isPasswordOption(const QString &key)
{
    return key == "password"_L1 || key == "passwd"_L1 || key == "sslpassword"_L1
           || key == "ssl_key_password"_L1;
}

bool hasDriveLetter(const QString &path)
{
    return path.size() >= 3 && path[0].isLetter() && path[1] == u':' && (path[2] == u'\\' || path[2] == u'/');
}

bool isTrue(const QString &value)
{
    static const QStringList words = {u"true"_s, u"yes"_s, u"on"_s, u"y"_s, u"t"_s, u"1"_s};
    return words.contains(value.trimmed().toLower());
}

/// The path in `file:path`, `file:/path`, `file:///path` and `file://localhost/path` (SQLite, "Uniform
/// Resource Identifiers").
QString pathOfFileUri(const QString &uri)
{
    QString path = uri.sliced(5).section(u'#', 0, 0);
    if (path.startsWith("//"_L1))
        path = path.sliced(qMax(path.indexOf(u'/', 2), qsizetype(2)));
    return percentDecoded(path);
}

} // namespace

Result<DatabaseUrl> DatabaseUrl::parse(const QString &text)
{
    const QRegularExpressionMatch match = urlPattern().match(text);
    if (!match.hasMatch())
        return std::unexpected(unreadable(
            text.trimmed().isEmpty() ? u"it is empty"_s : u"it does not start with a dialect and ://"_s,
            u"write it as dialect://user:password@host:port/database"_s));
    const auto part = [&match](const QString &name) {
        return match.hasCaptured(name) ? match.captured(name) : QString();
    };
    DatabaseUrl url;
    const QString name = match.captured(u"name"_s);
    const qsizetype plus = name.indexOf(u'+');
    url.dialect = plus < 0 ? name : name.first(plus);
    url.driver = plus < 0 ? QString() : name.sliced(plus + 1);
    if (url.dialect == "postgres"_L1)
        url.dialect = u"postgresql"_s;
    if (match.hasCaptured(u"user"_s))
        url.user = percentDecoded(part(u"user"_s));
    if (match.hasCaptured(u"password"_s))
        url.password = percentDecoded(part(u"password"_s));
    url.host = match.hasCaptured(u"host"_s) ? part(u"host"_s) : part(u"ipv6"_s);
    if (match.hasCaptured(u"password"_s) && url.host.contains(u'@'))
        return std::unexpected(unreadable(u"the password holds an unescaped @"_s, u"write it as %40"_s));
    if (match.hasCaptured(u"port"_s)) {
        const Result<int> port = parsePort(part(u"port"_s));
        if (!port)
            return std::unexpected(port.error());
        url.port = *port;
    }
    url.database = part(u"database"_s);
    url.query = parseQuery(part(u"query"_s));
    return url;
}

QString DatabaseUrl::masked() const
{
    QString text = dialect;
    if (!driver.isNull())
        text += u'+' + driver;
    text += "://"_L1;
    if (!user.isNull()) {
        text += percentEncoded(user, " +");
        if (!password.isNull())
            text += ":***"_L1;
        text += u'@';
    }
    text += host.contains(u':') ? u'[' + host + u']' : host;
    if (port != 0)
        text += u':' + QString::number(port);
    if (!database.isNull())
        text += u'/' + database;

    auto sorted = query;
    std::ranges::stable_sort(sorted, {}, &QPair<QString, QString>::first);
    QStringList items;
    for (const auto &[key, value] : std::as_const(sorted))
        items += formEncoded(key) + u'=' + (isPasswordOption(key) ? u"***"_s : formEncoded(value));
    return items.isEmpty() ? text : text + u'?' + items.join(u'&');
}

QString DatabaseUrl::displayName() const
{
    if (isSqlite()) {
        const QString path = filePath();
        if (path.isEmpty())
            return u"SQLite in memory"_s;
        return path.sliced(qMax(path.lastIndexOf(u'/'), hasDriveLetter(path) ? path.lastIndexOf(u'\\') : -1)
                           + 1);
    }
    return database.isEmpty() ? serverName() : u"%1 on %2"_s.arg(database, serverName());
}

QString DatabaseUrl::serverName() const
{
    for (const QString &key : {u"host"_s, u"unix_socket"_s}) {
        if (const QStringList given = queryValues(key); !given.isEmpty())
            return given.join(u',');
    }
    return host.isEmpty() ? u"localhost"_s : host;
}

QStringList DatabaseUrl::queryValues(const QString &key) const
{
    QStringList values;
    for (const auto &[name, value] : query) {
        if (name == key)
            values += value;
    }
    return values;
}

QString DatabaseUrl::queryValue(const QString &key) const
{
    return queryValues(key).value(queryValues(key).size() - 1);
}

bool DatabaseUrl::isSqlite() const
{
    return dialect == "sqlite"_L1;
}

bool DatabaseUrl::isFileUri() const
{
    return isSqlite() && database.startsWith("file:"_L1) && isTrue(queryValue(u"uri"_s));
}

QString DatabaseUrl::filePath() const
{
    if (!isSqlite() || database == ":memory:"_L1)
        return {};
    if (!isFileUri())
        return database;
    const QString path = pathOfFileUri(database);
    return path == ":memory:"_L1 || queryValue(u"mode"_s) == "memory"_L1 ? QString() : path;
}

DatabaseUrl DatabaseUrl::resolvedAgainst(const QString &folder) const
{
    const QString path = filePath();
    if (path.isEmpty() || QDir::isAbsolutePath(path) || hasDriveLetter(path))
        return *this;
    DatabaseUrl resolved = *this;
    const QString absolute = QDir::cleanPath(QDir(folder).absoluteFilePath(path));
    resolved.database = isFileUri() ? u"file:"_s + percentEncoded(absolute, "/") : absolute;
    return resolved;
}

} // namespace athanor
