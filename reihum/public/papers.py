"""A resolution to take away: as JSON and as Markdown."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path

from reihum.formats.resolution import Paper, as_data, as_markdown
from reihum.public.frame import of_body
from reihum.public.resolutions import address_of, found_or_404
from reihum.reads.about import BodyRow
from reihum.reads.published import Published
from reihum.reads.results import Origin
from reihum.rules.verdict import verdict
from reihum.rules.words import Text


@of_body
def data(request: HttpRequest, body: BodyRow, key: str) -> HttpResponse:
    paper = _paper(request, body, key)
    indented = {"ensure_ascii": False, "indent": 2}
    return JsonResponse(as_data(paper), json_dumps_params=indented)


@of_body
def text(request: HttpRequest, body: BodyRow, key: str) -> HttpResponse:
    paper = _paper(request, body, key)
    return HttpResponse(as_markdown(paper), content_type="text/markdown; charset=utf-8")


def _paper(request: HttpRequest, body: BodyRow, key: str) -> Paper:
    """Return what is released, under the name that the body bore on that day."""
    row = found_or_404(body, key).resolution
    return Paper(
        body=body.slug,
        short=body.short,
        name=body.name_on(row.begins.last).de,
        key=row.key,
        number=row.number,
        title=row.title,
        conference=row.conference,
        adopted_on=row.adopted_on,
        procedure=row.procedure,
        submitters=row.submitters,
        wording=row.text,
        result=_result(row),
        votes=None if row.told.inferred else row.told.votes,
        statements=row.statements,
        address=address_of(request, body, key),
        demo=row.demo,
    )


def _result(row: Published) -> Text | None:
    if row.told.outcome is not None:
        return verdict(row.told.outcome)
    return None if row.told.origin is Origin.NONE else row.told.words


urls = [
    path("<slug:body>/beschluesse/<key:key>.json", data, name="resolution_data"),
    path("<slug:body>/beschluesse/<key:key>.md", text, name="resolution_text"),
]
