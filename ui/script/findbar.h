// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/script/scripteditor.h"

class QLabel;
class QLineEdit;

namespace athanor {

/// A line below a script that looks for text in it as it is typed; Escape puts it away.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(ScriptEditor *editor, QWidget *parent = nullptr);

    /// Shows the bar with what is selected in the script.
    void open();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void search(ScriptEditor::FindDirection direction);
    void close();

    ScriptEditor *m_editor = nullptr;
    QLineEdit *m_text = nullptr;
    QLabel *m_result = nullptr;
};

} // namespace athanor
