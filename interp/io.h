/* Files: the parts of io that the interpreter itself needs. The types are in file_io.c, text_io.c, ... */
#ifndef OURO_IO_H
#define OURO_IO_H

#include "interp/api.h"

/* To any object with write() and flush(); directly when it is one of our own text files. 0, -1 */
int io_write(Object *file, Object *text);
int io_write_char(Object *file, char ascii);
int io_flush(Object *file);

extern const Method io_open_method; /* open() */
int io_start(Dict *sys);            /* sys.stdin, stdout, stderr and the dunder ones. 0, -1 */
int io_stop(void);                  /* flushes stdout and stderr: 0, -1 */

#endif
