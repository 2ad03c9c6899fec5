# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs many Alembic command lines in one process.

Reads a JSON array of argument lists and writes a JSON array of {"output", "code"}: what each printed to standard output, and
its exit code; an exception that Alembic lets through counts as 1, as it would in a process of its own.
"""

import contextlib
import json
import logging
import os
import sys
import tempfile
import warnings

from alembic.config import CommandLine


def exit_code(arguments):
    try:
        CommandLine(prog="alembic").main(argv=arguments)
    except SystemExit as leaving:
        return leaving.code % 256 if isinstance(leaving.code, int) else 0
    except Exception:
        return 1
    return 0


@contextlib.contextmanager
def output_to(file):
    sys.stdout.flush()
    kept = os.dup(1)
    os.dup2(file.fileno(), 1)
    try:
        yield
    finally:
        sys.stdout.flush()
        os.dup2(kept, 1)
        os.close(kept)


def run(arguments):
    with tempfile.TemporaryFile() as file:
        with output_to(file):
            code = exit_code(arguments)
        file.seek(0)
        return {"output": file.read().decode(), "code": code}


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    answers = [run(arguments) for arguments in json.load(sys.stdin)]
    json.dump(answers, sys.stdout)
