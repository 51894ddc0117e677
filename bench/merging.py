"""Merging advertisements: how long it takes, and how well it does.

`python -m bench.merging` prints both; the pairs are those of `tests/jobs/merge/pairs`.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from time import perf_counter

from bench.measure import Figure, figure, timed
from reihum.jobs.merge.merging import merge
from reihum.jobs.model import Advertisement, Place, Point, WorkingTime
from tests.jobs.merge.forgetting import forget
from tests.jobs.merge.labelled import report


def _listed(text: str) -> list[str]:
    return text.split()


WORK = _listed(
    "Koch Küchenhilfe Pflegefachkraft Pflegehelfer Erzieher Mechatroniker Elektroniker"
    " Verkäufer Kassierer Sachbearbeiter Lagerist Busfahrer Maurer Friseur Bäcker"
    " Physiotherapeut Softwareentwickler Buchhalter Reinigungskraft Hausmeister"
)
FIELDS = _listed(
    "Innere Nachtdienst Instandhaltung Personal Soziales Einkauf Kasse Montage Ausgabe"
    " Empfang Labor Vertrieb Service Finanzen Technik Jugend Familie Versand"
)
TOWNS = (
    ("Chemnitz", "09111", 50.83, 12.92), ("Zwickau", "08056", 50.72, 12.49),
    ("Freiberg", "09599", 50.91, 13.34), ("Mittweida", "09648", 50.99, 12.98),
    ("Flöha", "09557", 50.86, 13.07), ("Aue", "08280", 50.59, 12.7),
)  # fmt: skip
HOUSES = (
    "Klinikum {} gGmbH", "Gasthof {}", "{} Logistik GmbH & Co. KG", "Stadt {}",
    "Bäckerei {} e.K.", "Seniorenhaus {}", "{} Pumpen AG", "Kita {} e.V.",
)  # fmt: skip
PORTALS = _listed(
    "arbeitsagentur service-bund interamt personio sitemap arbeitnow adzuna recruitee"
)
WITH_TEXT = ("personio", "sitemap", "arbeitnow", "adzuna", "recruitee")
MARKS = ("{} (m/w/d)", "{} (w/m/d) – {}", "{}/in", "{} gesucht, {} ab sofort")
TODAY = date(2026, 9, 1)


def advertisements(
    count: int = 800, employers: int = 300, copies: float = 0.25
) -> list[Advertisement]:
    """Return advertisements as eight portals would give them, some of them copies."""
    chance = random.Random(4)
    names = [_house(chance, n) for n in range(employers)]
    posts = [_post(chance, names, n) for n in range(round(count * (1 - copies)))]
    chosen = posts + chance.sample(posts, count - len(posts))
    seen: dict[int, int] = {}
    found = []
    for number, post in chosen:
        nth = seen[number] = seen.get(number, -1) + 1
        found.append(_written(chance, post, PORTALS[(number + nth) % 8], number))
    chance.shuffle(found)
    return found


def chain(count: int = 800) -> list[Advertisement]:
    """Return as many advertisements of one employer in one town."""
    chance = random.Random(5)
    return [
        _written(chance, _post(chance, [("Kaufkette GmbH", TOWNS[0])], n)[1],
                 PORTALS[n % 8], n)
        for n in range(count)
    ]  # fmt: skip


def same(count: int = 800) -> list[Advertisement]:
    """Return as many that are alike in all but the portal's number."""
    one = _post(random.Random(6), [("Kaufkette GmbH", TOWNS[0])], 1)[1]
    return [_written(random.Random(7), one, PORTALS[n % 8], n) for n in range(count)]


House = tuple[str, tuple[str, str, float, float]]


def _house(chance: random.Random, number: int) -> House:
    sounds = ("lin", "mor", "berg", "sil", "tan", "wal", "stein", "ro", "hof", "bach")
    name = "".join(chance.choices(sounds, k=3)).capitalize()
    return HOUSES[number % len(HOUSES)].format(name), chance.choice(TOWNS)


def _post(
    chance: random.Random, names: list[House], number: int
) -> tuple[int, Advertisement]:
    name, (town, postcode, lat, lon) = chance.choice(names)
    field = f" {chance.choice(FIELDS)}" if chance.random() < 0.6 else ""
    words = chance.choices(WORK + FIELDS, k=20)
    text = " ".join(
        f"{word} {chance.choice(FIELDS).lower()} und wir." for word in words
    )
    return number, Advertisement(
        source="", id="", url="", title=chance.choice(WORK) + field, employer=name,
        places=(Place(town, postcode, point=Point(lat, lon)),), text=text * 2,
        working_time=frozenset({chance.choice((WorkingTime.FULL, WorkingTime.PART))}),
        published=TODAY - timedelta(number % 9),
        deadline=TODAY + timedelta(number % 40),
    )  # fmt: skip


def _written(
    chance: random.Random, post: Advertisement, source: str, number: int
) -> Advertisement:
    town = post.places[0]
    return Advertisement(
        source=source, id=f"{number}", employer=post.employer,
        url=f"https://{source}.example/stelle/{number}?utm_source=x",
        title=chance.choice(MARKS).format(post.title, town.name),
        places=post.places if chance.random() < 0.7 else (Place(town.name),),
        text=post.text if source in WITH_TEXT else "",
        references=(f"10000-{10**9 + number}-S",) if source == PORTALS[0] else (),
        working_time=post.working_time, published=post.published,
        deadline=post.deadline if source in PORTALS[1:3] else None,
    )  # fmt: skip


def figures() -> Iterator[Figure]:
    """Yield what merging costs for the first time, and what it costs again."""
    usual, one, alike = advertisements(), chain(), same()
    yield figure("merge 800 advertisements", 8, first_time(usual, 40), None)
    yield figure("… that were merged before", 8, timed(lambda: merge(usual), 40), None)
    yield figure("… all of one employer in one place", 60, first_time(one, 10), None)
    yield figure("… all the same", 60, first_time(alike, 10), None)


def first_time(ads: list[Advertisement], rounds: int) -> list[float]:
    """Return the milliseconds of merging what was never merged before."""
    times = []
    for turn in range(rounds + 3):
        forget()
        start = perf_counter()
        merge(ads)
        if turn >= 3:
            times.append((perf_counter() - start) * 1000)
    return times


if __name__ == "__main__":
    for line in figures():
        print(f"{line.work:45} {line.median:6.1f} ms, p95 {line.p95:6.1f} ms")
    print(report("tuning"), report("unseen"), sep="\n\n")
