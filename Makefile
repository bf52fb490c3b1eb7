# Everything a fresh clone needs is done by these targets: Python 3.11 or newer, make and git are enough.
#
#   make run [CABLES=path]   the reader on the samples, or on your cables
#   make test                every test
#   make check               format, lint, types, import contracts
#   make format              put the code into its format
#   make readme              draw the README's pictures and keys, and the manual page, anew
#   make clean               take away what was installed and built

PYTHON ?= python3
CABLES ?= sample_cables
BIN := .venv/bin

.PHONY: run test check format readme clean always

run: .venv/installed
	@$(BIN)/cablereader $(CABLES)

test: .venv/installed
	@$(BIN)/pytest -n auto --dist worksteal

check: .venv/installed
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy -p cablereader
	@$(BIN)/mypy tests bench docs
	@$(BIN)/lint-imports --no-logo

format: .venv/installed
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

readme: .venv/installed
	@$(BIN)/python -m docs.readme

clean:
	rm -rf .venv build dist *.egg-info

# The strict editable install links file by file, so that type checkers see the real tree. Edits show at once; a file
# added or taken away asks for a new install, hence the list of files. Compiled now, the first start is as fast as any.
.venv/installed: pyproject.toml .venv/files
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "cablereader needs Python 3.11 or newer; '$(PYTHON)' is missing or older."; \
	  echo "Install it (Debian, Ubuntu: apt install python3 python3-venv; macOS: brew install python)"; \
	  echo "or name one that is there: make PYTHON=python3.12 ..."; exit 1; } >&2
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "Python's venv module is missing. Install it (Debian, Ubuntu: apt install python3-venv)."; exit 1; } >&2
	@test -x $(BIN)/pip || $(PYTHON) -m venv .venv
	@echo "Installing into .venv ..."
	@rm -rf build
	@$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]' --config-settings editable_mode=strict
	@$(BIN)/python -m compileall -q build
	@touch $@

# The files of the package at the last install; written only when the list has changed.
.venv/files: always
	@mkdir -p .venv
	@find . \( -path './.*' -o -path ./build -o -path ./dist -o -path ./docs -o -path ./tests -o -path ./bench \
	  -o -name '*.egg-info' -o -name __pycache__ \) -prune -o -type f -path './*/*' -print | LC_ALL=C sort > $@.new
	@if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi
