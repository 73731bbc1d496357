/* Binary files: the part of io that talks to the system. */
#ifndef OURO_FILE_IO_H
#define OURO_FILE_IO_H

#include "interp/io_base.h"

enum { FILE_BUFFER_SIZE = 128 * 1024 };

/* One struct for FileIO, BufferedReader, BufferedWriter and BufferedRandom.
 *
 *      buffer:  [consumed | start .. end: read ahead, not delivered | free]     reading
 *               [0 .. end: written, not yet in the file | free]                 dirty
 *
 * The position that the program sees is the system's, less what was read ahead, plus what is dirty. */
typedef struct BinaryFile {
    Object base;
    Dict *dict;
    Object *weaklist;
    Object *name;     /* what open() was given */
    Object *raw_view; /* the FileIO that .raw shows, once asked for; shares fd, does not close it */
    int fd;           /* -1: closed */
    bool readable, writable, appending, created, closefd, buffered, dirty;
    uint8_t *buffer;
    ptrdiff_t capacity, start, end;
} BinaryFile;

/* A path given as str, bytes or an object with __fspath__, as a str: new. */
Object *file_path(Object *path);
/* mode: r, w, a or x, with + as flags say. New; the file is not closed when closefd is false. */
BinaryFile *file_open(Object *name, const char *mode, bool buffered, ptrdiff_t buffer_size, bool closefd,
                      Object *opener);
bool file_check(const Object *o);
int file_check_open(BinaryFile *f);    /* 0, -1 with ValueError */
int file_need_readable(BinaryFile *f); /* 0, -1 with UnsupportedOperation */
int file_need_writable(BinaryFile *f);
/* Reads ahead when nothing is: bytes there now, 0 at the end, -1. They are at buffer + start. */
ptrdiff_t file_fill(BinaryFile *f, ptrdiff_t at_least);
int file_write(BinaryFile *f, const void *data, ptrdiff_t n);
extern void (*file_written)(int fd, const void *data, size_t n); /* told of what goes to descriptors 1 and 2, or NULL */
int file_flush(BinaryFile *f);
int64_t file_seek(BinaryFile *f, int64_t offset, int whence); /* the new position, -1 */
int64_t file_tell(BinaryFile *f);
int file_close(BinaryFile *f);

extern Type *file_types[]; /* all types of binary files, NULL at the end */

#endif
