/* Machine code that all compiled code shares: the way in and out, and making numbers.
 *
 * Compiled code calls these in its own convention: they keep every register but those that impl.h names, because what
 * the frame's registers hold is in the registers of the machine. Only where a free list is empty, or full, do they
 * save all of them and call C.
 *
 *      enter(code, base, ...):  saved registers | jump to code, which uses the C stack for nothing but calls | leave:
 * status
 */
#include "gc/alloc.h"
#include "gc/pool.h"
#include "interp/jit/impl.h"
#include "interp/object/float.h"

Thunks jit_thunks;
int32_t jit_lost;

static const uint8_t saved_by_callee[] = {RBX, RBP, R12, R13, R14, R15};
static const uint8_t lost_in_calls[] = {RAX, RCX, RDX, RSI, RDI, R8, R9, R10, R11};
enum { XMM_COUNT = HOLDERS - HOLDERS_INT };

static void write_enter(Asm *a) {
    jit_thunks.enter = (int (*)(const void *, Object **, Generator *, uint64_t, Object *))a->at;
    for (unsigned i = 0; i < sizeof saved_by_callee; i++) asm_push(a, saved_by_callee[i]);
    asm_reg_const(a, ASM_GROUP_SUB, RSP, 8); /* calls from here find the stack aligned */
    asm_move(a, BASE, RSI);
    asm_jump_register(a, RDI);
    jit_thunks.leave = a->at;
    asm_reg_const(a, ASM_GROUP_ADD, RSP, 8);
    for (unsigned i = sizeof saved_by_callee; i-- > 0;) asm_pop(a, saved_by_callee[i]);
    asm_return(a);
    jit_thunks.left = a->at;
    asm_constant(a, RAX, JIT_LEFT);
    asm_jump_to(a, jit_thunks.leave);
    jit_thunks.raised = a->at;
    asm_call(a, jit_raised);
    asm_mem(a, PLAIN, ASM_LOAD, BASE, NO_BASE, jit_address(&vm.base));
    asm_jump_register(a, RAX);
    jit_thunks.ended = a->at;
    asm_constant(a, RAX, JIT_ENDED);
    asm_jump_to(a, jit_thunks.leave);
    AsmLabel below = ASM_LABEL_NEW;
    jit_thunks.returned = a->at;
    asm_mem(a, PLAIN, ASM_STORE, R15, NO_BASE, jit_address(&vm.pc));
    asm_mem(a, PLAIN, ASM_STORE, RAX, NO_BASE, jit_address(&jit_result));
    asm_reg(a, PLAIN, ASM_TEST, RBP, RBP);
    asm_jump_if(a, IF_NOT_EQUAL, &below);
    asm_mem_set(a, NO_BASE, jit_address(&vm.base), 0);
    asm_bind(a, &below);
    asm_jump_to(a, jit_thunks.ended);
}

/* Calls C from a thunk, which itself was called: 8 + 9 * 8 bytes, and an even number of doubles, keep the stack
 * aligned.
 */
static void write_save(Asm *a, int doubles) {
    for (unsigned i = 0; i < sizeof lost_in_calls; i++) asm_push(a, lost_in_calls[i]);
    if (doubles) asm_reg_const(a, ASM_GROUP_SUB, RSP, doubles * 8);
    for (int i = 0; i < doubles; i++) asm_mem(a, SCALAR, ASM_STORE_DOUBLE, XMM_FIRST + i, RSP, i * 8);
    asm_move(a, RDI, RAX);
    asm_move(a, RSI, RCX);
}
/* The first `keep` of the registers stay as they are. */
static void write_restore(Asm *a, int doubles, unsigned keep) {
    for (int i = 0; i < doubles; i++) asm_mem(a, SCALAR, ASM_LOAD_DOUBLE, XMM_FIRST + i, RSP, i * 8);
    if (doubles) asm_reg_const(a, ASM_GROUP_ADD, RSP, doubles * 8);
    for (unsigned i = sizeof lost_in_calls; i-- > keep;) asm_pop(a, lost_in_calls[i]);
    if (keep) asm_reg_const(a, ASM_GROUP_ADD, RSP, (int)keep * 8);
    asm_return(a);
}

static void write_c_call(Asm *a, const void *function) {
    write_save(a, XMM_COUNT);
    asm_call(a, function);
    write_restore(a, XMM_COUNT, 0);
}

static const void *write_ask(Asm *a, int doubles) {
    const void *at = a->at;
    write_save(a, doubles);
    asm_call_register(a, RDX);
    write_restore(a, doubles, 1);
    return at;
}

/* A number is made later than it was computed, if at all; who traces allocations is to see the line where that was.
 * Without memory the register gets None: nothing reads it before MemoryError is raised, at the next exit or call. */
static const uint64_t *before_boxing(const uint64_t *pc) {
    const uint64_t *now = vm.pc;
    vm.pc = pc;
    return now;
}
static void box(Object **slot, Object *number, const uint64_t *now) {
    vm.pc = now;
    if (unlikely(!number)) {
        jit_lost = 1;
        number = newref(NONE);
    }
    *slot = number;
}
static void box_float_slow(Object **slot, intptr_t unused, const uint64_t *pc, double v) {
    const uint64_t *now = before_boxing(pc);
    box(slot, float_new(v), now);
}
static void box_int_slow(Object **slot, int64_t v, const uint64_t *pc) {
    const uint64_t *now = before_boxing(pc);
    box(slot, int_from_i64(v), now);
}

static void write_count(Asm *a, int change) {
#ifdef OURO_DEBUG
    asm_mem_const(a, ASM_GROUP_ADD, true, NO_BASE, jit_address(&refcount_total), change);
#else
    (void)a, (void)change;
#endif
}

/* What the register at RAX held, a number or NULL, is released; three pushes align the stack for the call. */
static void write_release_old(Asm *a, unsigned scratch) {
    AsmLabel done = ASM_LABEL_NEW, alive = ASM_LABEL_NEW;
    asm_mem(a, PLAIN, ASM_LOAD, scratch, RAX, 0);
    asm_reg(a, PLAIN, ASM_TEST, scratch, scratch);
    asm_jump_if(a, IF_EQUAL, &done);
    write_count(a, -1);
    asm_mem_const(a, ASM_GROUP_SUB, true, scratch, 0, 1);
    asm_jump_if(a, IF_NOT_EQUAL, &alive);
    asm_push(a, RAX);
    asm_push(a, RCX);
    asm_push(a, RDX);
    asm_move(a, RAX, scratch);
    asm_call(a, jit_thunks.free_number);
    asm_pop(a, RDX);
    asm_pop(a, RCX);
    asm_pop(a, RAX);
    asm_bind(a, &alive);
    asm_bind(a, &done);
}

/* RCX = a new object of type t: a block of the list, or else of the pool that serves the size, as in freelist_object
 * and pool_try; or on to `empty`. RDX is lost. */
static void write_new(Asm *a, FreeList *list, Type *t, AsmLabel *empty) {
    AsmLabel taken = ASM_LABEL_NEW, from_pool = ASM_LABEL_NEW;
    asm_mem(a, PLAIN, ASM_LOAD, RCX, NO_BASE, jit_address(&list->head));
    asm_reg(a, PLAIN, ASM_TEST, RCX, RCX);
    asm_jump_if(a, IF_EQUAL, &from_pool);
    asm_mem(a, PLAIN, ASM_LOAD, RDX, RCX, 0);
    asm_mem(a, PLAIN, ASM_STORE, RDX, NO_BASE, jit_address(&list->head));
    asm_mem_const(a, ASM_GROUP_ADD, true, NO_BASE, jit_address(&list->taken), 1);
    asm_bind(a, &taken);
    asm_mem_set(a, RCX, offsetof(Object, refcount), 1);
    asm_mem_set(a, RCX, offsetof(Object, type), jit_address(t));
    write_count(a, 1);
    AsmLabel done = ASM_LABEL_NEW;
    asm_jump(a, &done);

    asm_bind(a, &from_pool);
    asm_mem(a, PLAIN, ASM_LOAD, RDX, NO_BASE, jit_address(&pool_fast[pool_class(list->block_size)]));
    asm_mem(a, PLAIN, ASM_LOAD, RCX, RDX, offsetof(Pool, free));
    asm_reg(a, PLAIN, ASM_TEST, RCX, RCX);
    asm_jump_if(a, IF_EQUAL, empty);
    asm_push(a, RSI);
    asm_mem(a, PLAIN, ASM_LOAD, RSI, RCX, offsetof(Block, next));
    asm_mem(a, PLAIN, ASM_STORE, RSI, RDX, offsetof(Pool, free));
    asm_pop(a, RSI);
    asm_add_word(a, RDX, offsetof(Pool, countdown), 1);
    asm_mem_const(a, ASM_GROUP_ADD, true, NO_BASE, jit_address(&list->misses), 1);
    asm_jump(a, &taken);
    asm_bind(a, &done);
}

static void write_box_float(Asm *a) {
    jit_thunks.box_float = a->at;
    AsmLabel empty = ASM_LABEL_NEW;
    write_release_old(a, RCX);
    write_new(a, &freelist_float, &float_type, &empty);
    asm_mem(a, SCALAR, ASM_STORE_DOUBLE, 0, RCX, offsetof(Float, value));
    asm_mem(a, PLAIN, ASM_STORE, RCX, RAX, 0);
    asm_return(a);
    asm_bind(a, &empty);
    write_c_call(a, box_float_slow);
}

static void write_box_int(Asm *a) {
    jit_thunks.box_int = a->at;
    AsmLabel empty = ASM_LABEL_NEW, large = ASM_LABEL_NEW;
    asm_push(a, RDX);
    asm_reg_const(a, ASM_GROUP_SUB, RSP, 8); /* it stays aligned */
    write_release_old(a, RDX);
    asm_reg_const(a, ASM_GROUP_ADD, RSP, 8);
    asm_mem(a, PLAIN, ASM_LEA, RDX, RCX, -INT_SMALL_MIN);
    asm_reg_const(a, ASM_GROUP_CMP, RDX, INT_SMALL_MAX - INT_SMALL_MIN);
    asm_jump_if(a, IF_ABOVE, &large);
    asm_mem_const(a, ASM_GROUP_CMP, true, NO_BASE, jit_address(&int_small_countdown), 1);
    asm_jump_if(a, IF_EQUAL, &empty);
    asm_mem_const(a, ASM_GROUP_SUB, true, NO_BASE, jit_address(&int_small_countdown), 1);
    _Static_assert(sizeof(Int) == 24, "the address of a small int is computed as 3 * 8 * its index");
    asm_opcode(a, PLAIN, true, ASM_LEA, RDX, RDX, RDX); /* RDX += RDX * 2 */
    asm_byte(a, 0x04 | RDX << 3);
    asm_byte(a, 0x40 | RDX << 3 | RDX);
    asm_shift(a, ASM_SHIFT_LEFT, RDX, 3);
    asm_reg_const(a, ASM_GROUP_ADD, RDX, jit_address(int_small));
    asm_mem_const(a, ASM_GROUP_ADD, true, RDX, offsetof(Object, refcount), 1);
    write_count(a, 1);
    asm_mem(a, PLAIN, ASM_STORE, RDX, RAX, 0);
    asm_pop(a, RDX);
    asm_return(a);
    asm_bind(a, &large);
    asm_push(a, RCX);
    AsmLabel none = ASM_LABEL_NEW;
    write_new(a, &freelist_int, &int_type, &none);
    asm_pop(a, RDX);
    asm_mem(a, PLAIN, ASM_STORE, RDX, RCX, offsetof(Int, value));
    asm_mem(a, PLAIN, ASM_STORE, RCX, RAX, 0);
    asm_pop(a, RDX);
    asm_return(a);
    asm_bind(a, &none);
    asm_pop(a, RCX);
    asm_bind(a, &empty);
    asm_pop(a, RDX);
    write_c_call(a, box_int_slow);
}

static void free_number_slow(Object *o) {
    object_dealloc(o);
}

static void write_free_number(Asm *a) {
    jit_thunks.free_number = a->at;
    AsmLabel full = ASM_LABEL_NEW, chosen = ASM_LABEL_NEW;
    asm_constant(a, RCX, jit_address(&freelist_float));
    asm_constant(a, RDX, jit_address(&float_type));
    asm_mem(a, PLAIN, ASM_CMP, RDX, RAX, offsetof(Object, type));
    asm_jump_if(a, IF_EQUAL, &chosen);
    asm_constant(a, RCX, jit_address(&freelist_int));
    asm_bind(a, &chosen);
    asm_mem(a, PLAIN, ASM_LOAD, RDX, RCX, offsetof(FreeList, given));
    asm_mem(a, PLAIN, ASM_SUB, RDX, RCX, offsetof(FreeList, taken));
    asm_mem(a, PLAIN, ASM_CMP, RDX, RCX, offsetof(FreeList, room));
    asm_jump_if(a, IF_ABOVE_EQUAL, &full);
    asm_mem(a, PLAIN, ASM_LOAD, RDX, RCX, offsetof(FreeList, head));
    asm_mem(a, PLAIN, ASM_STORE, RDX, RAX, 0);
    asm_mem(a, PLAIN, ASM_STORE, RAX, RCX, offsetof(FreeList, head));
    asm_mem_const(a, ASM_GROUP_ADD, true, RCX, offsetof(FreeList, given), 1);
    asm_return(a);
    asm_bind(a, &full);
    write_c_call(a, free_number_slow);
}

/* Mostly it is a number, of which that was not known. */
static void write_free_object(Asm *a) {
    AsmLabel number = ASM_LABEL_NEW;
    jit_thunks.free_object = a->at;
    asm_mem_const(a, ASM_GROUP_CMP, true, RAX, offsetof(Object, type), jit_address(&int_type));
    asm_jump_if(a, IF_EQUAL, &number);
    asm_mem_const(a, ASM_GROUP_CMP, true, RAX, offsetof(Object, type), jit_address(&float_type));
    asm_jump_if(a, IF_EQUAL, &number);
    write_c_call(a, object_dealloc);
    asm_bind(a, &number);
    asm_push(a, RAX);
    asm_push(a, RCX);
    asm_push(a, RDX);
    asm_call(a, jit_thunks.free_number);
    asm_pop(a, RDX);
    asm_pop(a, RCX);
    asm_pop(a, RAX);
    asm_return(a);
}

bool jit_write_thunks(Asm *a) {
    write_enter(a);
    jit_thunks.ask = write_ask(a, XMM_COUNT);
    jit_thunks.ask_among_ints = write_ask(a, 0);
    write_free_number(a);
    write_free_object(a);
    write_box_float(a);
    write_box_int(a);
    return !a->full;
}
