// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/unicode.h"

#include <QString>

namespace athanor::python {

char32_t decodeCodePoint(const char *&at)
{
    const auto lead = static_cast<unsigned char>(*at++);
    if (lead < 0x80)
        return lead;
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    auto c = static_cast<char32_t>(lead & (0x3F >> more));
    for (int i = 0; i < more; ++i)
        c = (c << 6) | (static_cast<unsigned char>(*at++) & 0x3F);
    return c;
}

void appendCodePoint(std::string &text, char32_t c)
{
    const auto tail = [&](int shift) { text += static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xC0 | (c >> 6));
        tail(0);
    } else if (c < 0x10000) {
        text += static_cast<char>(0xE0 | (c >> 12));
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xF0 | (c >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

static bool isOtherStart(char32_t c)
{
    return c == 0x1885 || c == 0x1886 || c == 0x2118 || c == 0x212E || c == 0x309B || c == 0x309C;
}

bool isIdentifierStart(char32_t c)
{
    if (c == U'_')
        return true;
    // Letters whose NFKC form begins with something else are no XID_Start.
    if (c == 0x037A || c == 0x0E33 || c == 0x0EB3 || (c >= 0xFC5E && c <= 0xFC63) || c == 0xFDFA
        || c == 0xFDFB || c == 0x309B || c == 0x309C || c == 0xFF9E || c == 0xFF9F
        || (c >= 0xFE70 && c <= 0xFE7E && c % 2 == 0))
        return false;
    return QChar::isLetter(c) || QChar::category(c) == QChar::Number_Letter || isOtherStart(c);
}

bool isIdentifierContinue(char32_t c)
{
    if (isIdentifierStart(c))
        return true;
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Number_DecimalDigit:
    case QChar::Punctuation_Connector:
        return true;
    default:
        return c == 0xB7 || c == 0x387 || (c >= 0x1369 && c <= 0x1371) || c == 0x19DA || c == 0x200C
               || c == 0x200D || c == 0x30FB || c == 0xFF65 || c == 0x0E33 || c == 0x0EB3 || c == 0xFF9E
               || c == 0xFF9F;
    }
}

bool isPrintable(char32_t c)
{
    if (c == U' ')
        return true;
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Separator_Space:
        return false;
    default:
        return true;
    }
}

std::string normalizedName(std::string_view name)
{
    const QString text = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    return text.normalized(QString::NormalizationForm_KC).toStdString();
}

} // namespace athanor::python
