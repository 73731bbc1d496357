/* What the files of the array module share. */
#ifndef OURO_ARRAY_PARTS_H
#define OURO_ARRAY_PARTS_H

#include "interp/api.h"

/* One row for each type code. */
typedef struct ItemKind {
    char code;
    int size;
    bool text;                                                         /* characters: 'u' and 'w' */
    const char *format;                                                /* as the buffer protocol shows it */
    int (*write)(const struct ItemKind *k, uint8_t *p, Object *value); /* 0, or -1 with the code's own message */
    const char *name;                                                  /* for messages: "signed char" */
    int machine_format;                                                /* in pickles */
} ItemKind;

extern const ItemKind array_kinds[];
extern const int array_kind_count;
const ItemKind *array_kind(uint32_t code); /* NULL: none */
Object *array_item_read(const ItemKind *k, const uint8_t *p);

/* length items of one kind, in a block that grows like that of a list. */
typedef struct Array {
    Object base;
    const ItemKind *kind;
    uint8_t *items;             /* never NULL */
    ptrdiff_t length, capacity; /* in items; capacity 0: items is static */
    ptrdiff_t exports;          /* buffers given out; while not 0 it cannot be resized */
    Object *weaklist;
} Array;

extern Type array_type, array_iterator_type;
static inline bool array_check(const Object *o) {
    return is_instance(o, &array_type);
}
static inline uint8_t *array_at(const Array *a, ptrdiff_t i) {
    return a->items + i * a->kind->size;
}

Array *array_make(Type *t, const ItemKind *kind, ptrdiff_t n); /* new, the items undefined */
int array_resize(Array *a, ptrdiff_t n);
int array_append(Array *a, Object *value);
int array_extend(Array *a, Object *iterable);
int array_append_bytes(Array *a, Object *bytes);
int array_append_text(Array *a, Object *str);
Object *array_text(const Array *a); /* new: the characters of a 'u' or 'w' array */
int array_splice(Array *a, ptrdiff_t start, ptrdiff_t end, const uint8_t *items, ptrdiff_t n);
extern const Method array_methods[];
Object *array_reconstruct(Object *module, Object **args, ptrdiff_t nargs);

#endif
