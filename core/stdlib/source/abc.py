# SPDX-License-Identifier: GPL-3.0-or-later
class ABCMeta(type):
    pass


class ABC:
    @classmethod
    def register(cls, subclass):
        return subclass


def abstractmethod(funcobj):
    return funcobj


def abstractproperty(fget):
    return property(fget)


def abstractclassmethod(callable):
    return classmethod(callable)


def abstractstaticmethod(callable):
    return staticmethod(callable)
