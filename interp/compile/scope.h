/* Scopes and symbols: which names a piece of code binds and uses, and where each of them lives. */
#ifndef OURO_SCOPE_H
#define OURO_SCOPE_H

#include "grammar/ast.h"
#include "interp/object/str.h"

typedef struct Compiler Compiler;

/* Pointers to numbers or other pointers, in the compiler's arena. A value is never 0. */
typedef struct Map {
    struct MapSlot {
        const void *key;
        uintptr_t value;
    } * slots;
    uint32_t used, size; /* size: a power of two, or 0 */
} Map;
uintptr_t map_get(const Map *m, const void *key); /* 0: not there */
void map_set(Compiler *c, Map *m, const void *key, uintptr_t value);

enum SymbolFlags {
    SYMBOL_LOCAL = 1 << 0, /* is bound here by an assignment, def, ... */
    SYMBOL_PARAM = 1 << 1,
    SYMBOL_GLOBAL = 1 << 2,   /* declared global */
    SYMBOL_NONLOCAL = 1 << 3, /* declared nonlocal */
    SYMBOL_USED = 1 << 4,
    SYMBOL_ANNOTATED = 1 << 5,
    SYMBOL_ITERATION = 1 << 6, /* target of a comprehension's for */
    SYMBOL_TYPE_PARAM = 1 << 7,
    SYMBOL_DELETED = 1 << 8,        /* unbound by del, or at the end of except ... as */
    SYMBOL_WALRUS = 1 << 9,         /* target of := : may be rebound inside of an expression */
    SYMBOL_CELL_IN_CLASS = 1 << 10, /* __class__, __classdict__, __conditional_annotations__: not in the namespace */
    SYMBOL_IMPORTED = 1 << 11,      /* is bound here by an import */
    SYMBOL_BOUND = SYMBOL_LOCAL | SYMBOL_PARAM | SYMBOL_TYPE_PARAM | SYMBOL_IMPORTED,
};

typedef enum Home {
    HOME_UNKNOWN,
    HOME_LOCAL,     /* a register; in a module or class its namespace */
    HOME_CELL,      /* a cell in a register */
    HOME_FREE,      /* a cell of the closure */
    HOME_GLOBAL,    /* declared so, or surely so */
    HOME_NAMESPACE, /* in a module or class: looked up in its namespace, then among the globals */
    HOME_OUTER,     /* in an inlined comprehension: what the scope around says */
} Home;

typedef struct Symbol {
    Str *name;
    uint32_t flags;
    Home home;
    uint16_t reg; /* HOME_LOCAL, HOME_CELL */
    struct Scope *scope;
    const Node *declaration; /* the first global or nonlocal statement with this name */
    struct Symbol *next;     /* in the order of first appearance, in the whole unit */
    struct Symbol *sibling;  /* in the scope alone, the newest first */
} Symbol;

typedef struct FreeVar {
    Str *name;
    uint32_t index; /* in the closure */
} FreeVar;

typedef enum ScopeKind {
    SCOPE_MODULE,
    SCOPE_CLASS,
    SCOPE_FUNCTION,
    SCOPE_LAMBDA,
    SCOPE_COMPREHENSION,
    SCOPE_ANNOTATION,
    SCOPE_TYPE_PARAMS,
    SCOPE_TYPE_ALIAS,
    SCOPE_TYPE_VARIABLE, /* bound, constraints or default of a type parameter */
} ScopeKind;

/* Which of the scopes that belong to one node. */
enum ScopeTag {
    TAG_OWN,
    TAG_TYPE_PARAMS,
    TAG_ANNOTATIONS,
    TAG_BOUND = TAG_OWN,
    TAG_DEFAULT = TAG_TYPE_PARAMS,
    TAG_INDEX
};

typedef struct Scope {
    ScopeKind kind;
    struct Scope *parent;
    struct Scope *unit; /* whose code object it is in: itself, or for an inlined comprehension the scope around */
    struct Scope *next; /* all scopes, in the order in which they were met */
    const Node *node;
    const Node *class_node; /* the class whose name mangles names here; or NULL */
    const char *where;      /* type scopes, for messages: "a TypeVar bound" */
    Map symbols;            /* by name */
    Symbol *own;            /* a list of them */
    Symbol *first, *last;   /* units: all symbols, those of inlined comprehensions too */
    uint16_t param_count, local_count;
    uint16_t level;   /* inlined comprehensions: how deep in the unit */
    Map free_indexes; /* units: name -> FreeVar */
    FreeVar **frees;  /* sorted by name */
    uint32_t free_count, free_capacity;
    uint16_t *cells; /* registers of the cells, sorted */
    uint32_t cell_count;
    Str **varnames;                                         /* local_count of them */
    Symbol *class_cell, *classdict_cell, *conditional_cell; /* a class's implicit cells, where needed; or NULL */
    const Node **annotations; /* of a module or class: its AnnAssign statements with simple targets */
    uint32_t annotation_count, annotation_capacity;
    Str **static_attributes; /* classes: names assigned to on self */
    uint32_t attribute_count, attribute_capacity;
    Map attribute_indexes;
    uint32_t conditional_count;   /* annotations that count only once their statement was executed */
    bool conditional_annotations; /* are there any? */
    bool textual_annotations;     /* under `from __future__ import annotations` */
    bool is_generator, is_async;  /* has yield; is async def, or a comprehension with async for or await */
    bool has_await;               /* itself or in an inlined comprehension */
    bool nested;                  /* in a function */
    bool sees_class;              /* an annotation or type scope directly in a class: names may be the class's */
    /* while it is built */
    int conditional;             /* how many if, for, while, try, with, match around the current point */
    bool in_iterable, in_target; /* within an iterable, a target of a comprehension's for */
    bool unevaluated;            /* names do not count: an annotation that is never evaluated */
} Scope;

/* scope.c: builds the scopes of a tree; resolve.c: finds every symbol's home. Both fail by compile_error. */
Scope *scope_build(Compiler *c, const Node *tree);
void scope_resolve(Compiler *c, Scope *root);

/* A name as this scope spells it: mangled where it is private to a class. Borrowed. */
Str *scope_name(Compiler *c, const Scope *s, const Ident *i);
Str *scope_import_name(Compiler *c, const Scope *s, const Ident *dotted); /* what `import a.b` binds: a */

Scope *scope_of(Compiler *c, const Node *node, enum ScopeTag tag);
Symbol *scope_find(const Scope *s, const Str *name);                 /* NULL: not in this scope */
Symbol *scope_add(Compiler *c, Scope *s, Str *name, uint32_t flags); /* finds or makes it, and adds the flags */
static inline bool scope_is_namespace(const Scope *s) {
    return s->kind == SCOPE_MODULE || s->kind == SCOPE_CLASS;
}
static inline bool scope_is_inlined(const Scope *s) {
    return s->unit != s;
}
static inline bool scope_is_type(const Scope *s) {
    return s->kind >= SCOPE_ANNOTATION;
}

#endif
