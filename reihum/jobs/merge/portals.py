"""What merging knows of portals: who writes first-hand, who copies, whose ids count."""

from functools import lru_cache

from reihum.jobs.merge.folding import words_of

EMPLOYERS = words_of(
    "own personio softgarden recruitee smartrecruiters greenhouse lever ashby workable"
    " sitemap"
)  # the employer's own system: one id is one post, and the place to apply at
SYSTEMS = EMPLOYERS - {"own", "sitemap"}
PUBLIC = frozenset(("interamt", "service-bund", "karriere-sachsen"))
MIRRORS = frozenset(("arbeitnow", "eures"))
RESELLERS = frozenset(("adzuna", "careerjet"))  # cut texts, estimated pay


@lru_cache(64)
def rank(source: str) -> int:
    """Return where an offer stands: the employer's own page first, copies last."""
    if source in EMPLOYERS:
        return 0 if source == "own" else 1
    if source in RESELLERS:
        return 4
    return 3 if source in MIRRORS else 2


def family(source: str) -> str:
    """Return who shares its numbers: the public portals feed each other."""
    return "public" if source in PUBLIC else source
