// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace athanor {

/// A message inside the window, above what it is about: an error that says what to do, never a modal box.
/// Hidden while there is nothing to say. A message can bring choices, each a button; then there is no closing
/// it without choosing.
class Banner : public QWidget
{
    Q_OBJECT

public:
    enum class Tone { Information, Warning, Error };

    explicit Banner(QWidget *parent = nullptr);

    /// The choices are the caller's, and name the buttons.
    void showMessage(Tone tone, const QString &message, const QList<QAction *> &choices = {});
    void clear();
    QString message() const;

Q_SIGNALS:
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void setChoices(const QList<QAction *> &choices);

    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QHBoxLayout *m_choices = nullptr;
    QToolButton *m_close = nullptr;
    Tone m_tone = Tone::Information;
};

} // namespace athanor
