# make site: build the timeline of this repository. make test: everything that must hold.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q

.PHONY: site serve test lint fuzz audit dist sbom lock assets reference bench lighthouse screenshots clean

site: .venv/convert.stamp
	$(BIN)/dateline convert
	$(BIN)/mkdocs build --strict  # with --quiet it would not see warnings, and pass
	@echo "The site is built: open $(CURDIR)/site/index.html in a browser, or run 'make serve'."

serve: .venv/convert.stamp
	$(BIN)/mkdocs serve

test: .venv/dev.stamp
	$(BIN)/python tests/browser/chromium.py
	$(BIN)/python -m pytest

lint: .venv/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Looks for inputs that break the readers, FUZZ_SECONDS for each; what it finds the tests run for good.
FUZZ_SECONDS ?= 60
FUZZ_TARGETS ?= dates articles events edtf imports
fuzz: .venv/fuzz.stamp
	for each in $(FUZZ_TARGETS); do $(BIN)/python tests/fuzz/run.py $$each $(FUZZ_SECONDS) || exit 1; done

# Known weaknesses of the versions that are locked; asks the advisory service of the package index.
audit: .venv/audit.stamp
	for each in site convert dev; do $(BIN)/pip-audit --strict --require-hashes --disable-pip -r requirements/$$each.lock || exit 1; done

# The wheel and the source, built with what is locked.
dist: .venv/convert.stamp
	$(BIN)/python -m hatchling build -d dist

# The components of a release, in CycloneDX.
sbom: .venv/audit.stamp
	mkdir -p dist
	$(BIN)/cyclonedx-py requirements requirements/convert.lock --pyproject pyproject.toml --output-reproducible \
		--of JSON -o dist/dateline.cdx.json

# The exact versions and hashes of everything: site.lock for hosting, convert.lock for `make site`,
# dev.lock for `make test`, and so on. All hold for Python 3.11 and later on any platform.
LOCK := $(BIN)/uv pip compile pyproject.toml -q --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --no-header --upgrade
lock: .venv/dev.stamp
	$(LOCK) --extra convert --extra import --extra pictures --extra cluster --group dev -o requirements/dev.lock
	$(LOCK) --extra convert --extra pictures --group build -c requirements/dev.lock -o requirements/convert.lock
	$(LOCK) --extra pictures --group build -c requirements/dev.lock -o requirements/site.lock
	$(LOCK) --extra convert --extra import --group build --group fuzz -c requirements/dev.lock -o requirements/fuzz.lock
	$(LOCK) --group build --group audit -c requirements/dev.lock -o requirements/audit.lock

# What is made of the table of fields: the page of the guide that lists them, and the schema of event files.
reference: .venv/dev.stamp
	$(BIN)/python -m dateline.events.reference content
	$(BIN)/python tests/test_guide.py
# The script that the timeline page loads, from its sources; needs Node, which nothing else does.
EXPLORER := generator/dateline/site/explorer
assets:
	cd $(EXPLORER) && npm install --no-package-lock --no-audit --no-fund --silent && npm run --silent build

# What a reader feels at 18 to 100,000 events; PAGE_BENCH is the folder of the tool that measures it, RIVALS, if
# given, that of other timelines to measure beside ours.
bench: .venv/dev.stamp
	$(BIN)/python tests/evaluation/pages.py $(PAGE_BENCH) $(SIZES) $(if $(RIVALS),--rivals $(RIVALS))

# What Lighthouse says of each kind of page; LIGHTHOUSE is a folder in which `npm install lighthouse` was run.
lighthouse: .venv/dev.stamp
	$(BIN)/python tests/evaluation/lighthouse.py $(LIGHTHOUSE)

# The pictures in the README.
screenshots: MADE := $(shell mktemp -du)
screenshots: .venv/dev.stamp site
	$(BIN)/python tests/evaluation/synthetic.py $(MADE)/large 20000
	mkdir $(MADE)/persian && cp -r tests/site/persian $(MADE)/persian/content
	printf '%s\n' 'site_name: تنگهٔ هالدن' 'docs_dir: content' 'theme: dateline' \
		'plugins: [{dateline: {language: fa}}]' > $(MADE)/persian/mkdocs.yml
	for each in large persian; do (cd $(MADE)/$$each && $(CURDIR)/$(BIN)/mkdocs build --quiet) || exit 1; done
	$(BIN)/python tests/browser/screenshots.py site $(MADE)/large/site $(MADE)/persian/site .github/pictures
	rm -rf $(MADE)

clean:
	rm -rf .venv site .pytest_cache .mypy_cache .ruff_cache .hypothesis

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dateline needs Python 3.11 or later: make PYTHON=python3.11 …")'
	$(PYTHON) -m venv .venv

.venv/%.stamp: requirements/%.lock pyproject.toml | .venv/bin/python
	$(PIP) install --require-hashes -r $<
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@
