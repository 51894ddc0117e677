"""The job search of this process."""

from django.conf import settings

from reihum.jobs.search import JobSearch

_held: list[JobSearch] = []


def job_search() -> JobSearch:
    """Return the one job search of this process."""
    if not _held:
        _held.append(JobSearch(settings.REIHUM_JOBS))
    return _held[0]


def use(search: JobSearch | None) -> None:
    """Let a test put its own in place; None goes back."""
    _held[:] = [search] if search else []
