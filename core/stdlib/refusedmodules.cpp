// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stdlib/native.h"
#include "core/stdlib/smallmodules.h"
#include "core/stdlib/source.h"

namespace athanor::python {

namespace {

enum class Forbidden : std::uint8_t { Files, Network, Processes, Objects };

template<NameLiteral Module, NameLiteral Name, Forbidden What>
Evaluated refused(Evaluator &evaluator, const Arguments &)
{
    const std::string construct = std::string(Module.view()) + '.' + std::string(Name.view()) + "()";
    switch (What) {
    case Forbidden::Files:
        return evaluator.refuse(construct, "scripts are read without access to files");
    case Forbidden::Network:
        return evaluator.refuse(construct, "scripts are read without access to the network");
    case Forbidden::Processes:
        return evaluator.refuse(construct, "scripts start no processes");
    case Forbidden::Objects:
        break;
    }
    return evaluator.refuse(construct, "objects can't be turned into bytes without running the project");
}

template<Forbidden What, NameLiteral Module, NameLiteral... Names>
constexpr std::array<NativeName, sizeof...(Names)> refusedNames{
    NativeName{.name = Names.view(), .call = refused<Module, Names, What>}...};

constexpr auto &Subprocess = refusedNames<Forbidden::Processes, "subprocess", "Popen", "call", "check_call",
                                          "check_output", "getoutput", "run">;
constexpr auto &Shutil = refusedNames<Forbidden::Files, "shutil", "copy", "copy2", "copyfile", "copytree",
                                      "move", "rmtree", "which">;
constexpr auto &Tempfile =
    refusedNames<Forbidden::Files, "tempfile", "NamedTemporaryFile", "TemporaryDirectory", "TemporaryFile",
                 "gettempdir", "mkdtemp", "mkstemp">;
constexpr auto &Glob = refusedNames<Forbidden::Files, "glob", "glob", "iglob">;
constexpr auto &Socket = refusedNames<Forbidden::Network, "socket", "create_connection", "getaddrinfo",
                                      "getfqdn", "gethostbyname", "gethostname", "socket">;
constexpr auto &Request =
    refusedNames<Forbidden::Network, "urllib.request", "Request", "urlopen", "urlretrieve">;
constexpr auto &Pickle = refusedNames<Forbidden::Objects, "pickle", "dump", "dumps", "load", "loads">;

const NativeModule Modules[] = {
    {"subprocess", Subprocess}, {"shutil", Shutil},          {"tempfile", Tempfile}, {"glob", Glob},
    {"socket", Socket},         {"urllib.request", Request}, {"pickle", Pickle},
};

} // namespace

std::span<const NativeModule> refusedModules()
{
    return Modules;
}

} // namespace athanor::python
