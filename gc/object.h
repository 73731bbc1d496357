/* The object header, and the part of a type that memory management needs.
 *
 * Every Python value is an Object: a reference count and a type. What stands in front of it depends on the type:
 *
 *      [weaklist][dict]   pre-header, 16 bytes: instances of classes with a __dict__     (TYPE_PREHEADER)
 *      [prev][next]       GC header, 16 bytes: whatever can be part of a cycle           (TYPE_GC)
 *      [refcount][type]   <- Object *
 *      fields ...         type->mem.size bytes in all, then extra bytes for variable-size types
 *
 * `presize` (0, 16 or 32) is the number of bytes in front, so a block starts at (char *)o - presize.
 *
 * gc/ knows a type only through TypeMemory, the first member of every Type after its own header.
 * There is no immortality branch: static objects start at a count of IMMORTAL and are counted like all others.
 */
#ifndef OURO_GC_OBJECT_H
#define OURO_GC_OBJECT_H

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define IMMORTAL ((intptr_t)1 << 60)

static inline bool likely(bool c) {
    return __builtin_expect(c, 1);
}
static inline bool unlikely(bool c) {
    return __builtin_expect(c, 0);
}

typedef struct Type Type;

typedef struct Object {
    intptr_t refcount;
    Type *type;
} Object;

/* Called once for each object that `o` owns a reference to. A result other than 0 ends the walk and is returned. */
typedef int (*Visit)(Object *child, void *arg);

/* TypeMemory.flags */
enum {
    TYPE_GC = 1 << 0,        /* has a GC header; traverse must be set */
    TYPE_PREHEADER = 1 << 1, /* has the [weaklist][dict] pre-header; implies TYPE_GC */
    TYPE_BASE = 1 << 2,      /* may be subclassed */
    TYPE_HEAP = 1 << 3,      /* made at run time; instances own a reference to it */
    TYPE_READY = 1 << 4,     /* slots are inherited */
    TYPE_ABSTRACT = 1 << 5,  /* has abstract methods */
    TYPE_IMMUTABLE = 1 << 6, /* its attributes cannot be set (all static types) */
    TYPE_NO_NEW = 1 << 7,    /* cannot be instantiated from Python */
    TYPE_VARSIZE = 1 << 8,   /* data follows inline after `size` bytes: str, bytes, tuple, bigint */
    TYPE_PLAIN = 1 << 12,    /* a class whose built-in base is object; weak references, if any, are in the pre-header */
    /* fast subclass tests: set on the built-in type and inherited by every subclass */
    TYPE_INT = 1 << 16,
    TYPE_STR = 1 << 17,
    TYPE_BYTES = 1 << 18,
    TYPE_LIST = 1 << 19,
    TYPE_TUPLE = 1 << 20,
    TYPE_DICT = 1 << 21,
    TYPE_EXCEPTION = 1 << 22,
    TYPE_TYPE = 1 << 23,
    TYPE_FLOAT = 1 << 24,
    TYPE_SEQUENCE = 1 << 25,    /* matches a sequence pattern */
    TYPE_MAPPING = 1 << 26,     /* matches a mapping pattern */
    TYPE_METHOD_LIKE = 1 << 27, /* as a class attribute, called with the instance first: LOAD_METHOD need not bind it */
    TYPE_WEAKREF = 1 << 28,     /* refers weakly to another object */
};

/* References that stand at equal distances: first[0], first[step], ... NULL where there is none. `count` words in all.
 * `first` is NULL when an object's references are not like that. */
typedef struct RefSpan {
    Object **first;
    size_t count : 60, step : 4;
} RefSpan;

typedef struct TypeMemory {
    const char *name;   /* "list"; dotted for a type that lives in a module: "collections.deque" */
    uint32_t flags;     /* TYPE_... */
    uint32_t size;      /* bytes from the Object header on, without inline data */
    uint32_t item_size; /* TYPE_VARSIZE: bytes of one inline item */
    uint16_t presize;   /* bytes in front of the Object header: 0, 16 or 32; set by type_ready */
    /* Where the list of weak references is, relative to Object *. 0: cannot be referenced weakly. */
    int16_t weaklist_offset;
    /* Built-in types with a __dict__: where the Object *dict field is. 0: none, or in the pre-header. */
    int32_t dict_offset;
    /* The count reached 0: releases the fields, then object_free(o). */
    void (*dealloc)(Object *o);
    /* Visits every owned reference except the type. Must be set with TYPE_GC; others may have it for inspectors. */
    int (*traverse)(Object *o, Visit, void *arg);
    /* What traverse visits, as data, so that the collector's loops need no calls. May be NULL. */
    RefSpan (*span)(Object *o);
    /* TYPE_GC: drops references that can form a cycle. May be NULL. */
    void (*clear)(Object *o);
    /* Called once before death (PEP 442); may resurrect. May be NULL. */
    void (*finalize)(Object *o);
} TypeMemory;

/* What every Type begins with. */
typedef struct TypeHead {
    Object base;
    TypeMemory mem;
} TypeHead;

static inline TypeMemory *type_memory(const Object *o) {
    return &((TypeHead *)o->type)->mem;
}

/* gc/refcount.c */
void object_dealloc(Object *o); /* the count reached 0 */
/* For a dealloc, before it takes anything apart: runs mem.finalize, once for a GC object. True: something refers to
 * the object again, and the dealloc must return at once. The finalizer must leave the pending exception as it was. */
bool object_finalize(Object *o);
intptr_t refcount_sum(void); /* references to objects that are not static, as far as the build can know */

/* In debug builds: references taken and not given back, over all objects; and a listener that hears of each change. */
#ifdef OURO_DEBUG
extern intptr_t refcount_total;
extern void (*refcount_listener)(intptr_t n); /* NULL: none; must not allocate objects */
static inline void refcount_add(intptr_t n) {
    refcount_total += n;
    if (refcount_listener) refcount_listener(n);
}
#else
static inline void refcount_add(intptr_t n) {
    (void)n;
}
#endif

/* The header of an object in fresh memory, owned by the caller. For those that take their block from a free list. */
static inline void object_init(Object *o, Type *t) {
    o->refcount = 1;
    o->type = t;
    refcount_add(1);
}

static inline void incref(void *p) {
    ((Object *)p)->refcount++;
    refcount_add(1);
}

static inline void incref_by(void *p, intptr_t n) {
    ((Object *)p)->refcount += n;
    refcount_add(n);
}

static inline void decref(void *p) {
    Object *o = p;
    assert(o->refcount > 0);
    refcount_add(-1);
    if (--o->refcount == 0) object_dealloc(o);
}

static inline void xincref(void *p) {
    if (p) incref(p);
}

static inline void xdecref(void *p) {
    if (p) decref(p);
}

/* Returns its argument with one reference more: `return newref(o);` */
static inline void *newref(void *p) {
    incref(p);
    return p;
}

static inline void *xnewref(void *p) {
    xincref(p);
    return p;
}

/* Empties a field before releasing what was in it, so that code run by the release cannot see it. */
static inline void clear_ref(void *field) {
    Object **f = field, *old = *f;
    *f = NULL;
    xdecref(old);
}

/* Stores `value` (steals) into a field and releases the old content afterwards. */
static inline void set_ref(void *field, void *value) {
    Object **f = field, *old = *f;
    *f = value;
    xdecref(old);
}

/* In a traverse body: each owned field, or all of a span. */
static inline int visit_ref(void *field_value, Visit visit, void *arg) {
    return field_value ? visit(field_value, arg) : 0;
}

static inline int visit_span(RefSpan s, Visit visit, void *arg) {
    for (size_t i = 0; i < s.count; i += s.step) {
        int result = visit_ref(s.first[i], visit, arg);
        if (result) return result;
    }
    return 0;
}

#endif
