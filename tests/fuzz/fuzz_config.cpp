// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/dotenv.h"
#include "core/project/inifile.h"
#include "core/project/settings.h"
#include "core/project/textfile.h"

using namespace athanor;
using namespace Qt::StringLiterals;

/// Any bytes may lie on disk as any of the settings files.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = decodeText(QByteArrayView(data, qsizetype(size)), u"f"_s).text;
    IniFile ini = IniFile::parse(text, u"f"_s);
    ini.setDefault(u"here"_s, u"/here"_s);
    const QStringList sections = ini.sectionNames();
    for (const QString &section : sections) {
        const QStringList keys = ini.keys(section);
        // One value may take a thousand references; files of many such are slow, not wrong.
        for (const QString &key : keys.first(std::min<qsizetype>(keys.size(), 20)))
            (void)ini.value(section, key);
    }
    const SettingsReading settings = parseSettings(text, u"f"_s);
    const Dotenv dotenv =
        parseDotenv(text, u"f"_s, QProcessEnvironment(QProcessEnvironment::InheritFromParent));
    for (const Target &target : settings.settings.targets)
        (void)targetUrl(target, dotenv, QProcessEnvironment());
    return 0;
}
