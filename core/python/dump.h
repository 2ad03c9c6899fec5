// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/python/syntaxtree.h"

#include <string>

namespace athanor::python {

/// The tree as Python's ast.dump() writes it (no attributes), for tests and for looking at a tree.
std::string dump(const Module &module);
std::string dump(const Statement &statement);
std::string dump(const Expression &expression);

/// A str as Python's repr() writes it; bytes with the prefix b.
std::string reprText(std::string_view text);
std::string reprBytes(std::string_view bytes);
/// A float as Python's repr() writes it.
std::string reprFloat(double value);

} // namespace athanor::python
