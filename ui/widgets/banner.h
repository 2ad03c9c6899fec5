// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace athanor {

/// A message inside the window, above what it is about: an error that says what to do, never a modal box.
/// Hidden while there is nothing to say.
class Banner : public QWidget
{
    Q_OBJECT

public:
    enum class Tone { Information, Warning, Error };

    explicit Banner(QWidget *parent = nullptr);

    void showMessage(Tone tone, const QString &message);
    void clear();
    QString message() const;

Q_SIGNALS:
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QToolButton *m_close = nullptr;
    Tone m_tone = Tone::Information;
};

} // namespace athanor
