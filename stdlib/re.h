/* What the files of _re share: patterns, matches, and the matcher behind them. */
#ifndef OURO_RE_H
#define OURO_RE_H

#include <string.h>
#include "interp/api.h"

enum {
    RE_IGNORECASE = 2,
    RE_LOCALE = 4,
    RE_MULTILINE = 8,
    RE_DOTALL = 16,
    RE_UNICODE = 32,
    RE_VERBOSE = 64,
    RE_DEBUG = 128,
    RE_ASCII = 256
};

/* What is compared: the first match from a place on, a match at that place, or one that goes on to the end. */
typedef enum MatchMode { MATCH_SEARCH, MATCH_HERE, MATCH_WHOLE, MATCH_MODES } MatchMode;

/* Of what width and content the subject is. ASCII subjects have code of their own, which needs no properties. */
typedef enum SubjectKind { SUBJECT_ASCII, SUBJECT_8, SUBJECT_16, SUBJECT_32, SUBJECT_KINDS } SubjectKind;

typedef struct Pattern {
    Object base;
    Object *weaklist;
    Object *pattern;     /* str or bytes; or None, for the scanner of class Scanner */
    Object *translation; /* knows the pattern in the syntax of PCRE2 for each width */
    Object *groupindex;  /* dict: name -> number */
    Object *names;       /* tuple: number -> name or None */
    Object *template;    /* the last one that matches were replaced by, and what it consists of; or NULL both */
    Object *pieces;
    int64_t flags;
    uint32_t groups;
    bool is_text;
    bool captures_in_loop; /* a group may end before one that stands to its left */
    bool wide;             /* too long for narrow code: every subject is widened to 32 bits */
    uint32_t work;         /* how much it was used so far, in characters: at some point machine code pays */
    uint32_t *close_order; /* the groups as their parentheses close */
    void *codes[SUBJECT_KINDS][MATCH_MODES];
    bool is_machine_code[SUBJECT_KINDS][MATCH_MODES];
    void *results[SUBJECT_KINDS]; /* pcre2_match_data */
} Pattern;

/* A str or bytes-like object to be searched. */
typedef struct Subject {
    Object *object; /* borrowed */
    const void *data;
    ptrdiff_t length;
    SubjectKind kind;
    Buffer buffer;  /* owner NULL: it is a str */
    uint32_t *copy; /* owned: the characters, widened; or NULL */
} Subject;

/* groups + 1 pairs (start, end); -1 for a group that did not take part. */
typedef struct Match {
    Object base;
    Object *string;
    Pattern *pattern;
    ptrdiff_t pos, endpos;
    ptrdiff_t spans[];
} Match;

typedef struct Scanner {
    Object base;
    Pattern *pattern;
    Subject subject; /* its object is owned */
    ptrdiff_t pos, endpos, next;
    bool after_empty; /* the last match was empty: the next must not be, at the same place */
    bool done;
} Scanner;

extern Type re_pattern, re_match, re_scanner, re_iterator;

/* _re_engine.c */
int subject_open(Subject *s, Pattern *p, Object *string); /* 0, -1 */
void subject_close(Subject *s);
/* 1: found, 0: not, -1. not_empty: an empty match at `start` does not count. */
int engine_match(Pattern *p, const Subject *s, ptrdiff_t start, ptrdiff_t end, MatchMode mode, bool not_empty,
                 ptrdiff_t *spans);
void engine_free(Pattern *p);
void engine_shutdown(void);

/* _re_match.c */
Object *match_new(Pattern *p, const Subject *s, ptrdiff_t pos, ptrdiff_t endpos, const ptrdiff_t *spans);
Object *subject_slice(Object *string, ptrdiff_t start, ptrdiff_t end); /* new str or bytes */
Object *match_expand(Match *m, Object *template);

/* _re_scan.c */
Object *pattern_scanner(Object *o, Object **args, ptrdiff_t nargs);
Object *pattern_finditer(Object *o, Object **args, ptrdiff_t nargs);
/* The bounds pos and endpos of a call, from args[1] and args[2], clamped to the subject. 0, -1 */
int scan_bounds(const Subject *s, Object **args, ptrdiff_t nargs, ptrdiff_t *pos, ptrdiff_t *endpos);

/* _re_replace.c */
Object *pattern_sub(Object *o, Object **args, ptrdiff_t nargs);
Object *pattern_subn(Object *o, Object **args, ptrdiff_t nargs);
/* The list of pieces that re._parse_template makes of a template; new. */
Object *template_pieces(Pattern *p, Object *template);

/* Room for the spans of a match: from the stack, or from the heap where a pattern has many groups. */
enum { SPANS_INLINE = 64 };
typedef struct Spans {
    ptrdiff_t *at;
    ptrdiff_t room[SPANS_INLINE];
} Spans;
int spans_open(Spans *s, const Pattern *p); /* 0, -1 */
void spans_close(Spans *s);

#endif
