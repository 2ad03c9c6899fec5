# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the cases that tst_standardmodules hands over as JSON, [[setup, expression], ...], and prints what each gives."""
import json
import sys
import warnings

warnings.simplefilter("ignore")


def result(setup, expression):
    names = {"__name__": "table"}
    try:
        exec(setup, names)
        return repr(eval(expression, names))
    except BaseException as error:
        return f"{type(error).__name__}: {error}"


json.dump([result(*case) for case in json.load(sys.stdin)], sys.stdout)
