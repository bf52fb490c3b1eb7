# Everything a fresh clone needs is done by these targets: Python 3.11 or newer, make and git are enough.

PYTHON ?= python3
CABLES ?= sample_cables
BIN := .venv/bin
SOURCES := $(shell git ls-files -co --exclude-standard -- '*.py' '*.toml' '*.tcss' '*.tsv' 2>/dev/null)

.PHONY: run test check format readme clean

run: .venv/installed
	@$(BIN)/cablereader $(CABLES)

test: .venv/installed
	@$(BIN)/pytest

check: .venv/installed
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy -p cablereader
	@$(BIN)/mypy tests bench
	@$(BIN)/lint-imports

format: .venv/installed
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

clean:
	rm -rf .venv build dist *.egg-info

# The strict editable mode shows type checkers the real tree; a new file needs a new install, hence the prerequisites.
.venv/installed: pyproject.toml $(SOURCES)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "cablereader needs Python 3.11 or newer; '$(PYTHON)' is missing or older."; \
	  echo "Install it (Debian, Ubuntu: apt install python3 python3-venv; macOS: brew install python) or run: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "Python's venv module is missing. Debian, Ubuntu: apt install python3-venv"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing into .venv ..."
	@$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]' --config-settings editable_mode=strict
	@touch $@
