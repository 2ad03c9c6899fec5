# SPDX-License-Identifier: GPL-3.0-or-later
"""Types of libraries, with what the real ones give on postgresql, mysql, mariadb, sqlite, mssql and oracle; "" where
they can't be written."""
import advanced_alchemy.types
import citext
import fastapi_users_db_sqlalchemy
import pgvector
import sqlalchemy_json
import sqlalchemy_utc
import sqlalchemy_utils
import sqlmodel
from fastapi_users_db_sqlalchemy.generics import GUID, TIMESTAMPAware
from geoalchemy2 import Geography, Geometry, Raster
from pgvector.sqlalchemy import BIT, HALFVEC, SPARSEVEC, Vector
from sqlalchemy_utils import ChoiceType, EmailType, TSVectorType, UUIDType
from sqlalchemy_utils.types.ltree import LtreeType

types = [
    (lambda: sqlalchemy_utils.types.uuid.UUIDType(), "UUID|BINARY(16)|BINARY(16)|BINARY(16)|UNIQUEIDENTIFIER|BINARY(16)"),
    (lambda: UUIDType(binary=False), "UUID|CHAR(32)|CHAR(32)|CHAR(32)|UNIQUEIDENTIFIER|CHAR(32)"),
    (lambda: UUIDType(native=False), "BINARY(16)|BINARY(16)|BINARY(16)|BINARY(16)|BINARY(16)|BINARY(16)"),
    (lambda: TSVectorType("a", regconfig="english"), "TSVECTOR|||||"),
    (lambda: EmailType(), "VARCHAR(255)|VARCHAR(255)|VARCHAR(255)|VARCHAR(255)|NVARCHAR(255)|VARCHAR2(255 CHAR)"),
    (lambda: EmailType(length=50), "VARCHAR(50)|VARCHAR(50)|VARCHAR(50)|VARCHAR(50)|NVARCHAR(50)|VARCHAR2(50 CHAR)"),
    (lambda: ChoiceType([("a", "b")]), "VARCHAR(255)|VARCHAR(255)|VARCHAR(255)|VARCHAR(255)|NVARCHAR(255)|VARCHAR2(255 CHAR)"),
    (lambda: LtreeType(), "LTREE|||||"),
    (lambda: sqlalchemy_utils.types.json.JSONType(), "JSON|TEXT|TEXT|TEXT|NTEXT|CLOB"),
    (lambda: sqlalchemy_utils.types.ip_address.IPAddressType(), "VARCHAR(50)|VARCHAR(50)|VARCHAR(50)|VARCHAR(50)|NVARCHAR(50)|VARCHAR2(50 CHAR)"),
    (lambda: sqlalchemy_utils.types.url.URLType(), "TEXT|TEXT|TEXT|TEXT|NTEXT|CLOB"),
    (lambda: sqlalchemy_utils.types.country.CountryType(), "VARCHAR(2)|VARCHAR(2)|VARCHAR(2)|VARCHAR(2)|VARCHAR(2)|VARCHAR2(2 CHAR)"),
    (lambda: sqlalchemy_utils.types.scalar_list.ScalarListType(), "TEXT|TEXT|TEXT|TEXT|NTEXT|CLOB"),
    (lambda: sqlalchemy_utils.ArrowType(), "TIMESTAMP WITHOUT TIME ZONE|DATETIME|DATETIME|DATETIME|DATETIME|DATE"),
    (lambda: sqlalchemy_utils.ArrowType(timezone=True), "TIMESTAMP WITH TIME ZONE|DATETIME|DATETIME|DATETIME|DATETIMEOFFSET|DATE"),
    (lambda: sqlalchemy_utils.EnrichedDateType(), "DATE|DATE|DATE|DATE|DATETIME|DATE"),
    (lambda: sqlmodel.sql.sqltypes.AutoString(), "VARCHAR|VARCHAR(255)||VARCHAR|VARCHAR(max)|VARCHAR2"),
    (lambda: sqlmodel.sql.sqltypes.AutoString(length=30), "VARCHAR(30)|VARCHAR(30)|VARCHAR(30)|VARCHAR(30)|VARCHAR(30)|VARCHAR2(30 CHAR)"),
    (lambda: sqlmodel.AutoString(20), "VARCHAR(20)|VARCHAR(20)|VARCHAR(20)|VARCHAR(20)|VARCHAR(20)|VARCHAR2(20 CHAR)"),
    (lambda: sqlmodel.sql.sqltypes.GUID(), "UUID|CHAR(32)|CHAR(32)|CHAR(32)|VARCHAR(32)|CHAR(32)"),
    (lambda: sqlmodel.sql.sqltypes.types.Uuid(), "UUID|CHAR(32)|CHAR(32)|CHAR(32)|UNIQUEIDENTIFIER|CHAR(32)"),
    (lambda: fastapi_users_db_sqlalchemy.generics.GUID(), "UUID|CHAR(36)|CHAR(36)|CHAR(36)|VARCHAR(36)|CHAR(36)"),
    (lambda: GUID(), "UUID|CHAR(36)|CHAR(36)|CHAR(36)|VARCHAR(36)|CHAR(36)"),
    (lambda: TIMESTAMPAware(timezone=True), "TIMESTAMP WITH TIME ZONE|TIMESTAMP|TIMESTAMP|TIMESTAMP|TIMESTAMP|TIMESTAMP WITH TIME ZONE"),
    (lambda: Vector(3), "VECTOR(3)|VECTOR(3)|VECTOR(3)|VECTOR(3)|VECTOR(3)|VECTOR(3)"),
    (lambda: pgvector.sqlalchemy.Vector(dim=3), "VECTOR(3)|VECTOR(3)|VECTOR(3)|VECTOR(3)|VECTOR(3)|VECTOR(3)"),
    (lambda: HALFVEC(), "HALFVEC|HALFVEC|HALFVEC|HALFVEC|HALFVEC|HALFVEC"),
    (lambda: SPARSEVEC(5), "SPARSEVEC(5)|SPARSEVEC(5)|SPARSEVEC(5)|SPARSEVEC(5)|SPARSEVEC(5)|SPARSEVEC(5)"),
    (lambda: BIT(3), "BIT(3)|BIT(3)|BIT(3)||BIT|"),
    (lambda: Geometry("POINT", srid=4326, spatial_index=False), "geometry(POINT,4326)|POINT SRID 4326|POINT||geometry(POINT,4326)|geometry(POINT,4326)"),
    (lambda: Geometry(spatial_index=False), "geometry(GEOMETRY,-1)|GEOMETRY|GEOMETRY||geometry(GEOMETRY,-1)|geometry(GEOMETRY,-1)"),
    (lambda: Geography("point", 4326, spatial_index=False), "geography(POINT,4326)|POINT SRID 4326|POINT||geography(POINT,4326)|geography(POINT,4326)"),
    (lambda: Raster(spatial_index=False), "raster|GEOMETRY|GEOMETRY||raster|raster"),
    (lambda: Geometry("POINT"), "|||||"),
    (lambda: citext.CIText(), "CITEXT|CITEXT|CITEXT|CITEXT|CITEXT|CITEXT"),
    (lambda: sqlalchemy_utc.UtcDateTime(), "TIMESTAMP WITH TIME ZONE|DATETIME|DATETIME|DATETIME|DATETIMEOFFSET|DATE"),
    (lambda: sqlalchemy_json.MutableJson(), "JSON|JSON|JSON|JSON|NVARCHAR(max)|"),
    (lambda: advanced_alchemy.types.GUID(length=16), "UUID|BINARY(16)|BINARY(16)|BINARY(16)|UNIQUEIDENTIFIER|RAW(16)"),
    (lambda: advanced_alchemy.types.guid.GUID(length=16), "UUID|BINARY(16)|BINARY(16)|BINARY(16)|UNIQUEIDENTIFIER|RAW(16)"),
    (lambda: advanced_alchemy.types.DateTimeUTC(timezone=True), "TIMESTAMP WITH TIME ZONE|DATETIME|DATETIME|DATETIME|DATETIMEOFFSET|DATE"),
    (lambda: advanced_alchemy.types.BigIntIdentity, "BIGINT|BIGINT|BIGINT|INTEGER|BIGINT|NUMBER(19)"),
]
