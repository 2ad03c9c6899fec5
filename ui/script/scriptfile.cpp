// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/script/scriptfile.h"

#include "core/python/source.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>
#include <QStringConverter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

constexpr qint64 LargestShown = 32 * 1024 * 1024;
constexpr QByteArrayView ByteOrderMark("\xEF\xBB\xBF");

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(athanor::ScriptFile)
};

bool isAscii(const QByteArray &name)
{
    return name == "us-ascii";
}

/// ASCII is written as the part of UTF-8 that it is.
QByteArray converterName(const QByteArray &name)
{
    return isAscii(name) ? "utf-8" : name;
}

bool isKnown(const QByteArray &name)
{
    return QStringEncoder(converterName(name).constData()).isValid();
}

/// Null where the bytes are not in the encoding.
QString decoded(const QByteArray &bytes, const QByteArray &name)
{
    QStringDecoder decoder(converterName(name).constData(), QStringConverter::Flag::ConvertInitialBom);
    if (!decoder.isValid())
        return {};
    QString text = decoder(bytes);
    return decoder.hasError() ? QString() : text.isNull() ? u""_s : text;
}

SourceRange placeOf(const QString &text, qsizetype index, const QString &path)
{
    const QStringView before = QStringView(text).first(index);
    const qsizetype lineStart = before.lastIndexOf(u'\n') + 1;
    return {path, int(before.count(u'\n')) + 1, int(before.sliced(lineStart).toUcs4().size()) + 1};
}

/// Index of the first character that can't be written; -1 when all can.
qsizetype firstUnwritable(const QString &text, const QByteArray &name)
{
    const auto isWritable = [&](QStringView part) {
        QStringEncoder encoder(converterName(name).constData());
        [[maybe_unused]] const QByteArray bytes = encoder(part);
        return !encoder.hasError();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text.at(i).isHighSurrogate() && i + 1 < text.size();
        const QStringView character = QStringView(text).sliced(i, isPair ? 2 : 1);
        if (text.at(i).unicode() >= 0x80 && (isAscii(name) || !isWritable(character)))
            return i;
        i += isPair ? 1 : 0;
    }
    return -1;
}

/// The encoding to write a text with: its own declaration may have been typed or taken away since it was
/// read.
ScriptEncoding current(const QString &text, ScriptEncoding encoding)
{
    const python::DeclaredEncoding declared = python::declaredEncoding(text.toUtf8());
    if (declared.isDeclared && isKnown(declared.name))
        encoding.name = declared.name;
    else if (!declared.isDeclared && encoding.isDeclared)
        encoding.name = "utf-8";
    encoding.isDeclared = declared.isDeclared;
    return encoding;
}

} // namespace

ScriptFile decodedScript(const QByteArray &bytes)
{
    const python::DeclaredEncoding declared = python::declaredEncoding(bytes);
    ScriptFile file{
        .bytes = bytes,
        .encoding = {.isDeclared = declared.isDeclared, .hasByteOrderMark = declared.hasByteOrderMark}};
    const QByteArray body = declared.hasByteOrderMark ? bytes.sliced(ByteOrderMark.size()) : bytes;
    for (const QByteArray &name : {declared.name, QByteArray("utf-8"), QByteArray("iso-8859-1")}) {
        file.encoding.name = name;
        file.text = decoded(body, name);
        if (!file.text.isNull())
            break;
    }
    file.text.replace(QChar::Null, QChar(0x2400));
    const Result<QByteArray> again = encodedScript(file.text, file.encoding, {});
    file.isExact = again && *again == bytes;
    return file;
}

Result<QByteArray> encodedScript(const QString &text, const ScriptEncoding &encoding, const QString &path)
{
    const ScriptEncoding as = current(text, encoding);
    QStringEncoder encoder(converterName(as.name).constData());
    const QByteArray bytes = encoder(text);
    const bool isRefused =
        encoder.hasError()
        || (isAscii(as.name) && std::ranges::any_of(text, [](QChar c) { return c.unicode() >= 0x80; }));
    if (isRefused) {
        const qsizetype at = std::max<qsizetype>(0, firstUnwritable(text, as.name));
        return std::unexpected(
            Error{u"ATH-UI-003"_s,
                  Tr::tr("the character “%1” can't be written as %2")
                      .arg(text.mid(at, text.at(at).isHighSurrogate() ? 2 : 1), QString::fromLatin1(as.name)),
                  placeOf(text, at, path),
                  Tr::tr("declare UTF-8 in the first line (# coding: utf-8), or take the character out")});
    }
    return as.hasByteOrderMark && as.name == "utf-8" ? ByteOrderMark.toByteArray() + bytes : bytes;
}

Result<QByteArray> readScriptFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(Error{u"ATH-UI-001"_s,
                                     Tr::tr("can't read %1: %2").arg(path, file.errorString()),
                                     {},
                                     Tr::tr("check that the file exists and may be read")});
    if (file.size() > LargestShown)
        return std::unexpected(
            Error{u"ATH-UI-002"_s,
                  Tr::tr("%1 is too large to be shown (%2 MiB)").arg(path).arg(file.size() / (1024 * 1024))});
    return file.readAll();
}

Result<void> writeScriptFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return std::unexpected(
            Error{u"ATH-UI-004"_s,
                  Tr::tr("can't save %1: %2").arg(path, file.errorString()),
                  {},
                  Tr::tr("check that its folder exists and may be written to, and that the disk has room; "
                         "nothing is lost here")});
    return {};
}

} // namespace athanor
