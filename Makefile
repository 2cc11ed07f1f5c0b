# Thin on purpose: every target is one line a person could type. The environment lives in .venv.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test check lint types imports golden language rules bench clean

run: .venv/ready          ## the report on the four sources
	$(BIN)/claimcheck corpus/

test: .venv/ready         ## the whole test suite
	$(BIN)/python -m pytest

check: lint types imports rules test

lint: .venv/ready
	$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: .venv/ready
	$(BIN)/mypy

imports: .venv/ready
	$(BIN)/lint-imports

rules: .venv/ready        ## the cases inside the rule files
	$(BIN)/claimcheck rules test

golden: .venv/ready       ## rewrite the exact outputs after looking at them
	$(BIN)/python -m pytest tests/golden --update-golden

language: .venv/ready     ## make language LANG=xx starts a new language
	$(BIN)/python -m claimcheck.lexicon.start $(LANG)

bench: .venv/ready
	$(BIN)/python bench/run.py

clean:
	rm -rf .venv

.venv/ready: pyproject.toml requirements.lock
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@
