# What is done to Dossier from the command line. `make` alone lists it.
# Works on Debian, as root or with sudo, and on macOS. GNU make 3.81 or later.

LIBRARIES = libcmark yaml-0.1 jansson sqlite3 libmicrohttpd libmd libcurl zlib libbrotlienc
LIBRARY_PACKAGES = pkg-config libcmark-dev libyaml-dev libjansson-dev libsqlite3-dev libmicrohttpd-dev libmd-dev \
  libcurl4-openssl-dev zlib1g-dev libbrotli-dev
PREFIX = /usr/local

SUDO = $(shell test "$$(id -u)" = 0 || echo sudo)
APT_INSTALL = $(SUDO) apt-get -qq update && \
  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends

# The program carries the Swift library inside, where the system can do that.
RELEASE = -c release --product dossier $(if $(filter Darwin,$(shell uname)),,--static-swift-stdlib)
DOSSIER = .build/release/dossier

.DEFAULT_GOAL := help
.PHONY: help site test validate preview bench lists model careful-model lint format install clean release libraries swift

help: ## list what can be done
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: release ## build seeds/ into site/
	$(DOSSIER) build seeds --output site

test: libraries lint ## check the format, run all tests
	@command -v cmark >/dev/null || { command -v apt-get >/dev/null && $(APT_INSTALL) cmark; } || \
	  { echo "the tests need the program cmark: brew install cmark"; exit 1; }
	@{ command -v pandoc && command -v pdftotext && command -v weasyprint; } >/dev/null || \
	  { command -v apt-get >/dev/null && $(APT_INSTALL) pandoc poppler-utils weasyprint; } || \
	  { echo "the tests need pandoc, poppler and WeasyPrint: brew install pandoc poppler weasyprint"; exit 1; }
	swift test
	Tests/end-to-end.sh .build/debug/dossier
	Tests/Browser/run.sh .build/debug/dossier
	Tests/Print/run.sh .build/debug/dossier
	Tests/Exports/run.sh .build/debug/dossier
	Tests/Hosting/run.sh .build/debug/dossier

validate: site ## check the links and the HTML of site/ with other programs
	Tests/validate.sh $(DOSSIER) site

preview: site ## show site/ in a browser
	$(DOSSIER) serve site

bench: release ## measure against Hugo and spaCy
	Tests/Benchmarks/bench.py $(DOSSIER)
	Tests/Benchmarks/bench-recogniser.py $(DOSSIER)
	Tests/Benchmarks/bench-linking.py $(DOSSIER)
	Tests/Benchmarks/bench-edit.py $(DOSSIER)

lists: ## make the recogniser's lists ready, after one has changed
	swift build -c release --product dossier-train
	.build/release/dossier-train lists Sources/CEntityModel/lists Sources/CEntityModel/english.lists

UNPACK = for file in "$(DATA)"/*.jsonl.gz; do gunzip -c "$$file" > .build/marked/"$$(basename "$$file" .gz)" || exit 1; done

# DATA: a folder of marked texts, as Sources/CEntityModel/README.md tells. The same data gives the same bytes.
model: lists ## train the recogniser anew: DATA=folder
	@test -d "$(DATA)" || { echo "say where the marked texts are: make model DATA=folder"; exit 1; }
	mkdir -p .build/marked
	$(UNPACK)
	.build/release/dossier-train model .build/marked Sources/CEntityModel/english.lists Sources/CEntityModel/english.model

# Trains the network of the careful recogniser, for an hour or two; a run that was stopped goes on. It needs Python 3.11,
# and gets PyTorch from PyPI. STEPS: how long.
STEPS = 8000
READER = .build/reader
PYTHON = $(READER)/venv/bin/python
careful-model: lists ## train the careful recogniser anew: DATA=folder
	@test -d "$(DATA)" || { echo "say where the marked texts are: make careful-model DATA=folder"; exit 1; }
	mkdir -p .build/marked $(READER)
	$(UNPACK)
	test -x $(PYTHON) || python3 -m venv $(READER)/venv
	$(PYTHON) -m pip install -q -r Sources/DossierTrain/reader/requirements.txt
	.build/release/dossier-train reader-texts .build/marked Sources/CEntityModel/english.lists $(READER)/texts.jsonl
	$(PYTHON) Sources/DossierTrain/reader/train.py $(READER)/texts.jsonl $(READER) --steps $(STEPS)
	$(PYTHON) Sources/DossierTrain/reader/export.py $(READER)/texts.jsonl $(READER)
	.build/release/dossier-train model .build/marked Sources/CEntityModel/english.lists $(READER)/all.model $(READER)/measured.model
	.build/release/dossier-train reader-model $(READER)/reader.safetensors .build/marked Sources/CEntityModel/english.lists \
	  $(READER)/measured.model Sources/CReaderModel/english.reader
	$(PYTHON) Sources/DossierTrain/reader/compare.py .build/release/dossier-train Sources/CReaderModel/english.reader \
	  $(READER)/texts.jsonl $(READER)

lint: swift ## check the format
	swift format lint --strict -r Sources Tests Package.swift

format: swift ## put the sources into the project's format
	swift format -i -r Sources Tests Package.swift

SHARE = $(DESTDIR)$(PREFIX)/share
install: release ## install the program, its manual page and completions: PREFIX=/usr/local DESTDIR=
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(SHARE)/man/man1" "$(SHARE)/bash-completion/completions" \
	  "$(SHARE)/zsh/site-functions" "$(SHARE)/fish/vendor_completions.d"
	install -s -m 755 $(DOSSIER) "$(DESTDIR)$(PREFIX)/bin/dossier"
	$(DOSSIER) man >"$(SHARE)/man/man1/dossier.1"
	$(DOSSIER) completions bash >"$(SHARE)/bash-completion/completions/dossier"
	$(DOSSIER) completions zsh >"$(SHARE)/zsh/site-functions/_dossier"
	$(DOSSIER) completions fish >"$(SHARE)/fish/vendor_completions.d/dossier.fish"

clean: ## remove all that was built, but not site/
	rm -rf .build

release: libraries
	swift build $(RELEASE)

# Nothing is fetched where nothing is missing, so all of this works without a network.
libraries: swift
	@if pkg-config --exists $(LIBRARIES) 2>/dev/null; then :; \
	elif [ "$$(uname)" = Darwin ]; then \
	  echo "C libraries are missing: brew install pkgconf cmark libyaml jansson sqlite libmicrohttpd libmd curl zlib brotli"; exit 1; \
	elif command -v apt-get >/dev/null; then $(APT_INSTALL) $(LIBRARY_PACKAGES); \
	else echo "C libraries are missing: pkg-config must find $(LIBRARIES)"; exit 1; fi

swift:
	@set -- $$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p'); \
	if [ $$# -ne 2 ]; then echo "swift is missing: see https://www.swift.org/install/"; exit 1; \
	elif [ $$1 -lt 6 ] || { [ $$1 -eq 6 ] && [ $$2 -lt 2 ]; }; then \
	  echo "swift is $$1.$$2, but must be 6.2 or later: see https://www.swift.org/install/"; exit 1; fi
