// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"

namespace athanor::dialect {

// The four writers of each dialect. They are made once and hold no state; dialect.cpp ties them together.

const Identifiers &identifiersOf(DialectName name);   // identifiers.cpp
const TypeWriter &typeWriterOf(DialectName name);     // typewriter.cpp
const ClauseWriter &clauseWriterOf(DialectName name); // clausewriter.cpp
const DdlWriter &ddlWriterOf(DialectName name);       // ddlwriter.cpp

} // namespace athanor::dialect
