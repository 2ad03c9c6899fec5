// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/host.h"

#include <QCryptographicHash>

#include <string>

namespace athanor::python {

/// What hashlib.new() gives: the bytes so far, hashed when they are asked for.
class HashObject : public Instance
{
public:
    using Instance::Instance;

    QCryptographicHash::Algorithm algorithm = QCryptographicHash::Md5;
    std::string name;
    std::string data;
};

extern const NativeClass hashClass;
extern const NativeModule hashModule;

} // namespace athanor::python
