// SPDX-License-Identifier: GPL-3.0-or-later
// strptime().
#include "core/stdlib/datetime.h"
#include "core/stdlib/datetimenames.h"
#include "core/stdlib/native.h"

#include <algorithm>
#include <map>

namespace athanor::python {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

std::string lowered(std::string_view text)
{
    std::string made(text);
    for (char &c : made) {
        if (c >= 'A' && c <= 'Z')
            c = char(c - 'A' + 'a');
    }
    return made;
}

/// Matches a text against a format from left to right, trying for each directive the longest text first.
class FormatMatcher
{
public:
    FormatMatcher(Evaluator &evaluator, std::string_view text, std::string_view format)
        : m_evaluator(evaluator)
        , m_text(text)
        , m_format(format)
    {
    }

    /// False when the text does not match.
    Outcome<bool> match()
    {
        const bool isMatch = matchAt(0, 0);
        return m_bounded ? Outcome<bool>(isMatch) : std::unexpected(m_bounded.error());
    }
    std::size_t end() const { return m_end; }
    std::string_view part(char directive) const
    {
        const auto found = m_parts.find(directive);
        return found == m_parts.end() ? std::string_view() : found->second;
    }
    bool has(char directive) const { return m_parts.contains(directive); }

private:
    bool matchAt(std::size_t textAt, std::size_t formatAt);
    bool matchDirective(char directive, std::size_t textAt, std::size_t formatAt);
    bool matchNumber(char directive, std::size_t textAt, std::size_t formatAt);
    template<std::size_t N>
    bool matchName(const std::array<std::string_view, N> &names, std::size_t length, char directive,
                   std::size_t textAt, std::size_t formatAt);
    bool matchOffset(std::size_t textAt, std::size_t formatAt);
    bool matchZoneName(std::size_t textAt, std::size_t formatAt);
    bool take(char directive, std::size_t length, std::size_t textAt, std::size_t formatAt);

    Evaluator &m_evaluator;
    Done m_bounded; ///< an error when the ways to match took too many steps
    std::string_view m_text;
    std::string_view m_format;
    std::map<char, std::string_view> m_parts;
    std::size_t m_end = 0;
};

bool FormatMatcher::matchAt(std::size_t textAt, std::size_t formatAt)
{
    if (m_bounded)
        m_bounded = m_evaluator.step();
    if (!m_bounded)
        return false;
    while (formatAt < m_format.size()) {
        const char c = m_format[formatAt];
        if (c == '%' && formatAt + 1 < m_format.size() && m_format[formatAt + 1] != '%')
            return matchDirective(m_format[formatAt + 1], textAt, formatAt + 2);
        if (isBlank(c)) {
            const std::size_t before = textAt;
            while (textAt < m_text.size() && isBlank(m_text[textAt]))
                ++textAt;
            if (textAt == before)
                return false;
            while (formatAt < m_format.size() && isBlank(m_format[formatAt]))
                ++formatAt;
            continue;
        }
        if (textAt == m_text.size() || lowered(m_text.substr(textAt, 1)) != lowered({&c, 1}))
            return false;
        ++textAt;
        formatAt += c == '%' ? 2 : 1;
    }
    m_end = textAt;
    return true;
}

bool FormatMatcher::take(char directive, std::size_t length, std::size_t textAt, std::size_t formatAt)
{
    const auto before = m_parts;
    m_parts[directive] = m_text.substr(textAt, length);
    if (matchAt(textAt + length, formatAt))
        return true;
    m_parts = before;
    return false;
}

template<std::size_t N>
bool FormatMatcher::matchName(const std::array<std::string_view, N> &names, std::size_t length,
                              char directive, std::size_t textAt, std::size_t formatAt)
{
    for (const std::string_view name : names) {
        const std::string_view wanted = name.substr(0, length);
        if (lowered(m_text.substr(textAt, wanted.size())) == lowered(wanted)
            && take(directive, wanted.size(), textAt, formatAt))
            return true;
    }
    return false;
}

/// What a directive of digits may hold.
struct NumberRange
{
    std::size_t shortest;
    std::size_t longest;
    int lowest;
    int highest;
};

std::optional<NumberRange> rangeOf(char directive)
{
    switch (directive) {
    case 'd':
        return NumberRange{1, 2, 1, 31};
    case 'f':
        return NumberRange{1, 6, 0, 999'999};
    case 'G':
    case 'Y':
        return NumberRange{4, 4, 0, 9999};
    case 'H':
        return NumberRange{1, 2, 0, 23};
    case 'I':
    case 'm':
        return NumberRange{1, 2, 1, 12};
    case 'j':
        return NumberRange{1, 3, 1, 366};
    case 'M':
        return NumberRange{1, 2, 0, 59};
    case 'S':
        return NumberRange{1, 2, 0, 61};
    case 'U':
    case 'W':
        return NumberRange{1, 2, 0, 53};
    case 'V':
        return NumberRange{1, 2, 1, 53};
    case 'u':
        return NumberRange{1, 1, 1, 7};
    case 'w':
        return NumberRange{1, 1, 0, 6};
    case 'y':
        return NumberRange{2, 2, 0, 99};
    default:
        return std::nullopt;
    }
}

int numberIn(std::string_view digits)
{
    int value = 0;
    for (const char c : digits)
        value = value * 10 + (isDigit(c) ? c - '0' : 0);
    return value;
}

bool FormatMatcher::matchNumber(char directive, std::size_t textAt, std::size_t formatAt)
{
    const NumberRange range = *rangeOf(directive);
    std::size_t digits = 0;
    while (digits < range.longest && textAt + digits < m_text.size() && isDigit(m_text[textAt + digits]))
        ++digits;
    for (std::size_t length = digits; length >= range.shortest && length > 0; --length) {
        const int value = numberIn(m_text.substr(textAt, length));
        if (value >= range.lowest && value <= range.highest && take(directive, length, textAt, formatAt))
            return true;
    }
    // A day may be padded with a blank instead of a zero.
    const bool isPaddedDay = directive == 'd' && textAt + 1 < m_text.size() && m_text[textAt] == ' '
                             && isDigit(m_text[textAt + 1]) && m_text[textAt + 1] != '0';
    return isPaddedDay && take(directive, 2, textAt, formatAt);
}

/// +HH[:]MM[[:]SS[.f]] or Z.
bool FormatMatcher::matchOffset(std::size_t textAt, std::size_t formatAt)
{
    if (textAt < m_text.size() && (m_text[textAt] == 'Z' || m_text[textAt] == 'z'))
        return take('z', 1, textAt, formatAt);
    if (textAt >= m_text.size() || (m_text[textAt] != '+' && m_text[textAt] != '-'))
        return false;
    std::size_t end = textAt + 1;
    while (end < m_text.size() && (isDigit(m_text[end]) || m_text[end] == ':' || m_text[end] == '.'))
        ++end;
    for (; end > textAt + 4; --end) {
        ReadMoment read;
        const std::string clock = "00" + std::string(m_text.substr(textAt, end - textAt));
        const std::size_t digits = end - textAt - 1;
        const bool hasMinutes = digits >= 4 && readIsoClock(clock, read);
        if (hasMinutes && take('z', end - textAt, textAt, formatAt))
            return true;
    }
    return false;
}

bool FormatMatcher::matchZoneName(std::size_t textAt, std::size_t formatAt)
{
    for (const std::string_view name : {"utc", "gmt"}) {
        if (lowered(m_text.substr(textAt, name.size())) == name && take('Z', name.size(), textAt, formatAt))
            return true;
    }
    return false;
}

bool FormatMatcher::matchDirective(char directive, std::size_t textAt, std::size_t formatAt)
{
    static constexpr std::array<std::string_view, 2> HalfDays = {"am", "pm"};
    switch (directive) {
    case 'a':
        return matchName(DayNames, 3, directive, textAt, formatAt);
    case 'A':
        return matchName(DayNames, std::string_view::npos, directive, textAt, formatAt);
    case 'b':
        return matchName(MonthNames, 3, directive, textAt, formatAt);
    case 'B':
        return matchName(MonthNames, std::string_view::npos, directive, textAt, formatAt);
    case 'p':
        return matchName(HalfDays, 2, directive, textAt, formatAt);
    case 'z':
        return matchOffset(textAt, formatAt);
    case 'Z':
        return matchZoneName(textAt, formatAt);
    default:
        return matchNumber(directive, textAt, formatAt);
    }
}

/// The format with %c, %x and %X written out; an error for directives that are none.
Outcome<std::string> expanded(Evaluator &evaluator, std::string_view format)
{
    std::string made;
    for (std::size_t i = 0; i < format.size(); ++i) {
        made += format[i];
        if (format[i] != '%')
            continue;
        if (i + 1 == format.size())
            return evaluator.raise("ValueError", "stray %% in format '" + std::string(format) + '\'');
        const char directive = format[++i];
        if (directive == 'c')
            made += "a %b %d %H:%M:%S %Y";
        else if (directive == 'x')
            made += "m/%d/%y";
        else if (directive == 'X')
            made += "H:%M:%S";
        else if (directive == 'G' || directive == 'V' || directive == 'U' || directive == 'W')
            return evaluator.refuse("strptime directive %" + std::string(1, directive),
                                    "dates by month and day");
        else if (std::string_view("aAbBpzZ%").contains(directive) || rangeOf(directive))
            made += directive;
        else
            return evaluator.raise("ValueError", "'" + std::string(1, directive)
                                                     + "' is a bad directive in format '"
                                                     + std::string(format) + '\'');
    }
    return made;
}

template<std::size_t N>
int indexOf(const std::array<std::string_view, N> &names, std::string_view name)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (lowered(names[i].substr(0, name.size())) == lowered(name))
            return int(i);
    }
    return -1;
}

int readYear(const FormatMatcher &matcher)
{
    if (matcher.has('Y'))
        return numberIn(matcher.part('Y'));
    if (!matcher.has('y'))
        return 1900;
    const int year = numberIn(matcher.part('y'));
    return year < 69 ? 2000 + year : 1900 + year;
}

CivilDate readDate(const FormatMatcher &matcher)
{
    CivilDate date{readYear(matcher), 1, 1};
    if (matcher.has('j'))
        return dateOfOrdinal(ordinalOf(date) + numberIn(matcher.part('j')) - 1);
    if (matcher.has('m'))
        date.month = numberIn(matcher.part('m'));
    else if (matcher.has('B'))
        date.month = indexOf(MonthNames, matcher.part('B')) + 1;
    else if (matcher.has('b'))
        date.month = indexOf(MonthNames, matcher.part('b')) + 1;
    if (matcher.has('d'))
        date.day = numberIn(matcher.part('d'));
    return date;
}

Clock readClockParts(const FormatMatcher &matcher)
{
    Clock clock;
    clock.hour = numberIn(matcher.part('H'));
    if (matcher.has('I')) {
        const bool isAfternoon = lowered(matcher.part('p')) == "pm";
        clock.hour = numberIn(matcher.part('I')) % 12 + (isAfternoon ? 12 : 0);
    }
    clock.minute = numberIn(matcher.part('M'));
    clock.second = numberIn(matcher.part('S'));
    std::string fraction(matcher.part('f'));
    fraction.resize(6, '0');
    clock.microsecond = matcher.has('f') ? numberIn(fraction) : 0;
    return clock;
}

} // namespace

Outcome<ReadMoment> readMoment(Evaluator &evaluator, std::string_view text, std::string_view format)
{
    const Outcome<std::string> pattern = expanded(evaluator, format);
    if (!pattern)
        return std::unexpected(pattern.error());
    constexpr std::ptrdiff_t MostDirectives = 100;
    if (std::ranges::count(*pattern, '%') > MostDirectives)
        return evaluator.refuse("strptime() with so many directives", "a shorter format");
    FormatMatcher matcher(evaluator, text, *pattern);
    const Outcome<bool> isMatch = matcher.match();
    if (!isMatch)
        return std::unexpected(isMatch.error());
    if (!*isMatch) {
        const Outcome<std::string> shownText = evaluator.repr(string(evaluator, text));
        const Outcome<std::string> shownFormat = evaluator.repr(string(evaluator, format));
        return evaluator.raise("ValueError", "time data " + shownText.value_or("") + " does not match format "
                                                 + shownFormat.value_or(""));
    }
    if (matcher.end() != text.size())
        return evaluator.raise("ValueError",
                               "unconverted data remains: " + std::string(text.substr(matcher.end())));
    ReadMoment read{.date = readDate(matcher), .clock = readClockParts(matcher)};
    if (matcher.has('z')) {
        ReadMoment zone;
        const std::string_view offset = matcher.part('z');
        readIsoClock("00" + (offset.size() == 1 ? std::string("Z") : std::string(offset)), zone);
        read.offset = zone.offset;
        if (matcher.has('Z'))
            read.zoneName = std::string(matcher.part('Z'));
    }
    return read;
}

} // namespace athanor::python
