"""The plan as tables of text with a description that programs read (Data Package).

Tables: RFC 4180. Description: Frictionless Data Package and Table Schema, version 1.
"""

from __future__ import annotations

import csv as standard
import json
from io import StringIO
from typing import TYPE_CHECKING

from wirctl.render.model.values import Group, text_in
from wirctl.render.opendata.names import plan_id, urn
from wirctl.render.opendata.tables import OWNER, PLACE, rows_of, tables_of
from wirctl.render.registry import writer

if TYPE_CHECKING:
    from wirctl.render.model.site import Site
    from wirctl.render.opendata.tables import Column, Table
    from wirctl.render.registry import Files, Options

_GUARD = (
    "Texts that begin with =, +, -, @ or an apostrophe (also after a line break, tab or "
    "semicolon) have an apostrophe put before them, so that spreadsheets do not take them for "
    "formulas; take one away to read them."
)


@writer("csv", de="Tabellen mit Beschreibung (Data Package)", en="tables with a description")
def csv(site: Site, options: Options) -> Files:
    """A table for each kind, one for each list in it, and `datapackage.json`."""
    tables = tables_of(site, options.labels.language)
    files = {f"{table.name}.csv": _written(table) for table in tables}
    described = json.dumps(_package(site, options, tables), ensure_ascii=False, indent=1)
    return {**files, "datapackage.json": f"{described}\n".encode()}


def _written(table: Table) -> bytes:
    stream = StringIO()
    standard.writer(stream, lineterminator="\r\n").writerows(rows_of(table))
    return stream.getvalue().encode()


def _package(site: Site, options: Options, tables: tuple[Table, ...]) -> dict[str, object]:
    plan = next(iter(site.of_kind("plan")), None)
    licence = text_in(Group(plan.fields), "licence") if plan is not None else ""
    provenance = options.provenance
    said: dict[str, object] = {
        "profile": "tabular-data-package",
        "name": plan_id(site).lower(),
        "id": urn(site),
        "title": site.heading.title,
        "description": _GUARD,
        "version": provenance.version or site.version.label,
    }
    if site.version.time:
        said["created"] = site.version.time
    if licence:
        said["licenses"] = [{"name": licence}]
    if options.url:
        said["homepage"] = options.url
    resources = [_resource(table) for table in tables]
    return {**said, "wirctl": provenance.record(), "resources": resources}


def _resource(table: Table) -> dict[str, object]:
    schema: dict[str, object] = {
        "fields": [_field(column) for column in table.columns.values()],
        "missingValues": [""],
        "primaryKey": [OWNER, PLACE] if table.owner else ["id"],
    }
    if table.owner:
        reference = {"resource": table.owner, "fields": ["id"]}
        schema["foreignKeys"] = [{"fields": [OWNER], "reference": reference}]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "title": table.title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"'},
        "schema": schema,
    }


def _field(column: Column) -> dict[str, object]:
    said: dict[str, object] = {
        "name": column.name,
        "title": column.title,
        "type": column.type,
        "format": "default",
    }
    if column.pattern:
        said["constraints"] = {"pattern": column.pattern}
    return said
