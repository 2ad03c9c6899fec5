# SPDX-License-Identifier: GPL-3.0-or-later
"""What real Python makes of the cases in files given as arguments, for comparison.

A case begins with a line "### name". It calls show() with what is to be compared. Standard output is JSON:
{"file.py: name": text}; the text has a line for each value shown, and one for the exception that ended the case.
"""
import contextlib
import io
import json
import os
import sys
import warnings

warnings.simplefilter("ignore")


def run(source):
    lines = []

    def show(*values):
        lines.extend(repr(value) for value in values)

    names = {"show": show, "__name__": "case"}
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(source, "case.py", "exec", dont_inherit=True), names)
    except BaseException as error:
        message = str(error)
        lines.append("! " + type(error).__name__ + (": " + message if message else ""))
    return "\n".join(lines)


results = {}
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        parts = file.read().split("\n### ")
    for part in parts[1:]:
        name, _, source = part.partition("\n")
        results[os.path.basename(path) + ": " + name] = run(source)
json.dump(results, sys.stdout)
