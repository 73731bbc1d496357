# Ouro: `make run` and `make test` are all that a newcomer needs; `make help` lists the rest.
#
# MODE   release (default), debug (asserts, heap checks) or asan (AddressSanitizer and UBSan)
# HEAP   pool (default) or system: every object from malloc, so that the sanitizer sees each one; asan implies it
# CC     gcc (default) or clang
# Each combination builds in a folder of its own: build/ (release), build/debug, build/asan, build/clang.

MODE   ?= release
HEAP   ?= $(if $(filter asan,$(MODE)),system,pool)
PREFIX ?= /usr/local
CC     ?= gcc
IS_CLANG := $(findstring clang,$(CC))
B      := build$(if $(IS_CLANG),/clang)$(if $(filter-out release,$(MODE)),/$(MODE))$(if $(filter release-system debug-system,$(MODE)-$(HEAP)),-system)

WARN   := -Wall -Wextra -Wno-unused-parameter -Wno-missing-field-initializers -Wno-gnu-variable-sized-type-not-at-end
# Functions that share a line of the cache with others disturb each other in the predictor of jumps: str(n) took 18 or 57 ns,
# by what was linked in front of it.
CFLAGS_release := -O2 -fno-plt -DNDEBUG -falign-functions=32
CFLAGS_debug   := -O1 -g -DOURO_DEBUG
CFLAGS_asan    := -O1 -g -DOURO_DEBUG -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
CFLAGS ?= $(CFLAGS_$(MODE))
ALL_CFLAGS := -std=gnu11 $(WARN) -fno-strict-aliasing -fno-pie -fwrapv -I. -I$(B)/gen $(CFLAGS) $(if $(filter system,$(HEAP)),-DHEAP_SYSTEM)
LDFLAGS_asan   := -fsanitize=address,undefined
ALL_LDFLAGS := $(LDFLAGS_$(MODE)) $(LDFLAGS)
# Static where Debian has the archive. So is ouro itself, C library included, but for the sanitizers: it starts faster, takes
# less memory and travels alone. (The linker would warn of what libcrypto could do with the network and with plug-ins.)
ARCHIVES := -lgmp -lpcre2-8 -lpcre2-16 -lpcre2-32 -lutf8proc -lz -lcrypto
LIBS := -no-pie -Wl,-Bstatic $(ARCHIVES) -Wl,-Bdynamic -lm -ldl -lpthread
# At this address the file cannot be mapped in huge pages, which would make 2 MiB resident for the first byte that is read.
PLACE := -Wl,-Ttext-segment=0x410000
OURO_LIBS := $(if $(filter asan,$(MODE)),$(LIBS),-static $(PLACE) -Wl,--no-warnings $(ARCHIVES) -lm -ldl -lpthread)

# Machine code is written for x86-64 only.
NO_JIT := $(if $(filter x86_64%,$(shell $(CC) -dumpmachine)),interp/vm/jit_none.c,interp/jit/%.c)
SOURCES := $(filter-out $(NO_JIT),$(wildcard gc/*.c grammar/*.c interp/*.c interp/*/*.c stdlib/*.c))
MODULES := $(shell find stdlib -name '*.py' 2>/dev/null | sort)
PAGES := $(wildcard stdlib/view/*)
OBJECTS := $(SOURCES:%.c=$(B)/%.o) $(B)/gen/lexer.o $(B)/gen/py.o $(B)/gen/embedded.o
GENERATED := $(B)/gen/lexer.c $(B)/gen/py.c $(B)/gen/py.h $(B)/gen/tokens.def $(B)/gen/errors_peg.inc
LIBRARY := $(filter-out $(B)/interp/main.o,$(OBJECTS))

all: $(B)/ouro
debug: ; $(MAKE) MODE=debug all
asan:  ; $(MAKE) MODE=asan all

$(B)/ouro: $(OBJECTS) $(B)/gen/embedded_code.o
	@echo LD $@
	@$(CC) $(ALL_LDFLAGS) -o $@ $^ $(OURO_LIBS)

# The modules of the library are compiled here, once: by all of ouro but its command line.
$(B)/gen/pack: tools/pack.c $(LIBRARY)
	@echo LD $@
	@$(CC) $(ALL_CFLAGS) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

$(B)/gen/embedded_code.bin: $(B)/gen/pack
	@echo PACK $@
	@PYTHONHASHSEED=0 ASAN_OPTIONS=detect_leaks=0 ./$(B)/gen/pack $@

$(B)/gen/embedded_code.o: interp/vm/embedded_code.S $(B)/gen/embedded_code.bin
	@$(CC) -DEMBEDDED_CODE='"$(B)/gen/embedded_code.bin"' -c -o $@ $<

$(patsubst %.c,$(B)/%.o,$(wildcard grammar/*.c)): | $(GENERATED)

$(B)/%.o: %.c
	@mkdir -p $(@D)
	@echo CC $<
	@$(CC) $(ALL_CFLAGS) $(OPTIMIZE) -MMD -MP -c -o $@ $<

$(B)/gen/%.o: $(B)/gen/%.c | $(GENERATED)
	@echo CC $<
	@$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(B)/gen/lexer.c: grammar/lexer.re | $(B)/gen/py.h
	re2c -W -i --no-generation-date -o $@ $<

$(B)/gen/py.c $(B)/gen/py.h &: grammar/py.y
	@mkdir -p $(@D)
	cp grammar/py.y $(B)/gen/py.y
	lemon -q -l -T$(shell test -f grammar/lempar.c && echo grammar || echo /usr/share/lemon)/lempar.c $(B)/gen/py.y

# TOKEN(NAME) for each token; and the grammar of mistakes as one string.
$(B)/gen/tokens.def: $(B)/gen/py.h
	sed -n 's/^#define TOKEN_\([A-Z_]*\) .*/TOKEN(\1)/p' $< >$@

$(B)/gen/errors_peg.inc: grammar/errors.peg
	@mkdir -p $(@D)
	sed '/^#/d; s/["\]/\\&/g; s/.*/"&\\n"/' $< >$@

$(B)/gen/embed: tools/embed.c
	@mkdir -p $(@D)
	$(CC) -std=gnu11 -O1 -Wall -Wextra -o $@ $<

$(B)/gen/embedded.c: $(B)/gen/embed $(MODULES) $(PAGES)
	$(B)/gen/embed $(MODULES) $(PAGES) >$@.tmp
	mv $@.tmp $@

# Loops over characters gain from being vectorised, which clang does without being told.
VECTORISE := $(if $(IS_CLANG),,-fvect-cost-model=dynamic)
$(patsubst %.c,$(B)/%.o,$(wildcard interp/object/codec*.c interp/object/text*.c interp/object/str*.c interp/object/byte*.c)): \
  OPTIMIZE := $(if $(filter release,$(MODE)),$(VECTORISE))

-include $(OBJECTS:.o=.d)

# --- running and testing ---

run: deps
	@$(MAKE) all
	./$(B)/ouro examples/tour.py
	@if [ -t 0 ] && [ -t 1 ]; then ./$(B)/ouro; fi

# Every test, in the three builds: each is made by a call of make of its own. And what clang makes of it.
test: deps-tests
	$(MAKE) MODE=release check
	$(MAKE) MODE=debug check
	$(MAKE) MODE=asan check
	$(MAKE) CC=clang all
	tests/support/run.sh build/clang/ouro

check: $(B)/ouro $(B)/unit
	ASAN_OPTIONS=detect_leaks=0 ./$(B)/unit --jobs $(shell nproc)
	tests/support/run.sh $(B)/ouro
	$(if $(filter debug,$(MODE)),OURO_JIT=20 tests/support/run.sh $(B)/ouro)
	$(if $(filter release,$(MODE)),tests/support/cli.sh $(B)/ouro && tests/support/examples.sh $(B)/ouro && tests/view/run.sh $(B)/ouro)

UNIT_SOURCES := $(shell find tests/unit -name '*.c' 2>/dev/null | sort)
UNIT_OBJECTS := $(UNIT_SOURCES:%.c=$(B)/%.o)

$(B)/unit: $(UNIT_OBJECTS) $(LIBRARY)
	@echo LD $@
	@$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS) -lcriterion

-include $(UNIT_OBJECTS:.o=.d)

# Programs and operations against other interpreters: N rounds, PEERS and VIA as bench/run.py says, ONLY=numbers/fft.
bench: all $(B)/measure
	./$(B)/ouro bench/run.py $(if $(N),-n $(N)) $(if $(ONLY),$(ONLY),-o bench/RESULTS.md)

$(B)/measure: tools/measure.c
	$(CC) -std=gnu11 -O1 -Wall -Wextra -o $@ $<

# Random programs, run by both: make differ PYTHON=python3.14 N=100000, from number FIRST on
PYTHON ?= python3
differ: all
	./$(B)/ouro tools/differ/differ ./$(B)/ouro "$(PYTHON)" first=$(or $(FIRST),0) count=$(or $(N),10000)

deps: ; @sh tools/deps.sh
deps-tests: ; @sh tools/deps.sh tests

FORMATTED := $(wildcard gc/*.[ch] grammar/*.[ch] interp/*.[ch] interp/*/*.[ch] stdlib/*.[ch] tools/*.c)
lint:
	sh tools/includes.sh
	@clang-format --dry-run --Werror $(FORMATTED)

format:
	@clang-format -i $(FORMATTED)

install: all
	install -D -m 755 $(B)/ouro $(DESTDIR)$(PREFIX)/bin/ouro

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/ouro

clean:
	rm -rf build

help:
	@echo 'make            build/ouro          make debug, make asan   build/debug/ouro, build/asan/ouro'
	@echo 'make run        the tour, then the prompt      make test   every test, in three builds'
	@echo 'make bench      against other interpreters: N=rounds ONLY=group PEERS= VIA=      make format, make lint'
	@echo 'make differ     PYTHON=python3.14 N=100000 FIRST=8000000: random programs, compared'
	@echo 'make install    PREFIX= DESTDIR=    make uninstall         make clean'

.PHONY: all debug asan run test check bench differ deps deps-tests lint format install uninstall clean help
