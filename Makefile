# Every door of the project. `make site` and `make test` set up what they need; the rest builds on that.
BIN := .venv/bin
export PYTHON

.PHONY: site test check serve golden bench bench-finder screenshots test-extra environment test-environment

site: environment       ## build the website into site/
	@$(BIN)/prospectus build

test: test-environment  ## run every test, the browser's too
	@$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder $(TESTS)

test-extra: test-environment ## valid HTML by the Nu checker, and Lighthouse's scores; needs node and Java
	@.ci/extra
	@$(BIN)/python -m pytest tests/extra

check: environment      ## show everything that is wrong with the school's files
	@$(BIN)/prospectus check

serve: environment      ## live preview on this machine
	@$(BIN)/prospectus serve

environment:
	@.ci/environment requirements.lock

test-environment:
	@.ci/environment requirements-test.lock
	@.ci/browser

golden: test-environment ## write what the tiny school looks like into tests/golden/, for a person to read
	@PYTHONPATH=tests $(BIN)/python tests/test_golden.py

bench: test-environment ## how long a build takes at 300 and 3,000 records, beside stock mkdocs
	@PYTHONPATH=tests $(BIN)/python tests/bench/measure.py 300 3000
	@PYTHONPATH=tests $(BIN)/python tests/bench/measure_paper.py

bench-finder: test-environment ## how long the finder of 3,000 records takes to answer, and what it loads
	@PYTHONPATH=tests $(BIN)/python tests/bench/finder.py 3000

screenshots: site test-environment ## pictures of the main pages, phone and desk, light and dark
	@PYTHONPATH=tests $(BIN)/python tests/browser/screenshots.py site .prospectus/screenshots $(PAGES)
