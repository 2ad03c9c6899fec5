# SPDX-License-Identifier: GPL-3.0-or-later
QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)


class Error(Exception):
    pass


class Dialect:
    delimiter = ","
    quotechar = '"'
    escapechar = None
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL
    strict = False


class excel(Dialect):
    pass


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    quoting = QUOTE_ALL
    lineterminator = "\n"


_dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}


def list_dialects():
    return list(_dialects)


def register_dialect(name, dialect=excel, **fmtparams):
    _dialects[name] = _format(dialect, fmtparams)


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def _format(dialect, options):
    made = Dialect()
    if isinstance(dialect, str):
        dialect = get_dialect(dialect)
    for name in (
        "delimiter",
        "quotechar",
        "escapechar",
        "doublequote",
        "skipinitialspace",
        "lineterminator",
        "quoting",
        "strict",
    ):
        setattr(made, name, options[name] if name in options else getattr(dialect, name))
    return made


class _Reader:
    def __init__(self, csvfile, dialect):
        self._lines = iter(csvfile)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        row, field, state = [], "", "start"
        form = self.dialect
        while True:
            line = next(self._lines, None)
            if line is None:
                if state == "quoted":
                    return row + [field]
                raise StopIteration
            self.line_num += 1
            for c in line:
                if state == "escaped":
                    field += c
                    state = "plain"
                elif state == "quoted":
                    if c == form.quotechar:
                        state = "closed"
                    else:
                        field += c
                elif state == "closed" and c == form.quotechar and form.doublequote:
                    field += c
                    state = "quoted"
                elif c == form.delimiter:
                    row.append(field)
                    field, state = "", "start"
                elif c in "\r\n":
                    continue
                elif state == "start" and c == form.quotechar and form.quoting != QUOTE_NONE:
                    state = "quoted"
                elif state == "start" and c == " " and form.skipinitialspace:
                    continue
                elif c == form.escapechar:
                    state = "escaped"
                else:
                    field += c
                    state = "plain"
            if state == "quoted":
                continue
            if state == "start" and not row and not field:
                return []
            return row + [field]


def reader(csvfile, dialect="excel", **fmtparams):
    return _Reader(csvfile, _format(dialect, fmtparams))


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self._fieldnames = fieldnames
        self.restkey, self.restval = restkey, restval
        self.reader = reader(f, dialect, *args, **kwds)

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        return self._fieldnames

    def __iter__(self):
        return self

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while not row:
            row = next(self.reader)
        made = dict(zip(names, row))
        if len(row) > len(names):
            made[self.restkey] = row[len(names) :]
        for name in names[len(row) :]:
            made[name] = self.restval
        return made


class _Writer:
    def __init__(self, csvfile, dialect):
        self._file = csvfile
        self.dialect = dialect

    def _field(self, value, alone):
        form = self.dialect
        text = "" if value is None else str(value)
        special = any(c in text for c in (form.delimiter, form.quotechar or "\r", "\r", "\n"))
        quoted = form.quoting == QUOTE_ALL or (special and form.quoting != QUOTE_NONE)
        if form.quoting == QUOTE_NONNUMERIC and not isinstance(value, (int, float)):
            quoted = True
        if form.quoting == QUOTE_STRINGS and isinstance(value, str):
            quoted = True
        if form.quoting == QUOTE_NOTNULL and value is not None:
            quoted = True
        if alone and not text:
            quoted = True
        if special and form.quoting == QUOTE_NONE:
            if form.escapechar is None:
                raise Error("need to escape, but no escapechar set")
            escaped = [
                form.escapechar + c if c in (form.delimiter, form.quotechar, form.escapechar, "\r", "\n") else c
                for c in text
            ]
            return "".join(escaped)
        if not quoted:
            return text
        return form.quotechar + text.replace(form.quotechar, form.quotechar * 2) + form.quotechar

    def writerow(self, row):
        row = list(row)
        fields = [self._field(value, len(row) == 1) for value in row]
        return self._file.write(self.dialect.delimiter.join(fields) + self.dialect.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


def writer(csvfile, dialect="excel", **fmtparams):
    return _Writer(csvfile, _format(dialect, fmtparams))


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        self.fieldnames, self.restval, self.extrasaction = fieldnames, restval, extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writer.writerow(self.fieldnames)

    def writerow(self, rowdict):
        extra = [repr(name) for name in rowdict if name not in self.fieldnames]
        if extra and self.extrasaction == "raise":
            raise ValueError("dict contains fields not in fieldnames: " + ", ".join(extra))
        return self.writer.writerow([rowdict.get(name, self.restval) for name in self.fieldnames])

    def writerows(self, rowdicts):
        for row in rowdicts:
            self.writerow(row)
