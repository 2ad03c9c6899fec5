// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>

namespace athanor {

/// How a script's characters become bytes: as it was read, so it is written.
struct ScriptEncoding
{
    QByteArray name = "utf-8"; ///< as QStringEncoder knows it, or "us-ascii"
    bool isDeclared = false;   ///< in the text itself (PEP 263)
    bool hasByteOrderMark = false;

    bool operator==(const ScriptEncoding &) const = default;
};

/// A script as it is edited, and as it lies on the disk.
struct ScriptFile
{
    QByteArray bytes = {};
    QString text = {}; ///< line ends as in the file; NUL is shown as U+2400
    ScriptEncoding encoding = {};
    /// Writing the text would give the same bytes; one that would not must not be edited.
    bool isExact = true;

    bool operator==(const ScriptFile &) const = default;
};

/// What the text's own declaration says, else UTF-8, else Latin-1, which fails on nothing.
ScriptFile decodedScript(const QByteArray &bytes);

/// The file's bytes. A declaration in the text wins over the encoding it was read with. Fails with
/// "ATH-UI-003" on a character that the encoding has not.
Result<QByteArray> encodedScript(const QString &text, const ScriptEncoding &encoding, const QString &path);

/// Fails with "ATH-UI-001" where the file can't be read, "ATH-UI-002" where it is too large to be shown.
Result<QByteArray> readScriptFile(const QString &path);

/// Replaces the file as a whole or leaves it as it was ("ATH-UI-004"); its permissions stay.
Result<void> writeScriptFile(const QString &path, const QByteArray &bytes);

} // namespace athanor
