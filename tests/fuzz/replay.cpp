// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for libFuzzer: gives each file of the folders to the fuzz target once.
#include <QDirIterator>
#include <QFile>

#include <cstdint>
#include <cstdio>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

/// How many files the folder has; -1 when one can't be read.
int replay(const QString &folder)
{
    int count = 0;
    QDirIterator files(folder, QDir::Files);
    for (; files.hasNext(); ++count) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "can't read %s\n", qPrintable(file.fileName()));
            return -1;
        }
        const QByteArray bytes = file.readAll();
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(bytes.constData()),
                               static_cast<std::size_t>(bytes.size()));
    }
    return count;
}

} // namespace

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        const int count = replay(QString::fromLocal8Bit(argv[i]));
        std::printf("%s: %d inputs\n", argv[i], count);
        if (count <= 0)
            return 1;
    }
    return argc > 1 ? 0 : 1;
}
