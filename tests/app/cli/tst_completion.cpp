// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/temporaryproject.h"

#include "tests/support/checks.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace athanor::test;
using namespace Qt::StringLiterals;

/// Loads the completion scripts in the shells themselves and asks these what they would offer.
class TestCompletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_project.addRevision({u"a111"_s, {}, u"it's the first: \"one\" [x]"_s});
        m_project.addRevision({u"b222"_s, {u"a111"_s}, u"second"_s, {}, {u"left"_s}});
        m_project.write(u"athanor.toml"_s, "[targets.dev]\nurl = \"sqlite:///dev.sqlite\"\n");
        for (const QString &shell : {u"bash"_s, u"zsh"_s, u"fish"_s})
            m_project.write(u"completion."_s + shell, run(u"athanor"_s, {u"completion"_s, shell}).toUtf8());
    }

    void offers_data()
    {
        QTest::addColumn<QString>("shell");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("some");
        QTest::addColumn<QStringList>("none");
        const struct
        {
            const char *name;
            QString line;
            QStringList some;
            QStringList none;
        } cases[] = {
            {"commands",
             u"athanor "_s,
             {u"history"_s, u"plan"_s, u"list_templates"_s},
             {u"__complete"_s, u"b222"_s}},
            {"command begun", u"athanor hi"_s, {u"history"_s}, {u"heads"_s}},
            {"command behind an option", u"athanor -c . he"_s, {u"heads"_s, u"help"_s}, {u"history"_s}},
            {"options", u"athanor history --"_s, {u"--rev-range"_s, u"--json"_s}, {u"--purge"_s}},
            {"choices of an option",
             u"athanor heads --color "_s,
             {u"auto"_s, u"always"_s, u"never"_s},
             {u"b222"_s}},
            {"choices of an argument",
             u"athanor plan "_s,
             {u"upgrade"_s, u"downgrade"_s, u"stamp"_s},
             {u"b222"_s}},
            {"argument behind a flag", u"athanor current -c "_s, {}, {u"alembic.ini"_s}},
            {"revisions", u"athanor show "_s, {u"a111"_s, u"b222"_s, u"left"_s, u"head"_s}, {u"history"_s}},
            {"revision begun", u"athanor show b"_s, {u"b222"_s, u"base"_s}, {u"a111"_s}},
            {"several revisions", u"athanor plan stamp a111 b"_s, {u"b222"_s}, {u"a111"_s}},
            {"revision of an option", u"athanor history -r b"_s, {u"b222"_s}, {u"a111"_s}},
            {"targets", u"athanor current --target d"_s, {u"dev"_s}, {u"a111"_s}},
            {"commands to explain", u"athanor help sh"_s, {u"show"_s}, {u"heads"_s}},
            {"the flag that shares a letter",
             u"athanor current -c --"_s,
             {u"--verbose"_s},
             {u"alembic.ini"_s}},
        };
        for (const QString &shell : {u"bash"_s, u"zsh"_s, u"fish"_s}) {
            for (const auto &row : cases)
                QTest::addRow("%s: %s", qPrintable(shell), row.name)
                    << shell << row.line << row.some << row.none;
        }
    }

    void offers()
    {
        QFETCH(QString, shell);
        QFETCH(QString, line);
        QFETCH(QStringList, some);
        QFETCH(QStringList, none);
        REQUIRE_INSTALLED(!QStandardPaths::findExecutable(shell).isEmpty(), shell + u" is not installed"_s);
        const QString answer = shell == "bash"_L1  ? inBash(line)
                               : shell == "zsh"_L1 ? inZsh(line)
                                                   : inFish(line);
        const QStringList words = answer.split(u'\n', Qt::SkipEmptyParts);
        for (const QString &word : some)
            QVERIFY2(words.contains(word), qPrintable(word + u" is not among:\n"_s + answer));
        for (const QString &word : none)
            QVERIFY2(!words.contains(word), qPrintable(word + u" is among:\n"_s + answer));
    }

private:
    QString run(const QString &program, const QStringList &arguments) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PATH"_s, QFileInfo(QStringLiteral(ATHANOR_PROGRAM)).path() + u':'
                                          + environment.value(u"PATH"_s));
        environment.insert(u"HOME"_s, m_project.folder());
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_project.folder());
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(program == "athanor"_L1 ? QStringLiteral(ATHANOR_PROGRAM) : program, arguments);
        process.waitForFinished(-1);
        return QString::fromUtf8(process.readAllStandardOutput());
    }

    QString inBash(const QString &line) const
    {
        const QString script =
            u"source ./completion.bash; compopt() { :; }; COMP_LINE=$1; read -ra COMP_WORDS <<< \"$1\";"
            " [[ $1 == *' ' ]] && COMP_WORDS+=(''); COMP_CWORD=$((${#COMP_WORDS[@]} - 1));"
            " _athanor; printf '%s\\n' \"${COMPREPLY[@]}\""_s;
        return run(u"bash"_s, {u"-c"_s, script, u"bash"_s, line});
    }

    QString inFish(const QString &line) const
    {
        const QString answer = run(u"fish"_s, {u"--no-config"_s, u"-c"_s,
                                               u"source ./completion.fish; complete -C $argv[1]"_s, line});
        QStringList words;
        for (const QString &entry : answer.split(u'\n'))
            words += entry.section(u'\t', 0, 0);
        return words.join(u'\n');
    }

    /// zsh completes only in its line editor, so a shell in a pseudo-terminal is told to write down what
    /// `compadd` is given.
    QString inZsh(const QString &line) const
    {
        m_project.write(u"zshrc"_s, R"sh(
unsetopt zle_bracketed_paste 2>/dev/null
autoload -Uz compinit && compinit -D -u
source ./completion.zsh
typeset -ga offered=()
compadd() {
    local -a matches
    if (( ! ${@[(I)-(O|A|D)]} )); then
        builtin compadd -A matches "$@"
        offered+=($matches)
    fi
    builtin compadd "$@"
}
offer() { zle complete-word; print -rl -- $offered > answer; exit }
zle -N offer
bindkey '^I' offer
: > ready
)sh");
        const QString script =
            u"zmodload zsh/zpty; rm -f ready answer; mkfifo ready answer; zpty shell zsh -f -i;"
            " zpty -w shell 'source ./zshrc'; read -r nothing < ready;"
            " zpty -n -w shell \"$1\"$'\\t'; cat answer; zpty -d shell"_s;
        return run(u"zsh"_s, {u"-f"_s, u"-c"_s, script, u"zsh"_s, line});
    }

    TemporaryProject m_project;
};

QTEST_GUILESS_MAIN(TestCompletion)
#include "tst_completion.moc"
