// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme.h"

#include <QObject>

namespace athanor {

enum class AppearanceChoice { System, Light, Dark };

/// Dresses the application: style, palette and icons, following the system's scheme or the user's choice. One
/// for a program, made after QApplication.
class Appearance : public QObject
{
    Q_OBJECT

public:
    explicit Appearance(QObject *parent = nullptr);

    AppearanceChoice choice() const { return m_choice; }
    void setChoice(AppearanceChoice choice);

    /// What is shown now.
    ColourScheme scheme() const { return m_scheme; }

Q_SIGNALS:
    void schemeChanged(athanor::ColourScheme scheme);

private:
    void apply();

    AppearanceChoice m_choice = AppearanceChoice::System;
    ColourScheme m_scheme = ColourScheme::Light;
};

} // namespace athanor
