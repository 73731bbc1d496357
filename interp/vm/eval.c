/* The evaluation loop: one body for each row of opcodes.def and opcodes_quick.def.
 *
 * `r` are the registers of the running frame, `k` its constants, `pc` the instruction, whose cache words are pc[1] and
 * so on. vm.pc is the same, kept right at every dispatch: whoever is called from a body (a traceback, the allocator's
 * tracer) finds the line. Bodies use this small vocabulary and nothing else:
 *
 *      A B C          the operands           VALUE(x)  content of a k operand     R(x)   register x
 *      KILL(x)        releases a dying operand          STORE(v)   register A = v, releasing the old content
 *      TAKE(x)        content, for keeps                DELIVER(v) the same, or releases v if nobody wants it
 *      NEXT, SKIP(n)  on to the next instruction, over n cache words          ready()   is it time to specialise?
 *      GUARD(c)       a specialised instruction whose assumption fails turns generic again and runs as that
 *      RAISE          an exception is pending: unwind
 *
 * Bodies never jump into one another, but for the few shared tails at the end (calls, returns, unwinding).
 */
#include <math.h>
#include <string.h>

#include "gc/safepoint.h"
#include "interp/object/instance.h"
#include "interp/object/super.h"
#include "interp/object/type_impl.h"
#include "interp/vm/arith.h"
#include "interp/vm/bodies.h"
#include "interp/vm/generator.h"
#include "interp/vm/jit.h"
#include "interp/vm/resume.h"
#include "interp/vm/stats.h"

/* From here on the layout is a table's, kept by hand. */
/* clang-format off */
#define A           operand(pc, 1)
#define B           operand(pc, 2)
#define C           operand(pc, 3)
#define INDEX(x)    ((x) & OPERAND_INDEX)
#define R(x)        (r[x])
#define VALUE(x)    (unlikely((x) & OPERAND_CONSTANT) ? k[INDEX(x)] : r[INDEX(x)])
#define DISPATCH    goto *labels[operand(pc, 0)]
/* pc moves on in its register before it is stored, or GCC computes it twice. In so large a function clang 14 takes the
 * asm's result for what pc was, and the same instruction runs for ever. */
#ifdef __clang__
#define SKIP(n)     do { pc += 1 + (n); vm.pc = pc; DISPATCH; } while (0)
#else
#define SKIP(n)     do { pc += 1 + (n); __asm__("" : "+r"(pc)); vm.pc = pc; DISPATCH; } while (0)
#endif
#define NEXT        SKIP(0)
#define RAISE       goto raise
#define TAKE(x)     take(&r[INDEX(x)], &k[INDEX(x)], x)
#define GUARD(c)    do { if (unlikely(!(c))) goto generic; } while (0)
#define TARGET(op)  TARGET_##op
#define KILL(x)     do { if ((x) & OPERAND_DYING) clear_ref(&r[INDEX(x)]); } while (0)
#define CHECK(c)    do { if (unlikely(!(c))) RAISE; } while (0)
#define STORE(v)    set_ref(&r[A], v)
#define DELIVER(v)  do { if (A & OPERAND_DYING) decref(v); else set_ref(&r[A], v); } while (0)
#define SAFEPOINT   do { if (unlikely(safepoint_wanted)) CHECK(vm_safepoint() == 0); } while (0)
#define JUMP_CACHED SKIP(1 + (int32_t)pc[1])
/* A whole body: the result of a call that may raise goes to A, dying operands are released. */
#define RESULT(expr)     do { Object *x = (expr); CHECK(x); STORE(x); } while (0)
#define RESULT1(expr)    do { Object *x = (expr); CHECK(x); KILL(B); STORE(x); } while (0)
#define RESULT2(expr)    do { Object *x = (expr); CHECK(x); KILL(B); KILL(C); STORE(x); } while (0)
/* Calls a special method that is a function: the instruction is finished at `special`. */
#define CALL_SPECIAL(f, n, ...) do { \
    r = special_push(r, pc, f, (Object *[]){__VA_ARGS__}, n); \
    if (unlikely(!r)) RAISE; \
    goto enter; } while (0)
#define NAME(i)          (frame_function(r)->code->names[i])

/* The opcode and the operands are read from where they stand: that is cheaper than to take a word apart. */
static inline unsigned operand(const uint64_t *insn, int i) {
    return ((const uint16_t *)insn)[i];
}

/* Has the counter in quarter i of a cache word run out? If so it is wound up again and the caller may try to
 * specialise, unless the instruction is watched: it stays as it is then (line.h). */
static inline bool ready(const uint64_t *insn, int word, int i) {
    uint16_t *count = (uint16_t *)(insn + word) + i;
    if (likely((*count)-- > 1)) return false; /* 0: it has never been executed */
    *count = 16;
    return insn_op(*insn) != OP_LINE;
}

/* The same for what mostly happens once: the first execution is not looked at. */
static inline bool ready_again(const uint64_t *insn, int word, int i) {
    uint16_t *count = (uint16_t *)(insn + word) + i;
    if (unlikely(*count == 0)) return *count = 2, false;
    return ready(insn, word, i);
}

/* A reference of one's own to what an operand means: that of a dying register, which is empty then. */
static inline Object *take(Object **reg, Object **constant, unsigned operand) {
    if (!(operand & OPERAND_DYING)) return newref(operand & OPERAND_CONSTANT ? *constant : *reg);
    Object *v = *reg;
    *reg = NULL;
    return v;
}

/* -1: the object has to be asked. */
static inline int quick_truth(Object *o) {
    if (o == TRUE) return 1;
    if (o == FALSE || o == NONE) return 0;
    return o->type == &int_type ? ival(o) != 0 : -1;
}
static inline int truth(Object *o) {
    int t = quick_truth(o);
    return t < 0 ? object_truth(o) : t;
}

/* Releases `n` registers from `p` on and leaves them empty. */
static inline void release_window(Object **p, unsigned n) {
    for (unsigned i = n; i-- > 0;) { /* last first: programs see the order in their __del__ */
        Object *o = p[i];
        p[i] = NULL;
        xdecref(o);
    }
}

Object *eval_run(uint64_t *start) {
    static const void *labels[OP_COUNT] = {
#define OP(name, operands, cache, doc) &&TARGET_##name,
#include "interp/compile/opcodes.def"
#undef OP
    };
    if (unlikely(!start)) return stats_divert(labels, &&count), NULL;
    uint64_t *pc = start;
    Object **r = vm.base;
    Object **k = frame_function(r)->code->consts;
    Object *result;
    Tuple *keywords;
    Generator *resumed;
    int status;
    vm.pc = pc;
    DISPATCH;

    /* --- moving values --- */
TARGET(NOP):
    NEXT;
TARGET(MOVE): {
    Object *v = TAKE(B);
    STORE(v);
    NEXT;
}
TARGET(LOAD_CONST):
    STORE(newref(k[(uint32_t)insn_jump(*pc)]));
    NEXT;
TARGET(RELEASE):
    clear_ref(&R(A));
    NEXT;
TARGET(CHECK_LOCAL):
    if (unlikely(!R(A))) {
        lookup_unbound_local(frame_function(r)->code, A);
        RAISE;
    }
    NEXT;
TARGET(DELETE_LOCAL):
    clear_ref(&R(A));
    NEXT;

    /* --- names --- */
TARGET(LOAD_GLOBAL): {
    if (unlikely(ready(pc, 2, 3))) quicken_load_global(pc, frame_function(r), NAME(B));
    RESULT(lookup_load_global(frame_function(r), NAME(B)));
    SKIP(2);
}
TARGET(LOAD_GLOBAL_MODULE): {
    const DictKeys *keys = frame_function(r)->globals->keys;
    GUARD(keys->version == (uint32_t)pc[1]);
    STORE(newref(*dict_value_at(keys, pc[1] >> 32)));
    SKIP(2);
}
TARGET(LOAD_GLOBAL_BUILTIN): {
    const Function *f = frame_function(r);
    const DictKeys *keys = f->builtins->keys;
    GUARD(f->globals->keys->version == (uint32_t)pc[1] && keys->version == pc[1] >> 32);
    STORE(newref(*dict_value_at(keys, (uint32_t)pc[2])));
    SKIP(2);
}
TARGET(STORE_GLOBAL):
    CHECK(bodies[OP_STORE_GLOBAL](r, pc, OP_STORE_GLOBAL) != BODY_RAISED);
    if (unlikely(ready_again(pc, 2, 3))) quicken_store_global(pc, frame_function(r), NAME(B));
    SKIP(2);
TARGET(STORE_GLOBAL_MODULE): {
    const DictKeys *keys = frame_function(r)->globals->keys;
    GUARD(keys->version == (uint32_t)pc[1]);
    Object *v = TAKE(A);
    set_ref(dict_value_at(keys, pc[1] >> 32), v);
    SKIP(2);
}
TARGET(DELETE_GLOBAL):
    CHECK(lookup_store_global(frame_function(r), NAME(B), NULL) == 0);
    NEXT;
TARGET(LOAD_NAME):
    if (R(0) == (Object *)frame_function(r)->globals && unlikely(ready(pc, 2, 3)))
        quicken_load_global(pc, frame_function(r), NAME(B));
    RESULT(lookup_load(R(0), frame_function(r), NAME(B)));
    SKIP(2);
TARGET(LOAD_NAME_MODULE): {
    const Dict *globals = frame_function(r)->globals;
    GUARD(R(0) == (Object *)globals && globals->keys->version == (uint32_t)pc[1]);
    STORE(newref(*dict_value_at(globals->keys, pc[1] >> 32)));
    SKIP(2);
}
TARGET(LOAD_NAME_BUILTIN): {
    const Function *f = frame_function(r);
    const DictKeys *keys = f->builtins->keys;
    GUARD(R(0) == (Object *)f->globals && f->globals->keys->version == (uint32_t)pc[1] && keys->version == pc[1] >> 32);
    STORE(newref(*dict_value_at(keys, (uint32_t)pc[2])));
    SKIP(2);
}
TARGET(STORE_NAME):
    CHECK(bodies[OP_STORE_NAME](r, pc, OP_STORE_NAME) != BODY_RAISED);
    if (R(0) == (Object *)frame_function(r)->globals && unlikely(ready_again(pc, 2, 3)))
        quicken_store_global(pc, frame_function(r), NAME(B));
    SKIP(2);
TARGET(STORE_NAME_MODULE): {
    const Dict *globals = frame_function(r)->globals;
    GUARD(R(0) == (Object *)globals && globals->keys->version == (uint32_t)pc[1]);
    Object *v = TAKE(A);
    set_ref(dict_value_at(globals->keys, pc[1] >> 32), v);
    SKIP(2);
}
TARGET(DELETE_NAME):
    CHECK(lookup_store(R(0), NAME(B), NULL) == 0);
    NEXT;
TARGET(LOAD_CELL): {
    Object *v = ((Cell *)R(B))->value;
    if (unlikely(!v)) {
        lookup_unbound_local(frame_function(r)->code, B);
        RAISE;
    }
    STORE(newref(v));
    NEXT;
}
TARGET(STORE_CELL): {
    Object *v = TAKE(B);
    set_ref(&((Cell *)R(A))->value, v);
    NEXT;
}
TARGET(DELETE_CELL): {
    Cell *cell = (Cell *)R(A);
    if (unlikely(!cell->value)) {
        lookup_unbound_local(frame_function(r)->code, A);
        RAISE;
    }
    clear_ref(&cell->value);
    NEXT;
}
TARGET(LOAD_FREE): {
    Object *v = ((Cell *)frame_function(r)->closure->items[B])->value;
    if (unlikely(!v)) {
        lookup_unbound_free(frame_function(r)->code, B);
        RAISE;
    }
    STORE(newref(v));
    NEXT;
}
TARGET(STORE_FREE): {
    Object *v = TAKE(B);
    set_ref(&((Cell *)frame_function(r)->closure->items[A])->value, v);
    NEXT;
}
TARGET(DELETE_FREE): {
    Cell *cell = (Cell *)frame_function(r)->closure->items[A];
    if (unlikely(!cell->value)) {
        lookup_unbound_free(frame_function(r)->code, A);
        RAISE;
    }
    clear_ref(&cell->value);
    NEXT;
}
TARGET(LOAD_CLASS_FREE): {
    Object *x = lookup_load_class(R(A), NAME(B));
    if (!x) {
        CHECK(!raise_pending());
        x = xnewref(((Cell *)frame_function(r)->closure->items[C])->value);
        if (!x) lookup_unbound_free(frame_function(r)->code, C);
        CHECK(x);
    }
    STORE(x);
    NEXT;
}
TARGET(LOAD_CLASS_GLOBAL): {
    Object *x = lookup_load_class(R(A), NAME(B));
    if (!x) {
        CHECK(!raise_pending());
        x = lookup_load_global(frame_function(r), NAME(B));
        CHECK(x);
    }
    STORE(x);
    NEXT;
}
TARGET(LOAD_LOCALS):
    STORE(newref(R(0)));
    NEXT;

    /* --- attributes --- */
TARGET(LOAD_ATTR): {
    Object *o = R(INDEX(B));
    if (unlikely(ready(pc, 3, 0))) quicken_load_attr(pc, o, NAME(C));
    Object *x = object_getattr(o, NAME(C));
    CHECK(x);
    KILL(B);
    STORE(x);
    SKIP(3);
}
TARGET(LOAD_ATTR_VALUE):
TARGET(LOAD_ATTR_SLOT): {
    Object *o = R(INDEX(B));
    GUARD(o->type->version == (uint32_t)pc[1]);
    Object *v = *(Object **)((char *)o + (pc[1] >> 32));
    GUARD(v);
    incref(v);
    KILL(B);
    STORE(v);
    SKIP(3);
}
TARGET(LOAD_ATTR_MANY): {
    Object *o = R(INDEX(B));
    Object *v = o->type->getattr == object_generic_getattr ? attribute_in_place(o, NAME(C)) : NULL;
    GUARD(v);
    incref(v);
    KILL(B);
    STORE(v);
    SKIP(3);
}
TARGET(LOAD_ATTR_CLASS): {
    Object *o = R(INDEX(B));
    GUARD(o->type->version == (uint32_t)pc[1] && (!(pc[1] >> 32) || !attribute_is_hidden(o, NAME(C), pc)));
    Object *v = newref((Object *)(uintptr_t)pc[2]);
    KILL(B);
    STORE(v);
    SKIP(3);
}
TARGET(LOAD_ATTR_TYPE): {
    Object *o = R(INDEX(B));
    GUARD(class_is_unchanged(o, pc[1]));
    Object *v = newref((Object *)(uintptr_t)pc[2]);
    KILL(B);
    STORE(v);
    SKIP(3);
}
TARGET(LOAD_ATTR_VARIABLE): {
    Object *o = R(INDEX(B));
    GUARD(class_is_unchanged(o, pc[1]));
    Object *v = newref(*(Object **)(uintptr_t)pc[2]);
    KILL(B);
    STORE(v);
    SKIP(3);
}
TARGET(LOAD_ATTR_MODULE): {
    Object *o = R(INDEX(B));
    GUARD(o->type == &module_type);
    const DictKeys *keys = (*(Dict **)((char *)o + module_type.mem.dict_offset))->keys;
    GUARD(keys->version == (uint32_t)pc[1]);
    Object *v = newref(*dict_value_at(keys, pc[1] >> 32));
    KILL(B);
    STORE(v);
    SKIP(3);
}
TARGET(LOAD_ATTR_DICT): {
    Object *o = R(INDEX(B));
    GUARD(o->type->version == (uint32_t)pc[1]);
    Dict *d = instance_own_dict(o);
    GUARD(d && d->keys->strings); /* or comparing keys may run user code */
    uint32_t keys = pc[3] >> 32;
    Object *v = keys && keys == d->keys->version ? *dict_value_at(d->keys, pc[1] >> 32) : dict_get_str(d, NAME(C));
    GUARD(v);
    incref(v);
    KILL(B);
    STORE(v);
    SKIP(3);
}
TARGET(LOAD_ATTR_PROPERTY): {
    Object *o = R(INDEX(B));
    GUARD(o->type->version == (uint32_t)pc[1]);
    Function *f = special_getter((Object *)(uintptr_t)pc[2]);
    GUARD(f);
    CALL_SPECIAL(f, 1, o);
}
TARGET(LOAD_ATTR_NATIVE): {
    Object *o = R(INDEX(B));
    GUARD(o->type->version == (uint32_t)pc[1]);
    Object *x = attribute_by_descriptor(o, (Object *)(uintptr_t)pc[2]);
    CHECK(x);
    KILL(B);
    STORE(x);
    SKIP(3);
}
TARGET(STORE_ATTR): {
    Object *o = R(INDEX(A)), *v = VALUE(B);
    if (unlikely(ready(pc, 3, 0))) quicken_store_attr(pc, o, NAME(C));
    CHECK(object_setattr(o, NAME(C), v) == 0);
    KILL(A);
    KILL(B);
    SKIP(3);
}
TARGET(STORE_ATTR_VALUE): {
    Object *o = R(INDEX(A));
    GUARD(o->type->version == (uint32_t)pc[1]);
    Object **slot = &instance_values(o)[pc[1] >> 32];
    if (*slot) {
        Object *v = TAKE(B);
        set_ref(slot, v);
    } else {
        GUARD(instance_append(o, pc[1] >> 32, VALUE(B)));
        KILL(B);
    }
    KILL(A);
    SKIP(3);
}
TARGET(STORE_ATTR_SLOT): {
    Object *o = R(INDEX(A));
    GUARD(o->type->version == (uint32_t)pc[1]);
    Object *v = TAKE(B);
    set_ref((char *)o + (pc[1] >> 32), v);
    KILL(A);
    SKIP(3);
}
TARGET(STORE_ATTR_MANY): {
    Object *o = R(INDEX(A));
    Object **place = o->type->setattr == object_generic_setattr ? attribute_place(o, NAME(C)) : NULL;
    GUARD(place && *place);
    Object *v = TAKE(B);
    set_ref(place, v);
    KILL(A);
    SKIP(3);
}
TARGET(STORE_ATTR_VARIABLE): {
    Object *o = R(INDEX(A));
    GUARD(class_is_unchanged(o, pc[1]) && type_is_plain_value(VALUE(B)));
    Object *v = TAKE(B);
    set_ref((void *)(uintptr_t)pc[2], v);
    KILL(A);
    SKIP(3);
}
TARGET(LOAD_METHOD): {
    Object *o = VALUE(B), *f, *self;
    if (unlikely(ready(pc, 3, 0))) quicken_load_method(pc, o, NAME(C));
    CHECK(object_get_method(o, NAME(C), &f, &self) == 0);
    KILL(B);
    R(A) = f;
    R(A + 2) = self;
    SKIP(3);
}
TARGET(LOAD_METHOD_VALUES): {
    Object *o = VALUE(B);
    GUARD(o->type->version == (uint32_t)pc[1] && !attribute_is_hidden(o, NAME(C), pc));
    goto load_method;
}
TARGET(LOAD_METHOD_TYPE): {
    Object *o = VALUE(B);
    GUARD(o->type->version == (uint32_t)pc[1]);
    goto load_method;
}
TARGET(LOAD_METHOD_CLASS): {
    Object *o = VALUE(B);
    GUARD(class_is_unchanged(o, pc[1]));
    Object *f = newref((Object *)(uintptr_t)pc[2]);
    KILL(B);
    R(A) = f;
    SKIP(3);
}
TARGET(LOAD_METHOD_STATIC): {
    Object *o = VALUE(B);
    GUARD(o->type->version == (uint32_t)pc[1] && (!(pc[1] >> 32) || !attribute_is_hidden(o, NAME(C), pc)));
    goto load_static;
}
TARGET(LOAD_METHOD_CLASS_STATIC):
    GUARD(class_is_unchanged(VALUE(B), pc[1]));
    goto load_static;
load_static: {
    Object *f = newref(*(Object **)(uintptr_t)pc[2]);
    KILL(B);
    R(A) = f;
    SKIP(3);
}
TARGET(LOAD_METHOD_MANY): {
    Object *o = VALUE(B);
    Object *f = o->type->getattr == object_generic_getattr ? attribute_method_in_place(o, NAME(C)) : NULL;
    GUARD(f);
    if (B & OPERAND_DYING) R(INDEX(B)) = NULL;
    else incref(o);
    R(A) = newref(f);
    R(A + 2) = o;
    SKIP(3);
}
load_method: {
    Object *o = VALUE(B);
    if (B & OPERAND_DYING) R(INDEX(B)) = NULL;
    else incref(o);
    R(A) = newref((Object *)(uintptr_t)pc[2]);
    R(A + 2) = o;
    SKIP(3);
}
TARGET(LOAD_METHOD_MODULE): {
    Object *o = VALUE(B);
    GUARD(o->type == &module_type);
    const DictKeys *keys = (*(Dict **)((char *)o + module_type.mem.dict_offset))->keys;
    GUARD(keys->version == (uint32_t)pc[1]);
    Object *f = newref(*dict_value_at(keys, pc[1] >> 32));
    KILL(B);
    R(A) = f;
    SKIP(3);
}


    /* --- items --- */
TARGET(GET_ITEM): {
    Object *o = VALUE(B), *key = VALUE(C);
    if (unlikely(ready(pc, 1, 1))) quicken_get_item(pc, o, key);
    RESULT2(object_getitem(o, key));
    SKIP(1);
}
/* The second shape is for operands that are registers in which nothing dies. */
#define GET_ITEM_SEQUENCE(name, Struct, struct_type)                                                                   \
    GET_ITEM_SHAPE(name##_RR, R(B), R(C), Struct, struct_type, (void)0)                                                \
    GET_ITEM_SHAPE(name##_ANY, VALUE(B), VALUE(C), Struct, struct_type, { KILL(B); KILL(C); })
#define GET_ITEM_SHAPE(shape, b_operand, c_operand, Struct, struct_type, kill)                                         \
    TARGET(shape): {                                                                                                   \
        Object *o = b_operand, *key = c_operand;                                                                       \
        GUARD(o->type == &struct_type && key->type == &int_type);                                                      \
        int64_t i = ival(key), n = ((Struct *)o)->length;                                                              \
        if (i < 0) i += n;                                                                                             \
        GUARD((uint64_t)i < (uint64_t)n);                                                                              \
        Object *v = newref(((Struct *)o)->items[i]);                                                                   \
        kill;                                                                                                          \
        STORE(v);                                                                                                      \
        SKIP(1);                                                                                                       \
    }
    GET_ITEM_SEQUENCE(GET_ITEM_LIST, List, list_type)
    GET_ITEM_SEQUENCE(GET_ITEM_TUPLE, Tuple, tuple_type)
TARGET(GET_ITEM_STR): {
    Object *o = VALUE(B), *key = VALUE(C);
    GUARD(o->type == &str_type && key->type == &int_type);
    int64_t i = ival(key), n = ((Str *)o)->length;
    if (i < 0) i += n;
    GUARD((uint64_t)i < (uint64_t)n);
    RESULT2(str_from_char(str_at((Str *)o, i)));
    SKIP(1);
}
TARGET(GET_ITEM_DICT_PLAIN):
    GUARD(VALUE(C)->type == &str_type || VALUE(C)->type == &int_type);
TARGET(GET_ITEM_DICT): {
    Object *o = VALUE(B), *key = VALUE(C);
    GUARD(o->type == &dict_type);
    Object *v = dict_get(o, key);
    if (unlikely(!v)) {
        if (!raise_pending()) raise_key(key);
        RAISE;
    }
    incref(v);
    KILL(B);
    KILL(C);
    STORE(v);
    SKIP(1);
}
TARGET(GET_ITEM_DICT_NAME): { /* records of one kind have their keys in the same order */
    Object *o = VALUE(B), *key = k[INDEX(C)];
    GUARD(o->type == &dict_type);
    const DictKeys *keys = ((Dict *)o)->keys;
    int64_t at = (int64_t)(pc[1] >> 32);
    Object *v;
    if (likely(at < keys->next && dict_entries(keys)[at].key == key)) v = dict_entries(keys)[at].value;
    else CHECK(v = lookup_dict_item((Dict *)o, (Str *)key, pc + 1));
    incref(v);
    KILL(B);
    STORE(v);
    SKIP(1);
}
TARGET(GET_ITEM_CALL): {
    Object *o = VALUE(B);
    Function *f = special_function(o->type, names.__getitem__, 2);
    GUARD(f);
    CALL_SPECIAL(f, 2, o, VALUE(C));
}
TARGET(SET_ITEM): {
    Object *o = VALUE(A), *key = VALUE(B), *v = VALUE(C);
    if (unlikely(ready(pc, 1, 1))) quicken_set_item(pc, o, key);
    CHECK(object_setitem(o, key, v) == 0);
    KILL(A);
    KILL(B);
    KILL(C);
    SKIP(1);
}
TARGET(SET_ITEM_LIST): {
    Object *o = VALUE(A), *key = VALUE(B);
    GUARD(o->type == &list_type && key->type == &int_type);
    int64_t i = ival(key), n = ((List *)o)->length;
    if (i < 0) i += n;
    GUARD((uint64_t)i < (uint64_t)n);
    Object *v = TAKE(C);
    set_ref(&((List *)o)->items[i], v);
    KILL(A);
    KILL(B);
    SKIP(1);
}
TARGET(SET_ITEM_DICT_PLAIN):
    GUARD(VALUE(B)->type == &str_type || VALUE(B)->type == &int_type);
TARGET(SET_ITEM_DICT): {
    Object *o = VALUE(A);
    GUARD(o->type == &dict_type);
    CHECK(dict_set(o, VALUE(B), VALUE(C)) == 0);
    KILL(A);
    KILL(B);
    KILL(C);
    SKIP(1);
}
TARGET(SET_ITEM_CALL): {
    Object *o = VALUE(A);
    Function *f = special_function(o->type, names.__setitem__, 3);
    GUARD(f);
    CALL_SPECIAL(f, 3, o, VALUE(B), VALUE(C));
}

    /* --- operators --- */
#define BINARY(op, function, bin)                                                                                      \
    TARGET(op): {                                                                                                      \
        Object *b = VALUE(B), *c = VALUE(C);                                                                           \
        if (unlikely(ready(pc, 1, 1))) quicken_binary(pc, b, c);                                                     \
        RESULT2(function(b, c, bin));                                                                                  \
        SKIP(1);                                                                                                       \
    }
    BINARY(ADD, number_binary, BIN_ADD)
    BINARY(SUB, number_binary, BIN_SUB)
    BINARY(MUL, number_binary, BIN_MUL)
    BINARY(TRUEDIV, number_binary, BIN_TRUEDIV)
    BINARY(FLOORDIV, number_binary, BIN_FLOORDIV)
    BINARY(MOD, number_binary, BIN_MOD)
    BINARY(POW, number_binary, BIN_POW)
    BINARY(MATMUL, number_binary, BIN_MATMUL)
    BINARY(AND, number_binary, BIN_AND)
    BINARY(OR, number_binary, BIN_OR)
    BINARY(XOR, number_binary, BIN_XOR)
    BINARY(LSHIFT, number_binary, BIN_LSHIFT)
    BINARY(RSHIFT, number_binary, BIN_RSHIFT)
    BINARY(IADD, number_inplace, BIN_ADD)
    BINARY(ISUB, number_inplace, BIN_SUB)
    BINARY(IMUL, number_inplace, BIN_MUL)
    BINARY(ITRUEDIV, number_inplace, BIN_TRUEDIV)
    BINARY(IFLOORDIV, number_inplace, BIN_FLOORDIV)
    BINARY(IMOD, number_inplace, BIN_MOD)
    BINARY(IPOW, number_inplace, BIN_POW)
    BINARY(IMATMUL, number_inplace, BIN_MATMUL)
    BINARY(IAND, number_inplace, BIN_AND)
    BINARY(IOR, number_inplace, BIN_OR)
    BINARY(IXOR, number_inplace, BIN_XOR)
    BINARY(ILSHIFT, number_inplace, BIN_LSHIFT)
    BINARY(IRSHIFT, number_inplace, BIN_RSHIFT)

/* Arithmetic in three operand shapes. `possible` guards what is left to the generic instruction: overflow, zero. */
#define ARITHMETIC(shape, b_operand, c_operand, values, guard, possible, give)                                           \
    TARGET(shape): {                                                                                                   \
        Object *b = b_operand, *c = c_operand;                                                                         \
        GUARD(guard);                                                                                                  \
        values;                                                                                                        \
        GUARD(possible);                                                                                               \
        CHECK(give);                                                                                                   \
        SKIP(1);                                                                                                       \
    }
#define INT_ARITHMETIC(name, possible, value)                                                                          \
    ARITHMETIC(name##_INT_RR, R(B), R(C), INT_VALUES, both_are(b, c, &int_type), possible, store_int(&R(A), value))    \
    ARITHMETIC(name##_INT_RK, R(B), k[INDEX(C)], INT_VALUES, b->type == &int_type, possible, store_int(&R(A), value))  \
    ARITHMETIC(name##_INT_ANY, VALUE(B), VALUE(C), INT_VALUES, both_are(b, c, &int_type), possible,                    \
               give_int(r, A, B, C, value))
#define INT_VALUES int64_t x = ival(b), y = ival(c), v = 0
    INT_ARITHMETIC(ADD, !__builtin_add_overflow(x, y, &v), v)
    INT_ARITHMETIC(SUB, !__builtin_sub_overflow(x, y, &v), v)
    INT_ARITHMETIC(MUL, !__builtin_mul_overflow(x, y, &v), v)
    INT_ARITHMETIC(FLOORDIV, y > 0 || y < -1, (v = floor_quotient(x, y)))
    INT_ARITHMETIC(MOD, y > 0 || y < -1, (v = x - floor_quotient(x, y) * y))
    INT_ARITHMETIC(AND, true, (v = x & y))
    INT_ARITHMETIC(OR, true, (v = x | y))
    INT_ARITHMETIC(XOR, true, (v = x ^ y))
    INT_ARITHMETIC(LSHIFT, y >= 0 && y < 63 && x >= 0 && x >> (62 - y) == 0, (v = x << y))
    INT_ARITHMETIC(RSHIFT, y >= 0, (v = x >> (y > 63 ? 63 : y)))
#define FLOAT_ARITHMETIC(name, operator, possible)                                                                     \
    ARITHMETIC(name##_FLOAT_RR, R(B), R(C), FLOAT_VALUES, both_are(b, c, &float_type), possible,                       \
               store_float(&R(A), x operator y))                                                                       \
    ARITHMETIC(name##_FLOAT_RK, R(B), k[INDEX(C)], FLOAT_VALUES, b->type == &float_type, possible,                     \
               store_float(&R(A), x operator y))                                                                       \
    ARITHMETIC(name##_FLOAT_ANY, VALUE(B), VALUE(C), FLOAT_VALUES, both_are(b, c, &float_type), possible,              \
               give_float(r, A, B, C, x operator y))
#define FLOAT_VALUES double x = fval(b), y = fval(c)
    FLOAT_ARITHMETIC(ADD, +, true)
    FLOAT_ARITHMETIC(SUB, -, true)
    FLOAT_ARITHMETIC(MUL, *, true)
    FLOAT_ARITHMETIC(TRUEDIV, /, y != 0.0)

TARGET(MIXED_FLOAT): {
    Object *b = VALUE(B), *c = VALUE(C);
    double x, y, v;
    GUARD(real_values(b, c, false, &x, &y));
    switch ((uint16_t)pc[1]) {
    case OP_ADD: case OP_IADD: v = x + y; break;
    case OP_SUB: case OP_ISUB: v = x - y; break;
    case OP_MUL: case OP_IMUL: v = x * y; break;
    default:
        GUARD(y != 0.0);
        v = x / y;
    }
    CHECK(give_float(r, A, B, C, v));
    SKIP(1);
}
TARGET(TRUEDIV_INT): {
    Object *b = VALUE(B), *c = VALUE(C);
    GUARD(both_are(b, c, &int_type) && ival(c) != 0 && int_is_double(ival(b)) && int_is_double(ival(c)));
    CHECK(give_float(r, A, B, C, (double)ival(b) / (double)ival(c)));
    SKIP(1);
}
TARGET(INT_OPERATOR): {
    Object *b = VALUE(B), *c = VALUE(C);
    GUARD(int_check_exact(b) && int_check_exact(c));
    RESULT2(int_operator((uint16_t)pc[1])(b, c));
    SKIP(1);
}
TARGET(ADD_STR): {
    Object *b = VALUE(B), *c = VALUE(C);
    GUARD(both_are(b, c, &str_type));
    Object *x;
    if (INDEX(B) == A || (B & OPERAND_DYING)) { /* nobody will read B again: its text may grow in place */
        incref(c);
        R(INDEX(B)) = NULL;
        x = str_append(b, c);
        decref(c);
        CHECK(x);
    } else {
        x = str_concat(b, c);
        CHECK(x);
    }
    KILL(C);
    STORE(x);
    SKIP(1);
}

TARGET(BINARY_CALL):
TARGET(JUMP_COMPARE_CALL): {
    Object *b = VALUE(B), *c = VALUE(C);
    Function *f = special_operator(b, c, opcode_generic(pc));
    GUARD(f);
    CALL_SPECIAL(f, 2, b, c);
}

TARGET(NEG): {
    Object *b = VALUE(B);
    if (b->type == &float_type)
        CHECK(give_float(r, A, B, 0, -fval(b)));
    else
        RESULT1(number_unary(b, UNARY_NEG));
    NEXT;
}
TARGET(NOT): {
    int t = truth(VALUE(B));
    CHECK(t >= 0);
    KILL(B);
    STORE(new_bool(!t));
    NEXT;
}

#define COMPARE(op)                                                                                                    \
    TARGET(op): {                                                                                                      \
        Object *b = VALUE(B), *c = VALUE(C);                                                                           \
        if (unlikely(ready(pc, 1, 1))) quicken_compare(pc, b, c);                                                    \
        RESULT2(object_compare(b, c, OP_##op - OP_LT + CMP_LT));                                                       \
        SKIP(1);                                                                                                       \
    }
    COMPARE(LT)
    COMPARE(LE)
    COMPARE(EQ)
    COMPARE(NE)
    COMPARE(GT)
    COMPARE(GE)
TARGET(COMPARE_INT): {
    Object *b = VALUE(B), *c = VALUE(C);
    GUARD(both_are(b, c, &int_type));
    bool t = compare_i64(ival(b), ival(c), (uint16_t)pc[1] - OP_LT);
    RESULT2(new_bool(t));
    SKIP(1);
}
TARGET(COMPARE_FLOAT): {
    Object *b = VALUE(B), *c = VALUE(C);
    double x, y;
    GUARD(real_values(b, c, true, &x, &y));
    bool t = compare_f64(x, y, (uint16_t)pc[1] - OP_LT);
    RESULT2(new_bool(t));
    SKIP(1);
}
#define IDENTITY(op, sense)                                                                                            \
    TARGET(op): {                                                                                                      \
        bool t = (VALUE(B) == VALUE(C)) == (sense);                                                                    \
        KILL(B);                                                                                                       \
        KILL(C);                                                                                                       \
        STORE(new_bool(t));                                                                                            \
        NEXT;                                                                                                          \
    }
    IDENTITY(IS, true)
    IDENTITY(IS_NOT, false)

    /* --- control --- */
TARGET(JUMP):
    SKIP(insn_jump(*pc));
TARGET(JUMP_BACK):
    SAFEPOINT;
    if (unlikely(frame_function(r)->code->heat++ == jit_heat)) jit_compile(frame_function(r)->code);
    SKIP(insn_jump(*pc));
#define JUMP_TRUTH(op, sense)                                                                                          \
    TARGET(op): {                                                                                                      \
        Object *o = VALUE(A);                                                                                          \
        int t = quick_truth(o);                                                                                        \
        if (t < 0) {                                                                                                   \
            quicken_truth(pc, o);                                                                                      \
            t = object_truth(o);                                                                                       \
        }                                                                                                              \
        CHECK(t >= 0);                                                                                                 \
        KILL(A);                                                                                                       \
        if (t == (sense)) SKIP(insn_jump(*pc));                                                                        \
        NEXT;                                                                                                          \
    }
    JUMP_TRUTH(JUMP_IF_TRUE, 1)
    JUMP_TRUTH(JUMP_IF_FALSE, 0)
    JUMP_TRUTH(JUMP_IF_TRUE_ANY, 1)
    JUMP_TRUTH(JUMP_IF_FALSE_ANY, 0)
#define JUMP_NONE(op, sense)                                                                                           \
    TARGET(op): {                                                                                                      \
        bool t = (VALUE(A) == NONE) == (sense);                                                                        \
        KILL(A);                                                                                                       \
        if (t) SKIP(insn_jump(*pc));                                                                                   \
        NEXT;                                                                                                          \
    }
    JUMP_NONE(JUMP_IF_NONE, true)
    JUMP_NONE(JUMP_IF_NOT_NONE, false)

#define JUMP_COMPARE(name)                                                                                             \
    TARGET(JUMP_##name): {                                                                                             \
        Object *b = VALUE(B), *c = VALUE(C);                                                                           \
        if (unlikely(ready(pc, 1, 2))) quicken_jump_compare(pc, b, c);                                               \
        int t = object_compare_bool(b, c, CMP_##name);                                                                 \
        CHECK(t >= 0);                                                                                                 \
        KILL(B);                                                                                                       \
        KILL(C);                                                                                                       \
        if ((unsigned)t == A) JUMP_CACHED;                                                                             \
        SKIP(1);                                                                                                       \
    }                                                                                                                  \
    TARGET(JUMP_##name##_INT_RR): {                                                                                    \
        Object *b = R(B), *c = R(C);                                                                                   \
        GUARD(both_are(b, c, &int_type));                                                                              \
        if (compare_i64(ival(b), ival(c), CMP_##name) == A) JUMP_CACHED;                                               \
        SKIP(1);                                                                                                       \
    }                                                                                                                  \
    TARGET(JUMP_##name##_INT_RK): {                                                                                    \
        Object *b = R(B);                                                                                              \
        GUARD(b->type == &int_type);                                                                                   \
        if (compare_i64(ival(b), ival(k[INDEX(C)]), CMP_##name) == A) JUMP_CACHED;                                     \
        SKIP(1);                                                                                                       \
    }                                                                                                                  \
    TARGET(JUMP_##name##_INT_ANY): {                                                                                   \
        Object *b = VALUE(B), *c = VALUE(C);                                                                           \
        GUARD(both_are(b, c, &int_type));                                                                              \
        bool t = compare_i64(ival(b), ival(c), CMP_##name);                                                            \
        KILL(B);                                                                                                       \
        KILL(C);                                                                                                       \
        if (t == A) JUMP_CACHED;                                                                                       \
        SKIP(1);                                                                                                       \
    }                                                                                                                  \
    TARGET(JUMP_##name##_FLOAT): {                                                                                     \
        Object *b = VALUE(B), *c = VALUE(C);                                                                           \
        double x, y;                                                                                                   \
        GUARD(real_values(b, c, true, &x, &y));                                                                        \
        bool t = compare_f64(x, y, CMP_##name);                                                                        \
        KILL(B);                                                                                                       \
        KILL(C);                                                                                                       \
        if (t == A) JUMP_CACHED;                                                                                       \
        SKIP(1);                                                                                                       \
    }
    JUMP_COMPARE(LT)
    JUMP_COMPARE(LE)
    JUMP_COMPARE(EQ)
    JUMP_COMPARE(NE)
    JUMP_COMPARE(GT)
    JUMP_COMPARE(GE)
#define JUMP_EQUAL(op, sense, guard, equal)                                                                            \
    TARGET(op): {                                                                                                      \
        Object *b = VALUE(B), *c = VALUE(C);                                                                           \
        GUARD(guard);                                                                                                  \
        bool t = equal;                                                                                                \
        KILL(B);                                                                                                       \
        KILL(C);                                                                                                       \
        if (t == (A == (sense))) JUMP_CACHED;                                                                          \
        SKIP(1);                                                                                                       \
    }
#define ARE_STRINGS b->type->compare == str_compare && c->type->compare == str_compare
#define HAVE_IDENTITY !b->type->compare && !c->type->compare
    JUMP_EQUAL(JUMP_EQ_STR, true, ARE_STRINGS, str_equal(b, c))
    JUMP_EQUAL(JUMP_NE_STR, false, ARE_STRINGS, str_equal(b, c))
    JUMP_EQUAL(JUMP_EQ_OBJECT, true, HAVE_IDENTITY, b == c)
    JUMP_EQUAL(JUMP_NE_OBJECT, false, HAVE_IDENTITY, b == c)
TARGET(JUMP_IS): {
    bool t = VALUE(B) == VALUE(C);
    KILL(B);
    KILL(C);
    if (t == A) JUMP_CACHED;
    SKIP(1);
}
TARGET(FOR_ITER): {
    Object *it = R(B);
    if (unlikely(ready(pc, 1, 2))) quicken_for(pc, it);
    Object *x = object_next_or_stop(it);
    if (!x) {
        CHECK(!raise_pending() || raise_clear_if(&exc_StopIteration));
        clear_ref(&R(B));
        JUMP_CACHED;
    }
    STORE(x);
    SKIP(1);
}
TARGET(FOR_RANGE): {
    RangeIterator *it = (RangeIterator *)R(B);
    GUARD(it->base.type == &range_iterator_type);
    if (unlikely(it->left <= 0)) {
        clear_ref(&R(B));
        JUMP_CACHED;
    }
    int64_t v = it->next;
    it->left--;
    it->next += it->step;
    CHECK(store_int(&R(A), v));
    SKIP(1);
}
#define FOR_SEQUENCE(name, Struct, iterator)                                                                           \
    TARGET(name): {                                                                                                    \
        ListIterator *it = (ListIterator *)R(B);                                                                       \
        GUARD(it->base.type == &iterator && it->sequence);                                                             \
        Struct *items = (Struct *)it->sequence;                                                                        \
        if (unlikely(it->index >= items->length)) {                                                                    \
            clear_ref(&it->sequence);                                                                                  \
            clear_ref(&R(B));                                                                                          \
            JUMP_CACHED;                                                                                               \
        }                                                                                                              \
        STORE(newref(items->items[it->index++]));                                                                      \
        SKIP(1);                                                                                                       \
    }
    FOR_SEQUENCE(FOR_LIST, List, list_iterator_type)
    FOR_SEQUENCE(FOR_TUPLE, Tuple, tuple_iterator_type)
TARGET(FOR_GENERATOR): {
    Generator *g = (Generator *)R(B);
    GUARD(g->base.type == &generator_type && g->state == GEN_SUSPENDED);
    resumed = g;
    result = NONE;
    goto resume;
}
TARGET(ASSERTION_ERROR):
    STORE(newref((Object *)&exc_AssertionError));
    NEXT;

    /* --- building --- */
TARGET(LIST_APPEND):
    if (B & OPERAND_DYING) {
        Object *v = R(INDEX(B));
        R(INDEX(B)) = NULL;
        CHECK(list_append_steal(R(A), v) == 0);
    } else {
        CHECK(list_append(R(A), VALUE(B)) == 0);
    }
    NEXT;
TARGET(UNPACK): {
    Tuple *t = (Tuple *)VALUE(B);
    unsigned n = C;
    if (likely(t->base.type == &tuple_type && t->length == n)) {
        Object **out = &R(A);
        if (n == 2) { /* most of all */
            set_ref(&out[0], newref(t->items[0]));
            set_ref(&out[1], newref(t->items[1]));
        } else {
            for (unsigned i = 0; i < n; i++) set_ref(&out[i], newref(t->items[i]));
        }
    } else {
        CHECK(construct_unpack((Object *)t, &R(A), n) == 0);
    }
    KILL(B);
    NEXT;
}
TARGET(BUILD_INTERPOLATION):
    RESULT(construct_interpolation(&R(B), C));
    NEXT;
TARGET(BUILD_TEMPLATE):
    RESULT(construct_template(&R(B)));
    NEXT;

    /* --- calls --- */
TARGET(CALL): {
    unsigned b = B, n = C;
    Object *f = R(b);
    if (unlikely(ready(pc, 2, 3))) quicken_call(pc, f, n);
    if (invoke_is_bound(f)) f = invoke_unbind(&R(b), n++);
    if (f->type == &function_type) {
        CHECK(bind_arguments((Function *)f, &R(b + 2), n, NULL) == 0);
        R(b + 1) = (Object *)((uintptr_t)pc | (uint64_t)(b + 2) << 48);
        r = &R(b + 2);
        goto enter;
    }
    result = invoke_window(&R(b), 2, n, NULL);
    goto called;
}
TARGET(CALL_KW): {
    unsigned b = B, n = C;
    Object *f = R(b);
    Tuple *names = (Tuple *)k[(uint32_t)pc[2]];
    if (unlikely(ready(pc, 2, 3))) quicken_call_keywords(pc, f, NULL, n, names);
    if (invoke_is_bound(f)) f = invoke_unbind(&R(b), n++);
    if (f->type == &function_type) {
        CHECK(bind_arguments((Function *)f, &R(b + 2), n - names->length, names) == 0);
        R(b + 1) = (Object *)((uintptr_t)pc | (uint64_t)(b + 2) << 48);
        r = &R(b + 2);
        goto enter;
    }
    result = invoke_window(&R(b), 2, n, names);
    goto called;
}
TARGET(CALL_METHOD):
    if (unlikely(ready(pc, 2, 3))) quicken_call_method(pc, R(B), R(B + 2), C);
    keywords = NULL;
    goto call_method;
TARGET(CALL_METHOD_KW):
    keywords = (Tuple *)k[(uint32_t)pc[2]];
    if (unlikely(ready(pc, 2, 3))) quicken_call_keywords(pc, R(B), R(B + 2), C, keywords);
    goto call_method;
call_method: {
    unsigned b = B, n = C, first = R(b + 2) ? 2 : 3;
    n += 3 - first;
    Object *f = R(b);
    if (f->type == &function_type) {
        if (first == 3) { /* no self: function and window one register further */
            R(b) = NULL;
            R(b + 1) = f;
        }
        Object **base = &R(b + first);
        CHECK(bind_arguments((Function *)f, base, n - (keywords ? keywords->length : 0), keywords) == 0);
        base[-1] = (Object *)((uintptr_t)pc | (uint64_t)(b + first) << 48);
        r = base;
        goto enter;
    }
    result = invoke_window(&R(b), first, n, keywords);
    goto called;
}
TARGET(CALL_FUNCTION): {
    unsigned b = B;
    Function *f = (Function *)R(b);
    GUARD(f->base.type == &function_type && f->code->exact_args == C);
    R(b + 1) = (Object *)((uintptr_t)pc | (uint64_t)(b + 2) << 48);
    r = &R(b + 2);
    goto enter;
}
TARGET(CALL_BOUND): {
    unsigned b = B, n = C;
    GUARD(invoke_is_bound(R(b)) && invoke_bound_function(R(b))->code->exact_args == n + 1);
    invoke_unbind(&R(b), n);
    R(b + 1) = (Object *)((uintptr_t)pc | (uint64_t)(b + 2) << 48);
    r = &R(b + 2);
    goto enter;
}
TARGET(CALL_MATCHED): {
    unsigned b = B;
    Function *f = (Function *)R(b);
    GUARD(f->base.type == &function_type && f->code->serial == pc[2] >> 32);
    GUARD(!R(b + 2) == !call_map_arguments(pc[1]) && bind_mapped(f, &R(b + 2), pc[1]));
    R(b + 1) = (Object *)((uintptr_t)pc | (uint64_t)(b + 2) << 48);
    r = &R(b + 2);
    goto enter;
}
TARGET(CALL_UNBOUND_MATCHED): {
    unsigned b = B;
    Function *f = (Function *)R(b);
    GUARD(f->base.type == &function_type && !R(b + 2) && f->code->serial == pc[2] >> 32);
    GUARD(bind_mapped(f, &R(b + 3), pc[1]));
    R(b) = NULL; /* without self the window begins one register further */
    R(b + 1) = (Object *)f;
    R(b + 2) = (Object *)((uintptr_t)pc | (uint64_t)(b + 3) << 48);
    r = &R(b + 3);
    goto enter;
}
TARGET(CALL_METHOD_FUNCTION): {
    unsigned b = B;
    Function *f = (Function *)R(b);
    GUARD(f->base.type == &function_type && R(b + 2) && f->code->exact_args == C + 1);
    R(b + 1) = (Object *)((uintptr_t)pc | (uint64_t)(b + 2) << 48);
    r = &R(b + 2);
    goto enter;
}
TARGET(CALL_NATIVE): {
    unsigned b = B;
    int n = C;
    Native *f = (Native *)R(b);
    GUARD(f->base.type == &native_type);
    result = native_call_positional(f, f->self, &R(b + 2), n);
    CHECK(result);
    release_window(&R(b + 2), n);
    clear_ref(&R(b));
    DELIVER(result);
    SKIP(3);
}
TARGET(CALL_TYPE): {
    unsigned b = B, n = C;
    Object *t = R(b);
    GUARD(t->type == &type_type && !type_flag((Type *)t, TYPE_HEAP));
    result = type_call_positional((Type *)t, &R(b + 2), n);
    CHECK(result);
    release_window(&R(b + 2), n);
    clear_ref(&R(b));
    DELIVER(result);
    SKIP(3);
}
TARGET(CALL_METHOD_NATIVE): {
    unsigned b = B;
    int n = C;
    Native *f = (Native *)R(b);
    GUARD(f->base.type == &method_descriptor_type && R(b + 2) && native_takes_self(f, R(b + 2)));
    result = native_call_positional(f, R(b + 2), &R(b + 3), n);
    CHECK(result);
    release_window(&R(b + 2), n + 1);
    clear_ref(&R(b));
    DELIVER(result);
    SKIP(3);
}
TARGET(CALL_UNBOUND_FUNCTION): {
    unsigned b = B;
    Function *f = (Function *)R(b);
    GUARD(f->base.type == &function_type && !R(b + 2) && f->code->exact_args == C);
    R(b) = NULL; /* without self the window begins one register further */
    R(b + 1) = (Object *)f;
    R(b + 2) = (Object *)((uintptr_t)pc | (uint64_t)(b + 3) << 48);
    r = &R(b + 3);
    goto enter;
}
TARGET(CALL_UNBOUND_NATIVE): {
    unsigned b = B;
    int n = C;
    Native *f = (Native *)R(b);
    GUARD(f->base.type == &native_type && !R(b + 2));
    result = native_call_positional(f, f->self, &R(b + 3), n);
    CHECK(result);
    release_window(&R(b + 3), n);
    clear_ref(&R(b));
    DELIVER(result);
    SKIP(3);
}
TARGET(CALL_CLASS): {
    unsigned b = B, n = C;
    Type *t = (Type *)R(b);
    Function *init = (Function *)(uintptr_t)pc[1];
    GUARD(t->base_object.type == &type_type && t->version == (uint32_t)pc[2] && invoke_takes(init, n + 1));
    Object **base = &R(b + 3);
    if (unlikely(base + init->code->register_count >= vm.stack_end)) goto generic;
    Object *o = instance_new(t);
    CHECK(o);
    /* function __init__, its word, self, arguments: all one register up; the object itself below */
    memmove(base + 1, &R(b + 2), n * sizeof *base);
    base[0] = newref(o);
    base[-1] = (Object *)((uintptr_t)pc | FRAME_SPECIAL | (uint64_t)(b + 3) << 48);
    base[-2] = newref(init);
    set_ref(&R(b), o);
    if (init->code->exact_args != n + 1) bind_arguments(init, base, n + 1, NULL); /* does not fail */
    r = base;
    goto enter;
}
TARGET(CALL_INSTANCE): {
    unsigned b = B, n = C;
    Object *o = R(b);
    Function *f = special_function(o->type, names.__call__, n + 1);
    GUARD(f);
    memmove(&R(b + 3), &R(b + 2), n * sizeof *r); /* the object becomes the first argument */
    R(b + 2) = o;
    R(b) = newref(f);
    R(b + 1) = (Object *)((uintptr_t)pc | (uint64_t)(b + 2) << 48);
    r = &R(b + 2);
    goto enter;
}
TARGET(CALL_EX): {
    unsigned b = B;
    status = invoke_spread_frame(&R(b));
    CHECK(status >= 0);
    if (status > 0) {
        R(b + 1) = (Object *)((uintptr_t)pc | (uint64_t)(b + 2) << 48);
        r = &R(b + 2);
        goto enter;
    }
    result = invoke_spread(R(b), R(b + 2), R(b + 3));
    CHECK(result);
    release_window(&R(b), 4);
    DELIVER(result);
    SKIP(3);
}
TARGET(LOAD_BUILD_CLASS): {
    Object *x = lookup_builtin(frame_function(r), names.__build_class__);
    if (unlikely(!x)) {
        if (!raise_pending()) raise_error(&exc_NameError, "__build_class__ not found");
        RAISE;
    }
    STORE(x);
    NEXT;
}

    /* --- generators and coroutines --- */
TARGET(RETURN_GENERATOR): {
    result = generator_from_frame(r, pc);
    CHECK(result);
    goto leave;
}
TARGET(YIELD): {
    Generator *g = (Generator *)r[-3];
    result = TAKE(B);
    uint64_t word = frame_word(r);
    Object **below = r - word_distance(word);
    generator_suspend(g, r, pc, result);
    if ((word & FRAME_TAG_MASK) == FRAME_ENTRY) {
        vm.base = word_distance(word) ? below : NULL;
        vm.pc = word_pc(word);
        return result;
    }
    vm.base = r = below;
    k = frame_function(r)->code->consts;
    vm.pc = pc = (uint64_t *)word_pc(word);
    DELIVER(result);
    SKIP(1);
}
TARGET(SEND): {
    bool done = false;
    if (unlikely(ready(pc, 1, 2))) quicken_send(pc, R(INDEX(B)));
    Object *x = await_send(R(INDEX(B)), R(INDEX(A)), &done);
    CHECK(x);
    STORE(x);
    if (done) {
        clear_ref(&R(INDEX(B)));
        JUMP_CACHED;
    }
    SKIP(1);
}
TARGET(SEND_GENERATOR): {
    Generator *g = (Generator *)R(INDEX(B));
    GUARD((g->base.type == &generator_type || g->base.type == &coroutine_type) && g->state == GEN_SUSPENDED);
    GUARD(R(A) == NONE || generator_is_started(g));
    resumed = g;
    result = R(A);
    goto resume;
}
TARGET(END_ASYNC_FOR): {
    Object *exc = R(INDEX(A));
    if (!is_instance(exc, &exc_StopAsyncIteration)) {
        raise_restore(newref(exc));
        goto raise_again;
    }
    clear_ref(&R(INDEX(A)));
    clear_ref(&R(INDEX(B)));
    NEXT;
}

    /* --- exceptions --- */
TARGET(RAISE):
    handle_raise(C ? R(INDEX(A)) : NULL, C == 2 ? R(INDEX(B)) : NULL);
    if (C == 0 && raise_pending() && raise_current() == runtime_handled()) goto raise_again;
    RAISE;
TARGET(RERAISE):
    raise_restore(newref(R(INDEX(A))));
    goto raise_again;
TARGET(MATCH_GROUP):
    CHECK(handle_match_group(&R(A), VALUE(B)) == 0);
    KILL(B);
    NEXT;
TARGET(MERGE_GROUP):
    RESULT2(handle_merge_group(R(INDEX(B)), R(INDEX(C))));
    NEXT;
TARGET(WITH_ENTER): {
    Object *manager = R(INDEX(C));
    Function *enter = special_function(manager->type, names.__enter__, 1);
    Function *exit = enter ? special_exit(manager->type) : NULL;
    if (exit) {
        R(B) = newref(exit);
        R(B + 1) = newref(manager);
        CALL_SPECIAL(enter, 1, manager);
    }
    Object *x = handle_with_enter(manager, &R(B), false);
    CHECK(x);
    KILL(C);
    STORE(x);
    NEXT;
}
TARGET(WITH_EXIT): {
    Object **exit = &R(B), *exc = INDEX(C) == NO_REGISTER ? NULL : R(INDEX(C));
    if (exit[0]->type == &function_type && exit[1]) {
        ExitArguments args = handle_exit_arguments(exc);
        CALL_SPECIAL((Function *)exit[0], 4, exit[1], args.at[0], args.at[1], args.at[2]);
    }
    Object *x = handle_with_exit(exit, exc);
    CHECK(x);
    STORE(x);
    NEXT;
}

    /* --- statements --- */
TARGET(IMPORT_STAR):
    CHECK(lookup_import_star(R(INDEX(A)), R(0)) == 0);
    KILL(A);
    NEXT;
TARGET(PRINT_EXPR): {
    Object *hook = dict_get_str(runtime.sys, names.displayhook);
    if (!hook) raise_error(&exc_RuntimeError, "lost sys.displayhook");
    CHECK(hook);
    incref(hook);
    Object *x = object_call1(hook, VALUE(A));
    decref(hook);
    CHECK(x);
    decref(x);
    KILL(A);
    NEXT;
}

    /* --- pattern matching --- */

    /* --- in C: bodies.c --- */
#define IN_C(op)                                                                                                       \
    TARGET(op): {                                                                                                      \
        CHECK(bodies[OP_##op](r, pc, OP_##op) != BODY_RAISED);                                                         \
        NEXT;                                                                                                          \
    }
    IN_C(MAKE_CELL)
    IN_C(YIELD_FROM_ITER)
    IN_C(GET_AWAITABLE)
    IN_C(GET_AITER)
    IN_C(GET_ANEXT)
    IN_C(ASYNC_WRAP)
    IN_C(ASYNC_WITH_ENTER)
    IN_C(IMPORT_NAME)
    IN_C(IMPORT_FROM)
    IN_C(INTRINSIC)
    IN_C(LOAD_CLOSURE)
    IN_C(DELETE_ATTR)
    IN_C(DEL_ITEM)
    IN_C(BUILD_SLICE)
    IN_C(POS)
    IN_C(INVERT)
    IN_C(BUILD_LIST)
    IN_C(BUILD_TUPLE)
    IN_C(BUILD_SET)
    IN_C(BUILD_MAP)
    IN_C(BUILD_CONST)
    IN_C(BUILD_STRING)
    IN_C(SET_ADD)
    IN_C(MAP_ADD)
    IN_C(LIST_EXTEND)
    IN_C(SET_UPDATE)
    IN_C(DICT_UPDATE)
    IN_C(DICT_MERGE)
    IN_C(LIST_TO_TUPLE)
    IN_C(UNPACK_STAR)
    IN_C(FORMAT)
    IN_C(MAKE_FUNCTION)
    IN_C(SET_FUNCTION)
    IN_C(PUSH_EXC)
    IN_C(POP_EXC)
    IN_C(RESTORE_EXC)
    IN_C(MATCH_SEQUENCE)
    IN_C(MATCH_MAPPING)
    IN_C(MATCH_KEYS)
    IN_C(MATCH_REST)
    IN_C(MATCH_CLASS)
    IN_C(GET_LENGTH)
    IN_C(GET_ITER)
    IN_C(IN)
    IN_C(NOT_IN)
#define JUMP_IN_C(op, words, jump)                                                                                     \
    TARGET(op): {                                                                                                      \
        int64_t answer = bodies[OP_##op](r, pc, OP_##op);                                                              \
        CHECK(answer != BODY_RAISED);                                                                                  \
        if (answer == BODY_JUMP || answer == BODY_LEAVE_JUMPING) SKIP((words) + (jump));                               \
        SKIP(words);                                                                                                   \
    }
    JUMP_IN_C(JUMP_IF_NO_MATCH, 1, (int32_t)pc[1])
    JUMP_IN_C(JUMP_IN, 1, (int32_t)pc[1])
    JUMP_IN_C(LOAD_SUPER_METHOD, 3, B)
    JUMP_IN_C(GET_SLICE, 0, insn_skips(OP_GET_SLICE))
    JUMP_IN_C(SET_SLICE, 0, insn_skips(OP_SET_SLICE))
    JUMP_IN_C(DEL_SLICE, 0, insn_skips(OP_DEL_SLICE))

    /* --- shared tails --- */
enter: {
    /* r is the window of a function whose arguments are in place; vm.pc the call */
    Code *code = frame_function(r)->code;
    vm.base = r;
    vm.pc = pc = code->insns;
    k = code->consts;
    if (unlikely(vm.depth++ >= runtime.recursion_limit || r + code->register_count >= vm.stack_end)) {
        vm_stack_full();
        goto raise_again; /* the traceback ends with the call */
    }
    if (unlikely(safepoint_wanted)) CHECK(vm_entered() == 0);
    if (unlikely(code->heat++ == jit_heat)) jit_compile(code);
    DISPATCH;
}
resume: {
    /* `resumed` goes on in this loop, with `result`, borrowed, as the value of its yield; its frame comes back as `leave`
     * and YIELD say */
    Object **base = generator_push(resumed, r + frame_function(r)->code->register_count, FRAME_GENERATOR);
    CHECK(base);
    r = base;
    k = resumed->code->consts;
    pc = (uint64_t *)vm.pc;
    if (!(A & OPERAND_DYING)) set_ref(&R(A), newref(result));
    SKIP(YIELD_CONTINUATION);
}
called: {
    /* a native call in window B has come back; the window is still full when it failed */
    CHECK(result);
    DELIVER(result);
    SKIP(3);
}
TARGET(RETURN): {
    unsigned a = A;
    uint64_t word = frame_word(r);
    result = VALUE(a);
    if ((a & OPERAND_CONSTANT) || ((word & FRAME_OBJECT) && !(a & OPERAND_DYING))) incref(result);
    else R(INDEX(a)) = NULL; /* the register goes away anyway: take its reference */
    if (unlikely(word & (FRAME_ENTRY | FRAME_OBJECT))) goto leave; /* FRAME_GENERATOR has the bit of FRAME_ENTRY */
    Function *f = frame_function(r);
    release_window(r, f->code->local_count);
    frame_leave_again(r, vm.pc);
    r[-2] = r[-1] = NULL;
    vm.depth--;
    vm.base = r -= word_distance(word);
    vm.pc = pc = (uint64_t *)word_pc(word);
    decref(f);
    k = frame_function(r)->code->consts;
    if (word & FRAME_SPECIAL) goto special;
    DELIVER(result);
    SKIP(3);
}
TARGET(ENTER):
    if (unlikely((status = jit_run()) != 0)) {
        if (status > 0) return jit_result;
        RAISE;
    }
    r = vm.base;
    k = frame_function(r)->code->consts;
    pc = (uint64_t *)vm.pc;
    DISPATCH;
TARGET(LINE): {
    Opcode op = line_event(pc);
    CHECK(op != OP_COUNT);
    goto *labels[op];
}
leave: {
    Function *f = frame_function(r);
    uint64_t word = frame_word(r);
    Generator *g = NULL;
    if (unlikely(word & FRAME_OBJECT)) frame_leave(r, vm.pc);
    if (unlikely(f->code->flags & CODE_ANY_GENERATOR) && insn_op(*vm.pc) != OP_RETURN_GENERATOR) g = (Generator *)r[-3];
    release_window(r, f->code->local_count);
    frame_leave_again(r, vm.pc);
    if (unlikely(g != NULL)) {
        r[-3] = NULL;
        generator_finish(g);
    }
    r[-2] = r[-1] = NULL;
    vm.depth--;
    Object **below = r - word_distance(word);
    vm.base = word_distance(word) ? below : NULL;
    vm.pc = word_pc(word);
    decref(f);
    if (unlikely(word & FRAME_TAG_MASK)) {
        switch (word & FRAME_TAG_MASK) {
        case FRAME_ENTRY:
            xdecref(g);
            return result;
        case FRAME_SPECIAL:
            r = below;
            pc = (uint64_t *)vm.pc;
            k = frame_function(r)->code->consts;
            goto special;
        case FRAME_GENERATOR: /* of a FOR_ITER: the loop is over; of a SEND: that has its value */
            r = below;
            pc = (uint64_t *)vm.pc;
            k = frame_function(r)->code->consts;
            decref(g);
            if (special_opcode(frame_function(r)->code, pc) == OP_SEND) STORE(result);
            else decref(result);
            clear_ref(&R(INDEX(B)));
            JUMP_CACHED;
        }
    }
    r = below;
    pc = (uint64_t *)vm.pc;
    k = frame_function(r)->code->consts;
    DELIVER(result);
    SKIP(3);
}
special:
    /* a call that is not written as one has given `result` to the instruction at pc */
    pc = (uint64_t *)special_finish(r, pc, result);
    if (unlikely(!pc)) RAISE;
    vm.pc = pc;
    DISPATCH;
count:
    goto *stats_count(pc);
generic: {
    quicken_undo(pc);
    DISPATCH;
}
raise_again:
    if (!unwind_find_handler(true)) return NULL;
    goto handle;
raise:
    if (!unwind_find_handler(false)) return NULL;
handle:
    r = vm.base;
    k = frame_function(r)->code->consts;
    pc = (uint64_t *)vm.pc;
    DISPATCH;
}
