// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/databases.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace athanor {

class Banner;

/// Asks for a database's URL and password and stays open until the connection works or is given up.
class ConnectDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ConnectDialog(Databases *databases, QWidget *parent = nullptr);

    /// For a database that is known already: only the password is asked for.
    void setTarget(const Target &target);

private:
    void submit();
    void setWaiting(bool waiting);
    void updateName();

    Databases *m_databases = nullptr;
    Target m_target;
    Banner *m_banner = nullptr;
    QLineEdit *m_url = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_password = nullptr;
    QComboBox *m_environment = nullptr;
    QPushButton *m_connect = nullptr;
    bool m_waiting = false;
};

} // namespace athanor
