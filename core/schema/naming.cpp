// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/naming.h"

using namespace Qt::StringLiterals;

namespace athanor::schema {
namespace {

std::unexpected<Error> namingError(const QString &message)
{
    return std::unexpected(Error{.code = u"ATH-DDL-002"_s, .message = message, .kind = ErrorKind::Failure});
}

/// What "column_0_name", "referred_column_0_N_name" and the like ask for.
struct ColumnToken
{
    bool isReferred = false;
    qsizetype index = 0;
    bool takesAll = false;
    QString separator = {};
    QString attribute = {}; ///< name, key, label
};

std::optional<ColumnToken> columnToken(QStringView text)
{
    ColumnToken token;
    if (text.startsWith("referred_"_L1)) {
        token.isReferred = true;
        text = text.sliced(9);
    }
    if (!text.startsWith("column_"_L1))
        return std::nullopt;
    text = text.sliced(7);
    qsizetype digits = 0;
    while (digits < text.size() && text[digits].isDigit())
        ++digits;
    if (digits == 0 || digits > 6)
        return std::nullopt;
    token.index = text.first(digits).toInt();
    text = text.sliced(digits);
    if (text.startsWith("N_"_L1)) {
        token.takesAll = true;
        text = text.sliced(2);
    } else if (text.startsWith("_N_"_L1)) {
        token.takesAll = true;
        token.separator = u"_"_s;
        text = text.sliced(3);
    } else if (text.startsWith(u'_')) {
        text = text.sliced(1);
    } else {
        return std::nullopt;
    }
    token.attribute = text.toString();
    return token;
}

/// "[schema_]table_column".
QString label(const QualifiedName &table, const QString &column)
{
    const QString schema =
        table.schema.isEmpty() ? QString() : QString(table.schema.text).replace(u'.', u'_') + u'_';
    return schema + table.name.text + u'_' + column;
}

Result<QString> columnText(const ColumnToken &token, const QualifiedName &table, const NamingSubject &subject)
{
    const QStringList &names = token.isReferred ? subject.referredColumns : subject.columns;
    QStringList texts;
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (token.attribute == "label"_L1 && !token.isReferred)
            texts.append(label(table, names[i]));
        else if (token.attribute == "key"_L1 && !token.isReferred)
            texts.append(subject.keys.value(i, names[i]));
        else if (token.attribute == "name"_L1)
            texts.append(names[i]);
        else
            return namingError(u"naming convention: unknown token of a column, '%1'"_s.arg(token.attribute));
    }
    return token.takesAll ? texts.join(token.separator) : texts.value(token.index);
}

Result<QString> tokenText(const QString &token, const QualifiedName &table, const NamingSubject &subject)
{
    if (token == "table_name"_L1)
        return table.name.text;
    if (token == "referred_table_name"_L1)
        return subject.referredTable.name.text;
    if (token == "constraint_name"_L1) {
        if (!subject.name.isEmpty())
            return subject.name.text;
        return namingError(
            u"Naming convention including %(constraint_name)s token requires that constraint is "
            "explicitly named."_s);
    }
    if (const auto column = columnToken(token))
        return columnText(*column, table, subject);
    return namingError(u"naming convention: unknown token '%1'"_s.arg(token));
}

/// Python's % with a dictionary, as far as names use it: %(token)s and %%.
Result<QString> formatted(const QString &text, const QualifiedName &table, const NamingSubject &subject)
{
    QString result;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] != u'%') {
            result += text[at];
            continue;
        }
        if (text.mid(at, 2) == "%%"_L1) {
            result += u'%';
            ++at;
            continue;
        }
        const qsizetype end = text.indexOf(")s"_L1, at);
        if (text.mid(at, 2) != "%("_L1 || end < 0)
            return namingError(
                u"naming convention: '%1' is not understood from character %2 on"_s.arg(text).arg(at));
        const Result<QString> token = tokenText(text.mid(at + 2, end - at - 2), table, subject);
        if (!token)
            return token;
        result += *token;
        at = end + 1;
    }
    return result;
}

QStringList texts(const QList<Name> &names)
{
    QStringList result;
    for (const Name &name : names)
        result.append(name.text);
    return result;
}

NamingSubject subjectOf(const Constraint &constraint)
{
    struct Kinds
    {
        NamingSubject operator()(const PrimaryKey &key) const
        {
            return {.kind = u"pk"_s, .name = key.name, .columns = texts(key.columns)};
        }
        NamingSubject operator()(const UniqueConstraint &unique) const
        {
            return {.kind = u"uq"_s, .name = unique.name, .columns = texts(unique.columns)};
        }
        NamingSubject operator()(const CheckConstraint &check) const
        {
            NamingSubject subject{.kind = u"ck"_s, .name = check.name, .columns = check.columns};
            if (subject.columns.isEmpty() && !check.ofColumn.isEmpty())
                subject.columns = {check.ofColumn};
            return subject;
        }
        NamingSubject operator()(const ForeignKeyConstraint &key) const
        {
            return {.kind = u"fk"_s,
                    .name = key.name,
                    .columns = texts(key.columns),
                    .referredTable = key.referredTable,
                    .referredColumns = texts(key.referredColumns)};
        }
        // No kind of its own: SQLAlchemy has no convention for it.
        NamingSubject operator()(const ExcludeConstraint &exclude) const { return {.name = exclude.name}; }
    };
    return std::visit(Kinds{}, constraint);
}

NamingSubject withKeys(NamingSubject subject, const ColumnKeys &keys)
{
    if (keys.isEmpty())
        return subject;
    for (const QString &column : std::as_const(subject.columns))
        subject.keys.append(keys.value(column, column));
    return subject;
}

} // namespace

NamingConvention defaultConvention()
{
    static const NamingConvention convention{.templates = {{u"ix"_s, u"ix_%(column_0_label)s"_s}}};
    return convention;
}

Result<Name> conventionName(const NamingConvention &convention, const QualifiedName &table,
                            const NamingSubject &subject)
{
    const auto found = convention.templates.constFind(subject.kind);
    if (subject.name.isFinal || found == convention.templates.cend())
        return subject.name;
    if (!subject.name.isEmpty() && !found->contains("constraint_name"_L1))
        return subject.name;
    Result<QString> text = formatted(*found, table, subject);
    if (!text)
        return std::unexpected(text.error());
    return Name{.text = *std::move(text), .isFinal = true};
}

Result<void> applyConvention(const NamingConvention &convention, const QualifiedName &table,
                             Constraint &constraint, const ColumnKeys &keys)
{
    Result<Name> name = conventionName(convention, table, withKeys(subjectOf(constraint), keys));
    if (!name)
        return std::unexpected(name.error());
    std::visit([&name](ConstraintCommon &common) { common.name = *std::move(name); }, constraint);
    return {};
}

Result<void> applyConvention(const NamingConvention &convention, Index &index, const ColumnKeys &keys)
{
    NamingSubject subject{.kind = u"ix"_s, .name = index.name};
    for (const IndexElement &element : index.elements) {
        if (const auto *column = std::get_if<Name>(&element))
            subject.columns.append(column->text);
    }
    Result<Name> name = conventionName(convention, index.table, withKeys(subject, keys));
    if (!name)
        return std::unexpected(name.error());
    index.name = *std::move(name);
    return {};
}

} // namespace athanor::schema
