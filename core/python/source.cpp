// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/source.h"

#include "core/python/syntaxerror.h"

#include <QStringConverter>
#include <QStringDecoder>

#include <algorithm>
#include <vector>

namespace athanor::python {

using namespace Qt::StringLiterals;

int Source::lineAt(std::uint32_t offset) const
{
    const auto after = std::ranges::upper_bound(lineStarts, offset);
    return std::max(1, static_cast<int>(after - lineStarts.begin()));
}

Position Source::position(std::uint32_t offset) const
{
    const int line = lineAt(offset);
    const std::uint32_t start = lineStarts[static_cast<std::size_t>(line - 1)];
    const std::string_view before = text.substr(start, offset - start);
    const auto characters = std::ranges::count_if(before, [](char c) { return (c & 0xC0) != 0x80; });
    return {line, static_cast<int>(characters) + 1};
}

std::string_view Source::line(int number) const
{
    if (number < 1 || static_cast<std::size_t>(number) > lineStarts.size())
        return {};
    const std::uint32_t start = lineStarts[static_cast<std::size_t>(number - 1)];
    return text.substr(start, text.find('\n', start) - start);
}

namespace {

constexpr QByteArrayView ByteOrderMark("\xEF\xBB\xBF");

Error unreadable(SyntaxCode code, const QString &message, const QString &file, int line)
{
    return {codeText(code), message, {file, line}, {}, ErrorKind::Failure};
}

/// The encoding a comment in the first two lines declares, as PEP 263 has it: "coding[:=]\s*([-\w.]+)".
QByteArray declaration(QByteArrayView bytes, int &line)
{
    for (line = 1; line <= 2; ++line) {
        const auto end = std::ranges::find_if(bytes, [](char c) { return c == '\n' || c == '\r'; });
        const QByteArrayView text = bytes.first(end - bytes.begin());
        const auto first =
            std::ranges::find_if(text, [](char c) { return c != ' ' && c != '\t' && c != '\f'; });
        if (first != text.end() && *first != '#')
            return {};
        for (qsizetype at = text.indexOf("coding"); at >= 0; at = text.indexOf("coding", at + 1)) {
            qsizetype begin = at + 6;
            if (begin >= text.size() || (text[begin] != ':' && text[begin] != '='))
                continue;
            ++begin;
            while (begin < text.size() && (text[begin] == ' ' || text[begin] == '\t'))
                ++begin;
            qsizetype stop = begin;
            while (stop < text.size()
                   && (std::isalnum(static_cast<unsigned char>(text[stop])) || text[stop] == '-'
                       || text[stop] == '_' || text[stop] == '.'))
                ++stop;
            if (stop > begin)
                return text.sliced(begin, stop - begin).toByteArray();
        }
        bytes = bytes.sliced(end - bytes.begin());
        if (bytes.startsWith("\r\n"))
            bytes = bytes.sliced(2);
        else if (!bytes.isEmpty())
            bytes = bytes.sliced(1);
    }
    return {};
}

enum class Encoding { Utf8, Latin1, Ascii, Other };

Encoding encodingOf(const QByteArray &declared)
{
    QByteArray name = declared.toLower().replace('_', '-');
    if (declared.isEmpty() || name == "utf-8" || name.startsWith("utf-8-") || name == "utf8" || name == "u8")
        return Encoding::Utf8;
    if (name.startsWith("iso-8859-1-") || name.startsWith("latin-1-"))
        return Encoding::Latin1;
    for (const char *alias :
         {"latin-1", "iso-8859-1", "iso-latin-1", "latin1", "iso8859-1", "8859", "cp819", "l1", "latin"}) {
        if (name == alias)
            return Encoding::Latin1;
    }
    for (const char *alias : {"ascii", "us-ascii", "646", "ansi-x3.4-1968"}) {
        if (name == alias)
            return Encoding::Ascii;
    }
    return Encoding::Other;
}

/// The names Qt knows an encoding by where Python's differ.
QByteArray converterName(const QByteArray &declared)
{
    const QByteArray name = declared.toLower().replace('_', '-');
    const QByteArray digits = name.startsWith("cp")         ? name.mid(2)
                              : name.startsWith("windows-") ? name.mid(8)
                                                            : QByteArray();
    return digits.size() == 4 && digits.startsWith("125") ? "windows-" + digits : name;
}

/// Length of the valid UTF-8 sequence at `at`; 0 when there is none.
qsizetype sequenceLength(const uchar *at, const uchar *end)
{
    const auto more = [&](qsizetype count, uchar low, uchar high) -> qsizetype {
        if (end - at <= count || at[1] < low || at[1] > high)
            return 0;
        for (qsizetype i = 2; i <= count; ++i) {
            if ((at[i] & 0xC0) != 0x80)
                return 0;
        }
        return count + 1;
    };
    if (*at < 0x80)
        return 1;
    if (*at < 0xC2 || *at > 0xF4)
        return 0;
    if (*at < 0xE0)
        return more(1, 0x80, 0xBF);
    if (*at < 0xF0)
        return more(2, *at == 0xE0 ? 0xA0 : 0x80, *at == 0xED ? 0x9F : 0xBF);
    return more(3, *at == 0xF0 ? 0x90 : 0x80, *at == 0xF4 ? 0x8F : 0xBF);
}

/// The first byte that is no UTF-8; -1 when all is.
qsizetype firstInvalidByte(QByteArrayView bytes, bool asciiOnly)
{
    const auto *begin = reinterpret_cast<const uchar *>(bytes.data());
    const auto *end = begin + bytes.size();
    for (const uchar *at = begin; at < end;) {
        quint64 eight = 0;
        if (end - at >= 8) {
            std::memcpy(&eight, at, 8);
            if (!(eight & 0x8080808080808080ULL)) {
                at += 8;
                continue;
            }
        }
        const qsizetype length = sequenceLength(at, end);
        if (length == 0 || (asciiOnly && length > 1))
            return at - begin;
        at += length;
    }
    return -1;
}

int lineOf(QByteArrayView bytes, qsizetype offset)
{
    int line = 1;
    for (qsizetype at = 0; at < offset; ++at) {
        if (bytes[at] == '\n' || (bytes[at] == '\r' && (at + 1 >= bytes.size() || bytes[at + 1] != '\n')))
            ++line;
    }
    return line;
}

/// Copies with '\n' as the only line end, and one at the end.
Source normalized(QByteArrayView bytes, Arena &arena)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    auto *target = static_cast<char *>(arena.allocate(size + 8, 1));
    char *out = target;
    if (std::memchr(bytes.data() ? bytes.data() : "", '\r', size)) {
        for (qsizetype at = 0; at < bytes.size(); ++at) {
            const char c = bytes[at];
            *out++ = c == '\r' ? '\n' : c;
            if (c == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n')
                ++at;
        }
    } else if (size > 0) {
        std::memcpy(target, bytes.data(), size);
        out += size;
    }
    if (out > target && out[-1] != '\n')
        *out++ = '\n';
    const auto length = static_cast<std::size_t>(out - target);
    std::memset(out, 0, 3); // looking two characters ahead stays inside

    std::vector<std::uint32_t> starts;
    starts.reserve(length / 32 + 4);
    starts.push_back(0);
    for (const char *at = target;
         (at = static_cast<const char *>(std::memchr(at, '\n', static_cast<std::size_t>(out - at))));)
        starts.push_back(static_cast<std::uint32_t>(++at - target));
    return {{target, length}, arena.copy(starts.data(), starts.size())};
}

} // namespace

DeclaredEncoding declaredEncoding(QByteArrayView bytes)
{
    DeclaredEncoding result;
    result.hasByteOrderMark = bytes.startsWith(ByteOrderMark);
    if (result.hasByteOrderMark)
        bytes = bytes.sliced(ByteOrderMark.size());
    int line = 1;
    const QByteArray declared = declaration(bytes, line);
    result.isDeclared = !declared.isEmpty();
    switch (encodingOf(declared)) {
    case Encoding::Utf8:
        break;
    case Encoding::Latin1:
        result.name = "iso-8859-1";
        break;
    case Encoding::Ascii:
        result.name = "us-ascii";
        break;
    case Encoding::Other:
        result.name = converterName(declared);
        break;
    }
    return result;
}

Result<Source> decodeSource(QByteArrayView bytes, const QString &file, Arena &arena)
{
    if (bytes.size() > MaximumSourceBytes)
        return std::unexpected(unreadable(
            SyntaxCode::TooLarge,
            u"the file has %1 bytes; at most %2 are read"_s.arg(bytes.size()).arg(MaximumSourceBytes), file,
            0));
    const bool marked = bytes.startsWith(ByteOrderMark);
    if (marked)
        bytes = bytes.sliced(ByteOrderMark.size());
    int line = 1;
    const QByteArray declared = declaration(bytes, line);
    const Encoding encoding = encodingOf(declared);
    if (marked && encoding != Encoding::Utf8)
        return std::unexpected(
            unreadable(SyntaxCode::Encoding,
                       u"encoding problem: %1 with BOM"_s.arg(QString::fromLatin1(declared)), file, line));
    QByteArray decoded;
    if (encoding == Encoding::Latin1) {
        decoded = QString::fromLatin1(bytes).toUtf8();
    } else if (encoding == Encoding::Other) {
        QStringDecoder decoder(converterName(declared).constData());
        if (!decoder.isValid())
            return std::unexpected(unreadable(SyntaxCode::Encoding,
                                              u"encoding problem: %1"_s.arg(QString::fromLatin1(declared)),
                                              file, line));
        const QString text = decoder.decode(bytes);
        if (decoder.hasError())
            return std::unexpected(unreadable(
                SyntaxCode::Encoding,
                u"the bytes are not valid %1, which line %2 declares"_s.arg(QString::fromLatin1(declared))
                    .arg(line),
                file, line));
        decoded = text.toUtf8();
    } else if (const qsizetype at = firstInvalidByte(bytes, encoding == Encoding::Ascii); at >= 0) {
        const auto name = encoding == Encoding::Ascii ? "ascii"_L1 : "utf-8"_L1;
        return std::unexpected(
            unreadable(SyntaxCode::Encoding,
                       u"'%1' codec can't decode byte 0x%2"_s.arg(name).arg(
                           static_cast<uint>(static_cast<uchar>(bytes[at])), 2, 16, QChar(u'0')),
                       file, lineOf(bytes, at)));
    }
    if (!decoded.isEmpty())
        bytes = decoded;
    if (const qsizetype zero = bytes.indexOf('\0'); zero >= 0)
        return std::unexpected(unreadable(SyntaxCode::NullByte, u"source code cannot contain null bytes"_s,
                                          file, lineOf(bytes, zero)));
    return normalized(bytes, arena);
}

} // namespace athanor::python
