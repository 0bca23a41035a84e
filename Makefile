# First Print. `make run` and `make test` are all that a newcomer needs; `make help` lists the rest.
.DEFAULT_GOAL := help
.PHONY: help run fetch test lint ui sql query notebook docs answers screenshots bench bench-accuracy bench-speed bench-rendered bench-growth bench-edgar bench-scale bench-all-of-edgar bench-faults bench-soak lock clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SQL := .venv-sql
Q ?= margins_over_time
WAREHOUSE := $(or $(WAREHOUSE_PATH),data/warehouse.duckdb)
BENCHMARK ?= ../shared/benchmark
export DAGSTER_HOME ?= $(CURDIR)/.dagster
export DO_NOT_TRACK = 1
export MARIMO_SKIP_UPDATE_CHECK = 1
export DBT_SEND_ANONYMOUS_USAGE_STATS = false

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 20

run: $(VENV)/.built ## read RAW_DIR (data/raw) into WAREHOUSE_PATH (data/warehouse.duckdb), and sum up
	@$(BIN)/python -m pipeline

fetch: $(VENV)/.built ## from EDGAR into RAW_DIR: CIK=1003950 or TICKER=..., FROM=2003-01-01 TO=2003-12-31 (none: all)
	@$(BIN)/python -m pipeline.edgar $(if $(CIK)$(TICKER),--company $(CIK) $(TICKER)) \
		$(if $(FROM),--from $(FROM)) $(if $(TO),--to $(TO)) $(if $(ARCHIVES),--archives)

test: $(VENV)/.built $(SQL)/.built ## every test, over the cores; a file's tests stay together, since they share what takes long to make
	@$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

lint: $(VENV)/.built ## style, types, walls
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/sqlfluff lint --processes 2 dbt_project/models dbt_project/tests

ui: $(VENV)/.built ## the Dagster UI at http://localhost:3000
	@home="$$($(BIN)/python -m pipeline.dagster_home)" && \
		DAGSTER_HOME="$$home" PYTHONWARNINGS='ignore:Function `dev_command`' $(BIN)/dagster dev

sql: $(SQL)/.built $(WAREHOUSE) ## a SQL prompt on the published warehouse, read-only
	@$(SQL)/bin/harlequin --read-only --show-files queries $(WAREHOUSE)

query: $(SQL)/.built $(WAREHOUSE) queries/$(Q).sql ## the answer to one question of queries/: make query Q=margins_over_time
	@$(SQL)/bin/hsql --read-only --file queries/$(Q).sql $(WAREHOUSE)

notebook: $(SQL)/.built $(WAREHOUSE) ## queries/first_look.py in the browser: from a connection to a chart
	@$(SQL)/bin/marimo edit queries/first_look.py

docs: run ## the models, their columns and lineage as one page: data/docs/index.html
	@BUILD_PATH=$${WAREHOUSE_PATH:-$(CURDIR)/data/warehouse.duckdb} && \
	BUILD_PATH=$${BUILD_PATH%.duckdb}_build.duckdb $(BIN)/dbt --quiet docs generate --static \
		--project-dir dbt_project --profiles-dir dbt_project --target-path $(CURDIR)/data/docs/target
	@mv data/docs/target/static_index.html data/docs/index.html && rm -r data/docs/target
	@echo "The documentation of the models is at data/docs/index.html"

answers: run ## the answers of docs/queries.md, from the samples
	@$(BIN)/python -m docs.write_answers

screenshots: $(VENV)/.built $(SQL)/.built ## the pictures of docs/, of a run that reads the samples anew; needs Chromium
	@rm -f data/warehouse_build.duckdb && $(MAKE) --no-print-directory run && $(BIN)/python -m docs.take_screenshots

bench: bench-accuracy bench-speed bench-growth ## all measurements on the filings of BENCHMARK

bench-accuracy: $(VENV)/.built ## shares over all releases, scores beside their floors; writes docs/accuracy.md
	@RAW_DIR=$(BENCHMARK)/filings WAREHOUSE_PATH=data/benchmark.duckdb $(BIN)/python -m pipeline
	@$(BIN)/python -m benchmarks.accuracy data/benchmark.duckdb --benchmark $(BENCHMARK) --missing \
		--write docs/accuracy.md

bench-speed: $(VENV)/.built ## how fast a filing is read, as ratios of one run
	@$(BIN)/python -m benchmarks.speed $(BENCHMARK)/filings

bench-rendered: $(VENV)/.built ## HTML releases printed and read again as fixed-width text; needs Chromium and poppler-utils
	@$(BIN)/python -m benchmarks.rendered $(BENCHMARK)/filings

bench-growth: bench-accuracy ## what dbt costs over 1, 10 and 100 times those filings, and for one filing more
	@$(BIN)/python -m benchmarks.growth data/benchmark_build.duckdb

bench-edgar: $(VENV)/.built ## a backfill from a replica of EDGAR: nothing lost, nothing twice, the rate kept; what it costs
	@$(BIN)/python -m benchmarks.edgar

bench-scale: $(VENV)/.built ## the whole job over generated filings: make bench-scale SIZES="1000 10000" FOLDER=/large/disk
	@$(BIN)/python -m benchmarks.scale $(or $(FOLDER),data/scale) $(if $(SIZES),--sizes $(SIZES)) $(if $(MORE),--more $(MORE))

bench-faults: $(VENV)/.built ## kills, a full disk, a damaged file in the middle of it: make bench-faults FILINGS=10000
	@$(BIN)/python -m benchmarks.faults $(or $(FOLDER),data/faults) $(if $(FILINGS),--filings $(FILINGS)) $(if $(KILLS),--kills $(KILLS))

bench-all-of-edgar: $(VENV)/.built ## what all 8-Ks since 1996 would take, by what bench-scale measured: make bench-all-of-edgar SIZE=10000
	@$(BIN)/python -m benchmarks.all_of_edgar $(or $(FOLDER),data/scale)/$(or $(SIZE),100000)

bench-soak: $(VENV)/.built ## schedule and sensors against a replica of EDGAR while filings arrive: make bench-soak MINUTES=60
	@$(BIN)/python -m benchmarks.soak $(if $(MINUTES),--minutes $(MINUTES))

lock: ## resolve pyproject.toml and requirements-sql.in anew into their lock files
	$(PYTHON) -m venv .venv-lock && .venv-lock/bin/pip install --quiet pip-tools
	.venv-lock/bin/pip-compile --quiet --upgrade --all-extras --strip-extras --no-header --no-annotate \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file requirements.lock pyproject.toml
	.venv-lock/bin/pip-compile --quiet --upgrade --strip-extras --no-header --no-annotate \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file requirements-sql.lock requirements-sql.in
	rm -rf .venv-lock

clean: ## remove the environment and what was built
	rm -rf $(VENV) $(SQL) dbt_project/target dbt_project/logs data/*.duckdb* data/*.lock data/*_pages data/*_marts data/docs

$(VENV)/.built: requirements.lock
	@echo "Building $(VENV) (a minute or two, once) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements.lock
	@touch $@

$(SQL)/.built: requirements-sql.lock
	@echo "Building $(SQL) (half a minute, once) ..."
	@$(PYTHON) -m venv $(SQL)
	@$(SQL)/bin/pip install --quiet --disable-pip-version-check --requirement requirements-sql.lock
	@touch $@

$(WAREHOUSE):
	@echo "There is no warehouse at $@ yet: \`make run\` builds it." && exit 1

queries/%.sql:
	@echo "There is no question $*. There are: $(basename $(notdir $(wildcard queries/*.sql)))" && exit 1
