// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"

namespace athanor {

/// Characters of a settings file, and what had to be put up with to read them.
struct TextFile
{
    QString text; ///< line ends are LF, as Python reads text files
    Diagnostics problems;
};

/// The bytes of a regular file. Fails on folders, devices and pipes, and on files of more than 16 MB.
Result<QByteArray> readSettingsFile(const QString &path);

/// UTF-8, else UTF-16 with a byte order mark, else Latin-1; says so where it is not plain UTF-8, and where
/// NUL bytes show that the file was not written to its end.
TextFile decodeText(QByteArrayView bytes, const QString &path);

/// Python's str.isspace(), which decides what ConfigParser strips.
bool isPythonSpace(QChar character);
/// Python's str.strip().
QStringView pythonStripped(QStringView text);

/// The column of a place in a line: code points before it, plus one.
int columnOf(QStringView line, qsizetype index);

} // namespace athanor
