// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/connectdialog.h"

#include "core/database/url.h"
#include "ui/widgets/banner.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

constexpr int DialogWidth = 520;

} // namespace

ConnectDialog::ConnectDialog(Databases *databases, QWidget *parent)
    : QDialog(parent)
    , m_databases(databases)
    , m_banner(new Banner(this))
    , m_url(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_environment(new QComboBox(this))
{
    setObjectName(u"connectDialog"_s);
    setWindowTitle(tr("Connect to a Database"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_url->setObjectName(u"url"_s);
    m_url->setPlaceholderText(u"postgresql://user@host:5432/database"_s);
    m_url->setFont(codeFont(font()));
    m_name->setObjectName(u"name"_s);
    m_password->setObjectName(u"password"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(tr("kept until the window is closed, never stored"));
    m_environment->setObjectName(u"environment"_s);
    m_environment->addItem(tr("● Development"), QVariant::fromValue(Environment::Development));
    m_environment->addItem(tr("▲ Test"), QVariant::fromValue(Environment::Test));
    m_environment->addItem(tr("■ Production"), QVariant::fromValue(Environment::Production));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_connect = buttons->addButton(tr("Connect"), QDialogButtonBox::AcceptRole);
    m_connect->setObjectName(u"connect"_s);
    m_connect->setDefault(true);

    auto *form = new QFormLayout;
    form->setSpacing(metrics::Related);
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    form->addRow(tr("&URL"), m_url);
    form->addRow(tr("&Password"), m_password);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Environment"), m_environment);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(metrics::Apart, metrics::Apart, metrics::Apart, metrics::Apart);
    body->setSpacing(metrics::Apart);
    body->addLayout(form);
    body->addWidget(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addLayout(body);
    setMinimumWidth(DialogWidth);

    connect(m_url, &QLineEdit::textChanged, this, &ConnectDialog::updateName);
    connect(buttons, &QDialogButtonBox::accepted, this, &ConnectDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_databases, &Databases::connected, this, [this](const QString &name) {
        if (m_waiting && name == m_target.name)
            accept();
    });
    connect(m_databases, &Databases::failed, this, [this](const QString &name, const QString &problem) {
        if (!m_waiting || name != m_target.name)
            return;
        setWaiting(false);
        m_banner->showMessage(Banner::Tone::Error, problem);
    });
}

void ConnectDialog::setTarget(const Target &target)
{
    m_target = target;
    m_url->setText(target.url);
    m_url->setReadOnly(true);
    m_name->setText(target.name);
    m_name->setReadOnly(true);
    m_environment->setCurrentIndex(m_environment->findData(QVariant::fromValue(target.environment)));
    m_environment->setEnabled(false);
    m_password->setFocus();
}

void ConnectDialog::submit()
{
    const auto url = DatabaseUrl::parse(m_url->text().trimmed());
    if (!url) {
        m_banner->showMessage(Banner::Tone::Error, url.error().text());
        m_url->setFocus();
        return;
    }
    m_banner->clear();
    m_target.url = m_url->text().trimmed();
    m_target.name = m_name->text().trimmed().isEmpty() ? url->displayName() : m_name->text().trimmed();
    m_target.environment = m_environment->currentData().value<Environment>();
    setWaiting(true);
    m_databases->connectTo(m_target, m_password->text().isEmpty() ? QString() : m_password->text());
}

void ConnectDialog::setWaiting(bool waiting)
{
    m_waiting = waiting;
    m_connect->setEnabled(!waiting);
    m_connect->setText(waiting ? tr("Connecting…") : tr("Connect"));
}

void ConnectDialog::updateName()
{
    const auto url = DatabaseUrl::parse(m_url->text().trimmed());
    m_name->setPlaceholderText(url ? url->displayName() : QString());
}

} // namespace athanor
