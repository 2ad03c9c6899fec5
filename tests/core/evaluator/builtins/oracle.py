# SPDX-License-Identifier: GPL-3.0-or-later
"""What real Python makes of scripts: a JSON list of them on standard input, a list of results on standard output.

A script that is one expression has its repr() as result, another one that of its variable "result"; where it raises
an exception, "Type: message".
"""
import contextlib
import io
import json
import sys
import warnings

warnings.simplefilter("ignore")


def outcome(script):
    names = {"__name__": "case", "__builtins__": __builtins__}
    try:
        try:
            code = compile(script, "case", "eval")
        except SyntaxError:
            exec(compile(script, "case", "exec"), names)
            return repr(names["result"])
        return repr(eval(code, names))
    except BaseException as error:
        message = str(error)
        return type(error).__name__ + (": " + message if message else "")


scripts = json.load(sys.stdin)
with contextlib.redirect_stdout(io.StringIO()):
    results = [outcome(script) for script in scripts]
json.dump(results, sys.stdout)
