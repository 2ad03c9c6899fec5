// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/appearance.h"

#include "ui/widgets/flatstyle.h"

#include <QApplication>
#include <QStyleHints>

namespace athanor {

namespace {

Qt::ColorScheme wanted(AppearanceChoice choice)
{
    switch (choice) {
    case AppearanceChoice::Light:
        return Qt::ColorScheme::Light;
    case AppearanceChoice::Dark:
        return Qt::ColorScheme::Dark;
    case AppearanceChoice::System:
        break;
    }
    return QGuiApplication::styleHints()->colorScheme();
}

} // namespace

Appearance::Appearance(QObject *parent)
    : QObject(parent)
{
    QApplication::setStyle(new FlatStyle);
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Appearance::apply);
    apply();
}

void Appearance::setChoice(AppearanceChoice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    // Asked of the platform too, for title bars and system dialogs; one that can't is no reason not to follow
    // the choice.
    QStyleHints *hints = QGuiApplication::styleHints();
    if (choice == AppearanceChoice::System)
        hints->unsetColorScheme();
    else
        hints->setColorScheme(wanted(choice));
    apply();
}

void Appearance::apply()
{
    m_scheme = wanted(m_choice) == Qt::ColorScheme::Dark ? ColourScheme::Dark : ColourScheme::Light;
    QApplication::setPalette(themePalette(m_scheme));
    Q_EMIT schemeChanged(m_scheme);
}

} // namespace athanor
