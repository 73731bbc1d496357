/* Type: what the interpreter knows about a kind of object.
 *
 * A built-in type is a static `Type list_type = {...}` at the bottom of its file, listed in types.def. At start-up
 * types_init fills in the header, the base and the inherited slots; the dict with methods is made on first lookup.
 * A class made at run time (type_new.c) is the same struct on the heap, its slots filled from the dunder methods in
 * its dict through the table in slots.def.
 *
 * `version` covers the class dict, the MRO and the shared keys: inline caches compare it. It is 0 when the type was
 * modified since (type_version(t) assigns a fresh one); every mutation goes through type_modified, which also zeroes
 * the versions of all subclasses.
 *
 * A slot that is NULL is not supported. Slots return a new reference, or NULL / -1 with an exception pending.
 */
#ifndef OURO_TYPE_H
#define OURO_TYPE_H

#include "gc/alloc.h"
#include "gc/collector.h"
#include "gc/object.h"

typedef struct Str Str;
typedef struct Dict Dict;
typedef struct Tuple Tuple;
typedef struct Buffer Buffer;

/* Native functions. `args` are borrowed from slots that own them and must not be written to; nargs is their number.
 * A row of a method table says how many positional arguments may come (max -1: any number). Keywords are matched by
 * the caller against the signature at the start of the doc text, so that the body sees positions only: args[i] may
 * then be NULL for a parameter that was not given, and nargs is the number of all parameters. Read optional
 * parameters with arg_or_null. The order of args is the order of the signature.
 * METH_KEYWORDS functions get what the call site had: nargs positional arguments, then one value for each name in
 * the tuple kwnames (NULL when there are none). */
typedef Object *(*NativeFn)(Object *self, Object **args, ptrdiff_t nargs);
typedef Object *(*NativeKwFn)(Object *self, Object **args, ptrdiff_t nargs, Tuple *kwnames);

static inline Object *arg_or_null(Object **args, ptrdiff_t nargs, ptrdiff_t i) {
    return i < nargs ? args[i] : NULL;
}

enum {
    METH_STATIC = 1,   /* self is NULL */
    METH_CLASS = 2,    /* self is the class */
    METH_KEYWORDS = 4, /* fn is a NativeKwFn */
    METH_COEXIST = 8,  /* keep this row even where a slot makes a method of the same name */
};

typedef struct Method {
    const char *name;
    NativeFn fn;     /* a NativeKwFn is cast: (NativeFn)(void *)f */
    int min, max;    /* positional arguments, self not counted; max -1: any number */
    const char *doc; /* "append(object, /)\n--\n\nAppends object to the end of the list." */
    int flags;
} Method;

/* A computed attribute. set is NULL for a read-only one; value is NULL for del. */
typedef struct GetSet {
    const char *name;
    Object *(*get)(Object *self, void *arg);
    int (*set)(Object *self, Object *value, void *arg);
    const char *doc;
    void *arg;
    bool is_field; /* programs see a read-only member_descriptor: elsewhere a field of a struct holds it */
} GetSet;

enum MemberKind {
    MEMBER_OBJECT,
    MEMBER_OBJECT_OR_NONE,
    MEMBER_INT,
    MEMBER_LONG,
    MEMBER_BOOL,
    MEMBER_STRING,
    MEMBER_DOUBLE,
    MEMBER_BEHIND_STR, /* as MEMBER_OBJECT, in a class derived from str: see instance.h */
    MEMBER_COMPUTED,   /* what `computed` gets */
};
enum { MEMBER_READONLY = 1 };

/* A field of the C struct as an attribute. MEMBER_OBJECT raises AttributeError when the field is NULL. */
typedef struct Member {
    const char *name;
    enum MemberKind kind;
    size_t offset;
    int flags;
    const char *doc;
    const GetSet *computed;
} Member;

enum CompareOp { CMP_LT, CMP_LE, CMP_EQ, CMP_NE, CMP_GT, CMP_GE };

enum BinaryOp {
    BIN_ADD,
    BIN_SUB,
    BIN_MUL,
    BIN_TRUEDIV,
    BIN_FLOORDIV,
    BIN_MOD,
    BIN_POW,
    BIN_MATMUL,
    BIN_AND,
    BIN_OR,
    BIN_XOR,
    BIN_LSHIFT,
    BIN_RSHIFT,
    BIN_DIVMOD,
    BIN_COUNT
};

enum UnaryOp { UNARY_NEG, UNARY_POS, UNARY_INVERT, UNARY_ABS, UNARY_COUNT };

typedef Object *(*BinaryFn)(Object *a, Object *b);
typedef Object *(*UnaryFn)(Object *a);

struct Type {
    Object base_object;
    TypeMemory mem;
    uint32_t version;         /* 0: none assigned */
    uint16_t inline_capacity; /* TYPE_PREHEADER with fixed size: values that a new instance has room for */
    uint16_t instance_bytes;  /* of a new instance's block, up to HEAP_SMALL_MAX; 0: instance_new has to find out */
    struct SharedKeys *shared_keys; /* names of the inline values, in the order first stored; NULL until needed */
    const char *doc;
    const Method *methods;
    const GetSet *getset;
    const Member *members;

    /* general */
    Object *(*repr)(Object *o);
    Object *(*str)(Object *o);
    intptr_t (*hash)(Object *o);                                                /* -1: exception */
    Object *(*call)(Object *f, Object **args, ptrdiff_t nargs, Tuple *kwnames); /* as NativeKwFn */
    Object *(*getattr)(Object *o, Str *name);
    int (*setattr)(Object *o, Str *name, Object *value);         /* value NULL: delete */
    Object *(*compare)(Object *a, Object *b, enum CompareOp op); /* may return NotImplemented (new) */
    Object *(*iter)(Object *o);
    Object *(*next)(Object *o);                                       /* NULL with no exception pending: exhausted */
    Object *(*descr_get)(Object *d, Object *instance, Object *owner); /* instance may be NULL */
    int (*descr_set)(Object *d, Object *instance, Object *value);     /* value NULL: delete */
    Object *(*new)(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames);
    int (*init)(Object *o, Object **args, ptrdiff_t nargs, Tuple *kwnames);

    /* numbers */
    BinaryFn binary[BIN_COUNT]; /* either operand may be of this type; NotImplemented (new) when it cannot */
    BinaryFn inplace[BIN_COUNT];
    Object *(*pow_mod)(Object *base, Object *exponent, Object *modulus);
    UnaryFn unary[UNARY_COUNT];
    int (*truth)(Object *o); /* 1, 0, -1 */
    Object *(*to_int)(Object *o);
    Object *(*to_index)(Object *o);
    Object *(*to_float)(Object *o);

    /* containers */
    ptrdiff_t (*length)(Object *o); /* -1: exception */
    Object *(*get_item)(Object *o, Object *key);
    int (*set_item)(Object *o, Object *key, Object *value); /* value NULL: delete */
    int (*contains)(Object *o, Object *item);
    BinaryFn concat;                           /* sequences: tried by + after the binary slots of both sides */
    Object *(*repeat)(Object *o, ptrdiff_t n); /* sequences: tried by * likewise */
    BinaryFn inplace_concat;
    Object *(*inplace_repeat)(Object *o, ptrdiff_t n);

    /* async */
    UnaryFn await, aiter, anext;

    /* buffer: bytes, bytearray, memoryview, array */
    int (*buffer_get)(Object *o, Buffer *out, int flags);
    void (*buffer_release)(Object *o, Buffer *b);

    /* set by type_ready or type_new */
    Type *base;         /* owned for heap types */
    Tuple *bases, *mro; /* owned */
    Dict *dict;         /* owned; NULL until first lookup for static types: read it through type_dict(t) */
    uint64_t variables; /* of the first entries of dict: those that are replaced without a new version (type.c) */
    Dict *subclasses;   /* owned: address -> weak reference, in the order of creation; or NULL. Heap types only */
    Str *name_object, *qualname; /* heap types; owned */
    Object *weaklist;
    void *extra;     /* private to the type's owner */
    Type *next_made; /* static types: chain of those that have a dict or an MRO to drop at shutdown */
    Object *(*slice)(Object *o, ptrdiff_t start,
                     ptrdiff_t stop); /* o[start:stop] of exactly this type, not inherited */
};

/* More TypeMemory.flags, of which gc/ knows nothing. */
enum {
    TYPE_UNVERSIONED = 1 << 9,      /* its mro() names classes that would not tell it of a change: never cached */
    TYPE_UNCACHED_VALUES = 1 << 10, /* not all instances have room for all inline values: no index may be cached */
    TYPE_NO_DICT = 1 << 11,         /* the pre-header is there for weak references alone */
};

#define TYPE(name) extern Type name##_type;
#include "interp/object/types.def"
#undef TYPE

static inline bool type_flag(const Type *t, uint32_t flag) {
    return (t->mem.flags & flag) != 0;
}
static inline bool has_flag(const Object *o, uint32_t flag) {
    return type_flag(o->type, flag);
}

/* Life of types: type.c */
void types_init(void);                  /* every row of types.def */
int types_each(Visit visit, void *arg); /* the static types that have a dict, bases or MRO */
void types_shutdown(void);              /* drops dicts, MROs and caches of the static types */
int type_ready(Type *t);                /* inherits slots; idempotent; cannot fail */
Dict *type_dict(Type *t);               /* borrowed; made on first use. This and the next two: NULL with MemoryError */
Tuple *type_mro(Type *t);               /* borrowed; made on first use */
Tuple *type_bases(Type *t);             /* borrowed; made on first use */
void type_modified(Type *t);
uint32_t type_version(Type *t); /* current version, assigning one if needed; 0 when none can be had */

/* The `new` slot of object, for static types whose instances are made like any object. */
Object *object_type_new(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames);

/* Finds a name along the MRO, through the global method cache. Borrowed, or NULL without an exception. */
Object *type_lookup(Type *t, Str *name);
/* The place of a class attribute that may change while the version does not, as long as it has this one; or NULL. */
Object **type_variable(Type *t, Str *name);
bool type_is_subtype(Type *t, Type *base); /* (no user code) */
static inline bool is_instance(const Object *o, Type *t) {
    return o->type == t || type_is_subtype(o->type, t);
}

/* The type as Python shows it: bigint is int. Borrowed. */
static inline Type *type_of(const Object *o) {
    return unlikely(o->type == &bigint_type) ? &int_type : o->type;
}
const char *type_name(const Object *o); /* name of type_of(o), for messages; dotted if its type lives in a module */
/* What a call by position of t, made from no class statement, comes to. kwnames is NULL. */
typedef Object *(*TypeCall)(Type *t, Object **args, ptrdiff_t nargs, Tuple *kwnames);
TypeCall type_call_entry(const Type *t);
Object *type_call_positional(Type *t, Object **args, ptrdiff_t nargs); /* t(*args), t made from no class statement */
Object *type_qualname(Type *t);                                        /* new */
Object *type_full_name(Type *t);            /* new: module.qualname, without builtins and __main__ */
const char *type_short_name(const Type *t); /* the part of mem.name behind the last dot */

/* The most derived of `metatype` and the metaclasses of all bases. Borrowed; TypeError when they are in conflict. */
Type *type_calculate_metaclass(Type *metatype, Tuple *bases);

/* The globals of the running frame, borrowed, or NULL: their __name__ is the module of a class that type() makes. Set
 * by the evaluation loop. */
extern Dict *(*frame_globals_hook)(void);

#endif
