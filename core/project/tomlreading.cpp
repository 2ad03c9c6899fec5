// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/tomlreading.h"

#include "core/base/nearest.h"

namespace athanor {

using namespace Qt::StringLiterals;

bool TomlReading::expect(const TomlValue &value, TomlValue::Kind kind, const QString &what,
                         const QString &hint)
{
    if (value.kind == kind)
        return true;
    TomlValue wanted;
    wanted.kind = kind;
    report(Severity::Error, u"ATH-SET-001"_s,
           u"%1 must be %2, not %3"_s.arg(what, wanted.kindName(), value.kindName()), value.where, hint);
    return false;
}

void TomlReading::readString(const TomlMember &member, QString &target)
{
    if (expect(member.value, TomlValue::String, member.key, u"write it in quotes"_s))
        target = member.value.text;
}

void TomlReading::readList(const TomlMember &member, QStringList &list)
{
    if (!expect(member.value, TomlValue::Array, member.key, u"write a list of names in quotes"_s))
        return;
    for (const TomlValue &item : member.value.items) {
        if (expect(item, TomlValue::String, u"an entry of "_s + member.key, u"write it in quotes"_s))
            list.append(item.text);
    }
}

void TomlReading::reportUnknown(const TomlMember &member, const QStringList &known)
{
    QString hint = u"known here: "_s + known.join(", "_L1);
    if (const QString near = nearest(member.key, known); !near.isEmpty())
        hint = u"did you mean '%1'? "_s.arg(near) + hint;
    report(Severity::Warning, u"ATH-SET-002"_s, u"unknown key '%1'"_s.arg(member.key), member.where, hint);
}

void TomlReading::report(Severity severity, const QString &code, const QString &message,
                         const SourceRange &where, const QString &hint)
{
    m_diagnostics.append({severity, code, message, where, hint});
}

} // namespace athanor
