# SPDX-License-Identifier: GPL-3.0-or-later
"""alembic.operations.ops: the directives as objects, which op.invoke() runs."""
from _athanor import refuse
from alembic.operations import MigrateOperation, Operations


class _Operation(MigrateOperation):
    def reverse(self):
        refuse(f"{type(self).__name__}.reverse()", "an operation that is written out")

    def to_diff_tuple(self):
        refuse(f"{type(self).__name__}.to_diff_tuple()", "autogenerate")


class AddConstraintOp(_Operation):
    @classmethod
    def from_constraint(cls, constraint):
        refuse("AddConstraintOp.from_constraint()", "the operation of the constraint's own kind")

    def reverse(self):
        return DropConstraintOp(self.constraint_name, self.table_name, self._kind, schema=self.schema)


class DropConstraintOp(_Operation):
    def __init__(self, constraint_name, table_name, type_=None, *, schema=None, if_exists=None, _reverse=None):
        self.constraint_name = constraint_name
        self.table_name = table_name
        self.constraint_type = type_
        self.schema = schema
        self.if_exists = if_exists
        self._reverse = _reverse

    @classmethod
    def from_constraint(cls, constraint):
        refuse("DropConstraintOp.from_constraint()", "its name, table and type")


class CreatePrimaryKeyOp(AddConstraintOp):
    _kind = "primary"

    def __init__(self, constraint_name, table_name, columns, *, schema=None, **kw):
        self.constraint_name = constraint_name
        self.table_name = table_name
        self.columns = columns
        self.schema = schema
        self.kw = kw


class CreateUniqueConstraintOp(AddConstraintOp):
    _kind = "unique"

    def __init__(self, constraint_name, table_name, columns, *, schema=None, **kw):
        self.constraint_name = constraint_name
        self.table_name = table_name
        self.columns = columns
        self.schema = schema
        self.kw = kw


class CreateForeignKeyOp(AddConstraintOp):
    _kind = "foreignkey"

    def __init__(self, constraint_name, source_table, referent_table, local_cols, remote_cols, **kw):
        self.constraint_name = constraint_name
        self.source_table = source_table
        self.referent_table = referent_table
        self.local_cols = local_cols
        self.remote_cols = remote_cols
        self.kw = kw

    @property
    def table_name(self):
        return self.source_table

    @property
    def schema(self):
        return self.kw.get("source_schema")


class CreateCheckConstraintOp(AddConstraintOp):
    _kind = "check"

    def __init__(self, constraint_name, table_name, condition, *, schema=None, **kw):
        self.constraint_name = constraint_name
        self.table_name = table_name
        self.condition = condition
        self.schema = schema
        self.kw = kw


class CreateIndexOp(_Operation):
    def __init__(self, index_name, table_name, columns, *, schema=None, unique=False, if_not_exists=None, **kw):
        self.index_name = index_name
        self.table_name = table_name
        self.columns = columns
        self.schema = schema
        self.unique = unique
        self.if_not_exists = if_not_exists
        self.kw = kw

    @classmethod
    def from_index(cls, index):
        refuse("CreateIndexOp.from_index()", "its name, table and columns")


class DropIndexOp(_Operation):
    def __init__(self, index_name, table_name=None, *, schema=None, if_exists=None, _reverse=None, **kw):
        self.index_name = index_name
        self.table_name = table_name
        self.schema = schema
        self.if_exists = if_exists
        self._reverse = _reverse
        self.kw = kw

    @classmethod
    def from_index(cls, index):
        refuse("DropIndexOp.from_index()", "its name and table")


class CreateTableOp(_Operation):
    def __init__(self, table_name, columns, *, schema=None, if_not_exists=None, **kw):
        self.table_name = table_name
        self.columns = columns
        self.schema = schema
        self.if_not_exists = if_not_exists
        self.info = kw.pop("info", {})
        self.comment = kw.pop("comment", None)
        self.prefixes = kw.pop("prefixes", None)
        self.kw = kw

    @classmethod
    def from_table(cls, table, **kw):
        refuse("CreateTableOp.from_table()", "CreateTableOp(name, columns)")

    def reverse(self):
        return DropTableOp(self.table_name, schema=self.schema)


class DropTableOp(_Operation):
    def __init__(self, table_name, *, schema=None, if_exists=None, table_kw=None, _reverse=None):
        self.table_name = table_name
        self.schema = schema
        self.if_exists = if_exists
        self.table_kw = table_kw or {}
        self._reverse = _reverse

    @classmethod
    def from_table(cls, table, **kw):
        return cls(table.name, schema=table.schema)


class AlterTableOp(_Operation):
    def __init__(self, table_name, *, schema=None):
        self.table_name = table_name
        self.schema = schema


class RenameTableOp(AlterTableOp):
    def __init__(self, old_table_name, new_table_name, *, schema=None):
        super().__init__(old_table_name, schema=schema)
        self.new_table_name = new_table_name


class CreateTableCommentOp(AlterTableOp):
    def __init__(self, table_name, comment, *, schema=None, existing_comment=None):
        super().__init__(table_name, schema=schema)
        self.comment = comment
        self.existing_comment = existing_comment

    def reverse(self):
        if self.existing_comment is None:
            return DropTableCommentOp(self.table_name, existing_comment=self.comment, schema=self.schema)
        return CreateTableCommentOp(
            self.table_name, self.existing_comment, existing_comment=self.comment, schema=self.schema
        )


class DropTableCommentOp(AlterTableOp):
    def __init__(self, table_name, *, schema=None, existing_comment=None):
        super().__init__(table_name, schema=schema)
        self.existing_comment = existing_comment

    def reverse(self):
        return CreateTableCommentOp(self.table_name, self.existing_comment, schema=self.schema)


class AlterColumnOp(AlterTableOp):
    def __init__(
        self,
        table_name,
        column_name,
        *,
        schema=None,
        existing_type=None,
        existing_server_default=False,
        existing_nullable=None,
        existing_comment=None,
        modify_nullable=None,
        modify_comment=False,
        modify_server_default=False,
        modify_name=None,
        modify_type=None,
        **kw,
    ):
        super().__init__(table_name, schema=schema)
        self.column_name = column_name
        self.existing_type = existing_type
        self.existing_server_default = existing_server_default
        self.existing_nullable = existing_nullable
        self.existing_comment = existing_comment
        self.modify_nullable = modify_nullable
        self.modify_comment = modify_comment
        self.modify_server_default = modify_server_default
        self.modify_name = modify_name
        self.modify_type = modify_type
        self.kw = kw


class AddColumnOp(AlterTableOp):
    def __init__(
        self,
        table_name,
        column,
        *,
        schema=None,
        if_not_exists=None,
        inline_references=None,
        inline_primary_key=None,
        **kw,
    ):
        super().__init__(table_name, schema=schema)
        self.column = column
        self.if_not_exists = if_not_exists
        self.inline_references = inline_references
        self.inline_primary_key = inline_primary_key
        self.kw = kw

    @classmethod
    def from_column(cls, col):
        refuse("AddColumnOp.from_column()", "a Column that is in no table yet")

    @classmethod
    def from_column_and_tablename(cls, schema, tname, col):
        return cls(tname, col, schema=schema)

    def reverse(self):
        return DropColumnOp.from_column_and_tablename(self.schema, self.table_name, self.column)


class DropColumnOp(AlterTableOp):
    def __init__(self, table_name, column_name, *, schema=None, if_exists=None, _reverse=None, **kw):
        super().__init__(table_name, schema=schema)
        self.column_name = column_name
        self.if_exists = if_exists
        self._reverse = _reverse
        self.kw = kw

    @classmethod
    def from_column_and_tablename(cls, schema, tname, col):
        added = AddColumnOp.from_column_and_tablename(schema, tname, col)
        return cls(tname, col.name, schema=schema, _reverse=added)


class BulkInsertOp(_Operation):
    def __init__(self, table, rows, *, multiinsert=True):
        self.table = table
        self.rows = rows
        self.multiinsert = multiinsert


class ExecuteSQLOp(_Operation):
    def __init__(self, sqltext, *, execution_options=None):
        self.sqltext = sqltext
        self.execution_options = execution_options


class OpContainer(_Operation):
    def __init__(self, ops=()):
        self.ops = list(ops)

    def is_empty(self):
        return not self.ops


class ModifyTableOps(OpContainer):
    def __init__(self, table_name, ops, *, schema=None):
        super().__init__(ops)
        self.table_name = table_name
        self.schema = schema


class UpgradeOps(OpContainer):
    def __init__(self, ops=(), upgrade_token="upgrades"):
        super().__init__(ops)
        self.upgrade_token = upgrade_token


class DowngradeOps(OpContainer):
    def __init__(self, ops=(), downgrade_token="downgrades"):
        super().__init__(ops)
        self.downgrade_token = downgrade_token


def _given(**keywords):
    """Without what says nothing: directives tell "not given" from None."""
    return {name: value for name, value in keywords.items() if value is not None}


@Operations.implementation_for(DropConstraintOp)
def _drop_constraint(operations, operation):
    operations.drop_constraint(
        operation.constraint_name,
        operation.table_name,
        **_given(type_=operation.constraint_type, schema=operation.schema, if_exists=operation.if_exists),
    )


@Operations.implementation_for(CreatePrimaryKeyOp)
def _create_primary_key(operations, operation):
    if operation.kw:
        refuse("CreatePrimaryKeyOp() with keywords", "one without")
    operations.create_primary_key(
        operation.constraint_name, operation.table_name, operation.columns, schema=operation.schema
    )


@Operations.implementation_for(CreateUniqueConstraintOp)
def _create_unique_constraint(operations, operation):
    operations.create_unique_constraint(
        operation.constraint_name,
        operation.table_name,
        operation.columns,
        schema=operation.schema,
        **operation.kw,
    )


@Operations.implementation_for(CreateForeignKeyOp)
def _create_foreign_key(operations, operation):
    operations.create_foreign_key(
        operation.constraint_name,
        operation.source_table,
        operation.referent_table,
        operation.local_cols,
        operation.remote_cols,
        **operation.kw,
    )


@Operations.implementation_for(CreateCheckConstraintOp)
def _create_check_constraint(operations, operation):
    operations.create_check_constraint(
        operation.constraint_name,
        operation.table_name,
        operation.condition,
        schema=operation.schema,
        **operation.kw,
    )


@Operations.implementation_for(CreateIndexOp)
def _create_index(operations, operation):
    operations.create_index(
        operation.index_name,
        operation.table_name,
        operation.columns,
        unique=operation.unique,
        **_given(schema=operation.schema, if_not_exists=operation.if_not_exists),
        **operation.kw,
    )


@Operations.implementation_for(DropIndexOp)
def _drop_index(operations, operation):
    operations.drop_index(
        operation.index_name,
        **_given(table_name=operation.table_name, schema=operation.schema, if_exists=operation.if_exists),
        **operation.kw,
    )


@Operations.implementation_for(CreateTableOp)
def _create_table(operations, operation):
    return operations.create_table(
        operation.table_name,
        *operation.columns,
        **_given(
            schema=operation.schema,
            if_not_exists=operation.if_not_exists,
            comment=operation.comment,
            prefixes=operation.prefixes,
        ),
        **operation.kw,
    )


@Operations.implementation_for(DropTableOp)
def _drop_table(operations, operation):
    operations.drop_table(
        operation.table_name, **_given(schema=operation.schema, if_exists=operation.if_exists)
    )


@Operations.implementation_for(RenameTableOp)
def _rename_table(operations, operation):
    operations.rename_table(operation.table_name, operation.new_table_name, schema=operation.schema)


@Operations.implementation_for(CreateTableCommentOp)
def _create_table_comment(operations, operation):
    operations.create_table_comment(
        operation.table_name,
        operation.comment,
        **_given(existing_comment=operation.existing_comment, schema=operation.schema),
    )


@Operations.implementation_for(DropTableCommentOp)
def _drop_table_comment(operations, operation):
    operations.drop_table_comment(
        operation.table_name,
        **_given(existing_comment=operation.existing_comment, schema=operation.schema),
    )


@Operations.implementation_for(AlterColumnOp)
def _alter_column(operations, operation):
    operations.alter_column(
        operation.table_name,
        operation.column_name,
        comment=operation.modify_comment,
        server_default=operation.modify_server_default,
        existing_server_default=operation.existing_server_default,
        **_given(
            nullable=operation.modify_nullable,
            new_column_name=operation.modify_name,
            type_=operation.modify_type,
            existing_type=operation.existing_type,
            existing_nullable=operation.existing_nullable,
            existing_comment=operation.existing_comment,
            schema=operation.schema,
        ),
        **operation.kw,
    )


@Operations.implementation_for(AddColumnOp)
def _add_column(operations, operation):
    if operation.column.table is not None:
        refuse("an AddColumnOp() of another table's Column", "a Column that is in no table yet")
    operations.add_column(
        operation.table_name,
        operation.column,
        **_given(
            schema=operation.schema,
            if_not_exists=operation.if_not_exists,
            inline_references=operation.inline_references,
            inline_primary_key=operation.inline_primary_key,
        ),
        **operation.kw,
    )


@Operations.implementation_for(DropColumnOp)
def _drop_column(operations, operation):
    operations.drop_column(
        operation.table_name,
        operation.column_name,
        **_given(schema=operation.schema, if_exists=operation.if_exists),
        **operation.kw,
    )


@Operations.implementation_for(BulkInsertOp)
def _bulk_insert(operations, operation):
    operations.bulk_insert(operation.table, operation.rows, multiinsert=operation.multiinsert)


@Operations.implementation_for(ExecuteSQLOp)
def _execute(operations, operation):
    operations.execute(operation.sqltext)
