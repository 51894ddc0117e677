# Two commands are enough: `make run` and `make test`. Both can be repeated.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --disable-pip-version-check --progress-bar on --quiet
VAR ?= var
ADDRESS ?= 127.0.0.1:8000
export REIHUM_VAR ?= $(CURDIR)/$(VAR)

say = @printf '\n\033[1m── %s\033[0m\n' "$(1)"

.PHONY: help run test test-long build demo check lint types imports unit postgres browser bench messages lock clean

help: ## show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

.venv/.run: requirements.txt pyproject.toml
	$(call say,Python-Umgebung einrichten)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Reihum braucht Python 3.11 oder neuer (Debian: apt install python3 python3-venv)."; exit 1; }
	@$(PYTHON) -m venv .venv
	@$(PIP) --require-hashes --requirement requirements.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.test: .venv/.run requirements-dev.txt
	$(call say,Werkzeuge für die Tests einrichten)
	@$(PIP) --require-hashes --requirement requirements-dev.txt
	@touch $@

build: .venv/.run
	$(call say,Sprachen und Dateien zusammenstellen)
	@$(BIN)/pybabel --quiet compile --domain django --directory reihum/look/locale
	@$(BIN)/reihum build

run: build ## build, load the real data and the demonstration year, serve on 127.0.0.1:8000
	$(call say,Daten laden)
	@$(BIN)/reihum demo --no-list
	$(call say,Dienst starten)
	@$(BIN)/reihum serve --address $(ADDRESS)

test: build .venv/.test lint types imports unit postgres browser ## build everything, run every check and test
	$(call say,Alles bestanden)

lint: .venv/.test
	$(call say,Stil)
	@$(BIN)/ruff check . && $(BIN)/ruff format --check --quiet .
	@$(BIN)/djlint --quiet --lint reihum

types: .venv/.test
	$(call say,Typen)
	@$(BIN)/mypy

imports: .venv/.test
	$(call say,Bauplan: wer wen einbindet)
	@$(BIN)/lint-imports

unit: .venv/.test
	$(call say,Tests)
	@tools/libreoffice
	@$(BIN)/python -m pytest -n 2 -m "not browser and not long" --cov --cov-report=term

postgres: .venv/.test
	$(call say,Tests mit PostgreSQL)
	@tools/postgres $(BIN)/python -m pytest -q tests/acts tests/reads -m "integration and not long"

browser: build .venv/.test
	$(call say,Tests im Browser)
	@tools/chromium
	@$(BIN)/python -m pytest -n 2 --dist worksteal -m "browser and not long"

test-long: build .venv/.test ## the long tests too
	@$(BIN)/python -m pytest -m long

bench: build ## measure, and write bench/results.md
	@$(BIN)/reihum bench

messages: .venv/.test ## collect the texts of the interface for translation
	@$(BIN)/python tools/messages.py

LOCK := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate --no-emit-index-url --no-strip-extras --quiet

lock: .venv/.test ## renew the two requirements files from pyproject.toml
	$(LOCK) --extra build --extra postgres --output-file requirements.txt
	$(LOCK) --extra build --extra postgres --extra dev --output-file requirements-dev.txt

clean: ## remove what was built, but not the data in var/
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
