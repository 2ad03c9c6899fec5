// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alembic/configobject.h"

#include "core/alembic/arguments.h"
#include "core/alembic/exceptions.h"
#include "core/evaluator/dictionary.h"
#include "core/stdlib/native.h"

namespace athanor::alembic {

using namespace Qt::StringLiterals;
using namespace python;

namespace {

/// What a script or env.py has set, which counts before the file.
class ConfigObject final : public Instance
{
public:
    using Instance::Instance;

    std::map<std::pair<QString, QString>, Value> changes;
    Value attributesValue;
    Value commandOptions;
};

Value textValue(Evaluator &evaluator, const QString &text)
{
    return string(evaluator, text.toStdString());
}

const QMap<QString, QString> *sectionNamed(Evaluator &evaluator, const QString &section)
{
    const auto &sections = contextOf(evaluator).config.sections;
    const auto found = sections.constFind(section);
    return found == sections.constEnd() ? nullptr : &*found;
}

/// Empty where neither the file nor a change has the key.
std::optional<Value> lookUp(Evaluator &evaluator, ConfigObject &config, const QString &section,
                            const QString &key)
{
    const auto changed = config.changes.find({section, key.toLower()});
    if (changed != config.changes.end())
        return changed->second;
    const auto *values = sectionNamed(evaluator, section);
    if (!values)
        return std::nullopt;
    const auto found = values->constFind(key.toLower());
    if (found == values->constEnd())
        return std::nullopt;
    return textValue(evaluator, *found);
}

Evaluated sectionOption(Evaluator &evaluator, ConfigObject &config, const Arguments &arguments)
{
    static const Signature signature("get_section_option", "section, name, default=");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    const auto section = textOf(evaluator, (*given)[0], "the name of a section");
    if (!section)
        return std::unexpected(section.error());
    const auto name = textOf(evaluator, (*given)[1], "the name of an option");
    if (!name)
        return std::unexpected(name.error());
    const bool isKnown = sectionNamed(evaluator, *section) != nullptr;
    const auto value = lookUp(evaluator, config, *section, *name);
    if (!isKnown && !value)
        return evaluator.raise(commandErrorClass, u"No config file %1 found, or file has no '[%2]' section"_s
                                                      .arg(contextOf(evaluator).config.file, *section)
                                                      .toStdString());
    return value.value_or(given->value(2));
}

Evaluated mainOption(Evaluator &evaluator, ConfigObject &config, const Arguments &arguments)
{
    static const Signature signature("get_main_option", "name, default=");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    const auto name = textOf(evaluator, (*given)[0], "the name of an option");
    if (!name)
        return std::unexpected(name.error());
    return lookUp(evaluator, config, contextOf(evaluator).config.section, *name).value_or(given->value(1));
}

Evaluated section(Evaluator &evaluator, ConfigObject &config, const Arguments &arguments)
{
    static const Signature signature("get_section", "name, default=");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    const auto name = textOf(evaluator, (*given)[0], "the name of a section");
    if (!name)
        return std::unexpected(name.error());
    const auto *values = sectionNamed(evaluator, *name);
    auto *made = evaluator.heap().make<DictionaryObject>();
    if (!values)
        return (*given)[1] ? given->value(1) : Value(made);
    for (auto it = values->begin(); it != values->end(); ++it)
        made->table.set(evaluator.heap(), it.key().toStdString(), textValue(evaluator, it.value()));
    for (const auto &[place, value] : config.changes) {
        if (place.first == *name)
            made->table.set(evaluator.heap(), place.second.toStdString(), value);
    }
    return Value(made);
}

Done change(Evaluator &evaluator, ConfigObject &config, const QString &section, const Given &name,
            Value value)
{
    const auto key = textOf(evaluator, name, "the name of an option");
    if (!key)
        return std::unexpected(key.error());
    // The file's own percent signs are doubled; what is set is interpolated as if it stood there.
    if (const std::string *text = python::textOf(value))
        value = textValue(evaluator, qtText(*text).replace("%%"_L1, "%"_L1));
    config.changes[{section, key->toLower()}] = value;
    return {};
}

Evaluated setMainOption(Evaluator &evaluator, ConfigObject &config, const Arguments &arguments)
{
    static const Signature signature("set_main_option", "name, value");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    const Done done =
        change(evaluator, config, contextOf(evaluator).config.section, (*given)[0], given->value(1));
    if (!done)
        return std::unexpected(done.error());
    return Value();
}

Evaluated setSectionOption(Evaluator &evaluator, ConfigObject &config, const Arguments &arguments)
{
    static const Signature signature("set_section_option", "section, name, value");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    const auto name = textOf(evaluator, (*given)[0], "the name of a section");
    if (!name)
        return std::unexpected(name.error());
    const Done done = change(evaluator, config, *name, (*given)[1], given->value(2));
    if (!done)
        return std::unexpected(done.error());
    return Value();
}

Evaluated configFileName(Evaluator &evaluator, ConfigObject &, const Arguments &)
{
    const QString &file = contextOf(evaluator).config.file;
    return file.isEmpty() ? Value() : textValue(evaluator, file);
}

Evaluated configSection(Evaluator &evaluator, ConfigObject &, const Arguments &)
{
    return textValue(evaluator, contextOf(evaluator).config.section);
}

/// config.attributes is what a program that calls Alembic puts there; the command line leaves it empty.
Evaluated attributes(Evaluator &evaluator, ConfigObject &config, const Arguments &)
{
    if (config.attributesValue.isNone())
        config.attributesValue = evaluator.heap().make<DictionaryObject>();
    return config.attributesValue;
}

const NativeClass namespaceClass{"Namespace", "argparse"};

Value listOfTexts(Evaluator &evaluator, const QStringList &texts)
{
    std::vector<Value> items;
    for (const QString &text : texts)
        items.push_back(textValue(evaluator, text));
    return evaluator.heap().list(std::move(items));
}

Evaluated commandOptions(Evaluator &evaluator, ConfigObject &config, const Arguments &)
{
    if (!config.commandOptions.isNone())
        return config.commandOptions;
    const ConfigValues &values = contextOf(evaluator).config;
    auto *made = evaluator.instance<Instance>(namespaceClass);
    made->attributes.set("sql", Value(true));
    made->attributes.set("x",
                         values.xArguments.isEmpty() ? Value() : listOfTexts(evaluator, values.xArguments));
    made->attributes.set("tag", values.tag ? textValue(evaluator, *values.tag) : Value());
    made->attributes.set("name", textValue(evaluator, values.section));
    made->attributes.set("config", values.file.isEmpty() ? Value() : textValue(evaluator, values.file));
    made->attributes.set("raiseerr", Value(false));
    made->attributes.set("quiet", Value(false));
    made->attributes.set("revision", textValue(evaluator, contextOf(evaluator).destination));
    config.commandOptions = made;
    return made;
}

Evaluated printNothing(Evaluator &, ConfigObject &, const Arguments &)
{
    return Value();
}

constexpr NativeMember members[] = {
    {"get_main_option", MemberKind::Method, method<mainOption>},
    {"get_alembic_option", MemberKind::Method, method<mainOption>},
    {"get_section", MemberKind::Method, method<section>},
    {"get_section_option", MemberKind::Method, method<sectionOption>},
    {"set_main_option", MemberKind::Method, method<setMainOption>},
    {"set_section_option", MemberKind::Method, method<setSectionOption>},
    {"config_file_name", MemberKind::Getter, method<configFileName>},
    {"config_ini_section", MemberKind::Getter, method<configSection>},
    {"attributes", MemberKind::Getter, method<attributes>},
    {"cmd_opts", MemberKind::Getter, method<commandOptions>},
    {"print_stdout", MemberKind::Method, method<printNothing>},
};

} // namespace

const NativeClass configClass{"Config", "alembic.config", {}, members, allocateAs<ConfigObject>};

namespace {

struct ConfigSlot
{
    Value config;
};

} // namespace

Value configValue(Evaluator &evaluator)
{
    Value &slot = evaluator.state<ConfigSlot>().config;
    if (slot.isNone())
        slot = evaluator.instance<ConfigObject>(configClass);
    return slot;
}

Evaluated xArguments(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("get_x_argument", "as_dictionary=");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    const auto asDictionary = truthOf(evaluator, (*given)[0]);
    if (!asDictionary)
        return std::unexpected(asDictionary.error());
    const QStringList &values = contextOf(evaluator).config.xArguments;
    if (!*asDictionary)
        return listOfTexts(evaluator, values);
    auto *made = evaluator.heap().make<DictionaryObject>();
    for (const QString &value : values) {
        const qsizetype equals = value.indexOf(u'=');
        const QString key = equals < 0 ? value : value.first(equals);
        made->table.set(evaluator.heap(), key.toStdString(),
                        textValue(evaluator, equals < 0 ? QString() : value.mid(equals + 1)));
    }
    return Value(made);
}

} // namespace athanor::alembic
