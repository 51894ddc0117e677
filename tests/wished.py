"""A lead motion, and what ten Länder want of it: the synopsis of the pictures."""

from collections.abc import Callable

from reihum.acts import amendments, motions
from reihum.acts.door import By
from reihum.reads.laid import Laid
from reihum.reads.synopsis import SynopsisView, synopsis
from reihum.rules.amendment_steps import Rewrite, Step
from reihum.rules.visibility import Viewer

Acting = Callable[..., By]

TITLE = "Leitantrag: Ankommen im Alltag"
P1 = (
    "Die Länder bekräftigen, dass Integration im Alltag gelingt: in der Nachbarschaft, "
    "in der Schule, im Betrieb."
)
P2 = (
    "Sie bitten die Bundesregierung, die Mittel für Integrationskurse für mindestens "
    "drei Jahre festzuschreiben."
)
P3 = (
    "Sie halten es für erforderlich, dass Beratungsstellen auch in ländlichen Räumen "
    "innerhalb einer Stunde mit öffentlichen Verkehrsmitteln erreichbar sind."
)
P4 = "Das vorsitzende Land berichtet der 23. Konferenz zu Ziffer 3."
TEXT = "\n".join(f"{number}. {one}" for number, one in enumerate((P1, P2, P3, P4), 1))
CLUB = Rewrite(
    "p1", P1.replace("Nachbarschaft,", "Nachbarschaft, im Verein,"),
    "Vereine erreichen Menschen, die andere Angebote nicht erreichen.",
)  # fmt: skip
COURSES = Rewrite(
    "p2", P2.replace("Integrationskurse", "Integrationskurse und Berufssprachkurse")
)
YEARS = Rewrite("p2", P2.replace("drei", "fünf"))
MINUTES = Rewrite(
    "p3",
    P3.replace("einer Stunde", "von 45 Minuten").replace(
        "erreichbar", "oder digital erreichbar"
    ),
    "In der Fläche ist eine Stunde ein halber Arbeitstag.",
)
NO_HOUR = Rewrite(
    "p3", P3.replace("innerhalb einer Stunde mit öffentlichen Verkehrsmitteln ", "")
)
GROUP = Rewrite(
    "p4", P4.replace("Konferenz", "Konferenz in Abstimmung mit der Arbeitsgruppe")
)
WISHES: tuple[tuple[str, Step], ...] = (
    ("BY", CLUB), ("SN", CLUB), ("ST", CLUB), ("NI", COURSES), ("SH", COURSES),
    ("BW", YEARS), ("BB", MINUTES), ("MV", MINUTES), ("HE", NO_HOUR), ("TH", GROUP),
)  # fmt: skip


def submitted(acting: Acting) -> int:
    """Submit the motion for Rheinland-Pfalz."""
    done = motions.submit_new(
        acting("RP"), member="RP", conference=22, title=TITLE, text=TEXT,
        rationale="Ankommen geschieht vor Ort.", lead=True,
    )  # fmt: skip
    return done.motion


def wish(acting: Acting, motion: int, land: str, *steps: Step, version: int = 1) -> int:
    """Let a Land amend it; return the amendment."""
    who = acting(land)
    for step in steps:
        pk = amendments.write(
            who, motion=motion, member=land, version=version, step=step
        )
    return amendments.submit(who, amendment=pk).amendment


def wished(acting: Acting) -> int:
    """Return the motion with all that the ten want of it."""
    motion = submitted(acting)
    for land, step in WISHES:
        wish(acting, motion, land, step)
    return motion


def shown(motion: int, viewer: Viewer | None = None, number: int = 0) -> SynopsisView:
    view = synopsis("intmk", motion, viewer or Viewer(office=True), number)
    assert view is not None
    return view


def laid_on(motion: int) -> Laid:
    return shown(motion).laid


def keys(motion: int, *lands: str) -> list[str]:
    """Return the keys of what exactly these Länder want."""
    points = laid_on(motion).synopsis.points
    return [point.key for point in points if point.lands == lands]
