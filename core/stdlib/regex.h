// SPDX-License-Identifier: GPL-3.0-or-later
// The module re, over QRegularExpression.
#pragma once

#include "core/evaluator/evaluator.h"

#include <QRegularExpression>
#include <QString>

#include <memory>
#include <string>
#include <vector>

namespace athanor::python {

/// Python's values of the flags.
enum RegexFlag : std::int64_t {
    RegexIgnoreCase = 2,
    RegexLocale = 4,
    RegexMultiline = 8,
    RegexDotAll = 16,
    RegexUnicode = 32,
    RegexVerbose = 64,
    RegexAscii = 256,
};

/// A pattern in the syntax of PCRE2, with the flags that it sets itself, as "(?i)" does.
struct TranslatedPattern
{
    QString pattern;
    std::int64_t flags = 0;
};

class PatternObject : public Instance
{
public:
    using Instance::Instance;

    std::string pattern;
    std::int64_t flags = 0; ///< those that are set, with RegexUnicode where it is not RegexAscii
    QRegularExpression expression;
    QRegularExpression whole; ///< for fullmatch(): the pattern up to the text's end
};

/// A text that is searched: all matches of one search share it.
struct RegexSubject
{
    Value value; ///< the str itself
    QString text;
    bool isPlain = true; ///< a code point is one unit of `text`
};

class MatchObject : public Instance
{
public:
    using Instance::Instance;

    PatternObject *pattern = nullptr;
    std::shared_ptr<const RegexSubject> subject;
    QRegularExpressionMatch match;
    std::int64_t position = 0; ///< the arguments of the search, in code points
    std::int64_t endPosition = 0;
};

extern const NativeClass patternClass;
extern const NativeClass matchClass;
extern const NativeClass patternErrorClass;
extern const NativeModule regexModule;

/// Python's syntax in PCRE2's, where both mean the same; a PatternError in Python's words where Python has
/// none, and a stop where PCRE2 has none.
Outcome<TranslatedPattern> translatePattern(Evaluator &evaluator, const std::string &pattern);

/// The pattern of a script's argument: a str, or a compiled one. Each is compiled once in an evaluation.
Outcome<PatternObject *> compilePattern(Evaluator &evaluator, Value pattern, Value flags);

enum class RegexAnchor : std::uint8_t { Anywhere, Start, Whole };

/// match(), search() and fullmatch(): a MatchObject or None.
Evaluated matchPattern(Evaluator &evaluator, PatternObject &pattern, RegexAnchor anchor, Value text,
                       Value position, Value endPosition);
/// Each match from left to right, until `each` fails.
Done eachMatch(Evaluator &evaluator, PatternObject &pattern, Value text, Value position, Value endPosition,
               const std::function<Done(MatchObject &)> &each);

Outcome<std::shared_ptr<const RegexSubject>> subjectOf(Evaluator &evaluator, Value text);
/// A str of a part of the subject.
Value subjectPart(Evaluator &evaluator, const RegexSubject &subject, qsizetype from, qsizetype to);
/// A group as a str; `whenMissing` where it took no part.
Value groupValue(Evaluator &evaluator, const MatchObject &match, int group, Value whenMissing);
/// Number of a group that a script names by number or name; an IndexError when there is none.
Outcome<int> groupNumber(Evaluator &evaluator, const PatternObject &pattern, Value group);

/// A replacement with its references: \1, \g<name> and escapes.
class RegexTemplate
{
public:
    static Outcome<RegexTemplate> parse(Evaluator &evaluator, const PatternObject &pattern,
                                        std::string_view text);
    std::string expanded(const MatchObject &match) const;

private:
    struct Piece
    {
        std::string text;
        int group = -1; ///< follows the text; -1: none
    };
    std::vector<Piece> m_pieces;
};

/// sub() and subn(): the text and how often something was replaced.
struct Substitution
{
    std::string text;
    std::int64_t count = 0;
};
Outcome<Substitution> substitute(Evaluator &evaluator, PatternObject &pattern, Value replacement, Value text,
                                 std::int64_t atMost);

} // namespace athanor::python
