// SPDX-License-Identifier: GPL-3.0-or-later
// How evaluations fail: exceptions of the language, and stops.
#include "core/evaluator/runtime.h"

namespace athanor::python {

namespace {

QString qt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::unexpected<Raised> raiseInstance(Evaluator &evaluator, ClassObject *type, std::vector<Value> arguments)
{
    Instance *made = evaluator.allocate(type);
    if (auto *exception = dynamic_cast<ExceptionObject *>(made)) {
        exception->arguments = std::move(arguments);
        exception->context = evaluator.handledException();
        exception->raisedAt = evaluator.where();
    }
    return std::unexpected(Raised{made, {}});
}

} // namespace

ClassObject *builtinClass(Evaluator &evaluator, std::string_view name)
{
    const auto found = evaluator.findAttribute(evaluator.builtins(), name);
    return found && *found ? (*found)->as<ClassObject>() : nullptr;
}

std::unexpected<Raised> Evaluator::raise(std::string_view type, std::string_view message)
{
    return raiseWith(type, {heap().string(message)});
}

std::unexpected<Raised> Evaluator::raise(const NativeClass &type, std::string_view message)
{
    return raiseInstance(*this, classOf(type), {heap().string(message)});
}

std::unexpected<Raised> Evaluator::raiseWith(std::string_view type, std::initializer_list<Value> arguments)
{
    ClassObject *known = builtinClass(*this, type);
    return raiseInstance(*this, known ? known : classOf(exceptionClass), arguments);
}

std::unexpected<Raised> Evaluator::refuse(std::string_view construct, std::string_view needed)
{
    return m_runtime->stop("ATH-EVAL-001", std::string(construct) + " is not supported", needed);
}

std::unexpected<Raised> Evaluator::refuseOpaque(const OpaqueObject &value, std::string_view purpose)
{
    std::string message = value.what + " can't be known";
    if (!value.reason.empty())
        message += ": " + value.reason;
    std::string hint = "it is needed for " + std::string(purpose);
    const SourceRange here = where();
    if (value.origin.line != 0 && (value.origin.file != here.file || value.origin.line != here.line))
        hint += "; it comes from " + value.origin.text().toStdString();
    return m_runtime->stop("ATH-EVAL-002", message, hint);
}

OpaqueObject *Evaluator::opaque(std::string_view what, std::string_view reason)
{
    auto *object = heap().make<OpaqueObject>(std::string(what), where());
    object->reason = reason;
    heap().count(what.size() + reason.size());
    return object;
}

Error Evaluator::error(const Raised &raised)
{
    if (raised.stop)
        return *raised.stop;
    Error error;
    error.code = QStringLiteral("ATH-EVAL-004");
    error.kind = ErrorKind::Failure;
    const std::string type = typeOf(raised.exception)->name;
    const auto message = str(raised.exception);
    error.message = qt(type);
    if (message && !message->empty())
        error.message += QStringLiteral(": ") + qt(*message);
    const auto *exception = raised.exception.as<ExceptionObject>();
    error.where = exception ? exception->raisedAt : where();
    return error;
}

} // namespace athanor::python
