/* What the files of TextIOWrapper share: text_io.c (the type), text_read.c, text_write.c, text_position.c.
 *
 * Reading decodes a chunk of bytes at a time:
 *
 *      text:      [taken by the program | at .. length: not taken yet]
 *      snapshot:  the decoder's state before the chunk, and the bytes that went into it since: tell() decodes them
 * again to find the byte that belongs to `at`
 *
 * Line ends are translated when a chunk is decoded. Writing encodes at once, into `pending`, which goes to the binary
 * file when it has a chunk's size. */
#ifndef OURO_TEXT_IMPL_H
#define OURO_TEXT_IMPL_H

#include "interp/buffered_io.h"
#include "interp/text_codec.h"
#include "interp/text_io.h"

typedef struct TextFile {
    IoBase io;
    Object *buffer;            /* owned: the binary file; NULL: __init__ did not succeed, or detached */
    Object *encoding, *errors; /* owned strs */
    Newline newline;
    bool ready, detached, line_buffering, write_through, finalizing;
    bool readable, writable, seekable; /* what the binary file said */
    bool telling;                      /* false while an iteration goes on */
    bool has_read1;
    ptrdiff_t chunk_size;

    TextDecoder decoder; /* if readable */
    Object *text;        /* owned: decoded, or NULL */
    ptrdiff_t at;        /* first character not taken */
    Object *snapshot;    /* owned bytes, or NULL: no chunk was read since the last move */
    int64_t snapshot_flags;
    double bytes_per_char; /* of the last chunk */

    TextEncoder encoder; /* if writable */
    ByteWriter pending;  /* encoded, not given to the binary file yet */
} TextFile;

static inline TextFile *self_text(Object *o) {
    return (TextFile *)o;
}

/* The buffer, when it is one of our own without a subclass: its fields may be used directly. */
static inline Buffered *text_direct(const TextFile *t) {
    return t->buffer && buffered_check_exact(t->buffer) ? (Buffered *)t->buffer : NULL;
}

int text_check_attached(TextFile *t); /* 0, -1 */
int text_check_open(TextFile *t);     /* 0, -1 */
int text_call_flush(Object *o);       /* o.flush(): 0, -1 */
/* A method of the binary file, which stays alive meanwhile; ValueError when there is none any more. */
Object *text_ask(TextFile *t, Str *method, Object **args, ptrdiff_t nargs);
Object *text_ask_c(TextFile *t, const char *method);

void text_drop_decoded(TextFile *t);                 /* what was decoded and not taken is gone */
Object *text_read(TextFile *t, ptrdiff_t n);         /* n < 0: all. The file is open */
Object *text_readline(TextFile *t, ptrdiff_t limit); /* limit < 0: none. The file is open */
int text_write(TextFile *t, Object *text);           /* the file is open */
int text_write_pending(TextFile *t);                 /* gives it to the binary file: 0, -1 */
Object *text_tell(Object *o, Object **args, ptrdiff_t nargs);
Object *text_seek(Object *o, Object **args, ptrdiff_t nargs);

#endif
