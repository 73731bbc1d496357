/* What generators, coroutines and async generators share (generator.c), for the files of the other two kinds. */
#ifndef OURO_GENERATOR_H
#define OURO_GENERATOR_H

#include "interp/object/exception.h"
#include "interp/vm/vm.h"

#define GENERATOR_NAME     ((void *)offsetof(Generator, name))
#define GENERATOR_QUALNAME ((void *)offsetof(Generator, qualname))

const char *generator_kind(const Generator *g);                /* "generator", "coroutine", "async generator" */
Object *generator_delegate(const Generator *g);                /* borrowed: what it awaits or yields from, or NULL */
bool generator_is_started(const Generator *g);                 /* is it suspended in a yield? */
void generator_release(Generator *g);                          /* ends it without running it */
Object *generator_stop(Object *value);                         /* raises StopIteration(value); steals; always NULL */
Object *generator_thrown(Object **args, ptrdiff_t nargs);      /* new: the exception that throw(*args) means */
int generator_warn_throw(const char *method, ptrdiff_t nargs); /* of the signature with three arguments: 0, -1 */

/* Members of all three types. */
void generator_dealloc(Object *o);
int generator_traverse(Object *o, Visit visit, void *arg);
void generator_clear(Object *o);
void generator_finalize(Object *o);
Object *generator_repr(Object *o);
Object *generator_send_method(Object *o, Object **args, ptrdiff_t nargs);
Object *generator_throw_method(Object *o, Object **args, ptrdiff_t nargs);
Object *generator_close_method(Object *o, Object **args, ptrdiff_t nargs);
Object *generator_get_frame(Object *o, void *unused);
Object *generator_get_running(Object *o, void *unused);
Object *generator_get_suspended(Object *o, void *unused);
Object *generator_get_code(Object *o, void *unused);
Object *generator_get_delegate(Object *o, void *unused);
Object *generator_get_name(Object *o, void *offset);
int generator_set_name(Object *o, Object *value, void *offset);

#endif
