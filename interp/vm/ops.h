/* What the evaluation loop calls: the parts of instructions that are too long, or too rare, to stand in the loop.
 *
 * The prefix of a function is its file: lookup.c, construct.c, invoke.c, match.c, handle.c, await.c, bind.c, unwind.c,
 * quicken.c. `r` is always the running frame's registers. Results are new references, NULL or -1 with an exception
 * pending. A function that takes a window consumes it on success; after a failure the unwinder releases what is left.
 */
#ifndef OURO_VM_OPS_H
#define OURO_VM_OPS_H

#include "interp/object/containers.h"
#include "interp/object/exception.h"
#include "interp/object/float.h"
#include "interp/object/instance.h"
#include "interp/object/int.h"
#include "interp/object/object.h"
#include "interp/vm/vm.h"

/* lookup.c */
void lookup_note(Str *name); /* sets .name of the pending NameError */
Object *lookup_load_global(Function *f, Str *name);
Object *lookup_load(Object *namespace, Function *f, Str *name);
Object *lookup_builtin(const Function *f, Str *name);          /* the same */
Object *lookup_load_class(Object *namespace, Str *name);       /* NULL without an exception: not there */
int lookup_store(Object *namespace, Str *name, Object *value); /* value NULL: delete */
int lookup_store_global(Function *f, Str *name, Object *value);
Object *lookup_unbound_local(const Code *c, unsigned local);
Object *lookup_unbound_free(const Code *c, unsigned index); /* of a closure cell */
/* d[key], borrowed; the upper half of *hint becomes the number of its entry. NULL with KeyError, or what __eq__ raised
 */
Object *lookup_dict_item(Dict *d, Str *key, uint64_t *hint);
Object *lookup_import_from(Object *module, Str *name);
int lookup_import_star(Object *module, Object *namespace);
Object *lookup_import(Function *f, Str *name, Object *namespace, Object *level, Object *fromlist);

/* construct.c */
/* What makes a display or an f-string out of the n parts in a window, which is empty then. */
typedef struct Constructor {
    Object *(*make)(Object **window, ptrdiff_t n);
    Type *type;
    unsigned width; /* registers for each of the n: the pairs of a dict have two */
    bool asks;      /* its parts' __hash__ and __eq__, which may do anything */
} Constructor;
extern const Constructor constructors[OP_COUNT];   /* by instruction */
int construct_set_add(Object *set, Object *value); /* of a comprehension, or __conditional_annotations__: anything */
int construct_map_add(Object *map, Object *key, Object *value);
int construct_list_extend(Object *list, Object *iterable);
int construct_dict_update(Object *dict, Object *mapping);
int construct_dict_merge(Object *dict, Object *mapping, Object *callable);
Object *construct_callable_text(Object *callable); /* "module.f()", as messages about its arguments begin */
int construct_unpack(Object *iterable, Object **out, unsigned n);
int construct_unpack_star(Object *iterable, Object **out, unsigned before, unsigned after);
Object *construct_format(Object *value, unsigned conversion, Object *spec);
Object *construct_interpolation(Object **window, unsigned conversion);
Object *construct_template(Object **window);
Object *construct_intrinsic(unsigned which, Object *operand);
int construct_set_function(Function *f, unsigned part, Object *value);

/* invoke.c: calls of everything but Python functions. window[0] is the callable, arguments start at window[first]. */
Object *invoke_window(Object **window, unsigned first, unsigned nargs, Tuple *kwnames);
Object *invoke_spread(Object *f, Object *args, Object *kwargs);
/* window: function | free | args | kwargs or NULL. Where a Python function is called with a tuple or list and a dict of
 * names it becomes that of a frame: function | free | parameters ... 1; 0: nothing was done; -1: TypeError */
int invoke_spread_frame(Object **window);
/* A method bound to an object: in the window of a call its function and its self take the places that they would have
 * in a plain one. Returns the function. */
static inline bool invoke_is_bound(const Object *f) {
    return f->type == &bound_method_type && ((const BoundMethod *)f)->function->type == &function_type;
}
static inline Function *invoke_bound_function(const Object *f) {
    return (Function *)((const BoundMethod *)f)->function;
}
Object *invoke_unbind(Object **window, unsigned nargs);
/* Are n arguments by position enough, with defaults, and not too many? For functions without stars and keywords. */
static inline bool invoke_takes(const Function *f, unsigned n) {
    unsigned most = f->code->exact_args, defaults = f->defaults ? (unsigned)f->defaults->length : 0;
    return n == most || (n < most && most != UINT32_MAX && most - n <= defaults);
}

/* Does the dict of an instance hide the class attribute that the instruction remembers? */
static inline bool attribute_is_hidden(Object *o, const Str *name, const uint64_t *insn) {
    const Dict *own = instance_own_dict(o);
    uint32_t keys = insn[3] >> 32;
    return unlikely(own != NULL) && !(keys && keys == own->keys->version) && instance_hides(o, name);
}
/* Is it the class, with the metaclass, that the instruction remembers? */
static inline bool class_is_unchanged(const Object *o, uint64_t versions) {
    return o->type->version == versions >> 32 && ((const Type *)o)->version == (uint32_t)versions;
}

/* special.c. The function for it, borrowed; NULL when it is not the plain case. */
Function *special_function(Type *t, Str *name, unsigned nargs); /* a method of the class, self among nargs */
Function *special_operator(Object *b, Object *c, Opcode op);    /* op: a binary operator or comparison */
/* The names of an operator's methods; inplace is NULL unless it is one in place. */
typedef struct SpecialOperator {
    enum BinaryOp op;
    Str *name, *inplace;
} SpecialOperator;
SpecialOperator special_operator_names(Opcode op);
Function *special_getter(Object *property);
Function *special_exit(Type *t); /* __exit__, a plain function of any parameters */
/* A frame for f(args) above the running one at r, called by insn. Its registers, or NULL with MemoryError. */
Object **special_push(Object **r, const uint64_t *insn, Function *f, Object *const *args, unsigned n);
/* The frame that special_push made, or __init__'s, has ended with `result` (stolen): does what the instruction at pc
 * wants it for. Where execution goes on, or NULL with an exception. */
const uint64_t *special_finish(Object **r, const uint64_t *pc, Object *result);
Opcode special_opcode(const Code *code, const uint64_t *insn); /* the generic one of an instruction, watched or not */

/* super_frame.c: super().name in the function at r. `cache`: see LOAD_SUPER_METHOD. The method, borrowed, and whom it
 * is called with; NULL: not known. Learning raises nothing. */
Object *super_cached_method(Object **r, const uint64_t *cache, Object **self);
void super_learn_method(Object **r, uint64_t *cache, Str *name);

/* bind.c: puts `positional` + the keywords' arguments, which stand in base[0...], into the registers that the
 * parameters of f have; defaults are filled in. On failure all of them are released. */
int bind_arguments(Function *f, Object **base, ptrdiff_t positional, Tuple *kwnames);
/* The same for arguments that a map puts in order, which is the first cache word of a CALL_MATCHED:
 *
 *      generic opcode: 16 bits | number of parameters: 4 | for each, which argument or CALL_MAP_DEFAULT: 4 * 10 | of
 * arguments: 4
 *
 * False, with nothing changed, when defaults are missing. */
enum { CALL_MAP_MAX = 10, CALL_MAP_DEFAULT = 15 };
static inline unsigned call_map_parameters(uint64_t map) {
    return map >> 16 & 15;
}
static inline unsigned call_map_source(uint64_t map, unsigned parameter) {
    return map >> (20 + 4 * parameter) & 15;
}
static inline unsigned call_map_arguments(uint64_t map) {
    return (unsigned)(map >> 60);
}
bool bind_mapped(const Function *f, Object **base, uint64_t map);
int bind_parameter(const Code *c, Object *keyword); /* which one takes it, or -1 */

/* match.c */
bool match_sequence(Object *subject);
bool match_mapping(Object *subject);
Object *match_keys(Object *subject, Object *keys);
Object *match_rest(Object *subject, Object *keys);
Object *match_class(Object *subject, Object *cls, unsigned positional, Object *names);

/* handle.c */
void handle_raise(Object *exc, Object *cause); /* leaves the exception pending; both NULL: bare raise */
int handle_match(Object *exc, Object *type);   /* except type: 1, 0, -1 */
int handle_match_group(Object **window, Object *type);
Object *handle_merge_group(Object *original, Object *list);
/* The result of __enter__ (__aenter__); exit[0]: __exit__, exit[1]: what it is called with first, or NULL; both new. */
Object *handle_with_enter(Object *manager, Object **exit, bool async);
/* What __exit__ is told about the exception, or NULL: borrowed. */
typedef struct ExitArguments {
    Object *at[3];
} ExitArguments;
ExitArguments handle_exit_arguments(Object *exc);
Object *handle_with_exit(Object **exit, Object *exc);
static inline void handle_with_done(Object **exit) {
    clear_ref(&exit[0]);
    clear_ref(&exit[1]);
}

/* await.c */
Object *await_iterator(Object *o, unsigned where);
Object *await_aiter(Object *o);
Object *await_anext(Object *o);
Object *await_yield_from_iterator(Object *o, const Code *code);
Object *await_wrap(Object *value); /* async_generator_wrapped_value */
Object *await_send(Object *iterator, Object *value,
                   bool *done); /* one step of SEND; done: result is the value of the whole */

/* unwind.c: an exception is pending in the frame at vm.base, at vm.pc. Adds the traceback entry unless `again`, finds
 * the handler and prepares its register: true, vm.base and vm.pc say where to go on. False: the entry frame ended. */
bool unwind_find_handler(bool again);
const uint64_t *unwind_raised_at(const Frame *f); /* where the exception leaves the frame, as far as the source says */
void unwind_clear_registers(Object **registers, unsigned n);

/* generator.c */
Object *generator_from_frame(Object **base, const uint64_t *pc); /* moves the registers out; does not pop the frame */
Object **vm_top(void);               /* the first slot above everything that the running frame may use */
void generator_finish(Generator *g); /* its frame, which still owns the function, is over */
/* The rare parts of resume.h: an exception; and what frame objects and listeners have to be told. */
__attribute__((cold)) void *generator_push_failed(void);
void generator_pushed(Generator *g, Object **base);
void generator_suspending(Generator *g, Object **base, const uint64_t *pc, Object *value);

/* frame.c */
void frame_leave(Object **base, const uint64_t *pc); /* FRAME_OBJECT is set and the frame ends */
/* What died in its registers may have asked for the frame, which nobody had done before, or which had left already. */
static inline void frame_leave_again(Object **base, const uint64_t *pc) {
    if (unlikely(frame_word(base) & FRAME_OBJECT)) frame_leave(base, pc);
}
void frame_abandon(Generator *g); /* g has a frame object, is suspended, and ends without running */
void frame_suspend(Object **base, Generator *g, const uint64_t *pc); /* FRAME_OBJECT is set; g takes the registers */
void frame_resume(Frame *f, Object **base);

/* quicken.c: replaces the generic instruction at insn by one specialised for its operands of now, if there is one. */
void quicken_binary(uint64_t *insn, Object *b, Object *c);
void quicken_compare(uint64_t *insn, Object *b, Object *c);
void quicken_jump_compare(uint64_t *insn, Object *b, Object *c);
void quicken_truth(uint64_t *insn, Object *o);
void quicken_for(uint64_t *insn, Object *iterator);
void quicken_send(uint64_t *insn, Object *iterator);
void quicken_get_item(uint64_t *insn, Object *o, Object *key);
void quicken_set_item(uint64_t *insn, Object *o, Object *key);
void quicken_load_global(uint64_t *insn, Function *f, Str *name);
void quicken_store_global(uint64_t *insn, Function *f, Str *name);
void quicken_load_attr(uint64_t *insn, Object *o, Str *name);
void quicken_store_attr(uint64_t *insn, Object *o, Str *name);
void quicken_load_method(uint64_t *insn, Object *o, Str *name);
void quicken_call(uint64_t *insn, Object *callable, unsigned nargs);
void quicken_call_method(uint64_t *insn, Object *callable, Object *self, unsigned nargs);
void quicken_call_keywords(uint64_t *insn, Object *callable, Object *self, unsigned nargs, Tuple *keywords);
bool quicken_is_new(const uint64_t *insn); /* would it look for something to specialise for, the next time it runs? */
void quicken_undo(uint64_t *insn);         /* puts the generic instruction back after a failed guard */
void quicken_undo_all(Code *c);            /* the same of all instructions */

/* vm.c: does what safepoint_wanted asks for. 0, -1 */
int vm_safepoint(void);
int vm_entered(void);    /* the same, where a function begins */
int vm_stack_full(void); /* raises RecursionError or MemoryError for a frame that does not fit; returns -1 */

/* eval.c: runs the frame at vm.base from pc until that frame ends, or is a generator's that yields. The result, or NULL
 * with the exception pending. pc NULL: runs nothing; all that runs later is counted (stats.h). */
Object *eval_run(uint64_t *pc);

#endif
