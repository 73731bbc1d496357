/* What native.c and native_signature.c share. */
#ifndef OURO_NATIVE_H
#define OURO_NATIVE_H

#include "interp/object/args.h"
#include "interp/object/function.h"

typedef struct NativeSignature {
    Parameters parameters;
    bool known;                        /* the doc text has a signature */
    bool any_positional, any_keywords; /* *args, **kwargs */
    const char *names[];
} NativeSignature;

NativeSignature *native_signature_parse(const Method *m); /* one heap block */

#endif
