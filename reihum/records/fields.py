"""Columns for values of the core that a database does not know."""

from typing import TYPE_CHECKING, Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from typing_extensions import override

from reihum.rules.dates import PartialDate

_ST = TypeVar("_ST")
_GT = TypeVar("_GT")

if TYPE_CHECKING:  # only the stubs know that a field has types

    class _CharField(models.CharField[_ST, _GT]):
        _pyi_private_set_type: PartialDate | str  # type: ignore[assignment]
        _pyi_private_get_type: PartialDate  # type: ignore[assignment]

else:

    class _CharField(models.CharField):
        def __class_getitem__(cls, _types: object) -> type:
            return cls


class PartialDateField(_CharField[_ST, _GT]):
    """A date known to the day, the month or the year, stored as "2009-06".

    The text sorts like the date, so ordering and comparison work in the database.
    An unknown date is NULL, because it is not a date.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        kwargs.setdefault("max_length", 10)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: str | None, *_: object) -> PartialDate | None:
        return None if value is None else PartialDate.parse(value)

    @override
    def to_python(self, value: Any) -> PartialDate | None:
        if value is None or isinstance(value, PartialDate):
            return value
        try:
            return PartialDate.parse(str(value))
        except ValueError as error:
            raise ValidationError(str(error)) from error

    @override
    def get_prep_value(self, value: Any) -> str | None:
        return None if value is None else str(value)
