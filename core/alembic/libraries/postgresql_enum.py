# SPDX-License-Identifier: GPL-3.0-or-later
"""What the scripts that alembic-postgresql-enum writes ask of it: op.sync_enum_values() and its arguments."""
import re
from dataclasses import dataclass
from enum import Enum

import sqlalchemy as sa
from alembic import op


class ColumnType(Enum):
    COMMON = sa.Enum
    ARRAY = sa.ARRAY


class _Unspecified:
    pass


@dataclass(frozen=True)
class TableReference:
    table_name: str
    column_name: str
    table_schema: str = _Unspecified
    column_type: ColumnType = ColumnType.COMMON
    existing_server_default: str = None

    @property
    def table_name_with_schema(self):
        return f'"{self.table_schema}"."{self.table_name}"' if self.table_schema else f'"{self.table_name}"'

    @property
    def escaped_column_name(self):
        return f'"{self.column_name}"'


def _default(schema, table, column):
    return op.get_bind().execute(
        sa.text(
            f"SELECT column_default FROM information_schema.columns WHERE table_schema = '{schema}' AND "
            f"table_name = '{table}' AND column_name = '{column}'"
        )
    ).scalar()


def _reference(column, schema):
    if isinstance(column, tuple):  # (table, column[, ColumnType]), as older versions wrote it
        kind = column[2] if len(column) > 2 else ColumnType.COMMON
        return TableReference(column[0], column[1], schema, kind, _default(schema, column[0], column[1]))
    if not isinstance(column, TableReference):
        raise ValueError("Affected columns must contain tuples or TableReferences")
    if column.table_schema is _Unspecified:
        return TableReference(
            column.table_name, column.column_name, schema, column.column_type, column.existing_server_default
        )
    return column


def _renamed(default, schema, name, renames):
    """The default with its values renamed and its cast to the new type."""
    new_type = f"{schema}.{name}" if schema else name
    if default.startswith("ARRAY["):
        return re.sub(r"::[.\w]+", f"::{new_type}", _with_values_renamed(default, renames))
    value = _with_values_renamed(default[: default.find("::")], renames)
    return f"{value}::{new_type}" + ("[]" if default.endswith("[]") else "")


def _with_values_renamed(text, renames):
    for old, new in renames:
        text = text.replace(f"'{old}'", f"'{new}'").replace(f'"{old}"', f'"{new}"')
    return text


def _create_operator(operator, function, new_type, old_type, renames):
    old = "old_enum_val::text"
    if renames:
        cases = " ".join(f"WHEN old_enum_val::text = '{a}' THEN '{b}'" for a, b in renames)
        old = f"CASE {cases} ELSE old_enum_val::text END"
    op.execute(
        f"CREATE FUNCTION {function}(\n    new_enum_val {new_type}, old_enum_val {old_type}\n)\n"
        f"RETURNS boolean AS $$\n    SELECT new_enum_val::text {operator} {old};\n$$ LANGUAGE SQL IMMUTABLE"
    )
    op.execute(
        f"CREATE OPERATOR {operator} (\n    leftarg = {new_type},\n    rightarg = {old_type},\n"
        f"    procedure = {function}\n)"
    )


def _converted(reference, new_type, renames):
    """(the column's type, the expression that fills it)"""
    column = reference.escaped_column_name
    if reference.column_type == ColumnType.ARRAY:
        value = f"{column}::text[]"
        for old, new in renames:
            value = f"array_replace({value}, '{old}', '{new}')"
        return f"{new_type}[]", f"{value}::{new_type}[]"
    if renames:
        cases = " ".join(f"WHEN {column}::text = '{old}' THEN '{new}'::{new_type}" for old, new in renames)
        return new_type, f"CASE {cases} ELSE {column}::text::{new_type} END"
    return new_type, f"{column}::text::{new_type}"


def _convert(reference, schema, name, new_type, renames):
    alter = f"ALTER TABLE {reference.table_name_with_schema} ALTER COLUMN {reference.escaped_column_name}"
    default = reference.existing_server_default
    if default is not None:
        op.execute(f"{alter} DROP DEFAULT")
    column_type, value = _converted(reference, new_type, renames)
    op.execute(f"{alter} TYPE {column_type} USING {value}")
    if default is not None:
        op.execute(f"{alter} SET DEFAULT {_renamed(default, schema, name, renames)}")


OPERATORS = (("!=", "new_old_not_equals"), ("=", "new_old_equals"))


def sync_enum_values(enum_schema, enum_name, new_values, affected_columns, enum_values_to_rename=()):
    if op.get_context().dialect.name != "postgresql":
        return
    references = [_reference(column, enum_schema) for column in affected_columns]
    renames = list(enum_values_to_rename)
    new_type = f'"{enum_schema}"."{enum_name}"'
    old_name = f"{enum_name}_old"
    old_type = f'"{enum_schema}"."{old_name}"'
    op.execute(f"ALTER TYPE {new_type} RENAME TO {old_name}")
    values = ", ".join(f"'{value}'" for value in new_values)
    op.execute(f"CREATE TYPE {new_type} AS ENUM({values})")
    for operator, function in OPERATORS:
        _create_operator(operator, function, new_type, old_type, renames)
    for reference in references:
        _convert(reference, enum_schema, enum_name, new_type, renames)
    for _, function in OPERATORS:
        op.execute(
            f"DROP FUNCTION {function}(\n    new_enum_val {new_type}, old_enum_val {old_type}\n) CASCADE"
        )
    op.execute(f"DROP TYPE {old_type}")
