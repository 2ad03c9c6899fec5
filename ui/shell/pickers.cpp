// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pickers.h"

#include "ui/widgets/icons.h"

#include <QFileDialog>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

constexpr int AboutIcon = 64;

void pick(QFileDialog *dialog, QFileDialog::FileMode mode, PathChosen chosen)
{
    dialog->setObjectName(u"filePicker"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(mode);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog->parent(), std::move(chosen));
    dialog->open();
}

} // namespace

void pickProjectFolder(QWidget *parent, const QString &folder, PathChosen chosen)
{
    auto *dialog = new QFileDialog(parent, QFileDialog::tr("Open an Alembic Project"), folder);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    pick(dialog, QFileDialog::Directory, std::move(chosen));
}

void pickProjectFile(QWidget *parent, const QString &folder, PathChosen chosen)
{
    pick(new QFileDialog(parent, QFileDialog::tr("Open an Alembic Project"), folder,
                         QFileDialog::tr("Project files (*.ini *.toml);;All files (*)")),
         QFileDialog::ExistingFile, std::move(chosen));
}

void pickDatabaseFile(QWidget *parent, const QString &folder, PathChosen chosen)
{
    pick(new QFileDialog(parent, QFileDialog::tr("Connect to an SQLite File"), folder,
                         QFileDialog::tr("SQLite files (*.db *.sqlite *.sqlite3);;All files (*)")),
         QFileDialog::ExistingFile, std::move(chosen));
}

void pickSqlFile(QWidget *parent, const QString &path, PathChosen chosen)
{
    auto *dialog = new QFileDialog(parent, QFileDialog::tr("Save SQL"), path,
                                   QFileDialog::tr("SQL files (*.sql);;All files (*)"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"sql"_s);
    dialog->selectFile(path);
    pick(dialog, QFileDialog::AnyFile, std::move(chosen));
}

void showAbout(QWidget *parent)
{
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(QMessageBox::tr("About Athanor"));
    box->setIconPixmap(productIcon().pixmap(QSize(AboutIcon, AboutIcon), parent->devicePixelRatioF()));
    box->setText(QMessageBox::tr("<b>Athanor %1</b>").arg(QLatin1StringView(ATHANOR_VERSION)));
    box->setInformativeText(QMessageBox::tr("A workbench for Alembic migration projects.\n"
                                            "Free software under the GNU GPL, version 3 or later."));
    box->open();
}

} // namespace athanor
