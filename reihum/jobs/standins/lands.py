"""The Länder: their names, and their codes in the regions of the European Union."""

from reihum.rules.laender import LAENDER

LANDS = {land.code: land.name for land in LAENDER}
NUTS = {
    "BW": "DE1", "BY": "DE2", "BE": "DE3", "BB": "DE4", "HB": "DE5", "HH": "DE6",
    "HE": "DE7", "MV": "DE8", "NI": "DE9", "NW": "DEA", "RP": "DEB", "SL": "DEC",
    "SN": "DED", "ST": "DEE", "SH": "DEF", "TH": "DEG",
}  # fmt: skip
