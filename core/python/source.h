// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/python/arena.h"

#include <QByteArray>

#include <cstdint>
#include <span>
#include <string_view>

namespace athanor::python {

/// A place in a source: line and column from 1, the column in code points.
struct Position
{
    int line = 0;
    int column = 0;

    bool operator==(const Position &) const = default;
};

/// A file's text as Python reads it: UTF-8 without a byte order mark, lines ending in '\n' (the last one
/// too). The text is followed by a zero byte that is not part of it, so that a scanner needs no bounds check.
/// Lives in an arena.
struct Source
{
    std::string_view text = {};
    std::span<const std::uint32_t> lineStarts = {}; ///< offset of each line's first byte

    /// The line (from 1) that holds the byte at `offset`.
    int lineAt(std::uint32_t offset) const;
    Position position(std::uint32_t offset) const;
    /// The text of a line (from 1), without its end.
    std::string_view line(int number) const;
};

/// What larger files are refused with: "ATH-PY-003".
inline constexpr qsizetype MaximumSourceBytes = 64 * 1024 * 1024;

/// What a file says it is written in: by a byte order mark or its PEP 263 declaration.
struct DeclaredEncoding
{
    QByteArray name = "utf-8"; ///< as QStringDecoder knows it; "us-ascii" is not among Qt's own
    bool isDeclared = false;   ///< by a comment
    bool hasByteOrderMark = false;

    bool operator==(const DeclaredEncoding &) const = default;
};

DeclaredEncoding declaredEncoding(QByteArrayView bytes);

/// Decodes a file by its byte order mark or its PEP 263 declaration; UTF-8 where it has neither. The error's
/// place is the line that cannot be read.
Result<Source> decodeSource(QByteArrayView bytes, const QString &file, Arena &arena);

} // namespace athanor::python
