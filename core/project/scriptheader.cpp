// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/scriptheader.h"

#include "core/project/scriptvalue.h"
#include "core/python/parser.h"

#include <QFileInfo>

namespace athanor {

using namespace Qt::StringLiterals;
using python::ParsedModule;

namespace {

class HeaderReader
{
public:
    HeaderReader(const QString &path, const ParsedModule &parsed)
        : m_path(path)
        , m_parsed(parsed)
        , m_names(moduleNames(*parsed.module))
    {
    }

    ScriptHeader read()
    {
        Revision revision;
        revision.path = m_path;
        readId(revision);
        if (m_names.contains("down_revision"))
            revision.downRevisions = names("down_revision");
        else if (m_diagnostics.isEmpty())
            error(u"ATH-SCR-002"_s, u"the script does not set 'down_revision'"_s, {m_path, 1},
                  u"set it to the id of the revision before this one, or to None for the first one"_s);
        revision.branchLabels = names("branch_labels");
        revision.dependsOn = names("depends_on");
        readDocumentation(revision);
        if (!m_diagnostics.isEmpty())
            return {std::nullopt, m_diagnostics};
        return {revision, {}};
    }

private:
    void error(const QString &code, const QString &message, const SourceRange &where, const QString &hint)
    {
        m_diagnostics.append({Severity::Error, code, message, where, hint});
    }

    const ScriptBinding *find(std::string_view name) const
    {
        const auto found = m_names.find(name);
        return found == m_names.end() ? nullptr : &found->second;
    }

    /// Reports a name whose value only running the script could tell.
    bool isKnown(std::string_view name, const ScriptBinding &binding)
    {
        if (binding.value.kind != ScriptValue::Kind::Unknown)
            return true;
        error(u"ATH-SCR-001"_s,
              u"'%1' can't be known without running the script: its value is %2"_s.arg(
                  QLatin1StringView(name.data(), static_cast<qsizetype>(name.size())), binding.value.text),
              m_parsed.range(binding.value.place),
              u"write the value as a string, or as a tuple of strings, at the module's own level"_s);
        return false;
    }

    void wrongType(std::string_view name, const ScriptBinding &binding, const QString &wanted)
    {
        error(u"ATH-SCR-004"_s,
              u"'%1' must be %2"_s.arg(QLatin1StringView(name.data(), static_cast<qsizetype>(name.size())),
                                       wanted),
              m_parsed.range(binding.place), {});
    }

    void readId(Revision &revision)
    {
        const ScriptBinding *binding = find("revision");
        if (!binding)
            return idFromFileName(revision);
        if (!isKnown("revision", *binding))
            return;
        if (binding->value.kind != ScriptValue::Kind::Text)
            return wrongType("revision", *binding, u"a string"_s);
        revision.id = binding->value.text;
        revision.line = m_parsed.source.lineAt(binding->place.begin);
    }

    /// Scripts of Alembic 0.1 are named by their id and have no `revision`.
    void idFromFileName(Revision &revision)
    {
        const QString file = QFileInfo(m_path).fileName();
        const QStringView stem = QStringView(file).chopped(file.endsWith(".py"_L1) ? 3 : 0);
        const bool isHex = !stem.isEmpty() && std::ranges::all_of(stem, [](QChar c) {
            return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
        });
        if (isHex && stem.size() < file.size()) {
            revision.id = stem.toString();
            return;
        }
        error(u"ATH-SCR-003"_s,
              u"Could not determine revision id from filename %1. The script does not set 'revision'"_s.arg(
                  file),
              {m_path, 1}, u"set it to the script's id, a string"_s);
    }

    /// None, a string, or a tuple or list of strings. An empty string means none, as it does to Alembic.
    QStringList names(std::string_view name)
    {
        const ScriptBinding *binding = find(name);
        if (!binding || !isKnown(name, *binding))
            return {};
        const ScriptValue &value = binding->value;
        if (value.kind == ScriptValue::Kind::Text)
            return value.text.isEmpty() ? QStringList() : QStringList{value.text};
        QStringList result;
        const bool holdsOnlyNone =
            value.items.size() == 1 && value.items.first().kind == ScriptValue::Kind::None;
        for (const ScriptValue &item : value.items) {
            if (item.kind == ScriptValue::Kind::Text)
                result.append(item.text);
        }
        if (value.kind == ScriptValue::Kind::Number || (result.size() < value.items.size() && !holdsOnlyNone))
            wrongType(name, *binding, u"a string, a tuple or list of strings, or None"_s);
        return result;
    }

    void readDocumentation(Revision &revision)
    {
        const ScriptBinding *binding = find("__doc__");
        if (!binding || binding->value.kind != ScriptValue::Kind::Text)
            return;
        revision.documentation = binding->value.text.trimmed();
        static constexpr QLatin1StringView Label("Create Date:");
        if (const qsizetype at = revision.documentation.indexOf(Label); at >= 0) {
            const qsizetype begin = at + Label.size();
            const qsizetype end = revision.documentation.indexOf(u'\n', begin);
            revision.createDate =
                revision.documentation.sliced(begin, (end < 0 ? revision.documentation.size() : end) - begin)
                    .trimmed();
        }
    }

    QString m_path;
    const ParsedModule &m_parsed;
    ScriptNames m_names;
    Diagnostics m_diagnostics;
};

} // namespace

ScriptHeader readScriptHeader(const QString &path, QByteArrayView bytes)
{
    return readScriptHeader(path, python::parseModule(bytes, path));
}

ScriptHeader readScriptHeader(const QString &path, const ParsedModule &parsed)
{
    if (!parsed.module)
        return {std::nullopt, parsed.diagnostics};
    return HeaderReader(path, parsed).read();
}

} // namespace athanor
