"""What the name of an employer tells: public service, or an agency."""

import re
from functools import lru_cache

from reihum.jobs.reading.around import around

# Names of public bodies. "Stadt" and the like only count at the beginning: the hotel
# "Stadt Musterau" is none.
PUBLIC_NAMES = (
    r"^(?:die |große )?(?:kreis|landeshaupt|hanse)?stadt\b(?![- ]bau)(?!-)",
    r"^(?:(?:die|der|das) )?(?:gemeinde|markt(?= [a-zäöü]+$)|amt|kreis|bezirk|land)\b",
    r"\b(?:samtgemeinde|verbandsgemeinde|verwaltungsgemeinschaft|zweckverband|magistrat)\b",
    r"\b(?:stadt|kreis|gemeinde|senats)verwaltung\b",
    r"\b(?:landkreis|landratsamt|bezirksamt|landeshauptstadt|freistaat)\b",
    r"\b(?:regierungspräsidium|bezirksregierung|behörde|zoll|jobcenter|unfallkasse)\b",
    r"\bbundes(?:\w*amt|agentur|anstalt|wehr\w*|polizei\w*|verwaltung\w*|archiv|bank)\b",
    r"\bbundes(?:institut|kriminal\w*|gerichtshof|rechnungshof|zentrale)\b",
    r"\b(?:landes|staats)(?:\w*amt|betrieb|direktion|anstalt|archiv|behörde|polizei)\b",
    r"\b(?:landes|staats)(?:kriminal\w*|museum|bibliothek|anwaltschaft\w*)\b",
    r"\b(?:finanz|haupt\w*|gesundheits|schul|jugend|ordnungs|kataster|veterinär)amt\b",
    r"\b(?:amts|land|oberlandes|verwaltungs|arbeits|sozial)gericht\b",
    r"ministerium\b",
    r"\bpolizei(?:präsidium|direktion|inspektion)?\b(?!-)",
    r"\b(?:fach)?(?:universität|hochschule)\b|\buniversitätsklinikum\b",
    r"\bstudi(?:erend)?en(?:den)?werk|\bstudentenwerk",
    r"\brentenversicherung\b|\bagentur für arbeit\b",
)
PUBLIC = re.compile("|".join(PUBLIC_NAMES))
# One of these is in every name above: what has none of them is looked at no further.
PUBLIC_STEMS = (
    "stadt", "gemeinde", "markt", "amt", "kreis", "bezirk", "land", "verwaltung",
    "zweckverband", "magistrat", "freistaat", "regierung", "behörde", "zoll",
    "jobcenter", "unfallkasse", "bundes", "staats", "gericht", "ministerium", "polizei",
    "universität", "hochschule", "enwerk", "rentenversicherung", "agentur",
)  # fmt: skip
# A legal form of private law: a name alone does not make it public service.
PRIVATE = re.compile(
    r"\b(?:g?gmbh|ag|se|kg|ohg|gbr|ug|e\.? ?v\.?|e\.? ?k\.?|inc|ltd)\b"
)
PUBLIC_PAY = re.compile(r"\btv-?[öo]d\b|\btv[ -]?l\b|\bbesoldungsgruppe")
LIKE_PUBLIC_PAY = re.compile(
    r"(?:anlehnung an|angelehnt an|orientiert sich an|analog|vergleichbar mit"
    r"|ähnlich)[^.\n]{0,30}tv"
)

AGENCY_WORDS = re.compile(
    r"zeitarbeit|personaldienst|personal-?service|personalleasing|personalvermittlung"
    r"|personalmanagement|personalüberlassung|arbeitnehmerüberlassung|personalberatung"
    r"|personalkonzept|personallösung|personalagentur|\bstaffing\b|\brecruit(?:ing"
    r"|ment)\b|\bheadhunt|\bpersonal (?:gmbh|service)|\bjobvermittlung"
    r"|\bexecutive search\b"
)
AGENCY_STEMS = (
    "zeitarbeit", "personal", "überlassung", "staffing", "recruit", "headhunt",
    "jobvermittlung", "executive search",
)  # fmt: skip
AGENCY_NAMES = re.compile(
    r"^(?:randstad|adecco|manpower|persona service|timepartner|tempton|orizon|arwa"
    r"|piening|trenkwalder|gi group|hays|actief|pluss|avanti|dekra arbeit"
    r"|i\.? ?k\.? hofmann|akut|unique personal|job ag|zaquensis|synergie|expertum"
    r"|amadeus fire|dis ag|page personnel|michael page|robert half|office people"
    r"|runtime|kötter personal|tuja|jobimpulse|start npo|promedis24|bindan"
    r"|start zeitarbeit|workwise|persona)\b"
)
FOR_A_CLIENT = re.compile(
    r"arbeitnehmerüberlassung|(?:für|bei|im auftrag) (?:einen |eines "
    r"|unsere[nms]? )(?:\w+ )?(?:kunden|mandanten|auftraggeber)"
)
PAY_HINTS = ("tv", "besoldung")
CLIENT_HINTS = ("überlassung", "kunden", "mandanten", "auftraggeber")


@lru_cache(maxsize=8192)
def is_public(employer: str) -> bool:
    """Say whether the name is one of a public body, without private legal form."""
    low = employer.lower()
    if not any(map(low.__contains__, PUBLIC_STEMS)):
        return False
    return PUBLIC.search(low) is not None and PRIVATE.search(low) is None


@lru_cache(maxsize=8192)
def is_agency(employer: str) -> bool:
    """Say whether the name is one of a temporary work or placement agency."""
    low = employer.lower()
    if any(map(low.__contains__, AGENCY_STEMS)) and AGENCY_WORDS.search(low):
        return True
    return AGENCY_NAMES.match(low) is not None


def pays_public(low: str) -> bool:
    """Say whether a text (lower case) promises the pay of the public service itself."""
    near = around(low, PAY_HINTS)
    return PUBLIC_PAY.search(near) is not None and LIKE_PUBLIC_PAY.search(near) is None


def works_for_a_client(low: str) -> bool:
    """Say whether a text (lower case) says that the work is at somebody else's."""
    near = around(low, CLIENT_HINTS)
    return FOR_A_CLIENT.search(near) is not None
