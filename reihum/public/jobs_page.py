"""What the templates of the job search are given, and the frame around them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from reihum.jobs import address
from reihum.jobs.answer import Answer
from reihum.jobs.query import LONGEST, Query, Understood
from reihum.jobs.words.folding import fold
from reihum.jobs.words.table import occupations
from reihum.look.answers import said
from reihum.look.parts import local, pager
from reihum.look.parts.names import member_name
from reihum.look.parts.votes import ON_THE_MAP
from reihum.look.search_words import narrowed
from reihum.public import jobs_entries as entries
from reihum.public import jobs_forms as forms
from reihum.public import jobs_portals as portals
from reihum.public import jobs_sentences as sentences
from reihum.public import jobs_words as words
from reihum.public.frame import Here, body_or_404, frame
from reihum.public.jobs_asked import Search, language
from reihum.public.jobs_terms import TERMS
from reihum.reads.clock import today
from reihum.reads.jobs import job_search
from reihum.rules.laender import CODES

# What many who are new in the country ask for: keys of the table of occupations.
EXAMPLES = (
    "cook", "nurse", "cleaner", "warehouse_worker", "electrician", "lorry_driver",
    "salesperson", "educator", "baker", "software_developer",
)  # fmt: skip
NAMES = 6  # of an occupation, said above the list
MOST_REGULATED = 3  # occupations of which it is said that they want recognition


# Where it is said whether and how a qualification from abroad is recognised.
ADVICE = (
    ("Anerkennung in Deutschland", "https://www.anerkennung-in-deutschland.de/"),
    ("BQ-Portal", "https://www.bq-portal.de/"),
)


@dataclass(frozen=True, slots=True)
class Tile:
    """A Land on the map: how many jobs, and the address of only those."""

    code: str
    name: str
    count: int
    url: str
    chosen: bool


def around(
    request: HttpRequest, title: str, *, below: bool = False, back: str = ""
) -> dict[str, Any]:
    """Return the frame of a page; `below` says that it stands below the search.

    `back` is the address of the search that the reader comes from.
    """
    search = reverse("public:job_search")
    path = ((_("Stellen suchen"), back or search),) if below else ()
    body = body_or_404(settings.REIHUM_BODY)
    whole = frame(request, body, Here("jobs", title, path))
    standins = job_search().config.standins
    return {
        "frame": replace(whole, demo=whole.demo or standins),
        "title": title,
        "standins": standins,
        "search": search,
        "advice": ADVICE,
    }


def page(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    status: int = 200,
) -> HttpResponse:
    """Render one of the pages of the job search."""
    return render(request, f"public/jobs/{template}.html", context, status=status)


def title_of(query: Query) -> str:
    """Return "Koch · Chemnitz · Teilzeit · Stellen suchen".

    It tells apart what stands in one list of bookmarks, or of feeds.
    """
    typed = query.words[:LONGEST], query.place[:LONGEST]
    return local.dotted((*typed, *narrowed(query), _("Stellen suchen")))


def publisher() -> str:
    """Return who a feed is of: an entry may name no employer."""
    return said(body_or_404(settings.REIHUM_BODY).name_on(today()))


def form_words(search: Search) -> dict[str, Any]:
    """Return what the form shows, and what is wrong with what was typed."""
    query, understood = search.query, search.understood
    return {
        "query": query,
        "longest": LONGEST,
        "radii": forms.radii(query),
        "problem": sentences.problem(understood, query),
        "wrong": _wrong(understood, query),
        "places": [(name, forms.link(query, place=name)) for name in understood.places],
    }


def _wrong(understood: Understood, query: Query) -> str:
    """Return the name of the field that has to be mended, where one has to be."""
    if understood.asked is not None:
        return ""
    of_place = understood.problem not in {"empty", "too_long"}
    return "wo" if of_place or len(query.place) > LONGEST else "was"


def help_words() -> dict[str, Any]:
    """Return what is shown before anything is asked."""
    said = examples(language())
    return {
        "examples": [(word, forms.link(Query(words=word))) for word in said],
        "terms": TERMS,
    }


@cache
def examples(language: str) -> tuple[str, ...]:
    """Return occupations in the reader's own words: typing them is meant to work."""
    table = {one.key: one.said for one in occupations()}
    return tuple(table[key][language][0] for key in EXAMPLES)


def list_words(search: Search, answer: Answer) -> dict[str, Any]:
    """Return the list so far: heading, portals, entries."""
    seconds = job_search().config.deadline_seconds
    return {
        "heading": sentences.heading(answer),
        "answered": sentences.how_many_answered(answer, seconds),
        "place": _place(search),
        "also": _also(search),
        "regulated": search.understood.regulated[:MOST_REGULATED],
        "advice": ADVICE,
        **portals.box(answer),
        "entries": entries.shown(answer, search.query, search.today),
        "badges": portals.badges(answer),
        "chosen": forms.chosen(search.query),
        "complete": answer.complete,
        "again": forms.link(search.query, page=search.query.page),
    }


def result_words(search: Search, answer: Answer) -> dict[str, Any]:
    """Return everything below the form: filters, list, map, files, explanations."""
    query = search.query
    text = address.text_of(query)
    return {
        **list_words(search, answer),
        "query": query,
        "groups": forms.groups(query, answer),
        "orders": forms.orders(query),
        "reset": forms.link(Query(words=query.words, place=query.place)),
        "wider": _wider(query, answer),
        "tiles": list(_tiles(query, answer)),
        "pager": _pager(query, answer),
        "files": _files(text),
        "terms": TERMS,
        "centres": job_search().centres(search.understood),
    }


def _place(search: Search) -> dict[str, Any] | None:
    """Return where was searched, if that is not just what was typed.

    A name may have been written in another script, or be that of several places.
    """
    query, understood = search.query, search.understood
    if understood.asked is None or understood.problem:
        return None
    name, others = understood.asked.place, understood.places
    if not name or (fold(name) == fold(query.place) and not others):
        return None
    links = [(other, forms.link(query, place=other)) for other in others]
    return {"name": name, "others": links}


def _also(search: Search) -> dict[str, Any] | None:
    """Return what else was looked for, and the way to the word alone, and back."""
    query, understood = search.query, search.understood
    if query.exact:
        return {"word": query.words, "all": forms.link(query, exact=False)}
    names = list(understood.also)
    if understood.occupation and fold(understood.occupation) != fold(query.words):
        names.insert(0, understood.occupation)
    if not names or understood.asked is None:
        return None
    return {
        "names": names[:NAMES],
        "word": understood.asked.was,
        "only": forms.link(query, exact=True),
    }


def _wider(query: Query, answer: Answer) -> list[tuple[str, str]]:
    """Return where to look on where nothing was found."""
    if answer.entries:
        return []
    ways = []
    if forms.chosen(query):
        without = Query(words=query.words, place=query.place, radius_km=query.radius_km)
        ways.append((_("Ohne Filter suchen"), forms.link(without)))
    if query.place and query.radius_km < 100:  # noqa: PLR2004
        far = forms.link(query, radius_km=100)
        ways.append(
            (_("Im Umkreis von %(km)s suchen") % {"km": words.distance(100)}, far)
        )
    return ways


def _tiles(query: Query, answer: Answer) -> Iterator[Tile]:
    counts = dict(answer.lands)
    for code in ON_THE_MAP:
        if code in CODES:
            chosen = query.lands == frozenset({code})
            lands = frozenset() if chosen else frozenset({code})
            url = forms.link(query, lands=lands)
            yield Tile(code, member_name(code), counts.get(code, 0), url, chosen)


def _pager(query: Query, answer: Answer) -> pager.Pager | None:
    total = entries.total_pages(answer)
    if total == 1:
        return None
    now = entries.page_of(answer, query)

    def url(number: int) -> str:
        return forms.link(query, page=number)

    numbers = tuple(
        pager.Page(number, url(number) if number else "", number == now)
        for number in pager.shown(now, total)
    )
    before = url(now - 1) if now > 1 else ""
    return pager.Pager(numbers, before, url(now + 1) if now < total else "")


def _files(text: str) -> dict[str, str]:
    """Return the addresses that keep a search: by mail, feed, table."""
    return {
        "mail": f"{reverse('public:saved_search_wish')}?{text}",
        "atom": f"{reverse('public:jobs_atom')}?{text}",
        "csv": f"{reverse('public:jobs_csv')}?{text}",
    }


def seconds() -> str:
    """Return how long a search takes at most: "2"."""
    return local.number(job_search().config.deadline_seconds)
