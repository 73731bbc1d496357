/* FileIO: a file of the system, without a buffer. */
#ifndef OURO_FILE_IO_H
#define OURO_FILE_IO_H

#include "interp/io_base.h"

enum { FILE_BUFFER_SIZE = 128 * 1024 };

typedef struct FileIo {
    IoBase io;
    int fd; /* -1: closed */
    bool readable, writable, appending, created, closefd, finalizing;
    int8_t seekable; /* -1: not known yet */
    int block_size;
} FileIo;

static inline bool file_check_exact(const Object *o) {
    return o->type == &file_io_type;
}

/* A path given as str, bytes or an object with __fspath__, as a str: new. */
Object *file_path(Object *path);
/* file: a path or a descriptor; mode as in "rb+"; opener may be NULL. New. */
Object *file_open(Object *file, const char *mode, bool closefd, Object *opener);

/* System calls; a signal that interrupts one is handled, and it goes on unless the handler raised. Bytes done, which
 * may be fewer than n (0 read: the end), -1 with an exception, or FILE_BLOCKED: nothing can be done now. */
enum { FILE_BLOCKED = -2 };
ptrdiff_t file_read(FileIo *f, void *to, ptrdiff_t n);
ptrdiff_t file_write(FileIo *f, const void *data, ptrdiff_t n);
int64_t file_seek(FileIo *f, int64_t offset, int whence); /* the new position, -1 */

extern void (*file_written)(int fd, const void *data, size_t n); /* told of what goes to descriptors 1 and 2, or NULL */
/* The program writes: whoever watches is told, though it may stay in a buffer for a while. */
static inline void file_tell_written(const FileIo *f, const void *data, ptrdiff_t n) {
    if (unlikely(file_written != NULL) && (f->fd == 1 || f->fd == 2)) file_written(f->fd, data, (size_t)n);
}

#endif
