# SPDX-License-Identifier: GPL-3.0-or-later
"""The column types of GeoAlchemy 2, as far as DDL depends on them."""
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.types import UserDefinedType


class _GISType(UserDefinedType):
    name = None

    def __init__(self, geometry_type="GEOMETRY", srid=-1, dimension=None, spatial_index=True, use_N_D_index=False,
                 use_typmod=None, from_text=None, name=None, nullable=True, _spatial_index_reflected=None):
        self.geometry_type = geometry_type.upper() if geometry_type else geometry_type
        self.srid = int(srid if srid is not None else -1)
        self.dimension = dimension
        self.spatial_index = spatial_index
        self.use_N_D_index = use_N_D_index
        self.use_typmod = use_typmod
        self.nullable = nullable
        if name is not None:
            self.name = name

    def get_col_spec(self):
        _refuse_index(self)
        if not self.geometry_type:
            return self.name
        return f"{self.name}({self.geometry_type},{self.srid})"


def _refuse_index(type_):
    if type_.spatial_index:
        raise NotImplementedError(
            "GeoAlchemy 2 makes an index of its own with a table that has a column with spatial_index=True; "
            "only spatial_index=False can be previewed")


@compiles(_GISType, "mysql")
@compiles(_GISType, "mariadb")
def _mysql(element, compiler, **kw):
    _refuse_index(element)
    text = element.geometry_type if element.geometry_type is not None else "GEOMETRY"
    if not element.nullable:
        text += " NOT NULL"
    if element.srid > 0 and compiler.dialect.name != "mariadb":
        text += f" SRID {element.srid}"
    return text


@compiles(_GISType, "sqlite")
def _sqlite(element, compiler, **kw):
    raise NotImplementedError("GeoAlchemy 2 adds columns on SQLite by functions of SpatiaLite")


class Geometry(_GISType):
    name = "geometry"


class Geography(_GISType):
    name = "geography"


class Raster(_GISType):
    name = "raster"

    def __init__(self, spatial_index=True, from_text=None, name=None, nullable=True, _spatial_index_reflected=None):
        super().__init__(None, -1, spatial_index=spatial_index, use_typmod=False, name=name, nullable=nullable)
