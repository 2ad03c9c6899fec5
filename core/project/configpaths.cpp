// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/configpaths.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace athanor {

using namespace Qt::StringLiterals;

static QString absolutePath(const QString &path, const QString &base)
{
    const QString absolute = QDir::isAbsolutePath(path) ? path : base + u'/' + path;
    const QString clean = QDir::cleanPath(absolute);
    // Behind a symbolic link `..` leads elsewhere than the text says.
    if (absolute.contains(".."_L1)
        && QFileInfo(clean).canonicalFilePath() != QFileInfo(absolute).canonicalFilePath())
        return absolute;
    return clean;
}

QString resolvedPath(const QString &path, const PathOrigin &origin)
{
    const QString usual = absolutePath(path, origin.workingFolder);
    const QString beside = absolutePath(path, origin.here);
    return !QFileInfo::exists(usual) && QFileInfo::exists(beside) ? beside : usual;
}

/// The folders above the configuration's, up to that of its repository, nearest first; none where there is no
/// repository. Alembic is often run from there, and opening the project from elsewhere should find its
/// scripts all the same.
static QStringList foldersAbove(const QString &here)
{
    QStringList folders;
    for (QDir folder(here); !folder.exists(u".git"_s);) {
        if (!folder.cdUp())
            return {};
        folders.append(folder.absolutePath());
    }
    return folders;
}

static QString resolvedScripts(const QString &path, const PathOrigin &origin)
{
    const QString usual = resolvedPath(path, origin);
    if (QFileInfo::exists(usual) || QDir::isAbsolutePath(path))
        return usual;
    const QStringList folders = foldersAbove(origin.here);
    for (const QString &folder : folders) {
        if (const QString found = absolutePath(path, folder); QFileInfo(found).isDir())
            return found;
    }
    return usual;
}

/// Folders that Python would find packages in, as far as can be told without Python.
static QStringList packageFolders(const PathOrigin &origin)
{
    QStringList folders = origin.prependSysPath;
    folders += {origin.workingFolder, origin.here, origin.here + "/src"_L1, origin.workingFolder + "/src"_L1};
    folders += foldersAbove(origin.here);
    for (const QLatin1StringView environment : {"/.venv"_L1, "/venv"_L1}) {
        const QDir libraries(origin.here + environment + "/lib"_L1);
        const QStringList versions = libraries.entryList({u"python3*"_s}, QDir::Dirs);
        for (const QString &version : versions)
            folders.append(libraries.filePath(version + "/site-packages"_L1));
    }
    folders.removeDuplicates();
    return folders;
}

Result<QString> resolvedResource(const QString &location, const PathOrigin &origin)
{
    if (QDir::isAbsolutePath(location) || !location.contains(u':'))
        return resolvedScripts(location, origin);
    QStringList parts = location.split(u':');
    const QString package = parts.takeFirst();
    const QStringList folders = packageFolders(origin);
    for (const QString &folder : folders) {
        const QString candidate = folder + u'/' + QString(package).replace(u'.', u'/');
        if (!package.isEmpty() && QFileInfo(candidate).isDir())
            return absolutePath(parts.join(u'/'), candidate);
    }
    return std::unexpected(
        Error{u"ATH-CFG-010"_s,
              u"can't find the package '%1' of '%2'"_s.arg(package, location),
              {},
              u"looked in %1; add its parent folder to prepend_sys_path"_s.arg(folders.join(u", "_s)),
              ErrorKind::Failure});
}

/// The separator that one of the keys names; nothing when none is set, or the value is wrong.
static std::optional<QChar> separatorFrom(ConfigSource &source, const QStringList &keys)
{
    for (const QString &key : keys) {
        const std::optional<QString> word = source.iniText(key);
        if (!word)
            continue;
        if (*word == "space"_L1)
            return u' ';
        if (*word == "newline"_L1)
            return u'\n';
        if (*word == "os"_L1)
            return QDir::listSeparator();
        if (*word == ":"_L1 || *word == ";"_L1)
            return word->front();
        source.report(Severity::Error, u"ATH-CFG-011"_s,
                      u"'%1' is not a valid value for %2; expected 'space', 'newline', 'os', ':', ';'"_s.arg(
                          *word, key),
                      source.placeOf(key), u"write 'path_separator = os'"_s);
        return std::nullopt;
    }
    return std::nullopt;
}

static QStringList splitEntries(ConfigSource &source, const QString &key, const QStringList &separatorKeys,
                                const QRegularExpression &legacy)
{
    const QString value = source.iniText(key).value_or(QString());
    if (value.isEmpty())
        return source.tomlList(key);
    QStringList entries;
    if (const auto separator = separatorFrom(source, separatorKeys)) {
        const QStringList parts = value.split(*separator);
        for (const QString &part : parts)
            entries.append(part.trimmed());
    } else {
        entries = value.split(legacy);
    }
    // Alembic would take an empty entry for the working folder, which nobody means.
    entries.removeAll(QString());
    return entries;
}

QStringList versionLocationEntries(ConfigSource &source)
{
    static const QRegularExpression legacy(u", *| +"_s);
    return splitEntries(source, u"version_locations"_s, {u"path_separator"_s, u"version_path_separator"_s},
                        legacy);
}

QStringList prependSysPathEntries(ConfigSource &source)
{
    static const QRegularExpression legacy(u", *| +|:"_s);
    return splitEntries(source, u"prepend_sys_path"_s, {u"path_separator"_s}, legacy);
}

} // namespace athanor
