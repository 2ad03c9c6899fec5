# SPDX-License-Identifier: GPL-3.0-or-later
from collections import namedtuple
from datetime import datetime as _datetime, timezone as _timezone

from _athanor import not_reproducible, now as _now

timezone = altzone = daylight = 0
tzname = ("UTC", "UTC")

struct_time = namedtuple("struct_time", "tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst")


def time():
    not_reproducible("time.time()")
    return _now() / 1000000


def time_ns():
    not_reproducible("time.time_ns()")
    return _now() * 1000


def monotonic():
    not_reproducible("time.monotonic()")
    return _now() / 1000000


perf_counter = process_time = thread_time = monotonic


def monotonic_ns():
    not_reproducible("time.monotonic_ns()")
    return _now() * 1000


perf_counter_ns = process_time_ns = monotonic_ns


def sleep(seconds, /):
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")


def _fields(moment, is_dst):
    return struct_time(
        moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second, moment.weekday(),
        moment.toordinal() - _datetime(moment.year, 1, 1).toordinal() + 1, is_dst,
    )


def gmtime(seconds=None, /):
    return _fields(_datetime.fromtimestamp(int(time() if seconds is None else seconds), _timezone.utc), 0)


def localtime(seconds=None, /):
    return _fields(_datetime.fromtimestamp(int(time() if seconds is None else seconds)), 0)


def mktime(time_tuple, /):
    return _datetime(*time_tuple[:6]).timestamp()


def strftime(format, time_tuple=None, /):
    return _datetime(*(localtime() if time_tuple is None else time_tuple)[:6]).strftime(format)


def strptime(string, format="%a %b %d %H:%M:%S %Y", /):
    return _fields(_datetime.strptime(string, format), -1)


def ctime(seconds=None, /):
    return asctime(localtime(seconds))


def asctime(time_tuple=None, /):
    moment = _datetime(*(localtime() if time_tuple is None else time_tuple)[:6])
    return f"{moment.strftime('%a %b')} {moment.day:2} {moment.strftime('%H:%M:%S')} {moment.year}"
