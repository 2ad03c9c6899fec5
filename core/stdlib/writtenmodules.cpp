// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stdlib/writtenmodules.h"

#include "core/stdlib/source.h"

namespace athanor::python {

namespace {

constexpr auto &Textwrap =
    writtenNames<"textwrap", "textwrap", "dedent", "indent", "TextWrapper", "wrap", "fill", "shorten">;
constexpr auto &Itertools =
    writtenNames<"itertools", "itertools", "chain", "count", "cycle", "repeat", "accumulate", "batched",
                 "compress", "dropwhile", "takewhile", "filterfalse", "groupby", "islice", "pairwise",
                 "starmap", "tee", "zip_longest", "product", "combinations", "combinations_with_replacement",
                 "permutations">;
constexpr auto &Functools =
    writtenNames<"functools", "functools", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "update_wrapper",
                 "wraps", "reduce", "partial", "partialmethod", "lru_cache", "cache", "cached_property",
                 "total_ordering", "cmp_to_key", "singledispatch">;
constexpr auto &Contextlib =
    writtenNames<"contextlib", "contextlib", "AbstractContextManager", "ContextDecorator", "contextmanager",
                 "asynccontextmanager", "closing", "nullcontext", "suppress", "redirect_stdout",
                 "redirect_stderr", "ExitStack">;
constexpr auto &CollectionsNamedtuple = writtenNames<"collections_namedtuple", "collections", "namedtuple">;
constexpr auto &CollectionsDeque = writtenNames<"collections_deque", "collections", "deque">;
constexpr auto &CollectionsMappings =
    writtenNames<"collections_mappings", "collections", "defaultdict", "OrderedDict", "Counter", "ChainMap",
                 "UserDict", "UserList", "UserString">;
constexpr auto &Dataclasses =
    writtenNames<"dataclasses", "dataclasses", "FrozenInstanceError", "MISSING", "KW_ONLY", "InitVar",
                 "Field", "field", "dataclass", "is_dataclass", "fields", "asdict", "astuple", "replace",
                 "make_dataclass">;
constexpr auto &Copy = writtenNames<"copy", "copy", "Error", "error", "copy", "deepcopy", "replace">;
constexpr auto &Types =
    writtenNames<"types", "types", "SimpleNamespace", "MappingProxyType", "FunctionType", "LambdaType",
                 "GeneratorType", "MethodType", "BuiltinFunctionType", "BuiltinMethodType", "NoneType",
                 "EllipsisType", "NotImplementedType", "new_class", "coroutine">;
constexpr auto &String = writtenNames<"string", "string", "ascii_lowercase", "ascii_uppercase",
                                      "ascii_letters", "digits", "hexdigits", "octdigits", "punctuation",
                                      "whitespace", "printable", "capwords", "Template", "Formatter">;
constexpr auto &Operator =
    writtenNames<"operator", "operator", "lt", "le", "eq", "ne", "ge", "gt", "not_", "truth", "is_", "is_not",
                 "add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "neg", "pos", "invert", "and_",
                 "or_", "xor", "lshift", "rshift", "concat", "contains", "countOf", "indexOf", "getitem",
                 "setitem", "delitem", "index", "inv", "attrgetter", "itemgetter", "methodcaller">;
constexpr auto &Heapq = writtenNames<"heapq", "heapq", "heappush", "heappop", "heapreplace", "heappushpop",
                                     "heapify", "nlargest", "nsmallest", "merge">;
constexpr auto &Bisect = writtenNames<"bisect", "bisect", "bisect_left", "bisect_right", "insort_left",
                                      "insort_right", "bisect", "insort">;
constexpr auto &Shlex = writtenNames<"shlex", "shlex", "split", "quote", "join">;
constexpr auto &Csv = writtenNames<"csv", "csv", "QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC",
                                   "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL", "Error", "Dialect",
                                   "excel", "excel_tab", "unix_dialect", "list_dialects", "register_dialect",
                                   "get_dialect", "reader", "DictReader", "writer", "DictWriter">;
constexpr auto &Io = writtenNames<"io", "io", "SEEK_SET", "SEEK_CUR", "SEEK_END", "IOBase", "TextIOBase",
                                  "StringIO", "BytesIO", "open", "TextIOWrapper">;
constexpr auto &UrllibParse =
    writtenNames<"urllib_parse", "urllib.parse", "uses_relative", "uses_netloc", "uses_params", "SplitResult",
                 "ParseResult", "DefragResult", "urlsplit", "urlparse", "urlunsplit", "urlunparse",
                 "urldefrag", "urljoin", "quote_from_bytes", "quote", "quote_plus", "unquote_to_bytes",
                 "unquote", "unquote_plus", "urlencode", "parse_qsl", "parse_qs">;
constexpr auto &Html = writtenNames<"html", "html", "escape", "unescape">;
constexpr auto &Calendar =
    writtenNames<"calendar", "calendar", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY",
                 "SUNDAY", "day_name", "day_abbr", "month_name", "month_abbr", "IllegalMonthError", "isleap",
                 "leapdays", "weekday", "monthrange", "monthcalendar", "timegm">;
constexpr auto &Random = writtenNames<"random", "random", "Random", "SystemRandom", "seed", "random",
                                      "getrandbits", "randbytes", "randrange", "randint", "choice", "choices",
                                      "shuffle", "sample", "uniform", "gauss", "expovariate">;
constexpr auto &Secrets = writtenNames<"secrets", "secrets", "choice", "randbits", "randbelow", "token_bytes",
                                       "token_hex", "token_urlsafe", "compare_digest">;
constexpr auto &Fractions = writtenNames<"fractions", "fractions", "Fraction">;
constexpr auto &Pathlib =
    writtenNames<"pathlib", "pathlib", "PurePath", "PurePosixPath", "Path", "PosixPath">;
constexpr auto &Struct = writtenNames<"struct", "struct", "error", "calcsize", "pack", "unpack">;
constexpr auto &Traceback =
    writtenNames<"traceback", "traceback", "format_exception_only", "format_exception", "format_exc",
                 "format_tb", "format_stack", "extract_tb", "extract_stack", "format_list", "print_exc",
                 "print_exception", "print_stack", "print_tb">;
constexpr auto &Inspect =
    writtenNames<"inspect", "inspect", "isclass", "isfunction", "ismethod", "isgenerator", "isbuiltin",
                 "isroutine", "ismodule", "isgeneratorfunction", "iscoroutinefunction", "isawaitable",
                 "getmembers", "getmro", "getdoc", "cleandoc", "unwrap", "signature", "stack", "currentframe",
                 "getsource", "getfile", "getsourcefile">;
constexpr auto &Warnings =
    writtenNames<"warnings", "warnings", "warn", "warn_explicit", "filterwarnings", "simplefilter",
                 "resetwarnings", "showwarning", "formatwarning", "catch_warnings", "deprecated">;
constexpr auto &Numbers =
    writtenNames<"numbers", "numbers", "Number", "Complex", "Real", "Rational", "Integral">;
constexpr auto &Logging =
    writtenNames<"logging", "logging", "CRITICAL", "FATAL", "ERROR", "WARNING", "WARN", "INFO", "DEBUG",
                 "NOTSET", "lastResort", "raiseExceptions", "Filter", "Formatter", "Handler", "StreamHandler",
                 "FileHandler", "NullHandler", "Logger", "LoggerAdapter", "RootLogger", "root", "getLogger",
                 "getLevelName", "addLevelName", "getLoggerClass", "getLevelNamesMapping", "basicConfig",
                 "debug", "info", "warning", "warn", "error", "exception", "critical", "fatal", "log",
                 "disable", "captureWarnings", "shutdown", "setLoggerClass">;
constexpr auto &LoggingConfig = writtenNames<"logging", "logging", "dictConfig", "fileConfig">;
constexpr auto &LoggingHandlers = writtenNames<"logging", "logging", "FileHandler", "StreamHandler">;
constexpr auto &Os =
    writtenNames<"os", "os", "name", "sep", "altsep", "extsep", "pathsep", "linesep", "curdir", "pardir",
                 "devnull", "error", "F_OK", "R_OK", "W_OK", "X_OK", "environ", "getenv", "putenv",
                 "unsetenv", "fspath", "fsdecode", "fsencode", "PathLike", "urandom", "getpid", "getcwd",
                 "chdir", "listdir", "scandir", "walk", "mkdir", "makedirs", "remove", "unlink", "rename",
                 "replace", "rmdir", "removedirs", "stat", "access", "chmod", "open", "symlink", "readlink",
                 "system", "popen", "kill", "fork", "cpu_count", "uname", "getlogin">;
constexpr auto &OsPath =
    writtenNames<"os_path", "os.path", "sep", "altsep", "extsep", "pathsep", "curdir", "pardir", "join",
                 "split", "basename", "dirname", "splitext", "splitdrive", "isabs", "normcase", "normpath",
                 "abspath", "realpath", "relpath", "commonprefix", "commonpath", "expandvars", "expanduser",
                 "exists", "lexists", "isfile", "isdir", "islink", "ismount", "getsize", "getmtime",
                 "getctime", "getatime", "samefile">;
constexpr auto &Abc = writtenNames<"abc", "abc", "ABCMeta", "ABC", "abstractmethod", "abstractproperty",
                                   "abstractclassmethod", "abstractstaticmethod">;
constexpr auto &Decimal =
    writtenNames<"decimal", "decimal", "BasicContext", "Context", "ConversionSyntax", "Decimal",
                 "DecimalException", "DecimalTuple", "DefaultContext", "DivisionByZero", "DivisionUndefined",
                 "ExtendedContext", "FloatOperation", "Inexact", "InvalidOperation", "Overflow", "ROUND_05UP",
                 "ROUND_CEILING", "ROUND_DOWN", "ROUND_FLOOR", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN",
                 "ROUND_HALF_UP", "ROUND_UP", "Rounded", "getcontext", "localcontext", "setcontext">;
constexpr auto &Enum =
    writtenNames<"enum", "enum", "CONFORM", "EJECT", "Enum", "EnumMeta", "EnumType", "Flag", "FlagBoundary",
                 "IntEnum", "IntFlag", "KEEP", "ReprEnum", "STRICT", "StrEnum", "auto", "member", "nonmember",
                 "property", "unique", "verify">;
constexpr auto &Base64 =
    writtenNames<"base64", "base64", "b16decode", "b16encode", "b32decode", "b32encode", "b64decode",
                 "b64encode", "decodebytes", "encodebytes", "standard_b64decode", "standard_b64encode",
                 "urlsafe_b64decode", "urlsafe_b64encode">;
constexpr auto &Binascii = writtenNames<"binascii", "binascii", "Error", "Incomplete", "a2b_base64",
                                        "a2b_hex", "b2a_base64", "b2a_hex", "crc32", "hexlify", "unhexlify">;
constexpr auto &Hmac = writtenNames<"hmac", "hmac", "HMAC", "compare_digest", "digest", "new">;

const NativeModule Modules[] = {
    {"base64", Base64},
    {"binascii", Binascii},
    {"hmac", Hmac},
    {"decimal", Decimal},
    {"enum", Enum},
    {"textwrap", Textwrap},
    {"itertools", Itertools},
    {"functools", Functools},
    {"contextlib", Contextlib},
    {"collections", CollectionsNamedtuple},
    {"collections", CollectionsDeque},
    {"collections", CollectionsMappings},
    {"dataclasses", Dataclasses},
    {"copy", Copy},
    {"types", Types},
    {"string", String},
    {"operator", Operator},
    {"heapq", Heapq},
    {"bisect", Bisect},
    {"shlex", Shlex},
    {"csv", Csv},
    {"io", Io},
    {"urllib.parse", UrllibParse},
    {"html", Html},
    {"calendar", Calendar},
    {"random", Random},
    {"secrets", Secrets},
    {"fractions", Fractions},
    {"pathlib", Pathlib},
    {"struct", Struct},
    {"traceback", Traceback},
    {"inspect", Inspect},
    {"warnings", Warnings},
    {"numbers", Numbers},
    {"logging", Logging},
    {"logging.config", LoggingConfig},
    {"logging.handlers", LoggingHandlers},
    {"os", Os},
    {"os.path", OsPath},
    {"abc", Abc},
};

} // namespace

std::span<const NativeModule> writtenModules()
{
    return Modules;
}

} // namespace athanor::python
