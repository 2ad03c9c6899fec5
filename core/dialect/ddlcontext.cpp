// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/ddlcontext.h"

#include "core/dialect/clausewriter.h"
#include "core/dialect/identifiers.h"
#include "core/dialect/typewriter.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace athanor::dialect {

static std::unexpected<Error> errorOf(const QString &code, const QString &message)
{
    return std::unexpected(Error{.code = code, .message = message, .kind = ErrorKind::Failure});
}

std::unexpected<Error> ddlError(const QString &message)
{
    return errorOf(u"ATH-DDL-001"_s, message);
}

std::unexpected<Error> notImplementedError(const QString &message)
{
    return errorOf(u"ATH-DDL-003"_s, message);
}

std::unexpected<Error> commandError(const QString &message)
{
    return errorOf(u"ATH-DDL-004"_s, message);
}

std::unexpected<Error> identifierError(const QString &message)
{
    return errorOf(u"ATH-DDL-005"_s, message);
}

std::unexpected<Error> accident(const QString &message)
{
    return errorOf(u"ATH-DDL-006"_s, message);
}

DdlContext::DdlContext(DialectName name, const WriteOptions &options, QStringList *notes)
    : m_dialect(dialectOf(name))
    , m_options(options)
    , m_notes(notes)
{
}

QString DdlContext::quoted(const schema::Name &name) const
{
    return m_dialect.identifiers.quoted(name);
}

QString DdlContext::qualified(const schema::QualifiedName &name) const
{
    return m_dialect.identifiers.qualified(name);
}

QString DdlContext::altered(const schema::QualifiedName &name) const
{
    if (name.schema.isEmpty())
        return quoted(name.name);
    if (name.schema.isQuoted || name.schema.isFinal)
        return quoted(name.schema) + u'.' + quoted(name.name);
    QString text;
    for (const QString &part : name.schema.text.split(u'.'))
        text += quoted(schema::Name{.text = part}) + u'.';
    return text + quoted(name.name);
}

Result<QString> DdlContext::constraintName(const schema::Name &name) const
{
    return shortened(name, m_dialect.capabilities.maximumConstraintNameLength);
}

Result<QString> DdlContext::indexName(const schema::Name &name) const
{
    return shortened(name, m_dialect.capabilities.maximumIndexNameLength);
}

Result<QString> DdlContext::shortened(const schema::Name &name, int maximum) const
{
    const int longest = m_dialect.capabilities.maximumIdentifierLength;
    const int limit = name.isFinal && maximum > 0 ? maximum : longest;
    if (limit == 0 || name.text.size() <= limit)
        return quoted(name);
    // Characters as Python counts them: a pair of surrogates is one.
    const QList<uint> characters = name.text.toUcs4();
    if (characters.size() <= limit)
        return quoted(name);
    if (!name.isFinal) {
        return identifierError(
            u"Identifier '%1' exceeds maximum length of %2 characters"_s.arg(name.text).arg(longest));
    }
    const QByteArray digest =
        QCryptographicHash::hash(name.text.toUtf8(), QCryptographicHash::Md5).toHex().last(4);
    const QString head =
        QString::fromUcs4(reinterpret_cast<const char32_t *>(characters.constData()), limit - 8);
    return quoted({.text = head + u'_' + QLatin1StringView(digest), .isQuoted = name.isQuoted});
}

QString DdlContext::string(const QString &text) const
{
    return m_dialect.clauses.stringLiteral(text, m_options);
}

Result<QString> DdlContext::type(const sql::Type &type) const
{
    return m_dialect.types.text(type, m_options);
}

const sql::Type &DdlContext::resolved(const sql::Type &type) const
{
    return type.variants.isEmpty() ? type : sql::resolved(type, m_dialect.text);
}

Result<QString> DdlContext::expression(const sql::Clause &clause) const
{
    WriteOptions options = m_options;
    options.hasLiteralBinds = true;
    options.includesTable = false;
    return m_dialect.clauses.text(clause, options);
}

Result<QString> DdlContext::qualifiedExpression(const sql::Clause &clause) const
{
    WriteOptions options = m_options;
    options.hasLiteralBinds = true;
    return m_dialect.clauses.text(clause, options);
}

Result<QString> DdlContext::statement(const sql::Clause &clause) const
{
    return m_dialect.clauses.text(clause, m_options);
}

void DdlContext::note(const QString &text) const
{
    if (m_notes)
        m_notes->append(text);
}

} // namespace athanor::dialect
