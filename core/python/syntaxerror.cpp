// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/syntaxerror.h"

namespace athanor::python {

using namespace Qt::StringLiterals;

QString codeText(SyntaxCode code)
{
    return u"ATH-PY-%1"_s.arg(static_cast<int>(code), 3, 10, QChar(u'0'));
}

} // namespace athanor::python
