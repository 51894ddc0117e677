"""What the name of an employer tells: public service, or an agency."""

import re
from functools import lru_cache

from reihum.jobs.reading.around import around

PUBLIC = re.compile(
    r"^(?:die |der |das )?(?:(?:große kreis|landeshaupt|universitäts"
    r"|hanse)?stadt\b(?!-| ?werk)"
    r"|gemeinde\b|markt\b(?= [a-zäöü]+$)|amt\b|kreis\b|bezirk\b|land\b)"
    r"|\b(?:stadt|gemeinde|kreis|samtgemeinde|verbandsgemeinde|verwaltungsgemeinschaft"
    r"|stadtverwaltung|kreisverwaltung|gemeindeverwaltung|kreisstadt|hansestadt"
    r"|landeshauptstadt|landkreis|landratsamt|bezirksamt|rathaus|magistrat|freistaat"
    r"|senatsverwaltung|regierungspräsidium|bezirksregierung|zweckverband)\b(?!-)"
    r"|\bbundes(?:\w*amt|agentur|anstalt|wehr\w*|polizei\w*|ministerium|verwaltung\w*"
    r"|archiv|institut|kriminal\w*|gerichtshof|rechnungshof|zentrale|bank)\b"
    r"|\b(?:landes|staats)(?:\w*amt|betrieb|direktion|anstalt|kriminal\w*|archiv"
    r"|polizei"
    r"|ministerium|behörde|museum|bibliothek)\b|\w*ministerium\b|\bjobcenter\b|\bzoll\b"
    r"|\b(?:finanz|haupt\w*|gesundheits|schul|jugend|ordnungs|arbeits|versorgungs"
    r"|veterinär"
    r"|kataster)amt\b|\b(?:amts|land|oberlandes|verwaltungs|arbeits|sozial)gericht\b"
    r"|\bstaatsanwaltschaft|\bpolizei(?:präsidium|direktion|inspektion)?\b(?!-)"
    r"|\b(?:technische |fach)?(?:universität|hochschule|universitätsklinikum)\b"
    r"|\bstudierendenwerk|\bstudentenwerk|\brentenversicherung\b|\bunfallkasse\b"
    r"|\bagentur für arbeit\b|\bbehörde\b|\bbundeswehr"
)
# A legal form of private law: a name alone does not make it public service.
PRIVATE = re.compile(
    r"\b(?:g?gmbh|ag|se|kg|ohg|gbr|ug|e\.? ?v\.?|e\.? ?k\.?|inc|ltd)\b"
)
PUBLIC_PAY = re.compile(r"\btv-?[öo]d\b|\btv[ -]?l\b|\bbesoldungsgruppe")
LIKE_PUBLIC_PAY = re.compile(
    r"(?:anlehnung an|angelehnt an|orientiert sich an|analog|vergleichbar mit|ähnlich)"
    r"[^.\n]{0,30}tv"
)

AGENCY_WORDS = re.compile(
    r"zeitarbeit|personaldienst|personal-?service|personalleasing|personalvermittlung"
    r"|personalmanagement|personalüberlassung|arbeitnehmerüberlassung|personalberatung"
    r"|personalkonzept|personallösung|personalagentur|\bstaffing\b|\brecruit(?:ing"
    r"|ment)\b"
    r"|\bheadhunt|\bpersonal (?:gmbh|service)|\bjobvermittlung|\bexecutive search\b"
)
AGENCY_NAMES = re.compile(
    r"^(?:randstad|adecco|manpower|persona service|timepartner|tempton|orizon|arwa"
    r"|piening"
    r"|trenkwalder|gi group|hays|actief|pluss|avanti|dekra arbeit|i\.? ?k\.? hofmann"
    r"|akut"
    r"|unique personal|job ag|zaquensis|synergie|expertum|amadeus fire|dis ag"
    r"|page personnel"
    r"|michael page|robert half|office people|runtime|kötter personal|tuja|jobimpulse"
    r"|start npo|promedis24|bindan|start zeitarbeit|workwise|persona)\b"
)
FOR_A_CLIENT = re.compile(
    r"arbeitnehmerüberlassung|(?:für|bei|im auftrag) (?:einen |eines |unsere[nms]? )"
    r"(?:\w+ )?(?:kunden|mandanten|auftraggeber)"
)


@lru_cache(maxsize=8192)
def is_public(employer: str) -> bool:
    """Say whether the name is one of a public body, without private legal form."""
    low = employer.lower()
    return PUBLIC.search(low) is not None and PRIVATE.search(low) is None


@lru_cache(maxsize=8192)
def is_agency(employer: str) -> bool:
    """Say whether the name is one of a temporary work or placement agency."""
    low = employer.lower()
    return (AGENCY_WORDS.search(low) or AGENCY_NAMES.search(low)) is not None


def pays_public(low: str) -> bool:
    """Say whether a text (lower case) promises the pay of the public service itself."""
    near = around(low, ("tv", "besoldung"))
    return PUBLIC_PAY.search(near) is not None and LIKE_PUBLIC_PAY.search(near) is None


def works_for_a_client(low: str) -> bool:
    """Say whether a text (lower case) says that the work is at somebody else's."""
    near = around(low, ("überlassung", "kunde", "mandant", "auftraggeber"))
    return FOR_A_CLIENT.search(near) is not None
