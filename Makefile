# What a person types. Each command makes .venv by itself and brings it up to date when it must.
PYTHON = .venv/bin/python
PYTEST = QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest
DESK ?= sample.desk
READY = .venv/ready

.PHONY: run test test-all faults check sbom bench conform mutate tour clean

# Opens the window on the sample desk; without a screen it makes the tour instead.
run: $(READY)
	@if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		echo "There is no display here, so the tour is made instead, in the folder tour."; \
		exec $(PYTHON) main.py tour tour/; \
	fi; \
	[ -e "$(DESK)" ] || $(PYTHON) main.py new "$(DESK)" --sample && exec $(PYTHON) main.py "$(DESK)"

# Two processes, because the tests spend much of their time waiting for a disk or a timer.
test: $(READY)
	$(PYTEST) -n 2

# Also the slow ones, with many more examples for each property.
test-all: $(READY)
	HYPOTHESIS_PROFILE=thorough $(PYTEST) -n 2 -m "" --timeout 3600
	@$(MAKE) faults

# More than a thousand kills and full disks during commands that write, each of their writes failing,
# losses of power, two programs on one desk, and a thousand damaged desks that are salvaged; each says
# its counts.
faults: $(READY)
	@$(PYTHON) -m tests.faults 250
	@$(PYTHON) -m tests.faults 1 --kind write-errors
	@$(PYTHON) -m tests.faults 100 --kind power
	@$(PYTHON) -m tests.faults 50 --kind two-programs
	@$(PYTHON) -m tests.db.salvage.salvage_rounds 1000 --quiet

check: $(READY)
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	$(PYTEST) -q tests/test_layers.py
	$(PYTHON) -m bandit --quiet --configfile pyproject.toml --recursive db desktop main.py
	@$(PYTHON) -m tests.materials
	@$(PYTHON) -m tests.advisories

# What the program is made of, package by package with versions and licences, by CycloneDX.
sbom: $(READY)
	@$(PYTHON) -m tests.materials sbom.json && echo "The bill of materials is sbom.json."

bench: $(READY)
	@$(PYTHON) -m tests.bench --json

# Every form of the sample desk, judged by veraPDF: PDF/A-2a and PDF/UA-1. It needs Java.
conform: $(READY)
	@.ci/conform

# Changes a module in every small way and names the changes that no test notices; TESTS may say which.
mutate: $(READY)
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.mutate $(MODULE) $(TESTS)

tour: $(READY)
	$(PYTHON) main.py tour tour/

clean:
	rm -rf .venv tour build *.egg-info sbom.json

$(READY): pyproject.toml .ci/hashes.txt .ci/setup .ci/libraries .ci/apt
	@.ci/setup
	@.ci/libraries
	@touch $@
