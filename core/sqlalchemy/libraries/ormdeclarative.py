# SPDX-License-Identifier: GPL-3.0-or-later
"""Base classes of models."""
import sqlalchemy as sa
from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.orm.mapper import map_class


class registry:
    def __init__(self, *, metadata=None, class_registry=None, type_annotation_map=None, **options):
        self.metadata = sa.MetaData() if metadata is None else metadata
        self._class_registry = {} if class_registry is None else class_registry
        self.type_annotation_map = dict(type_annotation_map or {})

    def update_type_annotation_map(self, type_annotation_map):
        self.type_annotation_map.update(type_annotation_map)

    def generate_base(self, mapper=None, cls=object, name="Base", metaclass=None, constructor=None, **options):
        bases = cls if isinstance(cls, tuple) else (cls,)
        names = {"registry": self, "metadata": self.metadata, "_sa_registry": self, "__abstract__": True}
        if not any(hasattr(base, "__init__") and base.__init__ is not object.__init__ for base in bases):
            names["__init__"] = constructor or _constructor
        return (metaclass or DeclarativeMeta)(name, bases, names)

    def mapped(self, cls):
        _instrument(cls, self)
        return cls

    def as_declarative_base(self, **options):
        return lambda cls: self.generate_base(cls=cls, name=cls.__name__, **options)

    def map_declaratively(self, cls):
        return _instrument(cls, self)

    def configure(self, cascade=False):
        return None

    dispose = configure


def _instrument(cls, registry):
    return map_class(cls, registry)


def _constructor(self, **values):
    for name in values:
        if not hasattr(type(self), name):
            raise TypeError(f"'{name}' is an invalid keyword argument for {type(self).__name__}")
        setattr(self, name, values[name])


class DeclarativeMeta(type):
    """The class of models: it maps each when it is made."""

    def __init__(cls, name, bases, names, **options):
        registry = getattr(cls, "_sa_registry", None)
        if registry is None:
            registry = getattr(cls, "registry", None)
        if registry is None or "_sa_registry" in cls.__dict__:
            return
        if cls.__dict__.get("__abstract__", False):
            return
        map_class(cls, registry)

    def __setattr__(cls, name, value):
        if "__mapper__" in cls.__dict__ and isinstance(value, sa.Column) and value.table is None:
            if value.name is None:
                value.name = name
            cls.__table__.append_column(value)
            from sqlalchemy.orm.attributes import InstrumentedAttribute

            value = InstrumentedAttribute(name, value)
        type.__setattr__(cls, name, value)

    def __clause_element__(cls):
        return cls.__mapper__.entity()


def _base_registry(cls):
    """What the direct child of DeclarativeBase says about the registry of its models."""
    names = cls.__dict__
    known = names.get("registry")
    metadata = names.get("metadata")
    if known is None:
        known = registry(metadata=metadata)
    if "type_annotation_map" in names:
        known.update_type_annotation_map(names["type_annotation_map"])
    type.__setattr__(cls, "registry", known)
    type.__setattr__(cls, "_sa_registry", known)
    if metadata is None:
        type.__setattr__(cls, "metadata", known.metadata)


class _BaseMeta(DeclarativeMeta):
    def __init__(cls, name, bases, names, **options):
        if not any(isinstance(base, _BaseMeta) for base in bases):
            return
        if any("_sa_is_root" in base.__dict__ for base in bases):
            if hasattr(cls, "__tablename__") or hasattr(cls, "__table__"):
                raise InvalidRequestError(
                    "Cannot use DeclarativeBase directly as a declarative base class. Create a Base by creating a "
                    "subclass of it."
                )
            _base_registry(cls)
            return
        super().__init__(name, bases, names, **options)


class DeclarativeBase(metaclass=_BaseMeta):
    _sa_is_root = True
    __init__ = _constructor

    def __init_subclass__(cls, **options):
        pass


class DeclarativeBaseNoMeta(metaclass=_BaseMeta):
    _sa_is_root = True
    __init__ = _constructor

    def __init_subclass__(cls, **options):
        pass


class MappedAsDataclass(metaclass=_BaseMeta):
    def __init_subclass__(cls, **options):
        pass


def declarative_base(
    *,
    metadata=None,
    mapper=None,
    cls=object,
    name="Base",
    class_registry=None,
    type_annotation_map=None,
    constructor=_constructor,
    metaclass=DeclarativeMeta,
):
    made = registry(metadata=metadata, class_registry=class_registry, type_annotation_map=type_annotation_map)
    return made.generate_base(cls=cls, name=name, constructor=constructor, metaclass=metaclass)


def as_declarative(**options):
    return lambda cls: declarative_base(cls=cls, name=cls.__name__, **options)


def has_inherited_table(cls):
    return any(getattr(base, "__table__", None) is not None for base in cls.__mro__[1:])


def configure_mappers():
    return None


def class_mapper(cls, configure=True):
    return cls.__mapper__
