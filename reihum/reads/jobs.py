"""The job search of this process."""

from django.conf import settings

from reihum.jobs.search import Config, JobSearch

_held: dict[str, JobSearch] = {}


def job_search() -> JobSearch:
    """Return the one search of this process, made when it is first wanted."""
    if "search" not in _held:
        folder = settings.VAR / "jobs"
        _held["search"] = JobSearch(Config(sources={}, folder=folder))
    return _held["search"]


def use(search: JobSearch | None) -> None:
    """Put another search in its place; None lets the next one be made anew."""
    _held.clear()
    if search is not None:
        _held["search"] = search
