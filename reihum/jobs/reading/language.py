"""Which language an advertisement is written in, by its commonest words."""

ENOUGH = 4  # common words of a language, or nothing is said
SURE = 9  # so many German words: no other language has so many of them
READ = 500  # signs that are looked at
CLEAR = 2  # so many times as many as of the next language

COMMON = {
    "de": "der die das und ist wir sie mit für auf ein eine einen im den dem von zu bei"
    " als oder nicht ihre unser unsere dich deine du bieten suchen sowie zur zum",
    "en": "the and is we you with for on our your of to in as or will are be have this"
    " that who from at an looking team experience",
    "fr": "le la les et est nous vous avec pour sur un une des du dans au aux votre"
    " notre"
    " ou que qui sont en",
    "nl": "de het een en is wij je jij met voor op van te bij als of niet jouw onze"
    " zijn"
    " naar wat ben",
    "es": "el la los las y es con para en un una de del que por se su nuestro como al",
    "it": "il la le gli e di con per un una del della nel che si sono da al nostra",
    "pl": "i w na z do się jest dla oraz nie od to jako przez praca pracy mamy lub",
}
WORDS = {code: frozenset(words.split()) for code, words in COMMON.items()}
GERMAN = WORDS["de"]
OTHERS = frozenset().union(*(words for code, words in WORDS.items() if code != "de"))


def language(low: str) -> str | None:
    """Return the code of the language of a lower-case text; None if it is not clear."""
    words = low[:READ].split()
    german = len(GERMAN.intersection(words))
    if german >= SURE or german >= max(ENOUGH, CLEAR * len(OTHERS.intersection(words))):
        return "de"
    counts = {code: len(common.intersection(words)) for code, common in WORDS.items()}
    most = max(counts, key=counts.__getitem__)
    others = max(count for code, count in counts.items() if code != most)
    return most if counts[most] >= max(ENOUGH, CLEAR * others) else None
