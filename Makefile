# Two commands matter: `make site` builds the example site, `make test` runs every test.
# Both set up what they need; a machine with Python 3.11+, make and a package manager is enough.
VENV := .venv
BIN := $(VENV)/bin
# The theme's notice of its own future is for maintainers, who have read it, and not for every build.
export NO_MKDOCS_2_WARNING := 1
# The tests start Python hundreds of times; without its compiled files each start would compile everything anew.
unexport PYTHONDONTWRITEBYTECODE
READY := $(VENV)/.ready

.PHONY: site test serve check bench bench-large pictures runtime clean

site: $(READY)
	$(BIN)/mkdocs build --strict
	@echo "The site is built: open site/index.html"

serve: $(READY)
	$(BIN)/mkdocs serve --strict --open

test: check
	@$(BIN)/python -m tests.office.soffice
	@$(BIN)/python -m tests.zensical.engine
	GRAMOTA_CHROMIUM="$$($(BIN)/python -m tests.browser.chromium)" $(BIN)/python -m pytest -n logical --dist worksteal

check: $(READY)
	$(BIN)/ruff check generator tests
	$(BIN)/ruff format --check generator tests
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/gramota check

bench: $(READY)
	$(BIN)/python -m tests.bench

# The sizes that take longer than ten minutes together.
bench-large: $(READY)
	$(BIN)/python -m tests.bench --large

pictures: $(READY)
	$(BIN)/python -m tests.browser.pictures

# For who changed a script in quiz/runtime/: the only target that needs node.
runtime: $(READY)
	$(BIN)/python -m tests.minifier

clean:
	rm -rf $(VENV) site tests/minifier/node_modules .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

$(READY): pyproject.toml .ci/make-venv
	.ci/make-venv $(VENV)
	@touch $@
