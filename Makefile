# Everything that can be done here; `make` alone lists it.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3.11
BIN := .venv/bin
export PYTHONPATH := site
TEMPLATES = $(shell git ls-files -co --exclude-standard '*.html')
SERVERS := $(BIN)/python -m designcity.servers

.PHONY: help
help: ## List what can be done
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

.PHONY: demo
demo: .venv/ready ## Run the whole site with demo content on http://127.0.0.1:8000/ (PORT=… for another port)
	@exec $(BIN)/python -m designcity.supervisor

.PHONY: reset
reset: .venv/ready ## Remove the demo's data; the next `make demo` starts afresh
	@$(BIN)/python -m designcity.supervisor.reset

.PHONY: test
test: lint pytest ## Check and test everything, on a real PostgreSQL, Elasticsearch and Chromium

# A worker that ended is not replaced: pytest-xdist 3.8 would wait for it for ever.
.PHONY: pytest
pytest: .venv/ready .venv/browser catalogues ## Run the tests alone; ARGS=… goes to pytest
	@$(SERVERS) --for-tests $(BIN)/pytest -n 2 --dist loadgroup --max-worker-restart 0 $(ARGS)

.PHONY: relevance
relevance: .venv/ready catalogues ## Judge the search: what it finds, how high, after how many keystrokes; ARGS="--ours" is quicker
	@$(SERVERS) env PYTHONPATH=site:. $(BIN)/python -m tests.relevance $(ARGS)

.PHONY: bench-search
bench-search: .venv/ready catalogues ## Measure the search against Elasticsearch itself; ARGS="--documents 100000" for a larger site
	@$(SERVERS) env PYTHONPATH=site:. $(BIN)/python -m tests.benchmarks $(ARGS)

.PHONY: bench-site
bench-site: .venv/ready .venv/browser catalogues ## Measure how soon a reader has each kind of page, and its weight; ARGS=--quick is quicker
	@$(SERVERS) env PYTHONPATH=site:. $(BIN)/python -m tests.benchmarks.pages $(ARGS)

.PHONY: bench-import
bench-import: .venv/ready catalogues ## Measure the import of a whole site: articles a second, memory; ARGS="--articles 1000" is quicker
	@$(SERVERS) env PYTHONPATH=site:. $(BIN)/python -m tests.benchmarks.bringing $(ARGS)

.PHONY: bench-sections
bench-sections: .venv/ready catalogues ## Measure a section of 500 pages submitted for translation; ARGS="--pages 100" is quicker
	@$(SERVERS) env PYTHONPATH=site:. $(BIN)/python -m tests.benchmarks.sections $(ARGS)

.PHONY: bench-board
bench-board: .venv/ready catalogues ## Measure the translators' status board of 20,000 pages; ARGS="--pages 1000" is quicker
	@$(SERVERS) env PYTHONPATH=site:. $(BIN)/python -m tests.benchmarks.board $(ARGS)

.PHONY: lint
lint: .venv/ready ## Check style and types: ruff, djhtml, djade, django-upgrade, mypy
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/djhtml --check $(TEMPLATES)
	@$(BIN)/djade --check --target-version 5.2 $(TEMPLATES)
	@git ls-files -co --exclude-standard '*.py' | grep -v /migrations/ | xargs $(BIN)/django-upgrade --check --target-version 5.2
	@$(BIN)/mypy .

.PHONY: format
format: .venv/ready ## Put everything into the house's format
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .
	@$(BIN)/djhtml $(TEMPLATES)
	@$(BIN)/djade --target-version 5.2 $(TEMPLATES)
	@git ls-files -co --exclude-standard '*.py' | grep -v /migrations/ | xargs $(BIN)/django-upgrade --target-version 5.2

.PHONY: messages
messages: .venv/ready ## Collect the texts to translate into the catalogues (needs the gettext programs)
	@$(BIN)/python manage.py makemessages --locale zh_Hans --locale en --no-obsolete --no-wrap --add-location file \
	  --ignore '.venv*' --ignore 'tests/*' --ignore 'var/*'
	@cd site/designcity/locale/en/LC_MESSAGES && \
	  msgattrib --clear-fuzzy --empty --clear-previous --no-wrap django.po --output-file django.po && \
	  msgen --no-wrap django.po --output-file django.po
	@$(MAKE) --no-print-directory catalogues

.PHONY: catalogues
catalogues: .venv/ready ## Compile the catalogues of translations
	@$(BIN)/python -m designcity.catalogues

.PHONY: screenshots
screenshots: .venv/ready .venv/browser ## Make the README's pictures anew from the demo
	@$(SERVERS) env PYTHONPATH=site:. $(BIN)/python -m tests.browser.screenshots

.PHONY: lock
lock: .venv/ready ## Write the lock files anew from requirements.in and requirements-dev.in
	@for name in requirements requirements-dev; do \
	  $(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header \
	    --upgrade $$name.in --output-file $$name.txt; done

# The virtual environment: made anew from the lock file whenever that changes.
.venv/ready: requirements-dev.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { rm -rf .venv; \
	  echo "The virtual environment cannot be made: install Python 3.11 with its venv module (Debian: apt-get install python3.11-venv)." >&2; exit 2; }
	@test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes --requirement requirements-dev.txt || { \
	  echo "The packages cannot be installed: check the network and try again." >&2; exit 2; }
	@touch $@

# A Chromium for the browser tests: Debian's own where it can be installed, else Playwright's.
.venv/browser: .venv/ready
	@if command -v chromium >/dev/null && fc-list :lang=zh 2>/dev/null | grep -q .; then true; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk fontconfig >/dev/null; \
	else command -v chromium >/dev/null || $(BIN)/playwright install chromium; fi
	@touch $@
