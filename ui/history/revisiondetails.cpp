// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/revisiondetails.h"

#include "core/revision/resolve.h"

#include <QDir>
#include <QEvent>
#include <QFontInfo>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

constexpr auto RevisionScheme = "revision"_L1;
constexpr auto ScriptScheme = "script"_L1;

/// Writes the page; every text from a file is escaped on its way in.
class DetailsWriter
{
public:
    DetailsWriter(const ThemeColours &colours, const QFont &code)
        : m_colours(colours)
        , m_code(QFontInfo(code).family())
    {
    }

    void title(const QString &id, const QString &message)
    {
        m_html +=
            u"<p style='margin:0'><span style='font-size:large;font-weight:600'>%1</span><br>%2</p>"_s.arg(
                message.toHtmlEscaped(), mono(id));
        m_html += u"<table cellspacing='0' cellpadding='3' style='margin-top:12px'>"_s;
    }

    void row(const QString &caption, const QString &html)
    {
        if (html.isEmpty())
            return;
        m_html +=
            u"<tr><td style='color:%1;white-space:nowrap;padding-right:16px'>%2</td><td>%3</td></tr>"_s.arg(
                m_colours.muted.name(), caption.toHtmlEscaped(), html);
    }

    QString mono(const QString &text) const
    {
        return u"<span style=\"font-family:'%1'\">%2</span>"_s.arg(m_code, text.toHtmlEscaped());
    }

    QString link(QLatin1StringView scheme, const QString &target, const QString &text,
                 const QString &fragment = {}) const
    {
        QUrl url;
        url.setScheme(scheme);
        url.setPath(target);
        url.setFragment(fragment);
        return u"<a style='color:%1;text-decoration:none' href='%2'>%3</a>"_s.arg(
            m_colours.accent.name(), url.toString(QUrl::FullyEncoded).toHtmlEscaped(), mono(text));
    }

    void paragraph(const QString &text) { m_html += u"</table><p>%1</p><table>"_s.arg(text.toHtmlEscaped()); }

    QString finish(const QString &documentation = {})
    {
        m_html += u"</table>"_s;
        if (!documentation.isEmpty())
            m_html += u"<pre style='margin-top:12px;white-space:pre-wrap;color:%1'>%2</pre>"_s.arg(
                m_colours.muted.name(), documentation.toHtmlEscaped());
        return m_html;
    }

private:
    const ThemeColours &m_colours;
    QString m_code;
    QString m_html;
};

QString neighbours(const DetailsWriter &writer, const RevisionGraph &graph, std::span<const int> indexes,
                   const QStringList &missing = {})
{
    QStringList lines;
    for (const int index : indexes)
        lines.append(writer.link(RevisionScheme, graph.id(index), graph.id(index)) + u"&nbsp; "_s
                     + graph.at(index).message().toHtmlEscaped());
    for (const QString &id : missing)
        lines.append(writer.mono(id) + u"&nbsp; "_s
                     + RevisionDetails::tr("no script has it").toHtmlEscaped());
    return lines.join(u"<br>"_s);
}

QString holders(const QString &id, const QList<DatabasePosition> &databases)
{
    QStringList names;
    for (const DatabasePosition &database : databases) {
        if (database.rows.contains(id))
            names.append(RevisionDetails::tr("%1 (current)").arg(database.name).toHtmlEscaped());
    }
    return names.join(u", "_s);
}

QString holders(const RevisionGraph &graph, int revision, const QList<DatabasePosition> &databases)
{
    QStringList names;
    for (const DatabasePosition &database : databases) {
        if (database.rows.contains(graph.id(revision)))
            names.append(RevisionDetails::tr("%1 (current)").arg(database.name).toHtmlEscaped());
        else if (appliedRevisions(graph, database.rows).contains(revision))
            names.append(database.name.toHtmlEscaped());
    }
    return names.join(u", "_s);
}

QString directionHtml(const DetailsWriter &writer, const QString &direction, const DirectionState &state)
{
    using D = RevisionDetails;
    using enum DirectionState::Kind;
    if (state.kind == Unknown)
        return {};
    if (state.kind == Readable)
        return D::tr("%1: can be shown").arg(direction).toHtmlEscaped();
    const QString text = state.kind == NeedsConnection ? D::tr("%1: only with a connection: %2")
                                                       : D::tr("%1: not readable: %2");
    QString html = text.arg(direction, state.reason).toHtmlEscaped();
    if (state.where.line > 0)
        html += u" "_s
                + writer.link(ScriptScheme, state.where.file, D::tr("line %1").arg(state.where.line),
                              QString::number(state.where.line));
    return html;
}

QString previewHtml(const DetailsWriter &writer, const PreviewState &preview)
{
    using D = RevisionDetails;
    if (preview.upgrade.kind == DirectionState::Kind::Readable
        && preview.downgrade.kind == DirectionState::Kind::Readable)
        return D::tr("both directions can be shown").toHtmlEscaped();
    QStringList lines{directionHtml(writer, D::tr("Upgrade"), preview.upgrade),
                      directionHtml(writer, D::tr("Downgrade"), preview.downgrade)};
    lines.removeAll(QString());
    return lines.join(u"<br>"_s);
}

QString revisionHtml(DetailsWriter writer, const RevisionGraph &graph, int index,
                     const QList<DatabasePosition> &databases, const PreviewState &preview)
{
    const Revision &revision = graph.at(index);
    using D = RevisionDetails;
    writer.title(revision.id, revision.message());
    const QString parents = neighbours(writer, graph, graph.parents(index), graph.missingParents(index));
    writer.row(D::tr("Parents"), parents.isEmpty() ? D::tr("none: a base") : parents);
    const QString children = neighbours(writer, graph, graph.children(index));
    writer.row(D::tr("Children"), children.isEmpty() ? D::tr("none: a head") : children);
    writer.row(D::tr("Depends on"), neighbours(writer, graph, graph.dependencies(index)));
    writer.row(D::tr("Needed by"), neighbours(writer, graph, graph.dependents(index)));
    writer.row(D::tr("Branch labels"), graph.labels(index).join(u", "_s).toHtmlEscaped());
    writer.row(D::tr("Created"), revision.createDate.toHtmlEscaped());
    writer.row(D::tr("Applied in"), holders(graph, index, databases));
    writer.row(D::tr("SQL"), previewHtml(writer, preview));
    writer.row(D::tr("Script"),
               writer.link(ScriptScheme, revision.path, QDir::toNativeSeparators(revision.path)));
    return writer.finish(revision.documentation);
}

} // namespace

RevisionDetails::RevisionDetails(QWidget *parent)
    : QTextBrowser(parent)
{
    setObjectName(u"revisionDetails"_s);
    setAccessibleName(tr("Details of the revision"));
    setOpenLinks(false);
    setPlaceholderText(tr("Select a revision to see what is known of it."));
    document()->setDocumentMargin(metrics::Apart);
    connect(this, &QTextBrowser::anchorClicked, this, &RevisionDetails::follow);
}

void RevisionDetails::showRevision(std::shared_ptr<const RevisionGraph> graph, const QString &id,
                                   const QList<DatabasePosition> &databases)
{
    m_graph = std::move(graph);
    if (id != m_id)
        m_preview = {};
    m_id = id;
    m_databases = databases;
    render();
}

void RevisionDetails::setPreview(const PreviewState &preview)
{
    if (preview == m_preview)
        return;
    m_preview = preview;
    render();
}

void RevisionDetails::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        render();
}

void RevisionDetails::render()
{
    if (!m_graph || m_id.isEmpty()) {
        clear();
        return;
    }
    DetailsWriter writer(themeColours(palette()), codeFont(font()));
    const auto index = m_graph->find(m_id);
    if (index && m_graph->id(*index) == m_id) {
        setHtml(revisionHtml(writer, *m_graph, *index, m_databases, m_preview));
        return;
    }
    writer.title(m_id, tr("No script has this revision"));
    writer.row(tr("Named by"), holders(m_id, m_databases));
    writer.paragraph(tr("The script was deleted or renamed, or is on a branch that is not checked out. "
                        "Bring it back, or stamp the database with a revision that exists."));
    setHtml(writer.finish());
}

void RevisionDetails::follow(const QUrl &link)
{
    if (link.scheme() == RevisionScheme)
        Q_EMIT revisionActivated(link.path());
    else if (link.scheme() == ScriptScheme && m_graph) {
        const auto index = m_graph->find(m_id);
        const int line = link.fragment().toInt();
        Q_EMIT scriptActivated(link.path(), line > 0 ? line : index ? m_graph->at(*index).line : 0);
    }
}

} // namespace athanor
