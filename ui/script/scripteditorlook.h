// SPDX-License-Identifier: GPL-3.0-or-later
// How the editor's text, margins and marks look; part of the only door to QScintilla.
#pragma once

class QColor;
class QFont;
class QPalette;
class QString;
class QsciScintilla;
class QsciStyle;

namespace athanor::editorlook {

constexpr int NumberMargin = 0;
constexpr int CountMargin = 1; ///< how many statements a line makes
constexpr int FoldMargin = 2;
constexpr int ErrorIndicator = 8;
constexpr int WarningIndicator = 9;
constexpr int LitMarker = 1;

/// What stays as it is when colours change.
void setUp(QsciScintilla &editor);
/// Colours and fonts.
void apply(QsciScintilla &editor, const QPalette &palette, const QFont &font);

enum class Note { Error, Warning, Count };
/// Of the text under a line, and of that in the margin.
QsciStyle noteStyle(Note note, const QPalette &palette, const QFont &font);

} // namespace athanor::editorlook
