"""Write the list of cities that the package has for itself, out of GeoNames' data.

`reihum/jobs/places/towns.py` says what is in it and when it is used.
"""

from pathlib import Path

from reihum.jobs.places.extract import german_towns
from reihum.jobs.places.naming import LARGE
from reihum.jobs.places.towns import PACKAGED, text_of
from reihum.jobs.places.written import write

FILE = Path(__file__).parents[1].joinpath("reihum", "jobs", *PACKAGED)

if __name__ == "__main__":
    cities = [line for line in german_towns() if line.town.population >= LARGE]
    write(FILE, text_of(cities))
    print(f"{len(cities)} cities in {FILE}")
