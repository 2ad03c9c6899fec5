// SPDX-License-Identifier: GPL-3.0-or-later
// str.encode() and bytes.decode(): UTF-8, UTF-16, UTF-32, ASCII, Latin-1 and the usual error handlers.
#pragma once

#include "core/evaluator/outcome.h"

#include <string>
#include <string_view>

namespace athanor::python {

class BytesObject;
class Evaluator;
class StringObject;

/// An unknown encoding or handler is a stop that names it; what does not fit is a UnicodeEncodeError.
Outcome<std::string> encodeText(Evaluator &evaluator, const StringObject &text, std::string_view encoding,
                                std::string_view errors);
Outcome<std::string> decodeText(Evaluator &evaluator, const BytesObject &bytes, std::string_view encoding,
                                std::string_view errors);

} // namespace athanor::python
