// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stdlib/world.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <chrono>
#include <random>

namespace athanor::python {

std::int64_t World::now() const
{
    using namespace std::chrono;
    return microseconds
               ? *microseconds
               : duration_cast<std::chrono::microseconds>(system_clock::now().time_since_epoch()).count();
}

int World::localOffset() const
{
    return microseconds ? 0 : QDateTime::currentDateTime().offsetFromUtc() / 60;
}

std::string World::entropy(std::size_t count)
{
    std::string made(count, '\0');
    if (seed) {
        std::mt19937_64 generator(*seed);
        for (char &byte : made)
            byte = char(generator() & 0xFF);
        seed = generator();
        return made;
    }
    for (char &byte : made)
        byte = char(QRandomGenerator::system()->generate() & 0xFF);
    return made;
}

} // namespace athanor::python
