/* Things that are called: functions, native functions, bound methods, and the cells that closures share. */
#ifndef OURO_FUNCTION_H
#define OURO_FUNCTION_H

#include "interp/object/code.h"
#include "interp/object/dict.h"
#include "interp/object/list.h"
#include "interp/object/str.h"

typedef struct Function {
    Object base;
    Code *code;
    Dict *globals, *builtins;
    Tuple *closure;   /* of Cell; NULL: none */
    Tuple *defaults;  /* NULL: none */
    Dict *kwdefaults; /* NULL: none */
    Str *name, *qualname;
    Object *doc, *module;
    Object *annotate, *annotations, *type_params; /* NULL: none yet */
    Dict *dict;
    Object *weaklist;
    uint32_t version; /* changes when code or defaults are set; for inline caches; never 0 */
} Function;

typedef struct Cell {
    Object base;
    Object *value; /* NULL: empty */
} Cell;

typedef struct BoundMethod {
    Object base;
    Object *function, *self;
    Object *weaklist;
} BoundMethod;

/* A row of a method table as an object: builtin_function_or_method (native_type; self is the module or the instance)
 * or method_descriptor (method_descriptor_type; owner is the class). */
typedef struct Native {
    Object base;
    const Method *method;
    Object *self;   /* native_type: owned, may be NULL */
    Type *owner;    /* descriptors: the class; owned if a heap type */
    Object *module; /* name, str or NULL */
    Object *weaklist;
} Native;

Object *function_new(Code *code, Dict *globals); /* borrows */
Object *function_builtins(const Function *f);    /* borrowed: whatever its __builtins__ are */
Object *bound_method_new(Object *function, Object *self);
Object *bound_reduce(Object *self, const char *name); /* (getattr, (self, name)): for __reduce__ of anything bound */
Object *native_new(const Method *m, Object *self, Object *module_name); /* borrows */
Object *cell_new(Object *value);                                        /* borrows; NULL: empty */

/* Calls a native function or method descriptor's C function, after checking arity and matching keywords. For
 * method_descriptor, self was taken off the arguments already. */
Object *native_invoke(Native *n, Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames);
/* Is this, without a search, an object that the descriptor's function is made for: of its class, or of a class that
 * extends it directly? Others may be, too. */
static inline bool native_takes_self(const Native *descriptor, const Object *self) {
    return self->type == descriptor->owner || self->type->base == descriptor->owner;
}
static inline Object *native_call_positional(Native *n, Object *self, Object **args, ptrdiff_t nargs) {
    const Method *m = n->method;
    if (likely(nargs >= m->min && (size_t)nargs <= (size_t)m->max && !(m->flags & METH_KEYWORDS)))
        return m->fn(self, args, nargs);
    return native_invoke(n, self, args, nargs, NULL);
}
void native_signatures_shutdown(void); /* forgets how methods are called by keyword */
/* The two parts of a row's doc text, new: None where absent. `self` is how the signature starts:
 * "$self", "$module", or NULL. */
Object *method_doc(const char *doc);
Object *method_text_signature(const char *doc, const char *self);

#endif
