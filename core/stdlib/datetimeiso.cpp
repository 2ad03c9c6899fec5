// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stdlib/datetime.h"

#include <algorithm>

namespace athanor::python {

namespace {

/// Reads a text from left to right.
class IsoReader
{
public:
    explicit IsoReader(std::string_view text)
        : m_text(text)
    {
    }

    bool atEnd() const { return m_at == m_text.size(); }
    char peek() const { return atEnd() ? '\0' : m_text[m_at]; }
    bool take(char c)
    {
        if (peek() != c || atEnd())
            return false;
        ++m_at;
        return true;
    }
    /// That many digits; -1 when they are not there.
    int number(std::size_t digits)
    {
        if (m_text.size() - m_at < digits)
            return -1;
        int value = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            const char c = m_text[m_at + i];
            if (c < '0' || c > '9')
                return -1;
            value = value * 10 + (c - '0');
        }
        m_at += digits;
        return value;
    }
    /// The digits of a fraction as microseconds: more than six are cut off. -1 when there is none.
    int fraction()
    {
        int value = 0;
        int count = 0;
        for (; peek() >= '0' && peek() <= '9'; ++m_at) {
            if (count < 6) {
                value = value * 10 + (peek() - '0');
                ++count;
            }
        }
        if (count == 0)
            return -1;
        for (; count < 6; ++count)
            value *= 10;
        return value;
    }
    std::size_t position() const { return m_at; }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
};

std::optional<CivilDate> weekDate(int year, int week, int day)
{
    if (year < MinimumYear || year > MaximumYear || week < 1 || week > isoWeeksIn(year) || day < 1 || day > 7)
        return std::nullopt;
    const std::int64_t ordinal = firstIsoMonday(year) + (week - 1) * 7 + day - 1;
    if (ordinal < 1 || ordinal > MaximumOrdinal)
        return std::nullopt;
    return dateOfOrdinal(ordinal);
}

/// HH[:MM[:SS[.f]]] with or without colons.
bool readClock(std::string_view text, Clock &clock)
{
    IsoReader reader(text);
    int *parts[] = {&clock.hour, &clock.minute, &clock.second};
    bool hasColons = false;
    for (std::size_t i = 0; i < 3; ++i) {
        *parts[i] = reader.number(2);
        if (*parts[i] < 0)
            return false;
        if (reader.atEnd())
            return true;
        if (i == 2)
            break;
        const bool colon = reader.take(':');
        if (i == 0)
            hasColons = colon;
        else if (colon != hasColons)
            return false;
    }
    if (!reader.take('.') && !reader.take(','))
        return false;
    clock.microsecond = reader.fraction();
    return clock.microsecond >= 0 && reader.atEnd();
}

bool isInDay(const Clock &clock)
{
    return clock.hour < 24 && clock.minute < 60 && clock.second < 60;
}

} // namespace

std::optional<CivilDate> readIsoDate(std::string_view text)
{
    IsoReader reader(text);
    const int year = reader.number(4);
    if (year < 0)
        return std::nullopt;
    const bool hasDashes = reader.take('-');
    if (reader.take('W')) {
        const int week = reader.number(2);
        if (reader.atEnd())
            return weekDate(year, week, 1);
        if (reader.take('-') != hasDashes)
            return std::nullopt;
        const int day = reader.number(1);
        return reader.atEnd() ? weekDate(year, week, day) : std::nullopt;
    }
    const int month = reader.number(2);
    if (month < 0 || reader.take('-') != hasDashes)
        return std::nullopt;
    const int day = reader.number(2);
    if (day < 0 || !reader.atEnd())
        return std::nullopt;
    return CivilDate{year, month, day};
}

bool readIsoClock(std::string_view text, ReadMoment &moment)
{
    const std::size_t zoneAt = text.find_first_of("+-Z");
    const std::string_view clock = text.substr(0, zoneAt);
    if (!readClock(clock, moment.clock))
        return false;
    if (zoneAt == std::string_view::npos)
        return true;
    if (text[zoneAt] == 'Z') {
        moment.offset = Duration();
        return zoneAt + 1 == text.size();
    }
    Clock offset;
    if (!readClock(text.substr(zoneAt + 1), offset) || !isInDay(offset))
        return false;
    const WideInteger ahead = offset.microseconds();
    moment.offset = durationOf(text[zoneAt] == '-' ? -ahead : ahead);
    return true;
}

std::optional<ReadMoment> readIsoMoment(std::string_view text)
{
    // The separator may be any one character, so the date's own forms say where it ends.
    static constexpr std::size_t Lengths[] = {10, 8, 7};
    for (const std::size_t length : Lengths) {
        if (text.size() < length)
            continue;
        const std::optional<CivilDate> date = readIsoDate(text.substr(0, length));
        if (!date)
            continue;
        ReadMoment moment{.date = *date};
        if (text.size() == length)
            return moment;
        std::size_t clockAt = length + 1;
        while (clockAt < text.size() && (static_cast<unsigned char>(text[clockAt]) & 0xC0) == 0x80)
            ++clockAt;
        if (clockAt < text.size() && readIsoClock(text.substr(clockAt), moment))
            return moment;
    }
    return std::nullopt;
}

} // namespace athanor::python
