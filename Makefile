# berita: Indonesian news analysis inside PostgreSQL.
#
#   make demo    show what it does, on a throw-away server of its own
#   make test    prove it, on throw-away servers of its own
#   make && sudo make install && make installcheck    as any PGXS extension
#
# One source of version: berita.control.

EXTENSION  = berita
RELEASE   := $(shell sed -n "s/^default_version *= *'\(.*\)'/\1/p" berita.control)

# Goals that set up what they need themselves; they run before any server
# package is installed, so they must not ask pg_config.
STANDALONE = demo demo-stop test bench gold fuzz core-check

ifneq ($(filter $(STANDALONE),$(MAKECMDGOALS)),)

.PHONY: $(STANDALONE)
demo:
	@test/demo/run "$(ARTICLES)" "$(KEEP)"
demo-stop:
	@test/demo/stop
test:
	@test/run
bench:
	@test/bench/run
gold:
	@test/gold/run
fuzz:
	@test/fuzz/run
core-check:
	@test/unit/run

else

MODULE_big = berita
OBJS       = $(patsubst %.c,%.o,$(sort $(wildcard src/core/*.c src/pg/*.c)))
SCRIPT     = src/sql/berita--$(RELEASE).sql
DATA_built = $(SCRIPT)
DATA       = $(sort $(wildcard src/sql/upgrade/*.sql))
REGRESS    = $(patsubst sql/%.sql,%,$(sort $(wildcard sql/*.sql)))
TABLES     = $(patsubst src/data/%.tsv,src/core/%_table.h,$(sort $(wildcard src/data/*.tsv)))
COMMON     = src/core/common_table.h
KNOWN      = src/core/known_table.h
EXTRA_CLEAN = $(TABLES) $(COMMON) $(KNOWN) src/tools/common.tmp src/tools/common.o src/tools/common.d $(OBJS:.o=.d) src/sql/berita--*.sql

PG_CPPFLAGS = -Isrc -DBERITA_VERSION='"$(RELEASE)"' -MMD -MP
PG_CFLAGS   = -Wno-declaration-after-statement
SHLIB_LINK += -Wl,--version-script=src/pg/berita.map
override with_llvm = no

PG_CONFIG ?= pg_config
PGXS := $(shell $(PG_CONFIG) --pgxs)
include $(PGXS)

# Debian's PGXS tracks no headers: the compiler writes what each object needs.
-include $(OBJS:.o=.d)

$(OBJS): | $(TABLES) $(KNOWN)
$(OBJS): berita.control

src/core/%_table.h: src/data/%.tsv src/tools/table.pl src/tools/tsv.pm
	perl src/tools/table.pl $< > $@.tmp && mv $@.tmp $@

# What core/reading looks up, in one table.
$(KNOWN): $(addprefix src/data/,reporting.tsv wordlist.tsv mention.tsv name.tsv root.tsv) src/tools/join.pl src/tools/tsv.pm
	perl src/tools/join.pl > $@.tmp && mv $@.tmp $@

# The table of common forms is made by the stemmer itself.
STEMMER = $(addprefix src/core/,stem_rule.o analyse.o lexicon.o key.o)
src/tools/common.o: | $(TABLES)
-include src/tools/common.d
$(COMMON): src/data/common.txt src/tools/common.o $(STEMMER)
	$(CC) $(CFLAGS) $(LDFLAGS) -o src/tools/common.tmp src/tools/common.o $(STEMMER)
	src/tools/common.tmp < $< > $@.tmp && mv $@.tmp $@
src/core/common.o: $(COMMON)

$(SCRIPT): $(sort $(wildcard src/sql/[0-9]*.sql))
	cat $^ > $@.tmp && mv $@.tmp $@

berita.so: src/pg/berita.map

endif
