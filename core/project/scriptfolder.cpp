// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/scriptfolder.h"

#include <QFile>
#include <QSet>
#include <QThread>
#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <filesystem>
#include <memory>

namespace athanor {

using namespace Qt::StringLiterals;
namespace fs = std::filesystem;

static constexpr qint64 largestScript = 64 * 1024 * 1024;

// By way of the bytes where paths are bytes: the library's own conversions throw at names that aren't UTF-8.
#ifdef Q_OS_WIN
static QString fromPath(const fs::path &path)
{
    return QString::fromStdWString(path.generic_wstring());
}
static fs::path toPath(const QString &path)
{
    return path.toStdWString();
}
static bool isTextual(const fs::path &)
{
    return true;
}
static std::FILE *openFile(const QString &path)
{
    return _wfopen(toPath(path).c_str(), L"rb");
}
#else
static QString fromPath(const fs::path &path)
{
    return QFile::decodeName(path.c_str());
}
static fs::path toPath(const QString &path)
{
    return QFile::encodeName(path).toStdString();
}
static bool isTextual(const fs::path &path)
{
    return QByteArrayView(path.native()).isValidUtf8();
}
static std::FILE *openFile(const QString &path)
{
    return std::fopen(QFile::encodeName(path).constData(), "rb");
}
#endif

static Diagnostic unreadable(const QString &path, const QString &reason, const QString &hint)
{
    return {Severity::Error, u"ATH-PRJ-010"_s, u"can't read '%1': %2"_s.arg(path, reason), {path}, hint};
}

namespace {

class ScriptLister
{
public:
    explicit ScriptLister(const Config &config)
        : m_config(config)
    {
    }

    ScriptListing list()
    {
        for (const QString &location : m_config.versionLocations) {
            std::error_code error;
            const fs::path folder = fs::canonical(toPath(location), error);
            if (!error)
                listFolder(folder);
            else if (error == std::errc::no_such_file_or_directory)
                reportMissing(location);
            else
                m_listing.problems.append(unreadable(location, QString::fromStdString(error.message()), {}));
        }
        return std::move(m_listing);
    }

private:
    struct Folder
    {
        std::vector<fs::directory_entry> files; ///< and all else that is no folder
        std::vector<fs::directory_entry> folders;
    };

    void reportMissing(const QString &folder)
    {
        const IniEntry *entry = m_config.ini.find(m_config.section, u"version_locations"_s);
        if (!entry)
            entry = m_config.ini.find(m_config.section, u"script_location"_s);
        m_listing.problems.append({Severity::Warning, u"ATH-PRJ-013"_s,
                                   u"the version folder '%1' does not exist"_s.arg(folder),
                                   entry ? entry->where() : SourceRange{m_config.tomlPath},
                                   u"'revision' makes it with its first script"_s});
    }

    void listFolder(const fs::path &top)
    {
        // Links to folders are not followed, hence no circles; depth is bounded by the length of paths.
        std::vector<fs::path> pending{top};
        while (!pending.empty()) {
            const fs::path path = std::move(pending.back());
            pending.pop_back();
            if (path.filename().native().ends_with(fs::path("__pycache__").native()))
                continue;
            Folder folder = entriesOf(path);
            m_listing.folders.append(fromPath(path));
            for (const fs::directory_entry &file : folder.files)
                take(file);
            if (m_config.sourceless)
                reportCompiledScripts(path, folder);
            if (m_config.recursiveVersionLocations)
                pending.insert(pending.end(), folder.folders.rbegin(), folder.folders.rend());
        }
    }

    Folder entriesOf(const fs::path &path)
    {
        Folder folder;
        std::error_code error;
        fs::directory_iterator entries(path, error);
        for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
            std::error_code ignored;
            const bool isFolder = entries->is_directory(ignored) && !entries->is_symlink(ignored);
            (isFolder ? folder.folders : folder.files).push_back(*entries);
        }
        if (error) {
            m_listing.problems.append(unreadable(fromPath(path), QString::fromStdString(error.message()),
                                                 u"check the folder's permissions"_s));
        }
        // Bytes of UTF-8 sort like the code points that Python compares.
        const auto name = [](const fs::directory_entry &entry) -> const auto & {
            return entry.path().native();
        };
        std::ranges::sort(folder.files, {}, name);
        std::ranges::sort(folder.folders, {}, name);
        return folder;
    }

    static bool isScriptName(QStringView name)
    {
        return name.endsWith(".py"_L1) && !name.startsWith(".#"_L1) && !name.startsWith("__init__"_L1);
    }

    void take(const fs::directory_entry &file)
    {
        QString path = fromPath(file.path());
        if (!isScriptName(QStringView(path).sliced(path.lastIndexOf(u'/') + 1)))
            return;
        std::error_code error;
        const bool isLink = file.is_symlink(error);
        if (isLink) {
            const fs::path real = fs::canonical(file.path(), error);
            if (!error)
                path = fromPath(real);
        }
        if (error) {
            m_listing.problems.append(
                unreadable(path, QString::fromStdString(error.message()), u"repair or remove the link"_s));
        } else if (!isTextual(file.path())) {
            m_listing.problems.append(unreadable(path, u"its name is not UTF-8"_s, u"rename it"_s));
        } else if (!file.is_regular_file(error)) {
            // A pipe would block, a device may never end.
            m_listing.problems.append(unreadable(path, u"it is not a regular file"_s, u"remove it"_s));
        } else if (m_seen.contains(path)) {
            m_listing.problems.append(
                {Severity::Warning,
                 u"ATH-PRJ-011"_s,
                 u"File %1 loaded twice! ignoring. Please ensure version_locations is unique."_s.arg(path),
                 {path},
                 {}});
        } else {
            m_seen.insert(path);
            m_listing.paths.append(path);
        }
    }

    /// Alembic would run compiled scripts whose source is gone.
    void reportCompiledScripts(const fs::path &path, const Folder &folder)
    {
        std::vector<fs::directory_entry> files = folder.files;
        QSet<QString> sources;
        for (const fs::directory_entry &file : files) {
            if (isScriptName(fromPath(file.path().filename())))
                sources.insert(fromPath(file.path().stem()));
        }
        std::error_code error;
        if (fs::is_directory(path / "__pycache__", error)) {
            const auto cached = entriesOf(path / "__pycache__").files;
            files.insert(files.end(), cached.begin(), cached.end());
        }
        for (const fs::directory_entry &file : files) {
            const QString name = fromPath(file.path().filename());
            const bool isCompiled = name.endsWith(".pyc"_L1) || name.endsWith(".pyo"_L1);
            if (isCompiled && !name.startsWith("__init__"_L1)
                && !sources.contains(name.section(u'.', 0, 0))) {
                m_listing.problems.append({Severity::Error,
                                           u"ATH-PRJ-012"_s,
                                           u"'%1' is compiled Python without its source"_s.arg(name),
                                           {fromPath(file.path())},
                                           u"put the .py file beside it: only source can be read"_s});
            }
        }
    }

    const Config &m_config;
    ScriptListing m_listing;
    QSet<QString> m_seen;
};

struct FileCloser
{
    void operator()(std::FILE *file) const { std::fclose(file); }
};

/// Reads into a buffer that is used for one file after the other. By way of C's files, which ask the system
/// for a third less than QFile: with ten thousand scripts that is a good part of the time.
ScriptBytes readInto(QByteArray &buffer, const QString &path)
{
    const std::unique_ptr<std::FILE, FileCloser> file(openFile(path));
    if (!file)
        return std::unexpected(unreadable(path, qt_error_string(), u"check the file's permissions"_s));
    std::setvbuf(file.get(), nullptr, _IONBF, 0);
    qsizetype size = 0;
    while (true) {
        if (size == buffer.size())
            buffer.resize(std::max<qsizetype>(64 * 1024, buffer.size() * 2));
        const qsizetype wanted = buffer.size() - size;
        const qsizetype count = qsizetype(std::fread(buffer.data() + size, 1, size_t(wanted), file.get()));
        size += count;
        if (std::ferror(file.get()))
            return std::unexpected(unreadable(path, qt_error_string(), {}));
        if (size > largestScript)
            return std::unexpected(
                unreadable(path, u"it has more than 64 MB"_s, u"is this a migration script?"_s));
        if (count < wanted)
            return QByteArrayView(buffer.constData(), size);
    }
}

} // namespace

ScriptListing listScripts(const Config &config)
{
    return ScriptLister(config).list();
}

/// Calls `work` on each processor, with a function that gives the next few indexes below `count`.
template<typename Work>
static void shareOut(qsizetype count, const Work &work)
{
    // A few at a time: threads end together, and a shared counter is not asked for each.
    static constexpr qsizetype batch = 32;
    std::atomic<qsizetype> next = 0;
    const auto run = [&] {
        work([&](const auto &use) {
            for (qsizetype begin = next.fetch_add(batch); begin < count; begin = next.fetch_add(batch)) {
                for (qsizetype index = begin; index < std::min(begin + batch, count); ++index)
                    use(index);
            }
        });
    };
    const int threads = int(std::min<qsizetype>(QThread::idealThreadCount(), count / batch));
    if (threads < 2)
        return run();
    QThreadPool pool;
    pool.setMaxThreadCount(threads);
    // What the main thread has on the usual systems: scripts may nest deeply.
    pool.setStackSize(8 * 1024 * 1024);
    for (int i = 0; i < threads; ++i)
        pool.start(run);
    pool.waitForDone();
}

void readScripts(const QStringList &paths, const std::function<void(qsizetype, const ScriptBytes &)> &use)
{
    shareOut(paths.size(), [&](const auto &each) {
        QByteArray buffer;
        each([&](qsizetype index) { use(index, readInto(buffer, paths.at(index))); });
    });
}

void eachInParallel(qsizetype count, const std::function<void(qsizetype)> &use)
{
    shareOut(count, [&](const auto &each) { each(use); });
}

} // namespace athanor
