// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stdlib/source.h"

#include "core/evaluator/evaluator.h"

#include <QFile>
#include <QString>

#include <map>
#include <mutex>
#include <string>

namespace athanor::python {

using namespace Qt::StringLiterals;

namespace {

/// Parsed files, shared by all evaluators of all threads.
const ParsedModule &parsedSource(std::string_view file)
{
    static std::mutex mutex;
    static std::map<std::string, ParsedModule, std::less<>> parsed;
    const std::lock_guard lock(mutex);
    if (const auto found = parsed.find(file); found != parsed.end())
        return found->second;
    const QString name = QString::fromUtf8(file.data(), qsizetype(file.size()));
    QFile source(u":/athanor/stdlib/"_s + name + u".py"_s);
    const QByteArray bytes = source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
    return parsed.emplace(file, parseModule(bytes, u'<' + name + u'>')).first->second;
}

struct SourceModules
{
    std::map<std::string, ModuleObject *, std::less<>> modules;
};

} // namespace

Evaluated fromSource(Evaluator &evaluator, std::string_view file, std::string_view module,
                     std::string_view name)
{
    auto &modules = evaluator.state<SourceModules>().modules;
    auto found = modules.find(file);
    if (found == modules.end()) {
        const Outcome<ModuleObject *> made = evaluator.run(parsedSource(file), module);
        if (!made)
            return std::unexpected(made.error());
        found = modules.emplace(file, *made).first;
    }
    const Value *value = found->second->names.find(name);
    if (value == nullptr)
        return evaluator.refuse(module, "a name that its source has");
    return *value;
}

} // namespace athanor::python
