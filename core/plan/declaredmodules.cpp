// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/declaredmodules.h"

#include <algorithm>

namespace athanor {

using namespace Qt::StringLiterals;

namespace {

/// Holds the declarations; the modules import them from it.
const QString &definitionsModule()
{
    static const QString name = u"_athanor_toml"_s;
    return name;
}

constexpr auto Prelude = R"(import sqlalchemy as sa
from sqlalchemy.dialects import mssql, mysql, oracle, postgresql, sqlite
from _athanor import unknown

mariadb = mysql


class Written(sa.types.UserDefinedType):
    cache_ok = True

    def __init__(self, text):
        self.text = text

    def get_col_spec(self, **kw):
        return self.text


class Harmless:
    def __init__(self, name):
        self._name = name

    def __call__(self, *args, **kwargs):
        return unknown(self._name + '()', 'athanor.toml says no more than that it issues no statements')

    def __getattr__(self, name):
        return Harmless(self._name + '.' + name)
)";

QString literal(const QString &text)
{
    QString escaped;
    for (const QChar character : text) {
        if (character == u'\'' || character == u'\\')
            escaped += u'\\';
        if (character < u' ')
            escaped += u"\\x%1"_s.arg(int(character.unicode()), 2, 16, QChar(u'0'));
        else
            escaped += character;
    }
    return u'\'' + escaped + u'\'';
}

QString typeExpression(const QString &form)
{
    return isTypeExpression(form) ? form : u"Written(%1)"_s.arg(literal(form));
}

/// A type whose form depends on the dialect. What it is called with makes no difference.
QString typeDefinition(const DeclaredType &type, qsizetype index)
{
    QString text =
        u"\n\nclass Type%1(sa.types.TypeDecorator):\n    impl = sa.types.NullType\n    cache_ok = True\n\n"
        "    def __init__(self, *args, **kwargs):\n        super().__init__()\n\n"
        "    def load_dialect_impl(self, dialect):\n"_s.arg(index);
    for (const auto &[dialect, form] : type.forms.asKeyValueRange()) {
        if (dialect != "default"_L1)
            text += u"        if dialect.name == %1:\n            return dialect.type_descriptor(%2)\n"_s.arg(
                literal(dialect), typeExpression(form));
    }
    if (type.forms.contains(u"default"_s))
        return text
               + u"        return dialect.type_descriptor(%1)\n"_s.arg(
                   typeExpression(type.forms.value(u"default"_s)));
    return text
           + u"        raise NotImplementedError(%1 + dialect.name)\n"_s.arg(
               literal(u"athanor.toml says nothing of %1 on "_s.arg(type.name)));
}

QString moduleOf(const QString &name)
{
    return name.section(u'.', 0, -2);
}

QString nameIn(const QString &name)
{
    return name.section(u'.', -1);
}

} // namespace

DeclaredModules::DeclaredModules(const ScriptSettings &settings)
    : m_types(settings.types)
{
    for (const QString &name : settings.harmless)
        (name.endsWith(".*"_L1) ? m_modules : m_functions).append(name);
    const auto import = [this](const QString &name, const QString &definition) {
        m_sources[moduleOf(name)] +=
            u"\nfrom %1 import %2 as %3\n"_s.arg(definitionsModule(), definition, nameIn(name)).toUtf8();
    };
    for (qsizetype i = 0; i < m_types.size(); ++i)
        import(m_types.at(i).name, u"Type%1"_s.arg(i));
    for (qsizetype i = 0; i < m_functions.size(); ++i)
        import(m_functions.at(i), u"function%1"_s.arg(i));
    if (!m_types.isEmpty() || !m_functions.isEmpty() || !m_modules.isEmpty())
        m_sources.insert(definitionsModule(), definitions());
}

QByteArray DeclaredModules::definitions() const
{
    QString text = QLatin1StringView(Prelude);
    for (qsizetype i = 0; i < m_types.size(); ++i)
        text += typeDefinition(m_types.at(i), i);
    text += u'\n';
    for (qsizetype i = 0; i < m_functions.size(); ++i)
        text += u"\nfunction%1 = Harmless(%2)\n"_s.arg(i).arg(literal(m_functions.at(i)));
    return text.toUtf8();
}

bool DeclaredModules::isWhole(const QString &module) const
{
    return module == definitionsModule() || std::ranges::any_of(m_modules, [&](const QString &pattern) {
               return QString(module + u'.').startsWith(QStringView(pattern).chopped(1));
           });
}

QByteArray DeclaredModules::source(const QString &module) const
{
    QByteArray source = m_sources.value(module);
    if (module != definitionsModule() && isWhole(module))
        source.prepend(
            u"from %1 import Harmless\n\n\ndef __getattr__(name):\n    return Harmless(%2 + name)\n"_s
                .arg(definitionsModule(), literal(module + u'.'))
                .toUtf8());
    return source;
}

} // namespace athanor
