// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/textfile.h"

#include <QFile>
#include <QFileInfo>
#include <QStringConverter>

#include <algorithm>

namespace athanor {

using namespace Qt::StringLiterals;

static constexpr qint64 largestFile = 16 * 1024 * 1024;

static Error unreadable(const QString &path, const QString &reason, const QString &hint)
{
    return {u"ATH-FILE-001"_s, u"can't read '%1': %2"_s.arg(path, reason), {path}, hint, ErrorKind::Failure};
}

Result<QByteArray> readSettingsFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return std::unexpected(unreadable(path, u"there is no such file"_s, u"check the path"_s));
    // A pipe or device would block, or never end.
    if (!info.isFile())
        return std::unexpected(unreadable(path, u"it is not a regular file"_s, u"name a text file"_s));
    if (info.size() > largestFile)
        return std::unexpected(unreadable(path, u"it has more than 16 MB"_s, u"is this the right file?"_s));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(unreadable(path, file.errorString(), u"check the file's permissions"_s));
    const QByteArray bytes = file.read(largestFile);
    if (file.error() != QFileDevice::NoError)
        return std::unexpected(unreadable(path, file.errorString(), {}));
    return bytes;
}

static SourceRange placeOfByte(QByteArrayView bytes, qsizetype index, const QString &path)
{
    const QByteArrayView before = bytes.first(index);
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    const int line = int(std::ranges::count(before, '\n')) + 1;
    const QString part = QString::fromUtf8(before.sliced(lineStart));
    return {path, line, columnOf(part, part.size())};
}

/// Index of the first byte that is not UTF-8; -1 when all are.
static qsizetype firstBadByte(QByteArrayView bytes)
{
    if (bytes.isValidUtf8())
        return -1;
    qsizetype at = 0;
    while (true) {
        const quint8 lead = quint8(bytes.at(at));
        const qsizetype length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (!bytes.sliced(at, std::min(length, bytes.size() - at)).isValidUtf8())
            return at;
        at += length;
    }
}

static QString decodeUtf16(QByteArrayView bytes, const QString &path, Diagnostics &problems)
{
    problems.append({Severity::Warning,
                     u"ATH-FILE-002"_s,
                     u"the file is UTF-16, which Alembic can't read"_s,
                     {path, 1},
                     u"save it as UTF-8"_s});
    QStringDecoder decoder(QStringDecoder::Utf16);
    return decoder.decode(bytes);
}

static QString decodeUtf8(QByteArrayView bytes, const QString &path, Diagnostics &problems)
{
    if (bytes.startsWith("\xEF\xBB\xBF")) {
        problems.append({Severity::Warning,
                         u"ATH-FILE-003"_s,
                         u"the file begins with a byte order mark, which Alembic "
                         "stumbles over"_s,
                         {path, 1},
                         u"save it as UTF-8 without one"_s});
        bytes = bytes.sliced(3);
    }
    const qsizetype bad = firstBadByte(bytes);
    if (bad < 0)
        return QString::fromUtf8(bytes);
    const QString byte = u"%1"_s.arg(quint8(bytes.at(bad)), 2, 16, '0'_L1).toUpper();
    problems.append({Severity::Warning, u"ATH-FILE-004"_s,
                     u"byte 0x%1 is not UTF-8; the file was read as Latin-1"_s.arg(byte),
                     placeOfByte(bytes, bad, path), u"save it as UTF-8"_s});
    return QString::fromLatin1(bytes);
}

TextFile decodeText(QByteArrayView bytes, const QString &path)
{
    TextFile file;
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF"))
        file.text = decodeUtf16(bytes, path, file.problems);
    else
        file.text = decodeUtf8(bytes, path, file.problems);
    file.text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    if (const qsizetype nul = file.text.indexOf(QChar(0)); nul >= 0) {
        const QStringView before = QStringView(file.text).first(nul);
        const int line = int(before.count(u'\n')) + 1;
        const QStringView part = before.sliced(before.lastIndexOf(u'\n') + 1);
        file.problems.append({Severity::Error,
                              u"ATH-FILE-005"_s,
                              u"there is a NUL byte in the file"_s,
                              {path, line, columnOf(part, part.size())},
                              u"it may not have been written to its end: restore or rewrite it"_s});
    }
    return file;
}

bool isPythonSpace(QChar character)
{
    return character.isSpace() || (character >= QChar(0x1C) && character <= QChar(0x1F));
}

QStringView pythonStripped(QStringView text)
{
    qsizetype first = 0;
    qsizetype last = text.size();
    while (first < last && isPythonSpace(text.at(first)))
        ++first;
    while (last > first && isPythonSpace(text.at(last - 1)))
        --last;
    return text.sliced(first, last - first);
}

int columnOf(QStringView line, qsizetype index)
{
    int column = 1;
    for (qsizetype i = 0; i < index; ++i) {
        if (!line.at(i).isLowSurrogate())
            ++column;
    }
    return column;
}

} // namespace athanor
