# Thin on purpose: every target is one line a person could type. The environment lives in .venv.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test check lint types imports golden language rules bench bench-peers readme wheel lock clean

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

bench: .venv/ready        ## cold starts, stages and peers on news text; the peers where bench-peers has installed them
	$(BIN)/python bench/run.py

bench-peers: build/peers/ready  ## the peers that bench compares with, in an environment of their own

readme: .venv/ready       ## the report on corpus/ in README.md anew
	$(BIN)/python bench/readme.py

wheel: .venv/ready        ## dist/*.whl, with the rules inside
	$(BIN)/hatchling build -t wheel

lock:                     ## requirements.lock anew, in an environment of its own
	$(PYTHON) -m venv .venv-lock && .venv-lock/bin/python -m pip install --quiet "pip-tools>=7.5"
	.venv-lock/bin/pip-compile --quiet --upgrade --generate-hashes --strip-extras --extra dev --all-build-deps --annotation-style line \
		--no-header --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options --output-file requirements.lock pyproject.toml
	rm -rf .venv-lock

clean:
	rm -rf .venv .venv-lock build dist

.venv/ready: pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit("claimcheck needs Python 3.11 or newer: make PYTHON=python3.x" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q claimcheck  # an editable install leaves it to the first run, and PYTHONDONTWRITEBYTECODE to every one
	touch $@

build/peers/ready: bench/peers.txt
	$(PYTHON) -m venv build/peers
	build/peers/bin/python -m pip install --quiet --disable-pip-version-check --requirement bench/peers.txt
	touch $@
