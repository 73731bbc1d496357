/* Line ends: which ones a text file knows, where a line ends, and their translation to \n. */
#ifndef OURO_NEWLINE_H
#define OURO_NEWLINE_H

#include "interp/api.h"
#include "interp/object/text.h"

/* The argument newline of open(), io.StringIO, ...: None '' \n \r \r\n */
typedef enum Newline {
    NEWLINE_UNIVERSAL, /* all three end a line, and the program sees \n */
    NEWLINE_KEEP,      /* all three end a line, and the program sees them */
    NEWLINE_LF,
    NEWLINE_CR,
    NEWLINE_CRLF
} Newline;

/* The translation of a text that comes in pieces. */
typedef struct NewlineState {
    bool translate;  /* else it only looks for them */
    bool pending_cr; /* the last piece ended in a \r that may be half of \r\n: it is handed out with the next piece */
    uint8_t seen;    /* NEWLINE_SEEN_... */
} NewlineState;

enum { NEWLINE_SEEN_CR = 1, NEWLINE_SEEN_LF = 2, NEWLINE_SEEN_CRLF = 4 };

int newline_parse(Object *o, Newline *newline); /* NULL is None: 0; 1: there is no such newline; -1: no str */
Object *newline_name(Newline newline);          /* new: None or the str */

/* The index behind the end of the line that begins at `from`. -1: no line end is there. A \r as the very last
 * character may be half of \r\n: it counts as none where both end lines. */
ptrdiff_t newline_find(Newline newline, Text t, ptrdiff_t from);

/* The next piece of text as the program is to see it; final: nothing follows. Borrows text. New */
Object *newline_translate(NewlineState *s, Object *text, bool final);
Object *newline_seen(unsigned seen); /* new: what .newlines shows */

/* For a program's text that goes into the file: \n becomes \r or \r\n. Borrows text. New */
Object *newline_write(Newline newline, Object *text);

#endif
