# SPDX-License-Identifier: GPL-3.0-or-later
"""What real Python makes of scripts, for comparison.

parity.py trees: paths on standard input; one line each on standard output: "=" and ast.dump(), or "!".
parity.py errors FILE: a table [[source, message, line, column], ...]; prints the rows that compile() does not agree with.
"""
import ast
import json
import sys
import warnings

warnings.simplefilter("ignore")


def trees():
    out = sys.stdout.buffer
    for path in sys.stdin.read().splitlines():
        with open(path, "rb") as file:
            data = file.read()
        try:
            line = "=" + ast.dump(ast.parse(data))
        except (SyntaxError, ValueError):
            line = "!"
        out.write(line.encode("utf-8", "surrogatepass") + b"\n")


def errors(path):
    with open(path, encoding="utf-8") as file:
        rows = json.load(file)
    for source, message, line, column in rows:
        try:
            compile(source.encode(), "x", "exec", dont_inherit=True)
            found = None
        except SyntaxError as error:
            found = [error.msg, error.lineno, error.offset]
        if found != [message, line, column]:
            print(repr(source), found)


if sys.argv[1] == "trees":
    trees()
else:
    errors(sys.argv[2])
