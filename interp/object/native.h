/* What native.c and native_signature.c share. */
#ifndef OURO_NATIVE_H
#define OURO_NATIVE_H

#include "interp/object/args.h"
#include "interp/object/function.h"

typedef struct NativeSignature {
    const Method *method;
    Parameters parameters;
    bool known;                        /* the doc text has a signature */
    bool any_positional, any_keywords; /* *args, **kwargs */
    Str **interned;                    /* the names once more, as calls write them: owned */
    const char *names[];
} NativeSignature;

const NativeSignature *native_signature(const Method *m); /* NULL with MemoryError; kept to the end */
/* args_match for keywords that are among the interned names. False: it has to find out what is wrong, or different. */
bool native_signature_match(const NativeSignature *s, Object **args, ptrdiff_t nargs, Tuple *kwnames, Object **out);

#endif
