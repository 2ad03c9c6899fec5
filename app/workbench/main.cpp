// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actions.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/screenshot.h"
#include "ui/shell/settings.h"
#include "ui/shell/workspace.h"

#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#include <QTemporaryDir>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;
using namespace athanor;

namespace {

struct Options
{
    QString project;
    QString section = u"alembic"_s;
    QString screenshot;
    QString revision;
    QString tab;
    std::optional<QSize> size;
    std::optional<AppearanceChoice> appearance;
};

[[noreturn]] void refuse(const QString &message)
{
    std::fprintf(stderr, "FAILED: %s\n", qPrintable(message));
    std::exit(2);
}

QSize parsedSize(const QString &text)
{
    const QStringList parts = text.split(u'x');
    const QSize size(parts.value(0).toInt(), parts.value(1).toInt());
    if (parts.size() != 2 || size.isEmpty())
        refuse(u"--size %1 is no size: write it as 1280x800"_s.arg(text));
    return size;
}

AppearanceChoice parsedAppearance(const QString &text)
{
    if (text == "light"_L1)
        return AppearanceChoice::Light;
    if (text == "dark"_L1)
        return AppearanceChoice::Dark;
    if (text != "system"_L1)
        refuse(u"--appearance %1 is unknown: write system, light or dark"_s.arg(text));
    return AppearanceChoice::System;
}

Options parsedOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"A workbench for Alembic migration projects."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        u"project"_s, u"Folder, alembic.ini, pyproject.toml or athanor.toml to open."_s, u"[PROJECT]"_s);
    const QCommandLineOption section({u"n"_s, u"name"_s}, u"Section of the ini file to use (alembic)."_s,
                                     u"SECTION"_s, u"alembic"_s);
    const QCommandLineOption appearance(u"appearance"_s, u"system, light or dark, for this time only."_s,
                                        u"NAME"_s);
    const QCommandLineOption revision(u"select"_s, u"Select this revision."_s, u"REVISION"_s);
    const QCommandLineOption tab(u"tab"_s, u"Show script, sql, both or details of the revision first."_s,
                                 u"NAME"_s);
    const QCommandLineOption screenshot(
        u"screenshot"_s,
        u"Save a picture of the window to FILE and end: for documentation and bug reports. "
        "Nothing is remembered from such a run."_s,
        u"FILE"_s);
    const QCommandLineOption size(u"size"_s, u"Size of the window, such as 1280x800."_s, u"WxH"_s);
    parser.addOptions({section, appearance, revision, tab, screenshot, size});
    parser.process(arguments);

    Options options;
    options.project = parser.positionalArguments().value(0);
    options.section = parser.value(section);
    options.screenshot = parser.value(screenshot);
    options.revision = parser.value(revision);
    options.tab = parser.value(tab);
    if (parser.isSet(size))
        options.size = parsedSize(parser.value(size));
    if (parser.isSet(appearance))
        options.appearance = parsedAppearance(parser.value(appearance));
    return options;
}

void showTab(const MainWindow &window, const QString &name)
{
    const QStringList names{u"script"_s, u"sql"_s, u"details"_s};
    if (name == "both"_L1)
        window.commands()->scriptAndSql->trigger();
    else if (!name.isEmpty() && !names.contains(name))
        refuse(u"--tab %1 is unknown: write script, sql, both or details"_s.arg(name));
    else if (!name.isEmpty())
        window.details()->setTab(DetailsPane::Tab(names.indexOf(name)));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"athanor-workbench"_s);
    QApplication::setApplicationDisplayName(u"Athanor"_s);
    QApplication::setApplicationVersion(QLatin1StringView(ATHANOR_VERSION));
    QApplication::setDesktopFileName(u"athanor-workbench"_s);
    const Options options = parsedOptions(QApplication::arguments());

    const QTemporaryDir scratch;
    Settings settings(options.screenshot.isEmpty() ? QString() : scratch.filePath(u"settings.ini"_s));
    Appearance appearance;
    appearance.setChoice(options.appearance.value_or(settings.appearance()));
    MainWindow window(&settings, &appearance);
    if (options.size)
        window.resize(*options.size);
    if (!options.screenshot.isEmpty())
        new Screenshot(&window, options.screenshot);
    window.show();
    if (!options.project.isEmpty())
        window.openProject({options.project, options.section});
    const auto showFirst = [&] {
        showTab(window, options.tab);
        if (!options.revision.isEmpty())
            window.selectRevision(options.revision);
    };
    QObject::connect(window.workspace(), &Workspace::opened, &window, showFirst, Qt::SingleShotConnection);
    return QApplication::exec();
}
