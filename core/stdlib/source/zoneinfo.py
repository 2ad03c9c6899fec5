# SPDX-License-Identifier: GPL-3.0-or-later
from datetime import timedelta, tzinfo

from _athanor import refuse


class ZoneInfoNotFoundError(KeyError):
    pass


class ZoneInfo(tzinfo):
    def __init__(self, key):
        if key not in ("UTC", "Etc/UTC", "GMT", "Etc/GMT", "Zulu"):
            refuse(f"zoneinfo.ZoneInfo({key!r})", "of the time zones only UTC is known")
        self.key = key

    def utcoffset(self, dt):
        return timedelta(0)

    def dst(self, dt):
        return timedelta(0)

    def tzname(self, dt):
        return "GMT" if "GMT" in self.key else "UTC"

    def fromutc(self, dt):
        return dt

    def __str__(self):
        return self.key

    def __repr__(self):
        return f"zoneinfo.ZoneInfo(key={self.key!r})"

    def __eq__(self, other):
        return isinstance(other, ZoneInfo) and self.key == other.key

    def __hash__(self):
        return hash(self.key)
