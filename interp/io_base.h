/* The base classes of all files, and what files of every kind need. */
#ifndef OURO_IO_BASE_H
#define OURO_IO_BASE_H

#include "interp/api.h"

/* What each file object begins with. */
typedef struct IoBase {
    Object base;
    Dict *dict;       /* attributes; NULL: none yet */
    Object *weaklist; /* weak references */
} IoBase;

Object *io_base_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames); /* zeroed, tracked; for `new` slots */
void io_base_dealloc(Object *o); /* the end of every dealloc: o is untracked if it has fields of its own */
int io_base_traverse(Object *o, Visit visit, void *arg);
void io_base_clear(Object *o);
void io_base_finalize(Object *o); /* calls close() */

int io_check_not_closed(Object *o); /* asks .closed: 0, -1 with ValueError */
int io_is_closed(Object *o);        /* 1, 0, -1 */
/* args[0] as a size: -1 when there is none or None; refuses what is no int. 0, -1 */
int io_size(Object **args, ptrdiff_t nargs, ptrdiff_t *n);
/* A buffer that may be written to; argument: "readinto() argument", for the message. 0, -1 */
int io_writable_buffer(const char *argument, Object *o, Buffer *b);
Object *io_call(Object *o, const char *method, Object *arg); /* o.method(arg), or o.method() if arg is NULL; new */
int io_require(Object *o, const char *method,
               const char *message);          /* o.method() is True, else UnsupportedOperation: 0, -1 */
int io_update_dict(IoBase *o, Object *state); /* __setstate__: state is a dict or None. 0, -1 */
Object *io_state_dict(const IoBase *o);       /* __getstate__: new: a copy of the dict, or None */
Object *io_refuse_getstate(Object *o, Object **args, ptrdiff_t nargs); /* __getstate__ of a file of the system */
int io_base_close(Object *o);                                          /* close() of _IOBase: 0, -1 */
/* io.UnsupportedOperation(message). Always NULL. */
void *io_unsupported(const char *message);
Object *io_unsupported_type(void); /* borrowed */
void io_base_shutdown(void);

#endif
