// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/runtime.h"

#include "core/evaluator/frame.h"
#include "core/evaluator/generator.h"
#include "core/evaluator/importer.h"
#include "core/evaluator/nativemodules.h"
#include "core/evaluator/stack.h"

namespace athanor::python {

namespace {

/// Modules of the standard library that are written in Python have no place that a user could look at.
bool isOfLibrary(const Frame &frame)
{
    return frame.source->file.startsWith(u'<');
}

} // namespace

Evaluator::Runtime::Runtime(Evaluator &evaluator_, Host &host_, Limits limits_)
    : evaluator(evaluator_)
    , host(host_)
    , limits(limits_)
    , natives(*NativeModules::of(host_.nativeModules()))
    , stackEnd(python::stackEnd())
    , builtins(nativeModule(*this, "builtins"))
{
}

Evaluator::Runtime::~Runtime()
{
    isEnding = true;
    // What waits in a generator's stack has destructors to run.
    while (!generators.empty())
        generators.back()->unwind(*this);
}

std::unexpected<Raised> Evaluator::Runtime::stop(const char *code, std::string_view message,
                                                 std::string_view hint)
{
    Error error;
    error.code = QString::fromLatin1(code);
    error.message = QString::fromUtf8(message.data(), static_cast<qsizetype>(message.size()));
    error.where = evaluator.where();
    error.hint = QString::fromUtf8(hint.data(), static_cast<qsizetype>(hint.size()));
    error.kind = ErrorKind::Failure;
    return std::unexpected(Raised{{}, std::make_shared<const Error>(std::move(error))});
}

std::unexpected<Raised> Evaluator::Runtime::stopAtBound()
{
    if (steps > limits.steps)
        return stop("ATH-EVAL-003", "the script was stopped after " + std::to_string(limits.steps) + " steps",
                    "it may be an endless loop");
    if (heap.bytes() > limits.bytes)
        return stop("ATH-EVAL-003",
                    "the script was stopped after making more than "
                        + std::to_string(limits.bytes / (1024 * 1024)) + " MB of values",
                    "make less of them");
    return stop("ATH-EVAL-003", "calls or expressions are nested too deeply",
                "it may be an endless recursion");
}

Done Evaluator::Runtime::reserve(std::uint64_t bytes)
{
    if (bytes > limits.bytes - std::min(limits.bytes, heap.bytes()))
        return stop("ATH-EVAL-003",
                    "the script was stopped before making a value of " + std::to_string(bytes) + " bytes",
                    "make a smaller one");
    return {};
}

Scope *Evaluator::Runtime::newScope(ScopeKind kind, Scope *parent, Namespace *names)
{
    heap.count(sizeof(Scope));
    m_scopes.push_back(std::make_unique<Scope>(kind, parent, names));
    return m_scopes.back().get();
}

const ScopeNames *Evaluator::Runtime::namesOf(const FunctionObject &function)
{
    const void *node = function.statement ? static_cast<const void *>(function.statement) : function.lambda;
    std::unique_ptr<ScopeNames> &names = m_scopeNames[node];
    if (!names)
        names = std::make_unique<ScopeNames>(
            function.statement ? python::namesOf(function.statement->body, function.parameters)
                               : python::namesOf(*function.lambda->body, function.parameters));
    return names.get();
}

const ScopeNames *Evaluator::Runtime::namesOf(const Class &statement)
{
    std::unique_ptr<ScopeNames> &names = m_scopeNames[&statement];
    if (!names)
        names = std::make_unique<ScopeNames>(python::namesOf(statement.body, nullptr));
    return names.get();
}

bool Evaluator::Runtime::isPlainObject(Value object) const
{
    if (!object.isObject())
        return true;
    const ObjectKind kind = object.object()->kind();
    return kind != ObjectKind::Instance && kind != ObjectKind::Class && kind != ObjectKind::Opaque;
}

Evaluator::Evaluator(Host &host, Limits limits)
    : m_runtime(std::make_unique<Runtime>(*this, host, limits))
{
}

Evaluator::~Evaluator() = default;

Heap &Evaluator::heap()
{
    return m_runtime->heap;
}

Host &Evaluator::host()
{
    return m_runtime->host;
}

Done Evaluator::step(std::uint64_t count)
{
    m_runtime->steps += count - 1;
    return m_runtime->step();
}

ModuleObject *Evaluator::builtins()
{
    return m_runtime->builtins;
}

ModuleObject *Evaluator::currentModule()
{
    return m_runtime->frame ? m_runtime->frame->module : nullptr;
}

Namespace *Evaluator::currentNames()
{
    return m_runtime->frame ? m_runtime->frame->scope().names : nullptr;
}

Value Evaluator::handledException()
{
    return m_runtime->handled;
}

void Evaluator::note(std::string_view code, std::string_view message)
{
    m_runtime->notes.append({Severity::Note,
                             QString::fromUtf8(code.data(), qsizetype(code.size())),
                             QString::fromUtf8(message.data(), qsizetype(message.size())),
                             where(),
                             {}});
}

const Diagnostics &Evaluator::notes() const
{
    return m_runtime->notes;
}

SourceRange Evaluator::where(const QString &file) const
{
    const Frame *innermost = nullptr;
    for (const Frame *frame = m_runtime->frame; frame; frame = frame->caller) {
        if (!frame->at || !frame->source)
            continue;
        if (!innermost)
            innermost = frame;
        if (file.isEmpty() ? !isOfLibrary(*frame) : frame->source->file == file)
            return frame->source->range(*frame->at);
    }
    return innermost ? innermost->source->range(*innermost->at) : SourceRange{};
}

Value Evaluator::plain(Value value)
{
    if (!value.isObject() || value.object()->kind() != ObjectKind::Instance)
        return value;
    const auto *instance = dynamic_cast<const ValueInstance *>(value.object());
    return instance ? instance->value : value;
}

} // namespace athanor::python
