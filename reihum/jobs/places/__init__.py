"""Places of Germany, by name in any language or by postcode; distances, Länder.

| what | place |
|---|---|
| what is asked: find a place, give advertisements their points | `places.py` |
| which town a name means | `naming.py` |
| a town, the list of towns as a file, and its index | `towns.py` |
| the list made of GeoNames' data, by `reihum build` | `extract.py` |
| postcodes of a GeoNames file, by `reihum places import` | `postcodes.py` |
| codes and names of the Länder | `laender.py` |
| a file that is there whole or not at all | `written.py` |
"""
