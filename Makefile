# Ouro: `make run` and `make test` are all that a newcomer needs; `make help` lists the rest.
#
# MODE   release (default), debug (asserts, heap checks) or asan (AddressSanitizer and UBSan)
# HEAP   pool (default) or system: every object from malloc, so that the sanitizer sees each one; asan implies it
# Each combination builds in a folder of its own: build/ (release), build/debug, build/asan.

MODE   ?= release
HEAP   ?= $(if $(filter asan,$(MODE)),system,pool)
PREFIX ?= /usr/local
CC     ?= gcc
B      := build$(if $(filter-out release,$(MODE)),/$(MODE))$(if $(filter release-system debug-system,$(MODE)-$(HEAP)),-system)

WARN   := -Wall -Wextra -Wno-unused-parameter -Wno-missing-field-initializers
CFLAGS_release := -O2 -fno-plt -DNDEBUG
CFLAGS_debug   := -O1 -g -DOURO_DEBUG
CFLAGS_asan    := -O1 -g -DOURO_DEBUG -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
CFLAGS ?= $(CFLAGS_$(MODE))
ALL_CFLAGS := -std=gnu11 $(WARN) -fno-strict-aliasing -fno-pie -fwrapv -I. -I$(B)/gen $(CFLAGS) $(if $(filter system,$(HEAP)),-DHEAP_SYSTEM)
LDFLAGS_asan   := -fsanitize=address,undefined
ALL_LDFLAGS := -no-pie $(LDFLAGS_$(MODE)) $(LDFLAGS)
# Static where Debian has the archive: the binary starts faster and travels alone.
LIBS := -Wl,-Bstatic -lgmp -lpcre2-8 -lutf8proc -lz -lcrypto -Wl,-Bdynamic -lm -ldl -lpthread

SOURCES := $(wildcard gc/*.c grammar/*.c interp/*.c interp/*/*.c stdlib/*.c)
MODULES := $(shell find stdlib -name '*.py' 2>/dev/null | sort)
OBJECTS := $(SOURCES:%.c=$(B)/%.o) $(B)/gen/lexer.o $(B)/gen/py.o $(B)/gen/embedded.o
GENERATED := $(B)/gen/lexer.c $(B)/gen/py.c $(B)/gen/py.h
LIBRARY := $(filter-out $(B)/interp/main.o,$(OBJECTS))

all: $(B)/ouro
debug: ; $(MAKE) MODE=debug all
asan:  ; $(MAKE) MODE=asan all

$(B)/ouro: $(OBJECTS)
	$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS)

$(patsubst %.c,$(B)/%.o,$(wildcard grammar/*.c)): | $(GENERATED)

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(B)/gen/%.o: $(B)/gen/%.c | $(GENERATED)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(B)/gen/lexer.c: grammar/lexer.re | $(B)/gen/py.h
	re2c -W -i --no-generation-date -o $@ $<

$(B)/gen/py.c $(B)/gen/py.h &: grammar/py.y
	@mkdir -p $(@D)
	cp grammar/py.y $(B)/gen/py.y
	lemon -q -l -T$(shell test -f grammar/lempar.c && echo grammar || echo /usr/share/lemon)/lempar.c $(B)/gen/py.y

$(B)/gen/embed: tools/embed.c
	@mkdir -p $(@D)
	$(CC) -std=gnu11 -O1 -Wall -Wextra -o $@ $<

$(B)/gen/embedded.c: $(B)/gen/embed $(MODULES)
	$(B)/gen/embed $(MODULES) >$@.tmp
	mv $@.tmp $@

-include $(OBJECTS:.o=.d)

clean:
	rm -rf build

.PHONY: all debug asan clean
