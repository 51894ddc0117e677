"""The office's own Word template (Vorlage)."""

from dataclasses import dataclass
from datetime import datetime

from reihum.records.models import WordTemplate


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """Which template there is, since when."""

    name: str
    at: datetime
    size: int


def template_of(body: str) -> tuple[TemplateRow, bytes] | None:
    """Return the template of a body and its content, if it has one (one query)."""
    row = WordTemplate.objects.filter(body__slug=body).first()
    if row is None:
        return None
    content = bytes(row.content)
    return TemplateRow(row.name, row.at, len(content)), content
