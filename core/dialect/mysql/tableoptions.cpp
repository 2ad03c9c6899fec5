// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/mysql/tableoptions.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace athanor::dialect {
namespace {

struct TableOption
{
    QString name = {};
    QString value = {};
};

template<std::size_t N>
bool isAmong(const std::array<QLatin1StringView, N> &names, const QString &name)
{
    return std::ranges::any_of(names, [&](QLatin1StringView known) { return name == known; });
}

constexpr std::array inQuotes = {"COMMENT"_L1, "PASSWORD"_L1, "CONNECTION"_L1};
constexpr std::array withBlanks = {"DATA_DIRECTORY"_L1, "INDEX_DIRECTORY"_L1, "DEFAULT_CHARACTER_SET"_L1,
                                   "CHARACTER_SET"_L1,  "DEFAULT_CHARSET"_L1, "DEFAULT_COLLATE"_L1};
constexpr std::array withoutEquals = {"TABLESPACE"_L1, "DEFAULT CHARACTER SET"_L1, "CHARACTER SET"_L1,
                                      "COLLATE"_L1};
constexpr std::array characterSets = {"DEFAULT_CHARSET"_L1, "DEFAULT_CHARACTER_SET"_L1, "CHARSET"_L1,
                                      "CHARACTER_SET"_L1};
/// In the order in which they have to stand.
constexpr std::array partitions = {"PARTITION_BY"_L1, "PARTITIONS"_L1, "SUBPARTITION_BY"_L1,
                                   "SUBPARTITIONS"_L1};

Result<QList<TableOption>> given(const schema::Table &table, const QString &prefix)
{
    QList<TableOption> options;
    for (const auto &[keyword, value] : table.options) {
        if (!keyword.startsWith(prefix))
            continue;
        const auto *text = std::get_if<QString>(&value);
        if (!text)
            return ddlError(
                u"%1 has to be a string: table options of MySQL are written as they are"_s.arg(keyword));
        options.append({keyword.mid(prefix.size()).toUpper(), *text});
    }
    if (table.comment) {
        options.removeIf([](const TableOption &option) { return option.name == "COMMENT"_L1; });
        options.append({u"COMMENT"_s, *table.comment});
    }
    return options;
}

/// The options that come before the others, which keep the script's order.
constexpr std::array leading = {"DEFAULT_CHARSET"_L1, "DEFAULT_CHARACTER_SET"_L1,
                                "ROW_FORMAT"_L1,      "CHARACTER_SET"_L1,
                                "COLLATE"_L1,         "ENGINE"_L1};

/// SQLAlchemy takes the options from a set, which has another order in every process; one of its orders is
/// enough. Certain is that COLLATE stands last beside the character set that it belongs to.
void order(QList<TableOption> &options)
{
    std::ranges::stable_sort(options, {}, [](const TableOption &option) {
        return std::ranges::find(leading, option.name) - leading.begin();
    });
    const auto collation = std::ranges::find(options, u"COLLATE"_s, &TableOption::name);
    const bool hasCharacterSet = std::ranges::any_of(
        options, [](const TableOption &option) { return isAmong(characterSets, option.name); });
    if (collation != options.end() && hasCharacterSet)
        std::rotate(collation, std::next(collation), options.end());
}

} // namespace

Result<QString> mySqlTableOptions(const DdlContext &context, const schema::Table &table,
                                  const QString &prefix)
{
    Result<QList<TableOption>> options = given(table, prefix);
    if (!options)
        return std::unexpected(options.error());
    order(*options);
    QStringList texts;
    for (const auto &[option, value] : std::as_const(*options)) {
        if (isAmong(partitions, option))
            continue;
        QString name = option;
        if (isAmong(withBlanks, name))
            name.replace(u'_', u' ');
        const QString text = isAmong(inQuotes, option) ? context.string(value) : value;
        texts.append(name + (isAmong(withoutEquals, name) ? u' ' : u'=') + text);
    }
    for (const QLatin1StringView partition : partitions) {
        for (const auto &[option, value] : std::as_const(*options)) {
            if (option == partition)
                texts.append(QString(option).replace(u'_', u' ') + u' ' + value);
        }
    }
    return texts.join(u' ');
}

} // namespace athanor::dialect
