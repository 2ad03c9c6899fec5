// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/unsaved.h"

#include "ui/script/scriptpage.h"

#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace athanor {

void settleUnsaved(ScriptPage *script, QWidget *window, std::function<void()> goOn)
{
    const QStringList paths = script->unsavedPaths();
    if (paths.isEmpty()) {
        goOn();
        return;
    }
    // Asked twice, it is the same question with another purpose.
    delete window->findChild<QMessageBox *>(u"unsavedQuestion"_s);
    QStringList names;
    for (const QString &path : paths)
        names.append(QFileInfo(path).fileName());
    auto *box = new QMessageBox(window);
    box->setObjectName(u"unsavedQuestion"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setWindowTitle(QMessageBox::tr("Unsaved Scripts"));
    box->setTextFormat(Qt::PlainText);
    box->setText(QMessageBox::tr("These scripts have changes that are not saved:"));
    box->setInformativeText(names.join(u'\n'));
    QPushButton *save = box->addButton(QMessageBox::SaveAll);
    QPushButton *discard = box->addButton(QMessageBox::Discard);
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(save);
    QObject::connect(save, &QPushButton::clicked, script, [script, goOn] {
        if (script->saveAll())
            goOn();
    });
    QObject::connect(discard, &QPushButton::clicked, script, [script, goOn] {
        script->discardAll();
        goOn();
    });
    box->open();
}

} // namespace athanor
