// SPDX-License-Identifier: GPL-3.0-or-later
// Precompiled for every library of the window: the headers nearly every file needs.
#pragma once

#include "core/base/pch.h"

#include <QAbstractItemModel>
#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QColor>
#include <QFont>
#include <QIcon>
#include <QLabel>
#include <QObject>
#include <QPainter>
#include <QPalette>
#include <QPointer>
#include <QWidget>
