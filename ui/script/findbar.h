// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/script/scripteditor.h"

class QLabel;
class QLineEdit;

namespace athanor {

/// Below a script: looks for text in it as it is typed, and replaces it; Escape puts the bar away.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(ScriptEditor *editor, QWidget *parent = nullptr);

    enum class Mode { Find, Replace };
    /// Shows the bar with what is selected in the script.
    void open(Mode mode);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void search(ScriptEditor::FindDirection direction);
    void replace();
    void replaceAll();
    void close();

    ScriptEditor *m_editor = nullptr;
    QLineEdit *m_text = nullptr;
    QLineEdit *m_replacement = nullptr;
    QWidget *m_replaceRow = nullptr;
    QLabel *m_result = nullptr;
};

} // namespace athanor
