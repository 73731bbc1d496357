/* One C value in memory, named by a letter as the struct module has them: what memoryview and array are made of. */
#ifndef OURO_NATIVE_ITEM_H
#define OURO_NATIVE_ITEM_H

#include "interp/object/object.h"

/* c b B ? h H i I l L q Q n N e f d P */
int native_item_size(char code);                    /* in bytes; 0: no such letter */
Object *native_item_read(char code, const void *p); /* new */
/* n items as a list, each so many bytes behind the last. */
Object *native_item_list(char code, const uint8_t *p, ptrdiff_t n, ptrdiff_t stride);

typedef enum NativeResult {
    NATIVE_OK,
    NATIVE_WRONG_TYPE,   /* no exception is pending */
    NATIVE_OUT_OF_RANGE, /* no exception is pending */
    NATIVE_FAILED,       /* one is */
} NativeResult;

NativeResult native_item_write(char code, void *p, Object *value);

/* Half precision. */
double half_to_double(uint16_t h);
bool half_from_double(double d, uint16_t *out); /* false: too large */

#endif
