// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/dictionary.h"

namespace athanor::python {

// What dict.keys(), .values() and .items() give: they show the dictionary as it is when they are looked at.
Value dictionaryKeys(Evaluator &evaluator, DictionaryObject &dictionary);
Value dictionaryValues(Evaluator &evaluator, DictionaryObject &dictionary);
Value dictionaryItems(Evaluator &evaluator, DictionaryObject &dictionary);
/// reversed(dictionary): its keys from the last on.
Value reversedKeys(Evaluator &evaluator, DictionaryObject &dictionary);

} // namespace athanor::python
