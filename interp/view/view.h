/* ouro view: a program run once, on a page.
 *
 *      ouro view [-o OUT.html] [--json] [--steps=N] SCRIPT [ARGS]
 *
 * The script runs as it always does. At each line of it that begins (interp/vm/line.h) the recorder notes what is
 * different from the line before, as JSON; at the end this is put into a page that needs nothing else to be looked at.
 *
 *      things.c    the program's objects: who they are, what they hold, when they were born and died
 *      heap_map.c  arenas, pools, blocks, free lists, and the ledger of all bytes
 *      steps.c     line events and the tracer; a step's text is made here, from the two above
 *      simulate.c  what the allocator answers to a request of each size, asked at the end
 *      page.c      the files that are written
 *      stdlib/view/  the page itself: page.html, page.css, page.js
 *
 * To observe without disturbing: the recorder has its memory from the system, so it moves no block of the heap that it
 * shows. Births and deaths come from a tracer (gc/trace.h), under which the free lists go on working
 * (gc/alloc.h): the map is that of a run without a recorder. No reference is taken: every count on the page is the
 * program's own.
 *
 * Two runs give the same bytes. Addresses are written as (arena, pool, block), the hash seed is 0, no time and no id()
 * is recorded, and the process is started again without random addresses, because sets are ordered by them.
 *
 * Nothing of this is there when a program runs without `view`: no code is watched, no listener set.
 */
#ifndef OURO_VIEW_H
#define OURO_VIEW_H

#include "interp/api.h"

enum {
    VIEW_STEPS = 2000,      /* recorded at most, if --steps=N does not say otherwise */
    VIEW_THINGS = 300,      /* objects drawn at the same time */
    VIEW_BYTES = 12 << 20,  /* of the recording: then it stops */
    VIEW_FRAMES = 24,       /* shown of a deep stack: the innermost and the module */
    VIEW_ITEMS = 24,        /* shown of a container */
    VIEW_TEXT = 60,         /* characters shown of a str */
    VIEW_OUTPUT = 64 << 10, /* bytes shown of what the program prints */
};

typedef struct ViewOptions {
    const char *out;  /* NULL: SCRIPT.html in the working folder */
    bool json;        /* OUT.json as well */
    unsigned steps;   /* 0: VIEW_STEPS */
    const char *file; /* the script, as it was given */
    const char *path; /* and what its tracebacks call it */
    int argc;
    char **argv; /* the script's own */
} ViewOptions;

void view_prepare(char **argv); /* before anything else: fixes the seed and the addresses; may start again */
int view_start(const ViewOptions *options, Code *code, Dict *globals); /* 0, -1 with MemoryError */
/* The program is over; the exception that ended it is pending, or none is. Writes the files: 0, -1. */
int view_finish(const char *source, size_t n);

#endif
