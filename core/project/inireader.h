// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/inifile.h"

namespace athanor {

/// Reads one ini file, line by line, by ConfigParser's rules.
class IniReader
{
public:
    IniReader(const QString &text, const QString &path);
    IniFile read();

private:
    void readLine(QStringView line);
    bool continuesValue(QStringView line, qsizetype indent);
    bool readHeader(QStringView content, qsizetype indent);
    void readOption(QStringView line, QStringView content, qsizetype indent);
    void finishValue();
    void report(const QString &code, const QString &message, qsizetype column, const QString &hint);
    SourceRange place(QStringView line, qsizetype index) const;

    QString m_text;
    IniFile m_file;
    int m_line = 0;
    qsizetype m_indent = 0;          ///< of the line that began the current value
    IniSection *m_section = nullptr; ///< none before the first header
    IniSection m_ignored;            ///< takes the keys of a section that is there twice
    bool m_missingHeaderReported = false;
    int m_unreported = 0;

    /// The value being read: continuation lines go to the last good key, as in ConfigParser.
    IniEntry m_entry;
    QStringList m_pieces;
    bool m_keep = false; ///< false for a duplicate: read, but not used
};

} // namespace athanor
