/* The inside of the compiler: what its files share.
 *
 *      tree --scope.c--> scopes, symbols --resolve.c--> where each name lives --stmt.c, expr.c, ...--> instructions
 *           of one Unit for each code object --assemble.c--> Code
 *
 * Failure. There are no error returns in here: compile_fail() jumps back to where the compilation was started, with an
 * exception pending. Therefore nothing may own memory on its own: what is not an object is in the arena, and every
 * object is given to compile_own() the moment it exists; both are freed at the end, however that comes about.
 *
 * Registers. A Unit has its locals in the registers below `local_count`; above them temporaries are a stack, `top` is
 * the next free one. An expression may leave temporaries on it; the pattern is
 *
 *      unsigned mark = temp_mark(c);
 *      Operand left = expr(c, ...), right = expr(c, ...);      locals, constants, or dying temporaries
 *      temp_release(c, mark);
 *      emit(c, place, OP_ADD, result, left, right);            consumes the dying ones
 *
 * Flow. emit() writes nothing while the current point cannot be reached. With it goes the set of locals that are surely
 * bound here: a label intersects the sets of all the jumps to it. So neither needs a pass of its own.
 */
#ifndef OURO_COMPILER_H
#define OURO_COMPILER_H

#include <setjmp.h>

#include "interp/compile/compile.h"
#include "interp/compile/opcode.h"
#include "interp/compile/scope.h"
#include "interp/object/exception.h"
#include "interp/object/int.h"
#include "interp/object/list.h"
#include "interp/object/str.h"

/* As in an instruction: an index with OPERAND_DYING or OPERAND_CONSTANT; or one of these. */
typedef unsigned Operand;
enum { ANYWHERE = 0x10000 };

typedef struct Label {
    int64_t pc;      /* -1: not placed yet */
    int64_t jumps;   /* the last jump to it, which holds the one before in the place of its distance; -1: none */
    uint64_t *bound; /* locals that are bound at all jumps to it; NULL: no jump yet */
} Label;

/* What a jump out of a piece of code has to undo (block.c). */
typedef enum BlockKind {
    BLOCK_LOOP,    /* while; and for, which has its iterator in `reg` */
    BLOCK_TRY,     /* body of try ... except: nothing to undo but the handler's range */
    BLOCK_FINALLY, /* body of try ... finally: the final body has to run */
    BLOCK_HANDLED, /* the exception in `reg` is being handled */
    BLOCK_NAMED,   /* body of `except ... as name`: the name has to be unbound */
    BLOCK_GROUP,   /* body of except*: may not be left by a jump */
    BLOCK_WITH,    /* __exit__ is in `reg` */
    BLOCK_VALUE,   /* a temporary `reg` that has to be released */
} BlockKind;

typedef struct Block {
    BlockKind kind;
    struct Block *outer;
    unsigned reg; /* NO_REGISTER: a while loop */
    Label *break_to, *continue_to;
    const Node *node; /* the statement; BLOCK_NAMED: the handler; BLOCK_WITH: the item */
    bool async;       /* BLOCK_WITH */
    Label *handler;   /* exceptions go there; NULL: the block has no handler */
    unsigned depth;   /* of the handler */
    int64_t start;    /* of the range that is open; -1: none */
    bool suspended;   /* the range is closed while code that leaves the block is written */
} Block;

/* One code object in the making. */
typedef struct Unit {
    struct Unit *outer;
    Scope *unit_scope; /* of the code object itself */
    Scope *scope;      /* the innermost: unit_scope or an inlined comprehension's */
    Str *name, *qualname;
    uint32_t first_line;

    uint64_t *insns;
    SpanEntry *spans;
    Handler *handlers;
    Object **consts; /* owned by the compiler */
    uint32_t *const_uses;
    Str **names;
    uint32_t insn_count, insn_capacity, span_count, span_capacity, handler_count, handler_capacity;
    uint32_t const_count, const_capacity, use_capacity, name_count, name_capacity;
    Map const_indexes, name_indexes;
    int64_t last_label; /* pc of the label placed last: what stands before must not be changed any more */

    unsigned local_count, top, high;
    bool reachable;
    Place pending;                            /* of a statement that has no instruction yet */
    uint64_t *bound, *deletable, *rebindable; /* sets of locals: bound here; unbound, assigned by := somewhere */
    unsigned bound_words;

    uint32_t flags; /* of the Code */
    uint16_t arg_count, posonly_count, kwonly_count;
    Block *block; /* innermost */
    int block_depth;
} Unit;

typedef struct Compiler {
    jmp_buf failed;
    Arena arena;
    Object **owned;
    uint32_t owned_count, owned_capacity;
    Object *filename, *source_lines;
    Str **idents; /* by Ident.index; NULL until used */
    uint32_t ident_count;
    unsigned flags; /* enum CompileFlags */
    int optimize;
    bool interactive, future_annotations, future_barry;
    const Node *last_future;   /* of the `from __future__` imports at the beginning */
    Map scopes;                /* node + ScopeTag -> Scope */
    Scope *scope, *last_scope; /* scope.c: the one being built; the one made last */
    Map warned;                /* nodes */
    Unit *unit;
} Compiler;

/* compile.c: memory, objects, errors */
_Noreturn void compile_fail(Compiler *c);                                     /* an exception is pending */
_Noreturn void compile_error(Compiler *c, Place at, const char *format, ...); /* SyntaxError; formats as in raise.h */
void compile_warn(Compiler *c, Place at, const char *format, ...);            /* SyntaxWarning */
Object *compile_own(Compiler *c, Object *o); /* steals; returns it borrowed; fails when it is NULL */
void *compile_alloc(Compiler *c, size_t n);  /* zeroed, lives as long as the compiler */
/* Room for one item more behind the n that `items` has: returns items, or where they are now. */
void *compile_grow(Compiler *c, void *items, uint32_t n, uint32_t *capacity, size_t item_size);
void compile_check_stack(Compiler *c);          /* to be called in every recursion over the tree */
Str *compile_name(Compiler *c, const Ident *i); /* borrowed, interned */
Str *compile_mangled(Compiler *c, const Node *class_node, const Ident *i); /* the same; private names of the class */
Str *compile_intern(Compiler *c, const char *ascii);

/* emit.c: instructions, labels, constants */
extern const Place NOWHERE; /* of artificial instructions: they share the place of the one before */
int64_t emit(Compiler *c, Place at, Opcode op, unsigned a, unsigned b,
             unsigned operand_c);      /* its pc; -1: not reachable */
void emit_line(Compiler *c, Place at); /* a statement without an instruction of its own */
void emit_load_const(Compiler *c, Place at, unsigned reg, uint32_t index);
void emit_cache(Compiler *c, int64_t pc, int word, uint64_t value);
Label label_new(void);
void label_place(Compiler *c, Label *l);
Label label_here(Compiler *c); /* for a loop: what may become unbound in it does not count as bound */
bool label_is_used(const Label *l);
void emit_jump(Compiler *c, Place at, Label *to);
void emit_jump_back(Compiler *c, Place at, Label *to);
void emit_jump_if(Compiler *c, Place at, Opcode op, Operand condition, Label *to); /* the ops with kJ */
int64_t emit_jump_cached(Compiler *c, Place at, Opcode op, unsigned a, unsigned b, unsigned operand_c, Label *to);
void emit_end(Compiler *c);                      /* what follows cannot be reached, until a label is placed */
void handler_start(Compiler *c, Label *handler); /* a range of instructions whose exceptions go to it starts here */
void handler_end(Compiler *c, int64_t start, Label *handler,
                 unsigned depth);                /* ends here; temporaries from depth up die */
void handler_place(Compiler *c, Label *handler); /* reachable if any range leads to it */
bool jump_is(uint64_t insn);
bool jump_is_cached(uint64_t insn); /* its distance is in the first cache word */
int64_t jump_target(const uint64_t *insns, int64_t pc);
void jump_set_target(uint64_t *insns, int64_t pc, int64_t target);
uint32_t const_index(Compiler *c, Object *o); /* o: owned by the compiler or immortal */
void const_unuse(Compiler *c, Operand k);     /* a constant that was folded into another */
Object *const_value(Compiler *c, Operand k);
Operand const_operand(Compiler *c, Place at, Object *o); /* in a temporary, when there are too many */
unsigned name_index(Compiler *c, Str *name);
bool bound_is(Compiler *c, unsigned reg);
void bound_set(Compiler *c, unsigned reg, bool bound);

/* registers */
unsigned temp_push(Compiler *c);
unsigned temp_push_many(Compiler *c, unsigned n); /* the first of n consecutive ones */
static inline unsigned temp_mark(const Compiler *c) {
    return c->unit->top;
}
static inline void temp_release(Compiler *c, unsigned mark) {
    c->unit->top = mark;
}
static inline unsigned operand_register(Operand o) {
    return o & OPERAND_INDEX;
}
static inline Operand dying(unsigned reg) {
    return reg | OPERAND_DYING;
}
static inline bool operand_is_constant(Operand o) {
    return o & OPERAND_CONSTANT;
}
static inline bool operand_is_temp(const Compiler *c, Operand o) {
    return o < ANYWHERE && !operand_is_constant(o) && operand_register(o) >= c->unit->local_count;
}

/* unit.c */
Object *module_code(Compiler *c, const Node *tree, Scope *scope); /* of the whole tree; owned by the compiler */
void unit_enter(Compiler *c, Scope *scope, Str *name, int first_line);
Object *unit_leave(Compiler *c); /* the code object, owned by the compiler */

/* variable.c. Names are given as the current scope spells them. */
Str *variable_name(Compiler *c, const Ident *i);
Operand variable_load(Compiler *c, Place at, Str *name, Operand near);
void variable_store(Compiler *c, Place at, Str *name, Operand value);
void variable_delete(Compiler *c, Place at, Str *name);
void variable_unbind(Compiler *c, Str *name);    /* whether it is bound or not: the end of except ... as */
bool fold_is_debug(const Ident *i);              /* __debug__ */
unsigned variable_local(Compiler *c, Str *name); /* register of a plain local; else NO_REGISTER */
void variable_load_cell(Compiler *c, Place at, const Str *name, unsigned to); /* the cell, for an inner function */

/* expr.c. An expression is compiled near a register: its value ends up in a local, in a constant, or, where it needs a
 * register of its own, in `near`; with ANYWHERE in a fresh temporary. `near` may be a local only when it is to be
 * assigned the value: it is written last, and not at all when something raises. A near temporary must be on top. */
Operand expr_near(Compiler *c, const Node *e, Operand near);
Operand expr(Compiler *c, const Node *e);
void expr_to(Compiler *c, const Node *e, unsigned reg);
Operand expr_register(Compiler *c, const Node *e); /* as expr, but never a constant */
/* The key of an item. *sliced: a window of three parts, for a GET_SLICE, SET_SLICE or DEL_SLICE in front. */
Operand subscript_key(Compiler *c, const Node *e, bool *sliced);
unsigned expr_pushed(Compiler *c, const Node *e); /* always in a fresh temporary */
void expr_effect(Compiler *c, const Node *e);     /* the value is not wanted: near is then a dying temporary */
static inline bool is_discarded(Operand near) {
    return near < ANYWHERE && near & OPERAND_DYING;
}
Operand result_register(Compiler *c, Operand near, unsigned mark); /* where to write; drops temporaries down to mark */
Operand result_operand(const Compiler *c, Operand result);         /* and how to read that */
Operand scratch(const Compiler *c, Operand near); /* near if it is a temporary, to be used on the way; or ANYWHERE */
bool operand_is_rebound(Compiler *c, Operand o, const Node *later); /* a local that a := in `later` assigns to? */
Operand operand_copy(Compiler *c, Operand o);                       /* in a temporary */
Operand operand_protect(Compiler *c, Operand o, const Node *later); /* a copy if it is rebound */
Opcode binary_opcode(AstSymbol op);
void expr_await(Compiler *c, Place at, unsigned iterator, unsigned result); /* from GET_AWAITABLE to the result */
Place attribute_place(const Node *attribute, Place at); /* at, or the name alone where it is on a later line */

/* condition.c */
void condition_jump(Compiler *c, const Node *e, Label *to, bool sense);
Operand compare_near(Compiler *c, const Node *e, Operand near);
Operand boolop_near(Compiler *c, const Node *e, Operand near);
Operand ifexp_near(Compiler *c, const Node *e, Operand near);
Operand not_near(Compiler *c, const Node *e, Operand near);

/* call.c, display.c, format.c, comprehension.c */
Operand call_near(Compiler *c, const Node *e, Operand near);
/* A call whose callable is in its window already, with `given` positional arguments behind it. */
typedef struct CallSite {
    Place at;
    unsigned window;
    bool is_method; /* the window is LOAD_METHOD's */
    int given;
    NodeList args, keywords; /* the other arguments */
    unsigned last;           /* a temporary with one more positional argument; or NO_REGISTER */
} CallSite;
Operand call_finish(Compiler *c, const CallSite *site, Operand near, unsigned mark);
unsigned call_window(Compiler *c, Operand near); /* where a window may begin: near if that is on top, else pushed */
Operand display_near(Compiler *c, const Node *e, Operand near);
Operand dict_near(Compiler *c, const Node *e, Operand near);
Operand joined_near(Compiler *c, const Node *e, Operand near);
Operand formatted_near(Compiler *c, const Node *e, Operand near);
Operand template_near(Compiler *c, const Node *e, Operand near);
Operand comprehension_near(Compiler *c, const Node *e, Operand near);

/* fold.c */
Object *fold_const(Compiler *c, const AstConst *k);       /* the object of a literal */
Object *fold_literal(Compiler *c, const Node *e);         /* of a Constant */
Object *fold_expr(Compiler *c, const Node *e);            /* of a constant expression; or NULL */
Object *fold_items(Compiler *c, NodeList items);          /* a tuple; or NULL */
Object *fold_container(Compiler *c, const Node *display); /* tuple or frozenset that does for `in` and for; or NULL */
Object *fold_binary(Compiler *c, Opcode op, Object *l, Object *r); /* or NULL: is left for run time */
Object *fold_unary(Compiler *c, AstSymbol op, Object *o);
Object *fold_subscript(Compiler *c, Object *o, Object *key);
Object *fold_slice(Compiler *c, const Node *e);
int fold_truth(Compiler *c, const Node *e);             /* 1, 0; -1: not known */
Object *fold_docstring(Compiler *c, const AstConst *k); /* without the indentation that all lines share */

/* loop.c: `for target in iterable`, with the iterator in a temporary that loop_iterator fills. */
typedef struct Loop {
    Place at;
    bool async;
    unsigned iterator, exception; /* async: where StopAsyncIteration arrives */
    Label top, ended;
} Loop;
void loop_iterator(Compiler *c, const Node *iterable, bool async, unsigned to);
void loop_start(Compiler *c, Loop *l, const Node *iterable, bool async, unsigned iterator, const Node *target);
void loop_end(Compiler *c, Loop *l); /* goes back; at the end the iterator is gone */
void for_stmt(Compiler *c, const Node *s);
void while_stmt(Compiler *c, const Node *s);

/* stmt.c, assign.c, block.c, handle.c (try, with), pattern.c */
void stmt_list(Compiler *c, NodeList body);
void stmt(Compiler *c, const Node *s);
void assign_to(Compiler *c, const Node *target, Operand value); /* consumes a dying value */
void assign_expr(Compiler *c, const Node *target, const Node *value);
unsigned assign_direct(Compiler *c, const Node *target); /* the local that may be written straight; else NO_REGISTER */
void assign_stmt(Compiler *c, const Node *s);
void assign_augmented(Compiler *c, const Node *s);
void assign_annotated(Compiler *c, const Node *s);
void assign_delete(Compiler *c, const Node *target);
void block_push(Compiler *c, Block *b, BlockKind kind,
                const Node *node); /* node: for the message that there are too many */
void block_pop(Compiler *c, Block *b);
void block_protect(Compiler *c, Block *b, Label *handler, unsigned depth); /* its range starts here */
void block_unprotect(Compiler *c, Block *b);
void block_return(Compiler *c, const Node *s);
void block_break(Compiler *c, const Node *s);
void block_continue(Compiler *c, const Node *s);
void try_stmt(Compiler *c, const Node *s);
void try_star_stmt(Compiler *c, const Node *s);
void with_stmt(Compiler *c, const Node *s);
void with_leave(Compiler *c, const Block *b); /* calls __exit__(None, None, None) */
/* What follows runs while the exception in `exception` is handled; at the end the code for exceptions in there. */
void handled_start(Compiler *c, Block *b, Label *failed, unsigned exception, const Node *node);
void handled_end(Compiler *c, Block *b, Label *failed);
void match_stmt(Compiler *c, const Node *s);

/* function.c, class.c, annotate.c */
void function_stmt(Compiler *c, const Node *s);
Operand lambda_near(Compiler *c, const Node *e, Operand near);
/* A function of `code` in the temporary `to`, with its closure. */
void function_make(Compiler *c, Place at, Object *code, const Scope *scope, unsigned to);
/* Evaluates decorators; returns the register in which they want the function or class, from where decorators_call takes
 * it. The result is where the first decorator was. */
unsigned decorators_push(Compiler *c, NodeList decorators);
void decorators_call(Compiler *c, NodeList decorators, unsigned decorated);
/* Takes care of a docstring, assigned to a name (or NULL: the function's own); returns the statements behind it. */
NodeList function_docstring(Compiler *c, NodeList body, Str *store_as);
int definition_line(const Node *s); /* of a function or class: its decorators count */
void class_stmt(Compiler *c, const Node *s);
void annotate_module(Compiler *c, Scope *module);  /* at the start of the module */
void annotate_class(Compiler *c, Scope *cls);      /* at the end of the class */
void annotate_prologue(Compiler *c, Scope *owner); /* at the start of either: makes what annotate_variable adds to */
void annotate_function(Compiler *c, const Node *s, unsigned function); /* the annotations of a fresh function */
void annotate_variable(Compiler *c, const Node *s);
void type_alias_stmt(Compiler *c, const Node *s);
void type_params(Compiler *c, NodeList params, unsigned to); /* a tuple of them, each bound to its name */

/* future.c, unparse.c */
void future_imports(Compiler *c, const Node *tree); /* what the source begins with */
void future_check(Compiler *c, const Node *s);      /* an import that may be one in the wrong place */
Object *unparse_expr(Compiler *c, const Node *e);   /* its text, as a str */

/* warn.c */
void warn_compare(Compiler *c, const Node *e);
void warn_call(Compiler *c, const Node *e);
void warn_subscript(Compiler *c, const Node *e);
void warn_assert(Compiler *c, const Node *s);
void warn_final_bodies(Compiler *c, const Node *tree);

#endif
