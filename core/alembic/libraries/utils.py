# SPDX-License-Identifier: GPL-3.0-or-later
"""What scripts ask of alembic-utils: PostgreSQL's functions, views, triggers … as objects, and the operations that
create, drop and replace them. Nothing that compares with a database."""
import re
from enum import Enum

from alembic.operations import MigrateOperation, Operations
from sqlalchemy import text


class AlembicUtilsException(Exception):
    pass


class SQLParseFailure(AlembicUtilsException):
    pass


class FailedToGenerateComparable(AlembicUtilsException):
    pass


class UnreachableException(AlembicUtilsException):
    pass


class BadInputException(AlembicUtilsException):
    pass


def normalize_whitespace(text, base_whitespace=" "):
    return base_whitespace.join(text.split()).strip()


def strip_terminating_semicolon(sql):
    return sql.strip().rstrip(";").strip()


def strip_double_quotes(sql):
    return sql.strip().rstrip('"').strip().lstrip('"').strip()


def coerce_to_quoted(text):
    if "." not in text:
        return f'"{strip_double_quotes(text)}"'
    schema, _, name = text.partition(".")
    return f'"{strip_double_quotes(schema)}"."{strip_double_quotes(name)}"'


def coerce_to_unquoted(text):
    return text.replace('"', "")


def _escaped(sql, kept):
    """Every colon escaped that is no part of what is kept, as text() would take it for a parameter."""
    for number, part in enumerate(kept):
        sql = sql.replace(part, f"\0{number}\0")
    sql = sql.replace(":", "\\:")
    for number, part in enumerate(kept):
        sql = sql.replace(f"\0{number}\0", part)
    return sql


def escape_colon_for_sql(sql):
    return _escaped(sql, ["::"])


def escape_colon_for_plpgsql(sql):
    return _escaped(sql, ["::", ":=", "\\:"])


def _parsed(template, sql):
    """The named parts of a text: "{name}" is the shortest that fits, "{:s}" blanks, "{}" anything."""
    expression = ""
    for part in re.split(r"(\{[^}]*\})", template):
        if part == "{:s}":
            expression += r"\s+"
        elif part == "{}":
            expression += ".+?"
        elif part.startswith("{"):
            expression += f"(?P<{part[1:-1]}>.+?)"
        else:
            expression += re.escape(part)
    found = re.match(rf"\A{expression}\Z", sql, re.IGNORECASE | re.DOTALL)
    return found.groupdict() if found else None


def _first_parsed(kind, templates, sql):
    for template in templates:
        found = _parsed(template, sql)
        if found is not None:
            return template, found
    raise SQLParseFailure(f'Failed to parse SQL into {kind} """{sql}"""')


class ReplaceableEntity:
    def __init__(self, schema, signature, definition):
        self.schema = coerce_to_unquoted(normalize_whitespace(schema))
        self.signature = coerce_to_unquoted(normalize_whitespace(signature))
        self.definition = escape_colon_for_sql(strip_terminating_semicolon(definition))

    @classmethod
    def from_sql(cls, sql):
        raise NotImplementedError()

    @classmethod
    def from_path(cls, path):
        with path.open() as file:
            return cls.from_sql(file.read())

    @property
    def literal_schema(self):
        return coerce_to_quoted(self.schema)

    @property
    def identity(self):
        return f"{self.__class__.__name__}: {self.schema}.{self.signature}"

    def to_variable_name(self):
        name = self.signature.split("(")[0].strip().lower().replace("-", "_")
        return f"{self.schema.lower()}_{name}"

    def to_sql_statement_create(self):
        raise NotImplementedError()

    def to_sql_statement_drop(self, cascade=False):
        raise NotImplementedError()

    def to_sql_statement_create_or_replace(self):
        raise NotImplementedError()


class OnEntityMixin:
    def __init__(self, schema, signature, definition, on_entity):
        super().__init__(schema=schema, signature=signature, definition=definition)
        self.on_entity = coerce_to_unquoted(on_entity if "." in on_entity else f"public.{on_entity}")

    @property
    def identity(self):
        return f"{self.__class__.__name__}: {self.schema}.{self.signature} {self.on_entity}"

    def to_variable_name(self):
        table = self.on_entity.lower().partition(".")[2]
        return f"{self.schema.lower()}_{table}_{self.signature.split('(')[0].strip().lower()}"


class ReplaceableEntityRegistry:
    def __init__(self):
        self.clear()

    def clear(self):
        self._entities = {}
        self.schemas = set()
        self.exclude_schemas = set()
        self.entity_types = set()

    def register(self, entities, schemas=None, exclude_schemas=None, entity_types=None):
        self._entities.update({entity.identity: entity for entity in entities})
        self.schemas.update(schemas or ())
        self.exclude_schemas.update(exclude_schemas or ())
        self.entity_types.update(entity_types or ())

    def entities(self):
        return list(self._entities.values())


registry = ReplaceableEntityRegistry()


def register_entities(entities, schemas=None, exclude_schemas=None, entity_types=None):
    registry.register(entities, schemas, exclude_schemas, entity_types)


class PGFunction(ReplaceableEntity):
    type_ = "function"

    def __init__(self, schema, signature, definition):
        super().__init__(schema, signature, definition)
        words = normalize_whitespace(definition).lower().replace("'", "")
        escape = escape_colon_for_plpgsql if "language plpgsql" in words else escape_colon_for_sql
        self.definition = escape(strip_terminating_semicolon(definition))

    @classmethod
    def from_sql(cls, sql):
        template = "create{}function{:s}{schema}.{signature}{:s}returns{:s}{definition}"
        _, found = _first_parsed("PGFunction", [template], sql.strip())
        signature = found["signature"]
        if signature.startswith('"'):
            signature = "".join(signature.split('"', 2))
        return cls(found["schema"], signature, f"returns {found['definition']}")

    @property
    def literal_signature(self):
        name, rest = self.signature.split("(", 1)
        return f'"{name.strip()}"({rest}'

    def to_sql_statement_create(self):
        return text(f"CREATE FUNCTION {self.literal_schema}.{self.literal_signature} {self.definition}")

    def to_sql_statement_drop(self, cascade=False):
        found = _parsed("{name}({parameters})", self.signature)
        if found is None:
            found = {"parameters": "", **_parsed("{name}()", self.signature)}
        parameters = [part[: len(part.lower().split("default")[0])] for part in found["parameters"].split(",")]
        return text(
            f'DROP FUNCTION {self.literal_schema}."{found["name"].strip()}"'
            f"({', '.join(part.strip() for part in parameters)}) {'cascade' if cascade else ''}"
        )

    def to_sql_statement_create_or_replace(self):
        yield text(
            f"CREATE OR REPLACE FUNCTION {self.literal_schema}.{self.literal_signature} {self.definition}"
        )


class PGView(ReplaceableEntity):
    type_ = "view"

    def __init__(self, schema, signature, definition):
        super().__init__(schema, signature, definition)
        self.definition = strip_terminating_semicolon(definition)

    @classmethod
    def from_sql(cls, sql):
        template = "create{}view{:s}{schema}.{signature}{:s}as{:s}{definition}"
        _, found = _first_parsed("PGView", [template], sql)
        signature = found["signature"].split("(")[0].replace('"', "")
        return cls(found["schema"], signature, strip_terminating_semicolon(found["definition"]))

    @property
    def _name(self):
        return f'{self.literal_schema}."{self.signature}"'

    def to_sql_statement_create(self):
        return text(f"CREATE VIEW {self._name} AS {self.definition};")

    def to_sql_statement_drop(self, cascade=False):
        return text(f"DROP VIEW {self._name} {'cascade' if cascade else ''}")

    def to_sql_statement_create_or_replace(self):
        view = f"VIEW {self._name} AS {self.definition};"
        block = (
            f"do $$\n            begin\n                CREATE OR REPLACE {view}\n\n"
            f"            exception when others then\n                DROP VIEW IF EXISTS {self._name};\n\n"
            f"                CREATE {view}\n            end;\n        $$ language 'plpgsql'"
        )
        yield text(f"\n        {block}\n        ")


class PGMaterializedView(ReplaceableEntity):
    type_ = "materialized_view"

    def __init__(self, schema, signature, definition, with_data=True):
        super().__init__(schema, signature, definition)
        self.definition = strip_terminating_semicolon(definition)
        self.with_data = with_data

    @classmethod
    def from_sql(cls, sql):
        head = "create{}materialized{}view{:s}{schema}.{signature}{:s}as{:s}{definition}"
        templates = [f"{head}{{:s}}with{{:s}}data", f"{head}{{}}with{{:s}}{{no_data}}{{:s}}data", head]
        _, found = _first_parsed("PGView", templates, strip_terminating_semicolon(sql))
        signature = found["signature"].split("(")[0].replace('"', "")
        return cls(found["schema"], signature, found["definition"], with_data="no_data" not in found)

    @property
    def _name(self):
        return f'{self.literal_schema}."{self.signature}"'

    @property
    def _creation(self):
        definition = self.definition.rstrip().rstrip(";")
        return f"CREATE MATERIALIZED VIEW {self._name} AS {definition} WITH {'' if self.with_data else 'NO'} DATA"

    def to_sql_statement_create(self):
        return text(f"{self._creation};")

    def to_sql_statement_drop(self, cascade=False):
        return text(f"DROP MATERIALIZED VIEW {self._name} {'cascade' if cascade else ''}")

    def to_sql_statement_create_or_replace(self):
        yield text(f"DROP MATERIALIZED VIEW IF EXISTS {self._name}; ")
        yield text(self._creation)


class PGTrigger(OnEntityMixin, ReplaceableEntity):
    type_ = "trigger"

    def __init__(self, schema, signature, definition, on_entity, is_constraint=False):
        super().__init__(schema=schema, signature=signature, definition=definition, on_entity=on_entity)
        self.is_constraint = is_constraint

    @property
    def identity(self):
        return f"{self.__class__.__name__}: {self.schema}.{self.signature} {self.is_constraint} {self.on_entity}"

    @classmethod
    def from_sql(cls, sql):
        tail = "trigger{:s}{signature}{:s}{event}{:s}ON{:s}{on_entity}{:s}{action}"
        templates = [f"create{{:s}}constraint{{:s}}{tail}", f"create{{:s}}{tail}"]
        template, found = _first_parsed("PGTrigger", templates, sql)
        table = found["on_entity"] if "." in found["on_entity"] else f"public.{found['on_entity']}"
        return cls(
            schema=table.split(".")[0],
            signature=found["signature"],
            on_entity=table,
            definition=f" {found['event']} ON {table} {found['action']}",
            is_constraint="constraint" in template,
        )

    def to_sql_statement_create(self):
        found = _parsed("{event}{:s}ON{:s}{on_entity}{:s}{action}", self.definition)
        if found is None:
            raise SQLParseFailure(f'Failed to parse SQL into PGTrigger.definition """{self.definition}"""')
        table = found["on_entity"]
        if "." in table:
            table = table.partition(".")[2]
        kind = "CONSTRAINT TRIGGER" if self.is_constraint else "TRIGGER"
        return text(
            f'CREATE {kind} "{self.signature}" {found["event"]} ON {self.schema}.{table} {found["action"]}'
        )

    def to_sql_statement_drop(self, cascade=False):
        return text(f'DROP TRIGGER "{self.signature}" ON {self.on_entity} {"cascade" if cascade else ""}')

    def to_sql_statement_create_or_replace(self):
        yield text(f'DROP TRIGGER IF EXISTS "{self.signature}" ON {self.on_entity};')
        yield self.to_sql_statement_create()


class PGPolicy(OnEntityMixin, ReplaceableEntity):
    type_ = "policy"

    @classmethod
    def from_sql(cls, sql):
        template = "create policy{:s}{signature}{:s}on{:s}{on_entity}{:s}{definition}"
        _, found = _first_parsed("PGPolicy", [template], sql.strip())
        table = found["on_entity"] if "." in found["on_entity"] else f"public.{found['on_entity']}"
        return cls(
            schema=table.partition(".")[0],
            signature=found["signature"],
            definition=found["definition"],
            on_entity=table,
        )

    @property
    def _name(self):
        return f"{self.signature} on {self.on_entity}"

    def to_sql_statement_create(self):
        return text(f"CREATE POLICY {self._name} {self.definition}")

    def to_sql_statement_drop(self, cascade=False):
        return text(f"DROP POLICY {self._name} {'cascade' if cascade else ''}")

    def to_sql_statement_create_or_replace(self):
        yield text(f"DROP POLICY IF EXISTS {self._name};")
        yield text(f"CREATE POLICY {self._name} {self.definition};")


class PGExtension(ReplaceableEntity):
    type_ = "extension"

    def __init__(self, schema, signature):
        super().__init__(schema, signature, "")
        self.definition = f"{self.__class__.__name__}: {self.schema} {self.signature}"

    @property
    def identity(self):
        return f"{self.__class__.__name__}: {self.signature}"

    def to_sql_statement_create(self):
        return text(f'CREATE EXTENSION "{self.signature}" WITH SCHEMA {self.literal_schema};')

    def to_sql_statement_drop(self, cascade=False):
        return text(f'DROP EXTENSION "{self.signature}" {"CASCADE" if cascade else ""}')


class PGGrantTableChoice(str, Enum):
    SELECT = "SELECT"
    INSERT = "INSERT"
    UPDATE = "UPDATE"
    REFERENCES = "REFERENCES"
    DELETE = "DELETE"
    TRUNCATE = "TRUNCATE"
    TRIGGER = "TRIGGER"

    def __str__(self):
        return str.__str__(self)

    def __repr__(self):
        return f"'{str.__str__(self)}'"


_OF_COLUMNS = ("SELECT", "INSERT", "UPDATE", "REFERENCES")


class PGGrantTable(ReplaceableEntity):
    type_ = "grant_table"

    def __init__(self, schema, table, role, grant, columns=None, with_grant_option=False):
        self.schema = coerce_to_unquoted(schema)
        self.table = coerce_to_unquoted(table)
        self.columns = sorted(columns) if columns else []
        self.role = coerce_to_unquoted(role)
        self.grant = PGGrantTableChoice(grant)
        self.with_grant_option = with_grant_option
        self.signature = self.identity
        is_of_columns = self.grant.value in _OF_COLUMNS
        if is_of_columns and not self.columns:
            raise BadInputException(f"When grant type is {self.grant} a value must be provided for columns")
        if self.columns and not is_of_columns:
            raise BadInputException(f"When grant type is {self.grant} a value must not be provided for columns")

    def __repr__(self):
        return (
            f"PGGrantTable(schema={self.schema!r}, table={self.table!r}, columns={self.columns!r}, "
            f"role={self.role!r}, grant={self.grant!r}, with_grant_option={self.with_grant_option!r})"
        )

    @property
    def definition(self):
        return str(self)

    @property
    def identity(self):
        return f"{self.__class__.__name__}: {self.schema}.{self.table}.{self.role}.{self.grant}"

    def to_variable_name(self):
        return f"{self.schema}_{self.table}_{self.role}_{self.grant}".lower()

    @property
    def _target(self):
        return f"{self.literal_schema}.{coerce_to_quoted(self.table)}"

    def to_sql_statement_create(self):
        columns = f"( {', '.join(self.columns)} )" if self.columns else ""
        option = " WITH GRANT OPTION" if self.with_grant_option else ""
        return text(f"GRANT {self.grant} {columns} ON {self._target} TO {coerce_to_quoted(self.role)} {option}")

    def to_sql_statement_drop(self, cascade=False):
        return text(f"REVOKE {self.grant} ON {self._target} FROM {coerce_to_quoted(self.role)}")

    def to_sql_statement_create_or_replace(self):
        yield self.to_sql_statement_drop()
        yield self.to_sql_statement_create()


class ReversibleOp(MigrateOperation):
    def __init__(self, target):
        self.target = target

    @classmethod
    def invoke_for_target(cls, operations, target):
        return operations.invoke(cls(target))

    @classmethod
    def invoke_for_target_optional_cascade(cls, operations, target, cascade=False):
        return operations.invoke(cls(target, cascade=cascade))


@Operations.register_operation("create_entity", "invoke_for_target")
class CreateOp(ReversibleOp):
    def reverse(self):
        return DropOp(self.target)


@Operations.register_operation("drop_entity", "invoke_for_target_optional_cascade")
class DropOp(ReversibleOp):
    def __init__(self, target, cascade=False):
        self.cascade = cascade
        super().__init__(target)

    def reverse(self):
        return CreateOp(self.target)


@Operations.register_operation("replace_entity", "invoke_for_target")
class ReplaceOp(ReversibleOp):
    def reverse(self):
        return RevertOp(self.target)


class RevertOp(ReversibleOp):
    pass


@Operations.implementation_for(CreateOp)
def _create(operations, operation):
    operations.execute(operation.target.to_sql_statement_create())


@Operations.implementation_for(DropOp)
def _drop(operations, operation):
    operations.execute(operation.target.to_sql_statement_drop(cascade=operation.cascade))


@Operations.implementation_for(ReplaceOp)
@Operations.implementation_for(RevertOp)
def _replace(operations, operation):
    for statement in operation.target.to_sql_statement_create_or_replace():
        operations.execute(statement)
