/* What the files of the compiler share: the state of one compilation, and who does what.
 *
 *      jit.c       when to compile, where the code lives, entering and dropping it
 *      compile.c   one pass over the instructions: labels, exits, what is left to the loop
 *      values.c    what is known of registers, and which are held in registers of the machine
 *      join.c      states where ways meet, and loops
 *      number.c    templates: arithmetic and comparisons of ints and floats
 *      object.c    templates: moving, names, items, iteration
 *      attribute.c templates: attributes and methods
 *      call.c      templates: calls and returns, and everything that calls C
 *      special.c   templates: special methods that are functions
 *      native.c    templates: calls of what is written in C
 *      slot.c      templates: what C does by a slot of the object's type, or to make a list
 *      append.c    templates: appending to lists
 *      slice.c     templates: slices
 *      handle.c    templates: except clauses
 *      generator.c templates: resuming generators and yielding
 *      thunk.c     code that all compiled code shares: in, out, making numbers
 */
#ifndef OURO_JIT_IMPL_H
#define OURO_JIT_IMPL_H

#include "interp/jit/asm.h"
#include "interp/object/int.h"
#include "interp/object/object.h"
#include "interp/vm/jit.h"

#if !defined(__x86_64__)
#error "interp/jit is for x86-64"
#endif

/* Registers of the machine. RBX is the frame's base; RAX, RCX, RDX, XMM0 and XMM1 are for anybody, within a template.
 */
enum {
    BASE = RBX,
    HOLDERS_INT = 11, /* general registers that can hold values: holder_register[] */
    HOLDERS = HOLDERS_INT + 14,
    XMM_FIRST = 2,
    NO_HOLDER = -1,
};

/* What a register of the machine holds for register v of the frame. */
typedef enum Holding {
    HELD_COPY,     /* the value of the number that stands in v */
    HELD_VALUE,    /* the value that v would have: what stands in v is NULL or a number of before */
    HELD_BORROWED, /* the object that v would hold, owned by somebody else; what stands in v is NULL */
} Holding;
typedef struct Holder {
    int16_t v; /* -1: free */
    uint8_t holding;
    bool pinned;        /* an operand of the template that is being written */
    const uint64_t *pc; /* of a value: the instruction that it is the result of */
} Holder;

/* What is known of the object in, or meant by, a register. */
typedef struct Known {
    int16_t v;            /* -1: unused */
    bool empty;           /* it holds NULL */
    Type *type;           /* exactly this built-in type, or NULL */
    uint32_t version;     /* its type has this version, or 0 */
    const Object *object; /* this very one, or NULL */
} Known;
enum { KNOWN_MAX = 24 };

typedef struct State {
    Holder held[HOLDERS];
    Known known[KNOWN_MAX];
    int next_known;
} State;

typedef struct Jit Jit;
typedef struct Stub Stub;
typedef struct Join Join;
/* Code out of line, written after the rest: what a template rarely does. */
struct Stub {
    void (*write)(Jit *, Stub *);
    AsmLabel from, back;
    Holder held[HOLDERS]; /* where it was left */
    uint64_t *pc;
    int a, b;
    Join *join;   /* of a jump to a label of the code */
    State *state; /* of an edge: what is known where it begins, and held */
    Stub *next_edge;
    bool taken_back;
    Stub *next;
};

/* A label of the code: where an instruction begins. */
struct Join {
    AsmLabel label;
    Stub *edges; /* the jumps to it, until it is reached; and what all of them agree on then, NULL: nothing */
    State *meet;
    bool bare; /* somebody jumps to it with nothing held or known */
};

/* The second compilation of a loop's body, the instructions [from, to]. */
typedef struct Copy {
    uint32_t from, to;
    Join *joins; /* those behind `from` */
    AsmLabel head;
    State entry;    /* what holds at the head */
    State agreed;   /* and at the ends */
    bool disagreed; /* these are not the same */
    struct Copy *next;
} Copy;

struct Jit {
    Asm a;
    Code *code;
    uint64_t *pc; /* the instruction that is being compiled */
    State state;
    Join *joins;  /* for each word of the code */
    Copy *copy;   /* what is being compiled is this one */
    Copy *copies; /* all of them */
    Stub *stubs, **stub_end;
    Stub spare;       /* for one more when there is no memory */
    bool failed;      /* no memory */
    bool reachable;   /* does what was written last go on here? */
    bool comes_back;  /* the loop, or another frame, may go on behind this instruction */
    unsigned skipped; /* words behind the instruction that its template did as well */
    Stub *exit;       /* the last way out, good for other guards of the same instruction */
    int slot;
    uint32_t start;    /* offset of the first instruction + 1, or 0 */
    uint32_t *entries; /* for each word: offset of the way in, or 0 */
    AsmLabel leave;    /* after a failed guard */
};

static inline unsigned jit_a(const Jit *j) {
    return insn_a(*j->pc);
}
static inline unsigned jit_b(const Jit *j) {
    return insn_b(*j->pc);
}
static inline unsigned jit_c(const Jit *j) {
    return insn_c(*j->pc);
}
/* Has the instruction a cache word for its continuation? */
static inline bool jit_is_call(Opcode op) {
    return op_info[op].operands[0] == 'd' && op_info[op].cache == CALL_CONTINUATION;
}
static inline bool jit_is_constant(unsigned operand) {
    return operand & OPERAND_CONSTANT;
}
static inline bool jit_dies(unsigned operand) {
    return operand & OPERAND_DYING;
}
static inline int jit_index(unsigned operand) {
    return operand & OPERAND_INDEX;
}
static inline Object *jit_constant(const Jit *j, unsigned operand) {
    return j->code->consts[operand & OPERAND_INDEX];
}
static inline int32_t jit_slot(int v) { /* displacement of register v from the base */
    return v * (int)sizeof(Object *);
}
static inline int32_t jit_address(const void *variable) {
    return (int32_t)(intptr_t)variable;
}
static inline bool jit_is_temporary(const Jit *j, int v) {
    return v >= j->code->local_count;
}
/* Operand B or C of an instruction that writes A: a temporary that A overwrites dies, too, whether or not it says so.
 */
static inline unsigned jit_read(const Jit *j, unsigned operand) {
    bool overwritten =
        !jit_is_constant(operand) && jit_index(operand) == (int)jit_a(j) && jit_is_temporary(j, (int)jit_a(j));
    return overwritten ? operand | OPERAND_DYING : operand;
}
static inline unsigned jit_read_b(const Jit *j) {
    return jit_read(j, jit_b(j));
}
static inline unsigned jit_read_c(const Jit *j) {
    return jit_read(j, jit_c(j));
}

/* --- compile.c --- */
Stub *jit_stub(Jit *j, void (*write)(Jit *, Stub *)); /* with the state of now; never NULL */
AsmLabel *jit_exit(Jit *j);                           /* goes to the loop, which executes the current instruction */
AsmLabel *jit_detour(Jit *j);                         /* the same where that is no failure of a guard */
void jit_leave_to(Jit *j, const uint64_t *pc);        /* to the loop, there; everything is in place already */
void jit_unsupported(Jit *j);                         /* the loop has to execute this instruction */
void jit_set_pc(Jit *j);                              /* vm.pc = this instruction */

void jit_compile_copy(Jit *j, uint32_t from, uint32_t to); /* of a loop's body */
void jit_free_stubs(Stub *s);

/* --- join.c --- */
AsmLabel *jit_edge(Jit *j, const uint64_t *target);  /* goes to another instruction, further on */
Join *jit_join(Jit *j, const uint64_t *target);      /* its label, or that of its copy */
Join *jit_bare_join(Jit *j, const uint64_t *target); /* the same, for a jump with nothing held */
/* The instruction of the label comes next; `nothing`: the loop may come there, too. */
void jit_reach_join(Jit *j, Join *join, bool nothing);
/* At the end of a loop's body: compiles it again with what is known now. False: in vain, it goes on here. */
bool jit_copy_loop(Jit *j, uint32_t from, uint32_t to);
void jit_close_copy(Jit *j); /* the end of the copy, or an iteration's: back to its head */
void jit_free_joins(Join *joins, uint32_t n);
void jit_free_copies(Jit *j);

/* --- values.c --- */
static inline bool jit_is_float(int holder) {
    return holder >= HOLDERS_INT;
}
extern const uint8_t jit_holder_register[HOLDERS];
static inline unsigned jit_machine(int holder) {
    return jit_holder_register[holder];
}
void jit_forget_all(State *s);
void jit_write_state(Jit *j, const Holder *held); /* writes what puts everything in its place; held stays as it is */
void jit_return_to(Jit *j, const Stub *s);        /* what is held, and the instruction, are again those of the stub */
void jit_flush(Jit *j);                           /* the same, and nothing is held any more */
void jit_flush_but(Jit *j, int v);                /* but what is borrowed for v stays */
void jit_flush_around(Jit *j, int first, int n);  /* but what is held for these stays */
void jit_settle(Jit *j);                          /* puts in place what the death of an object could harm */
void jit_settle_but(Jit *j, int v);               /* the same, but what is borrowed for v stays */
void jit_place_value(Jit *j, int v);              /* the same if it is a number */
void jit_place(Jit *j, int v);                    /* puts what v means in place */
bool jit_is_clean(const State *s);                /* nothing would have to be written */
Known *jit_known(const State *s, int v);          /* what is known, or NULL; of a state that may be changed if s may */
Known *jit_learn(State *s, int v);                /* the entry for v, made if need be */
void jit_unlearn(State *s, int v);
void jit_learn_empty(Jit *j, int first, int end);            /* the registers of a window that C has emptied */
int jit_held(const State *s, int v);                         /* holder, or NO_HOLDER */
int jit_hold(Jit *j, bool floating, int v, Holding holding); /* a free holder for v; v -1: only for this template */
void jit_unpin(Jit *j);                                      /* the template is done with its operands */
void jit_drop_holder(Jit *j, int holder);

/* Operands. They may leave to the loop as long as nothing was changed. */
int jit_int_operand(Jit *j, unsigned operand); /* holder of the value; a guard if need be */
int jit_float_operand(Jit *j, unsigned operand);
/* The object in register v: in a register of the machine, `scratch` if it is in none. */
unsigned jit_object(Jit *j, int v, unsigned scratch);
void jit_guard_type(Jit *j, int v, unsigned object, Type *t);
void jit_guard_version(Jit *j, int v, unsigned object, uint32_t version);

/* Results. prepare: may leave to the loop; what stands in A is released unless it is a number that can be overwritten.
 */
void jit_prepare_number(Jit *j, int a);
void jit_prepare_empty(Jit *j, int a);
void jit_give_value(Jit *j, int a, int holder, Type *t); /* the holder's value is what a has from now on */
void jit_give_borrowed(Jit *j, int a, unsigned object);  /* the same with an object of somebody else; a is empty */
/* A new reference in RCX goes to register a; nothing is held but what does not matter. */
void jit_store_object(Jit *j, int a, unsigned object);
void jit_kill(Jit *j, unsigned operand); /* a dying operand that is a number, or borrowed, or when nothing is held */
bool jit_is_owned(Jit *j, unsigned operand); /* is it a register that has its own reference in place? */
void jit_value_object(Jit *j, unsigned operand, unsigned reg); /* reg = the object, borrowed */
void jit_take_object(Jit *j, unsigned operand, unsigned reg);  /* reg = a new reference; a dying operand is taken */
void jit_decref(Jit *j);                                       /* the object in RAX; everything is in place */
void jit_release(Jit *j);           /* the same, of NULL too, when nothing is held: what C does not save is lost */
void jit_count(Jit *j, int change); /* debug builds: of all references */
void jit_incref(Jit *j, int base);
void jit_incref_constant(Jit *j, const Object *o, unsigned reg); /* its address is in reg then */

/* What stands in a holder, a number that is held as a value, goes to the place at [RDX], which has NULL or a number. */
void jit_box_into(Jit *j, const Holder *h, int i);
/* RAX = function(RAX, RCX), C that needs nothing in place and may not run user code; RCX and RDX are lost. */
void jit_ask(Jit *j, const void *function);

/* --- object.c --- */
static inline bool jit_is_same(unsigned dying, int a) {
    return jit_dies(dying) && jit_index(dying) == a;
}
void jit_make_room(Jit *j, int a); /* register a can take an object after this, which may leave to the loop */
void jit_give_object(Jit *j, int a, unsigned object); /* a = the object, which somebody else owns; there is room */
void jit_guard_keys(Jit *j, unsigned reg, uint32_t version); /* reg, a dict, becomes its keys, of this version */
/* Before a store to a place in the object of register `owner`, or NO_REGISTER. */
void jit_settle_for_store(Jit *j, unsigned operand, int owner);
void jit_store_operand(Jit *j, unsigned operand); /* the place at [RDX] = operand, after settle_for_store */

/* --- attribute.c --- */
void jit_give_loaded(Jit *j, int a, unsigned b); /* a = the object in RCX, which belongs to b; b may die */
/* at = where the table of lookups has what is known of the class in RAX and the name; RCX and RDX are lost. */
void jit_find_lookup(Jit *j, unsigned at, const Str *name, AsmLabel *otherwise);

/* --- templates: false when there is none for the instruction --- */
bool jit_number(Jit *j, Opcode op);
bool jit_object_template(Jit *j, Opcode op);
bool jit_attribute(Jit *j, Opcode op);
bool jit_special(Jit *j, Opcode op);
bool jit_handle(Jit *j, Opcode op);
bool jit_generator(Jit *j, Opcode op);
bool jit_call_template(Jit *j, Opcode op);
void jit_call_body(Jit *j, Opcode op); /* the body of the current instruction, which is one, does it */
bool jit_slice(Jit *j, Opcode op);
bool jit_native_call(Jit *j, Opcode op); /* native.c */
bool jit_by_slot(Jit *j, Opcode op);     /* slot.c; the last to be asked, and not for cold instructions */
/* Out of line: an exception is pending, everything is in place; and, not what was expected: the body does it all. */
void jit_write_raised(Jit *j, Stub *s);
void jit_write_other(Jit *j, Stub *s);
void jit_leave_if_watched(Jit *j);      /* behind C that ran anything: does somebody want to hear of more since? */
bool jit_is_cold(const uint64_t *insn); /* the loop is to execute it first, and learn */

/* --- call.c --- */
/* RCX: the code of a function whose frame is to begin at register `first`. Goes to `out` when it cannot. RSI is lost.
 */
void jit_guard_limits(Jit *j, int first, AsmLabel *out);
void jit_call_step(Jit *j, Opcode op); /* everything is in place; RAX and RDX are the Step */
AsmLabel *jit_step_instead(Jit *j);    /* a step in C does the current instruction; everything is in place */

/* --- append.c --- */
void jit_list_append(Jit *j);
/* list.append, the list and the item being in these registers of the window, which are empty after that. */
void jit_append_call(Jit *j, int self, int item);

/* --- special.c --- */
void jit_special_dropped(const Code *c); /* no frame goes back to c's machine code any more */

/* --- thunk.c --- */
typedef struct Thunks {
    /* g and the rest: for code that resumes a generator (generator.c) */
    int (*enter)(const void *code, Object **base, Generator *g, uint64_t return_word, Object *value);
    const void *leave;          /* EAX: status */
    const void *left, *ended;   /* the same with this status */
    const void *returned;       /* the same, ended: RAX: result; R15: vm.pc; RBP: 0 if no frame is below */
    const void *raised;         /* an exception is pending at vm.pc: on to where it is handled */
    const void *box_float;      /* register at RAX = XMM0, a result of instruction RDX; RCX and RDX are lost */
    const void *box_int;        /* register at RAX = RCX, a result of instruction RDX; that is lost */
    const void *ask;            /* RAX = RDX(RAX, RCX); RCX and RDX are lost */
    const void *ask_among_ints; /* the same where no holder has a double */
    const void *free_object;    /* RAX: any other; everything is in place */
    const void *free_number;    /* RAX: a number whose count has become 0; RCX and RDX are lost */
} Thunks;
extern Thunks jit_thunks;
bool jit_write_thunks(Asm *a);

/* What compiled code comes back with. ENDED: jit_result is NULL if it was by an exception. */
enum { JIT_LEFT, JIT_WORN, JIT_ENDED };

/* --- step.c --- */
typedef struct Step {
    const void *to; /* machine code that goes on, in the frame at vm.base */
    Object *result; /* of a call: new, for the code behind it; else NULL */
} Step;
typedef Step (*StepFunction)(Object **r, const uint64_t *pc, Opcode op);
extern const StepFunction jit_steps[OP_COUNT]; /* NULL: there is none */
/* An exception is pending in the frame at vm.base, at vm.pc. */
Step jit_raised(void);
/* After __init__, whose result (stolen) it is: the object of the CALL_CLASS at pc, new; or NULL with TypeError. */
Object *jit_class_called(Object **r, const uint64_t *pc, Object *result);
/* To the frame that runs now, by a generator whose frame had this return word. Where to go on. */
const void *jit_yielded(uint64_t return_word, Object *result);
/* special_finish, and where to go on. */
const void *jit_finish_special(Object **r, const uint64_t *pc, Object *result);

/* --- jit.c --- */
const void *jit_way_in(const Code *c, const uint64_t *pc); /* at an ENTER; NULL if that is closed */
/* For each compiled code: how many failed guards are left before it is made anew. */
enum { JIT_CODES_MAX = 4096 };
extern int32_t jit_patience[JIT_CODES_MAX];
extern int32_t jit_lost; /* a number could not be made: MemoryError is pending */
bool jit_compile_code(Jit *j);

#endif
