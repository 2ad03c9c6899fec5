// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stdlib/smallmodules.h"

#include "core/evaluator/evaluator.h"
#include "core/stdlib/source.h"

namespace athanor::python {

namespace {

/// A name of source/small.py under another name of its module.
template<NameLiteral Name, NameLiteral Written>
constexpr NativeName smallName{.name = Name.view(), .make = written<"small", "small", Written>};

constexpr auto &Sys =
    writtenNames<"sys", "sys", "version_info", "version", "hexversion", "implementation", "platform",
                 "byteorder", "maxsize", "maxunicode", "argv", "path", "executable", "prefix", "exec_prefix",
                 "base_prefix", "flags", "warnoptions", "stdin", "stdout", "stderr", "__stdin__",
                 "__stdout__", "__stderr__", "modules", "exit", "exc_info", "getrecursionlimit",
                 "setrecursionlimit", "getdefaultencoding", "getfilesystemencoding", "getsizeof", "intern",
                 "settrace">;

constexpr auto &Time =
    writtenNames<"time", "time", "timezone", "altzone", "daylight", "tzname", "struct_time", "time",
                 "time_ns", "monotonic", "perf_counter", "process_time", "thread_time", "monotonic_ns",
                 "perf_counter_ns", "process_time_ns", "sleep", "gmtime", "localtime", "mktime", "strftime",
                 "strptime", "ctime", "asctime">;

constexpr auto &ZoneInfo = writtenNames<"zoneinfo", "zoneinfo", "ZoneInfo", "ZoneInfoNotFoundError">;

template<NameLiteral... Names>
constexpr std::array<NativeName, sizeof...(Names)> features{
    NativeName{.name = Names.view(), .make = written<"small", "small", "future_feature">}...};

constexpr auto &Future =
    features<"absolute_import", "annotations", "division", "generator_stop", "generators", "nested_scopes",
             "print_function", "unicode_literals", "with_statement">;

Evaluated pathModule(Evaluator &evaluator)
{
    return evaluator.import("os.path");
}

constexpr NativeName Os[] = {{.name = "path", .make = pathModule}};

constexpr NativeName Gc[] = {
    smallName<"collect", "gc_collect">,     smallName<"disable", "gc_switch">,
    smallName<"enable", "gc_switch">,       smallName<"freeze", "gc_switch">,
    smallName<"isenabled", "gc_isenabled">,
};
constexpr NativeName Locale[] = {
    smallName<"Error", "locale_Error">,
    smallName<"getlocale", "locale_getlocale">,
    smallName<"setlocale", "locale_setlocale">,
};
constexpr NativeName Importlib[] = {
    smallName<"import_module", "importlib_import_module">,
    smallName<"reload", "importlib_reload">,
};
constexpr NativeName Threading[] = {
    smallName<"Lock", "threading_Lock">,
    smallName<"RLock", "threading_Lock">,
    smallName<"local", "threading_local">,
};
constexpr NativeName Platform[] = {
    smallName<"node", "platform_node">,
    smallName<"python_version", "platform_python_version">,
    smallName<"system", "platform_system">,
};
constexpr NativeName Getpass[] = {smallName<"getuser", "getpass_getuser">};
constexpr NativeName Atexit[] = {smallName<"register", "atexit_register">};
constexpr NativeName Pprint[] = {
    smallName<"pformat", "pprint_pformat">,
    smallName<"pp", "pprint_pprint">,
    smallName<"pprint", "pprint_pprint">,
};

const NativeModule Modules[] = {
    {"sys", Sys},
    {"time", Time},
    {"zoneinfo", ZoneInfo},
    {"__future__", Future},
    {"os", Os},
    {"gc", Gc},
    {"locale", Locale},
    {"importlib", Importlib},
    {"threading", Threading},
    {"platform", Platform},
    {"getpass", Getpass},
    {"atexit", Atexit},
    {"pprint", Pprint},
};

} // namespace

std::span<const NativeModule> smallModules()
{
    return Modules;
}

} // namespace athanor::python
