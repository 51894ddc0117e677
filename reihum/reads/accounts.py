"""Accounts, by their names."""

from collections.abc import Collection, Mapping

from reihum.records.models import Account


def keys_of(names: Collection[str]) -> Mapping[str, int]:
    """Return the primary keys of those accounts that there are."""
    rows = Account.objects.filter(username__in=names, is_active=True)
    return dict(rows.values_list("username", "pk"))
