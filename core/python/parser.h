// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/python/source.h"
#include "core/python/syntaxtree.h"

#include <QByteArrayView>

#include <memory>

namespace athanor::python {

/// What both parse results hold: the tree's memory, its source, and the one error there may be.
struct Parsed
{
    std::unique_ptr<Arena> arena = {};
    QString file = {};
    Source source = {};
    Diagnostics diagnostics = {}; ///< empty, or the first error

    /// A node's place, for messages.
    SourceRange range(const Node &node) const;
};

struct ParsedModule : Parsed
{
    const Module *module = nullptr; ///< nullptr when there is an error
};

struct ParsedExpression : Parsed
{
    const Expression *expression = nullptr; ///< nullptr when there is an error
};

/// Reads the bytes of a file: the grammar of Python 3.13 and the checks its compiler makes on the syntax
/// (assignment targets, order of arguments, `return` outside a function …). `file` is only used in
/// diagnostics. The tree lives as long as the result; the bytes need not.
ParsedModule parseModule(QByteArrayView bytes, const QString &file);

/// Reads one expression, as eval() takes it: blanks before it are passed over.
ParsedExpression parseExpression(QByteArrayView bytes, const QString &file);

} // namespace athanor::python
