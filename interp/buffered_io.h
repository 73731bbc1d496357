/* Buffers for binary files: what BufferedReader, BufferedWriter and BufferedRandom share. The types are in
 * buffered_types.c.
 *
 *      buffer:  [consumed | start .. end: read ahead, not delivered | free]     reading
 *               [0 .. end: written, not yet in the raw file | free]            dirty
 *
 * The position that the program sees is the raw file's, less what was read ahead, plus what is dirty. Both at once
 * cannot be: who turns from one to the other brings the raw file to that position first.
 *
 * The raw file may be a class written in Python, whose methods may call anything. While one runs the buffer is busy and
 * refuses whatever else is asked of it, so nothing here moves under its owner's feet. A FileIO is called directly. */
#ifndef OURO_BUFFERED_IO_H
#define OURO_BUFFERED_IO_H

#include "interp/file_io.h"

typedef struct Buffered {
    IoBase io;
    Object *raw; /* owned; NULL: __init__ did not succeed, or it was detached */
    bool detached, readable, writable, dirty, busy, finalizing;
    uint8_t *buffer; /* NULL until needed */
    ptrdiff_t capacity, start, end;
    int64_t raw_at; /* the raw file's position; -1: not known */
} Buffered;

bool buffered_check_exact(const Object *o); /* one of the three types, no subclass */

/* Over a FileIO that open() has just made. New. */
Object *buffered_open(Object *raw, ptrdiff_t capacity);

int buffered_check_attached(Buffered *b);                  /* there is a raw file: 0, -1 */
int buffered_check_idle(Buffered *b);                      /* and it is not busy: 0, -1 */
int buffered_is_closed(Buffered *b);                       /* 1, 0, -1 */
int buffered_check_open(Buffered *b, const char *message); /* idle; ValueError with message when closed. 0, -1 */

/* These expect that buffered_check_open said yes. FILE_BLOCKED as in file_io.h. */

/* One read of the raw file behind what is there, or 0 when the buffer is full: bytes read, 0 at the end, -1,
 * FILE_BLOCKED */
ptrdiff_t buffered_fill(Buffered *b);
ptrdiff_t buffered_raw_read(Buffered *b, uint8_t *to, ptrdiff_t n); /* past the buffer, which is empty; as above */
int buffered_begin_read(Buffered *b);                               /* writes what is dirty: 0, -1 */
int buffered_write(Buffered *b, const uint8_t *data, ptrdiff_t n);  /* 0, -1 */
int buffered_flush(Buffered *b);                                    /* writes what is dirty: 0, -1 */
int buffered_rewind(Buffered *b); /* flush, and the raw file goes back over what was read ahead: 0, -1 */
int64_t buffered_tell(Buffered *b);
int64_t buffered_seek(Buffered *b, int64_t target, int whence);

static inline ptrdiff_t buffered_ahead(const Buffered *b) {
    return b->dirty ? 0 : b->end - b->start;
}

#endif
