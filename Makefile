# One command each to test, check, run and build. Every target first sets up what it needs; the second time that is quick.
# ARGS goes through: make test ARGS="tests/engine/audio -k late"

ENVIRONMENT := .venv
REFERENCE := .venv-reference
PEERS := .venv-peers
PYTHON_HERE := $(ENVIRONMENT)/bin/python

# Sound and vocabularies too large for the repository: the tests that read them are skipped where they are not.
ifneq ($(wildcard ../shared/data),)
export SOTTO_TEST_DATA ?= $(CURDIR)/../shared/data
endif

GATHER = $(ENVIRONMENT)/bin/pyside6-lupdate -silent -no-obsolete -locations none -source-language en $$(find app -name '*.py' | sort)

.DEFAULT_GOAL := help
.PHONY: help test check run bench sample screenshots translations model test-reference golden wheel clean debian-packages

help:  ## say what there is
	@sed -n 's/^\([a-z-]*\):.*## /\1 /p' Makefile | while read -r name text; do printf 'make %-16s%s\n' "$$name" "$$text"; done

# Side by side, each on one thread: torch's threads and ffmpeg's would fight for the same cores. ARGS="-n 0 --pdb" undoes it.
test: export OMP_NUM_THREADS := 1
test: $(ENVIRONMENT)/.ready debian-packages  ## run the tests
	$(PYTHON_HERE) -m pytest --numprocesses auto --maxprocesses 4 $(ARGS)

check: $(ENVIRONMENT)/.ready  ## lint, format, types and import contracts
	$(ENVIRONMENT)/bin/ruff check .
	$(ENVIRONMENT)/bin/ruff format --check .
	$(PYTHON_HERE) -m mypy
	$(ENVIRONMENT)/bin/lint-imports --no-logo

run: $(ENVIRONMENT)/.ready  ## open the window on the sample film; without a screen, or by ARGS=--once, transcribe and translate it into out/
	$(PYTHON_HERE) -m tests.support.demo $(ARGS)

sample: $(ENVIRONMENT)/.ready debian-packages  ## make the sample film and its true subtitles again, in resources/sample
	PYTHONPATH=.:packaging/model $(PYTHON_HERE) packaging/sample/film.py

# English has plurals only. A new language: name it here and in app/look/language.py.
translations: $(ENVIRONMENT)/.ready  ## gather the window's texts for its translators, and compile what they wrote
	for language in nb es; do $(GATHER) -target-language $$language -ts resources/translations/sotto_$$language.ts || exit; done
	$(GATHER) -target-language en -pluralonly -ts resources/translations/sotto_en.ts
	for texts in resources/translations/*.ts; do $(ENVIRONMENT)/bin/pyside6-lrelease -silent $$texts -qm $${texts%.ts}.qm || exit; done

screenshots: $(ENVIRONMENT)/.ready  ## take the pictures of resources/screenshots again, without a screen; some minutes
	PYTHONPATH=. $(PYTHON_HERE) packaging/screenshots/make.py $(ARGS)

model: $(ENVIRONMENT)/.ready debian-packages  ## make the embedded model again from nothing: ten minutes on a graphics card, two hours without; gigabytes in out/
	PYTHONPATH=. $(PYTHON_HERE) packaging/model/make.py --work out/model $(ARGS)

test-reference: export OMP_NUM_THREADS := 1
test-reference: $(REFERENCE)/.ready debian-packages  ## compare the engine with the reference implementations; some 15 minutes
	$(REFERENCE)/bin/python -m pytest -m reference --numprocesses auto --maxprocesses 4 $(ARGS)

bench: $(ENVIRONMENT)/.ready $(PEERS)/.ready  ## measure speed and memory beside openai-whisper, faster-whisper, transformers; half an hour
	$(PYTHON_HERE) -m tests.benchmarks.peers $(ARGS)

golden: $(REFERENCE)/.ready debian-packages  ## write the numbers of the reference that plain tests compare with
	for script in tests/reference/make_*.py; do $(REFERENCE)/bin/python -m tests.reference.$$(basename $$script .py) || exit; done

wheel: $(ENVIRONMENT)/.ready  ## build the wheel and try it in a new environment
	$(PYTHON_HERE) packaging/check_wheel.py

clean:  ## remove everything that was made here
	rm -rf $(ENVIRONMENT) $(REFERENCE) $(PEERS) dist out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

debian-packages:
	@packaging/install_debian_packages.sh

$(ENVIRONMENT)/.ready: pyproject.toml packaging/make_environment.sh
	@packaging/make_environment.sh $(ENVIRONMENT) dev,model
	@touch $@

# openai-whisper's own dependencies include triton, a gigabyte that nothing here uses; the extra names the rest.
$(REFERENCE)/.ready: pyproject.toml packaging/make_environment.sh
	@packaging/make_environment.sh $(REFERENCE) dev,model,reference
	@$(REFERENCE)/bin/python -m pip --quiet install --no-deps openai-whisper==20250625
	@touch $@

$(PEERS)/.ready: pyproject.toml packaging/make_environment.sh
	@packaging/make_environment.sh $(PEERS) peers
	@$(PEERS)/bin/python -m pip --quiet install --no-deps openai-whisper==20250625
	@touch $@
