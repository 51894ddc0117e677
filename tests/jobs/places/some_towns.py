"""A few real towns, in the form that GeoNames has."""

#  number, name, admin1, latitude, longitude, inhabitants, other names
TOWNS = (
    (1, "Berlin", "16", 52.52437, 13.41053, 3426354, ("Берлін", "برلين")),
    (2867714, "Munich", "02", 48.13743, 11.57549, 1505005, ("München", "MUC", "ميونخ")),
    (3, "Köln", "07", 50.93333, 6.95, 1024621, ("Cologne", "Кельн", "ke long", "科隆")),
    (4, "Frankfurt am Main", "05", 50.11552, 8.68417, 650000, ("Франкфурт",)),
    (5, "Chemnitz", "13", 50.8357, 12.92922, 247220,
     ("Хемніц", "كيمنتس", "کمنیتز", "Karl-Marx-Stadt")),
    (6, "Halle (Saale)", "14", 51.48158, 11.97947, 237865, ("Halle",)),
    (7, "Frankfurt (Oder)", "11", 52.34714, 14.55062, 57107, ("Frankfurt",)),
    (8, "Neustadt an der Weinstraße", "08", 49.35009, 8.13886, 53984, ()),
    (9, "Neustadt am Rübenberge", "06", 52.50462, 9.45871, 44668, ()),
    (10, "Ibbenbueren", "07", 52.27964, 7.71457, 45000, ("Ibbenbüren",)),
    (11, "Halle", "07", 52.06017, 8.36083, 21393, ()),
    (12, "Neustadt", "05", 50.8500, 9.1167, 9115, ("Neustadt (Hessen)",)),
    (21, "Düsseldorf", "07", 51.22172, 6.77616, 620523, ("Diuseldorfas",)),
    (22, "Dudeldorf", "08", 49.9667, 6.6333, 1200, ()),
    (18, "Villingen-Schwenningen", "01", 48.06226, 8.49358, 81770, ()),
    (19, "Baden-Baden", "01", 48.7606, 8.23975, 54777, ()),
    (20, "Willingen", "05", 51.29, 8.61, 6000, ("Villingen",)),
    (14, "Burgstädt", "13", 50.9167, 12.8167, 11000, ()),
    (15, "Bürgstadt", "02", 49.7167, 9.2667, 10000, ()),
    (16, "Sankt Ingbert", "09", 49.27697, 7.11672, 9000, ()),
    (17, "Weiden", "02", 49.67682, 12.15613, 8000, ()),
    (13, "Sachsen bei Ansbach", "02", 49.29, 10.66, 3349, ()),
)  # fmt: skip
FIELDS = ("geonameid", "name", "admin1code", "latitude", "longitude", "population",
          "alternatenames")  # fmt: skip


def cities() -> list[dict]:
    german = [
        {"countrycode": "DE", **dict(zip(FIELDS, town, strict=True))} for town in TOWNS
    ]
    return [*german, {**german[0], "name": "Graz", "countrycode": "AT"}]
