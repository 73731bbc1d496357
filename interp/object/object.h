/* What can be done with any object: the operations of the language as C functions.
 *
 * Unless a line says otherwise: arguments are borrowed, results are new references, NULL / -1 means that an
 * exception is pending. Any of these may run user code, unless it is marked (no user code).
 */
#ifndef OURO_OBJECT_H
#define OURO_OBJECT_H

#include "interp/object/raise.h"
#include "interp/object/type.h"

extern Object none_object, ellipsis_object, not_implemented_object;
#define NONE            ((Object *)&none_object)
#define NOT_IMPLEMENTED ((Object *)&not_implemented_object)
#define ELLIPSIS        ((Object *)&ellipsis_object)

/* attributes: attribute.c */
Object *object_getattr(Object *o, Str *name);
Object *object_getattr_opt(Object *o, Str *name); /* NULL without exception when there is no such attribute */
Object *object_getattr_c(Object *o, const char *name);
int object_setattr(Object *o, Str *name, Object *value);  /* value NULL: delete */
Object *object_generic_getattr(Object *o, Str *name);     /* object.__getattribute__ */
Object *object_generic_getattr_opt(Object *o, Str *name); /* NULL without exception when there is no such attribute */
int object_generic_setattr(Object *o, Str *name, Object *value);
Object *attribute_get_dict(Object *o, void *arg); /* for the GetSet row __dict__ of types with dict_offset */
int attribute_set_dict(Object *o, Object *value, void *arg);
/* A special method, looked up on the type only, bound to o. NULL without an exception when there is none. */
Object *object_lookup_special(Object *o, Str *name);
/* For a call o.name(...): what to call, and what to put in front of the arguments (NULL: nothing), so that no bound
 * method need be made. Both new. 0, -1 */
int object_get_method(Object *o, Str *name, Object **method, Object **self);
void raise_attribute_context(Object *o, Str *name); /* the pending AttributeError, if it is one, gets .obj and .name */
Dict *
object_dict(Object *o); /* borrowed; the instance dict, made if need be; NULL without exception: it cannot have one */
Object *object_dir(Object *o);

/* inspection */
Object *object_repr(Object *o); /* always a str */
Object *object_str(Object *o);  /* always a str */
Object *object_ascii(Object *o);
Object *object_format(Object *o, Object *spec); /* spec NULL: "" */
intptr_t object_hash(Object *o);                /* -1: exception */
int object_truth(Object *o);                    /* 1, 0, -1 */
bool object_callable(Object *o);                /* (no user code) */
int object_isinstance(Object *o, Object *cls);
int object_issubclass(Object *c, Object *cls);
int object_real_isinstance(Object *o, Object *cls); /* without __instancecheck__: type.__instancecheck__ itself */
int object_real_issubclass(Object *c, Object *cls);

/* comparison: compare.c */
Object *object_compare(Object *a, Object *b, enum CompareOp op);
Object *object_compare_declined(Object *a, Object *b, enum CompareOp op); /* a's type, asked, has declined */
int object_compare_bool(Object *a, Object *b, enum CompareOp op);         /* 1, 0, -1 */
int object_equal(Object *a, Object *b); /* identity first, then ==, as containers do: 1, 0, -1 */

/* numbers: number.c */
Object *number_binary(Object *a, Object *b, enum BinaryOp op);
Object *number_inplace(Object *a, Object *b, enum BinaryOp op);
/* Where a's type has been asked for a + b, and has declined; asked_inplace: only for a += b so far. */
Object *number_binary_declined(Object *a, Object *b, enum BinaryOp op);
Object *number_inplace_declined(Object *a, Object *b, enum BinaryOp op, bool asked_inplace);
Object *number_unary(Object *a, enum UnaryOp op);
Object *number_power(Object *base, Object *exponent, Object *modulus); /* modulus may be NULL or None */
Object *number_index(Object *o);                                       /* an exact int, through __index__ */
Object *number_int(Object *o);                                         /* int(o) */
Object *number_float(Object *o);                                       /* float(o) for anything but str */
/* As a C index, through __index__. Out of range: raises `overflow` (OverflowError has the text for arguments, any other
 * type that for indices), or clamps when it is NULL. -1 may be a value: check raise_pending(). */
ptrdiff_t number_as_index(Object *o, Type *overflow);
ptrdiff_t number_as_count(Object *o); /* a length or number of repetitions: OverflowError with the text for indices */
const char *number_symbol(enum BinaryOp op); /* "+" */

/* containers: container.c */
ptrdiff_t object_length(Object *o);
ptrdiff_t object_length_hint(Object *o, ptrdiff_t otherwise); /* -1: exception */
Object *object_getitem(Object *o, Object *key);
int object_setitem(Object *o, Object *key, Object *value); /* value NULL: delete */
int object_contains(Object *o, Object *item);
Object *object_iter(Object *o);
/* NULL without exception: exhausted (StopIteration is swallowed). */
Object *object_next_none(Object *iterator); /* what object_next does when next gave nothing, or there is none */
static inline Object *object_next(Object *iterator) {
    Object *(*next)(Object *) = iterator->type->next, *item = likely(next != NULL) ? next(iterator) : NULL;
    return likely(item != NULL) ? item : object_next_none(iterator);
}
/* The same, but a StopIteration may be pending: for callers that tell it from other exceptions themselves. */
static inline Object *object_next_or_stop(Object *iterator) {
    Object *(*next)(Object *) = iterator->type->next;
    return likely(next != NULL) ? next(iterator) : object_next_none(iterator);
}
bool object_is_iterator(Object *o);
Object *sequence_list(Object *iterable);  /* a new list */
Object *sequence_tuple(Object *iterable); /* a tuple: itself when it is one exactly */
/* An exact list or tuple itself, else a new list; message of the TypeError when not iterable (NULL: the default) */
Object *sequence_fast(Object *iterable, const char *message);
Object *const *sequence_items(Object *list_or_tuple); /* borrowed; valid until the list changes */
ptrdiff_t sequence_size(Object *list_or_tuple);

/* calls: call.c. args are borrowed */
Object *object_call(Object *f, Object **args, ptrdiff_t nargs, Tuple *kwnames);
Object *object_call0(Object *f);
Object *object_call1(Object *f, Object *a);
Object *object_call2(Object *f, Object *a, Object *b);
/* f(self, *args): the arguments need not have room for one in front. */
Object *object_call_with_self(Object *f, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames);
Object *object_call_method(Object *o, Str *name, Object **args, ptrdiff_t nargs);
Object *object_call_dict(Object *f, Object *args_tuple, Object *kwargs_dict); /* kwargs may be NULL */
/* The keys of kwargs as a new tuple; `values` gets new references to its values. A key that is no str leaves those
 * before it in `values`, for the caller to release. NULL on failure. */
Tuple *object_spread_keywords(Object *kwargs, Object **values);

/* For bodies of METH_KEYWORDS functions and `new`/`init` slots: binds the arguments of a call to named parameters.
 *      static const char *const names[] = {"sep", "end", NULL};
 *      Object *out[2];
 *      if (args_bind("split", names, 0, 2, args, nargs, kwnames, out) < 0) return NULL;
 * names: every parameter in order; an empty name "" is positional-only; `required` of them must be given; at most
 * max_positional may be positional. out gets borrowed references, NULL where not given. 0 or -1 with TypeError. */
int args_bind(const char *function, const char *const *names, int required, int max_positional, Object **args,
              ptrdiff_t nargs, Tuple *kwnames, Object **out);
int args_no_keywords(const char *function, Tuple *kwnames); /* 0, or -1: "f() takes no keyword arguments" */
int args_count(const char *function, ptrdiff_t nargs, ptrdiff_t min, ptrdiff_t max); /* 0, or -1 with TypeError */

/* Is this object in the middle of being repr'd already? For [...] in recursive containers. */
int repr_enter(Object *o); /* 1: yes, write the ellipsis; 0: no, now entered; -1 */
void repr_leave(Object *o);

static inline Object *new_none(void) {
    return newref(NONE);
}

#endif
