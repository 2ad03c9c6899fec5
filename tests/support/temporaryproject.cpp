// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temporaryproject.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace athanor::test {

using namespace Qt::StringLiterals;

TemporaryProject::TemporaryProject()
{
    write(
        u"alembic.ini"_s,
        "[alembic]\nscript_location = %(here)s/migrations\nsqlalchemy.url = sqlite:///%(here)s/db.sqlite\n");
    write(u"migrations/env.py"_s,
          "from alembic import context\n"
          "from sqlalchemy import create_engine\n"
          "config = context.config\n"
          "url = config.get_main_option('sqlalchemy.url')\n"
          "if context.is_offline_mode():\n"
          "    context.configure(url=url, literal_binds=True, dialect_opts={'paramstyle': 'named'})\n"
          "    with context.begin_transaction():\n"
          "        context.run_migrations()\n"
          "else:\n"
          "    with create_engine(url).connect() as connection:\n"
          "        context.configure(connection=connection)\n"
          "        with context.begin_transaction():\n"
          "            context.run_migrations()\n");
    QDir(folder()).mkpath(u"migrations/versions"_s);
}

QString TemporaryProject::write(const QString &relative, const QByteArray &content) const
{
    const QString path = filePath(relative);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("can't write %s", qPrintable(path));
    return path;
}

static QString pythonValue(const QStringList &items)
{
    if (items.isEmpty())
        return u"None"_s;
    if (items.size() == 1)
        return u'\'' + items.first() + u'\'';
    return u"('"_s + items.join("', '"_L1) + u"')"_s;
}

QString TemporaryProject::addRevision(const Script &script) const
{
    const QString text =
        u"\"\"\"%1\n\nRevision ID: %2\nRevises: %3\nCreate Date: 2026-01-02 03:04:05.000000\n\n\"\"\"\n"
        "from alembic import op\nimport sqlalchemy as sa\n\n\n"
        "revision = '%2'\ndown_revision = %4\nbranch_labels = %5\ndepends_on = %6\n\n\n"
        "def upgrade():\n    pass\n\n\ndef downgrade():\n    pass\n"_s.arg(
            script.message, script.id, script.down.join(u", "_s), pythonValue(script.down),
            pythonValue(script.labels), pythonValue(script.dependsOn));
    return write(u"migrations/versions/%1_.py"_s.arg(script.id), text.toUtf8());
}

} // namespace athanor::test
