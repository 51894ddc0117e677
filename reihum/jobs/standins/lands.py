"""The Länder: their names, and their codes in the regions of the European Union."""

LANDS = {
    "BW": "Baden-Württemberg", "BY": "Bayern", "BE": "Berlin", "BB": "Brandenburg",
    "HB": "Bremen", "HH": "Hamburg", "HE": "Hessen", "MV": "Mecklenburg-Vorpommern",
    "NI": "Niedersachsen", "NW": "Nordrhein-Westfalen", "RP": "Rheinland-Pfalz",
    "SL": "Saarland", "SN": "Sachsen", "ST": "Sachsen-Anhalt",
    "SH": "Schleswig-Holstein", "TH": "Thüringen",
}  # fmt: skip
NUTS = {
    "BW": "DE1", "BY": "DE2", "BE": "DE3", "BB": "DE4", "HB": "DE5", "HH": "DE6",
    "HE": "DE7", "MV": "DE8", "NI": "DE9", "NW": "DEA", "RP": "DEB", "SL": "DEC",
    "SN": "DED", "ST": "DEE", "SH": "DEF", "TH": "DEG",
}  # fmt: skip
