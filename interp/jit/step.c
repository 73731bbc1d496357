/* Instructions that go on in another frame, in C: the calls that need more than call.c's template, resuming generators
 * and yielding from them.
 *
 * As bodies.c they do what the loop's bodies do; but they answer with the address of machine code: that of the frame
 * that runs now, which is vm.base. Where it is not compiled that is the way out to the loop, which goes on at vm.pc.
 */
#include "gc/alloc.h"
#include "gc/safepoint.h"
#include "interp/jit/impl.h"
#include "interp/vm/bodies.h"
#include "interp/object/instance.h"
#include "interp/object/type_impl.h"
#include "interp/vm/resume.h"

Object *jit_result;

static inline unsigned operand(const uint64_t *pc, int i) {
    return ((const uint16_t *)pc)[i];
}
#define A operand(pc, 1)
#define B operand(pc, 2)
#define C operand(pc, 3)

static Step step_raised(void) {
    return (Step){jit_thunks.raised, NULL};
}

static Step go_on(const uint64_t *pc);

static Step unwound(bool again) {
    jit_lost = 0;
    if (unwind_find_handler(again)) return go_on(vm.pc);
    jit_result = NULL;
    return (Step){jit_thunks.ended, NULL};
}

Step jit_raised(void) {
    return unwound(false);
}

static Step step_raise(Object **r, const uint64_t *pc, Opcode op) {
    handle_raise(C ? r[A & OPERAND_INDEX] : NULL, C == 2 ? r[B & OPERAND_INDEX] : NULL);
    return unwound(C == 0 && raise_pending() && raise_current() == runtime_handled());
}

static Step step_reraise(Object **r, const uint64_t *pc, Opcode op) {
    raise_restore(newref(r[A & OPERAND_INDEX]));
    return unwound(true);
}
/* The loop executes the instruction at vm.pc. */
static Step step_left(void) {
    return (Step){jit_thunks.left, NULL};
}

/* The frame at vm.base goes on at pc. */
static Step go_on(const uint64_t *pc) {
    const Code *c = frame_function(vm.base)->code;
    vm.pc = pc;
    const void *native = c->compiled && insn_op(*pc) == OP_ENTER ? jit_way_in(c, pc) : NULL;
    return (Step){native ? native : jit_thunks.left, NULL};
}

/* Can a frame of f begin at base without anything special? Asked before anything is changed. */
static bool can_enter(const Function *f, Object **base) {
    return !safepoint_wanted && vm.depth < runtime.recursion_limit && base + f->code->register_count < vm.stack_end;
}

/* The frame whose function, return word and arguments are in place begins. */
static Step enter(Object **base) {
    Code *code = frame_function(base)->code;
    vm.base = base;
    vm.pc = code->insns;
    vm.depth++;
    if (unlikely(code->heat++ == jit_heat)) jit_compile(code);
    return (Step){code->native ? code->native : jit_thunks.left, NULL};
}

/* Are the cache words those of op? The loop may have specialised the instruction for something else since. */
static bool is_still(Object **r, const uint64_t *pc, Opcode op) {
    Opcode now = insn_op(*pc);
    return now == op || (now == OP_ENTER && jit_original(frame_function(r)->code, pc) == op);
}

static Object *return_word(const uint64_t *pc, unsigned distance, FrameTag tag) {
    return (Object *)((uintptr_t)pc | tag | (uint64_t)distance << 48);
}

/* --- calls --- */

static void release_window(Object **p, unsigned n) {
    while (n-- > 0) clear_ref(&p[n]);
}

/* A call that C has done. */
static Step called(Object **r, const uint64_t *pc, Object *result) {
    if (unlikely(!result)) return step_raised();
    if (likely(frame_function(r)->code->compiled))
        return (Step){(const void *)(uintptr_t)pc[CALL_CONTINUATION], result};
    if (A & OPERAND_DYING)
        decref(result);
    else
        set_ref(&r[A], result);
    return go_on(pc + 1 + CALL_CONTINUATION);
}

static Step call_bound(Object **r, const uint64_t *pc, unsigned first, unsigned n, Tuple *keywords) {
    unsigned b = B;
    Function *f = (Function *)r[first - 2];
    Object **base = &r[first];
    if (!can_enter(f, base)) {
        if (first == b + 3) r[b] = (Object *)f, r[b + 1] = NULL;
        return step_left();
    }
    if ((keywords || f->code->exact_args != n) &&
        bind_arguments(f, base, n - (keywords ? keywords->length : 0), keywords) < 0)
        return step_raised();
    base[-1] = return_word(pc, first, FRAME_PLAIN);
    return enter(base);
}

static Step step_call(Object **r, const uint64_t *pc, Opcode op) {
    unsigned b = B, n = C;
    Tuple *keywords = op == OP_CALL_KW ? (Tuple *)frame_function(r)->code->consts[(uint32_t)pc[2]] : NULL;
    if (invoke_is_bound(r[b])) {
        if (!can_enter(invoke_bound_function(r[b]), &r[b + 2])) return step_left();
        invoke_unbind(&r[b], n++);
    }
    if (r[b]->type == &function_type) return call_bound(r, pc, b + 2, n, keywords);
    return called(r, pc, invoke_window(&r[b], 2, n, keywords));
}

static Step step_call_method(Object **r, const uint64_t *pc, Opcode op) {
    unsigned b = B, n = C, first = r[b + 2] ? 2 : 3;
    Tuple *keywords = op == OP_CALL_METHOD_KW ? (Tuple *)frame_function(r)->code->consts[(uint32_t)pc[2]] : NULL;
    n += 3 - first;
    Object *f = r[b];
    if (f->type != &function_type) return called(r, pc, invoke_window(&r[b], first, n, keywords));
    if (first == 3) { /* no self: function and window one register further */
        r[b] = NULL;
        r[b + 1] = f;
    }
    return call_bound(r, pc, b + first, n, keywords);
}

static Step step_call_class(Object **r, const uint64_t *pc, Opcode op) {
    unsigned b = B, n = C;
    Type *t = (Type *)r[b];
    Function *init = (Function *)(uintptr_t)pc[1];
    Object **base = &r[b + 3];
    if (!is_still(r, pc, op) || t->base_object.type != &type_type || t->version != (uint32_t)pc[2] ||
        !invoke_takes(init, n + 1) || !can_enter(init, base))
        return step_left();
    Object *o = instance_new(t);
    if (unlikely(!o)) return step_raised();
    /* function __init__, its word, self, arguments: all one register up; the object itself below */
    memmove(base + 1, &r[b + 2], n * sizeof *base);
    base[0] = newref(o);
    base[-1] = return_word(pc, b + 3, FRAME_SPECIAL);
    base[-2] = newref(init);
    set_ref(&r[b], o);
    if (init->code->exact_args != n + 1) bind_arguments(init, base, n + 1, NULL); /* does not fail */
    return enter(base);
}

Object *jit_class_called(Object **r, const uint64_t *pc, Object *result) {
    Object *o = r[B];
    if (unlikely(result != NONE)) {
        raise_error(&exc_TypeError, "__init__() should return None, not '%T'", result);
        decref(result);
        return NULL;
    }
    decref(result);
    r[B] = NULL;
    return o;
}

static Step step_call_instance(Object **r, const uint64_t *pc, Opcode op) {
    unsigned b = B, n = C;
    Object *o = r[b];
    Function *f = special_function(o->type, names.__call__, n + 1);
    if (!f || !can_enter(f, &r[b + 2])) return step_left();
    memmove(&r[b + 3], &r[b + 2], n * sizeof *r); /* the object becomes the first argument */
    r[b + 2] = o;
    r[b] = newref(f);
    r[b + 1] = return_word(pc, b + 2, FRAME_PLAIN);
    return enter(&r[b + 2]);
}

static Step step_call_spread(Object **r, const uint64_t *pc, Opcode op) {
    unsigned b = B;
    if (safepoint_wanted || vm.depth >= runtime.recursion_limit) return step_left();
    int spread = invoke_spread_frame(&r[b]);
    if (unlikely(spread < 0)) return step_raised();
    if (spread > 0) {
        r[b + 1] = return_word(pc, b + 2, FRAME_PLAIN);
        return enter(&r[b + 2]);
    }
    Object *result = invoke_spread(r[b], r[b + 2], r[b + 3]);
    if (likely(result)) release_window(&r[b], 4);
    return called(r, pc, result);
}

/* --- special methods --- */

static Step special(Object **r, const uint64_t *pc, Function *f, Object *const *args, unsigned n) {
    if (!f || safepoint_wanted || vm.depth >= runtime.recursion_limit) return step_left();
    Object **base = r + frame_function(r)->code->register_count + FRAME_HEADER;
    if (base + n + f->code->register_count >= vm.stack_end) return step_left();
    return enter(special_push(r, pc, f, args, n));
}

static inline Object *value(Object **r, unsigned operand) {
    unsigned i = operand & OPERAND_INDEX;
    return operand & OPERAND_CONSTANT ? frame_function(r)->code->consts[i] : r[i];
}

static Step step_operator(Object **r, const uint64_t *pc, Opcode op) {
    Object *b = value(r, B), *c = value(r, C);
    Opcode generic = op == OP_JUMP_COMPARE_CALL ? (Opcode)(pc[1] >> 48) : (Opcode)(uint16_t)pc[1];
    return special(r, pc, special_operator(b, c, generic), (Object *[]){b, c}, 2);
}
static Step step_get_item(Object **r, const uint64_t *pc, Opcode op) {
    Object *o = value(r, B);
    return special(r, pc, special_function(o->type, names.__getitem__, 2), (Object *[]){o, value(r, C)}, 2);
}
static Step step_set_item(Object **r, const uint64_t *pc, Opcode op) {
    Object *o = value(r, A);
    return special(r, pc, special_function(o->type, names.__setitem__, 3), (Object *[]){o, value(r, B), value(r, C)},
                   3);
}
static Step step_property(Object **r, const uint64_t *pc, Opcode op) {
    Object *o = r[B & OPERAND_INDEX];
    Object *found =
        o->type->getattr == object_generic_getattr ? type_lookup(o->type, frame_function(r)->code->names[C]) : NULL;
    return special(r, pc, found && found->type == &property_type ? special_getter(found) : NULL, &o, 1);
}

static bool can_push(Object **r, const Function *f, unsigned n) {
    Object **base = r + frame_function(r)->code->register_count + FRAME_HEADER;
    return can_enter(f, base) && base + n < vm.stack_end;
}
static Step step_with_enter(Object **r, const uint64_t *pc, Opcode op) {
    Object *manager = r[C & OPERAND_INDEX];
    Function *f = special_function(manager->type, names.__enter__, 1);
    Function *exit = f ? special_exit(manager->type) : NULL;
    if (!exit || !can_push(r, f, 1)) return step_left();
    r[B] = newref(exit);
    r[B + 1] = newref(manager);
    return enter(special_push(r, pc, f, &manager, 1));
}
static Step step_with_exit(Object **r, const uint64_t *pc, Opcode op) {
    Object **exit = &r[B];
    Function *f = (Function *)exit[0];
    if (f->base.type != &function_type || !exit[1] || !can_push(r, f, 4)) return step_left();
    ExitArguments args = handle_exit_arguments((C & OPERAND_INDEX) == NO_REGISTER ? NULL : r[C & OPERAND_INDEX]);
    Object **base = special_push(r, pc, f, (Object *[]){exit[1], args.at[0], args.at[1], args.at[2]}, 4);
    return base ? enter(base) : step_raised();
}

const void *jit_finish_special(Object **r, const uint64_t *pc, Object *result) {
    const uint64_t *next = special_finish(r, pc, result);
    return next ? go_on(next).to : jit_thunks.raised;
}

/* --- generators --- */

static Step resume(Object **r, const uint64_t *pc, Generator *g, Object *sent) {
    if (vm.depth >= runtime.recursion_limit) return step_left();
    Object **base = generator_push(g, r + frame_function(r)->code->register_count, FRAME_GENERATOR);
    if (unlikely(!base)) return step_raised();
    const uint64_t *yield = vm.pc;
    unsigned a = operand(yield, 1);
    if (!(a & OPERAND_DYING)) set_ref(&base[a], newref(sent));
    return go_on(yield + 1 + YIELD_CONTINUATION);
}

static Step step_for(Object **r, const uint64_t *pc, Opcode op) {
    Generator *g = (Generator *)r[B];
    if (g->base.type != &generator_type || g->state != GEN_SUSPENDED) return step_left();
    return resume(r, pc, g, NONE);
}

static Step step_send(Object **r, const uint64_t *pc, Opcode op) {
    Generator *g = (Generator *)r[B & OPERAND_INDEX];
    Object *sent = r[A];
    if ((g->base.type != &generator_type && g->base.type != &coroutine_type) || g->state != GEN_SUSPENDED ||
        (sent != NONE && insn_op(*g->pc) != OP_YIELD))
        return step_left();
    return resume(r, pc, g, sent);
}

/* The running frame, perhaps that of a generator, is over and owns nothing but its registers: the one below runs. The
 * return word. */
static uint64_t pop(Object **r, Generator *g) {
    uint64_t word = frame_word(r);
    Function *f = frame_function(r);
    for (unsigned i = f->code->local_count; i-- > 0;) clear_ref(&r[i]);
    frame_leave_again(r, vm.pc);
    if (g) {
        r[-3] = NULL;
        generator_finish(g);
    }
    r[-2] = r[-1] = NULL;
    vm.depth--;
    bool entry = (word & FRAME_TAG_MASK) == FRAME_ENTRY;
    vm.base = entry && !word_distance(word) ? NULL : r - word_distance(word);
    vm.pc = word_pc(word);
    decref(f);
    return word;
}

static Step ended(Object *result) {
    jit_result = result;
    return (Step){jit_thunks.ended, NULL};
}

static Step leave(Object **r, Object *result) {
    uint64_t word = pop(r, NULL);
    if (word & FRAME_ENTRY) return ended(result);
    Object **below = vm.base;
    const uint64_t *pc = vm.pc;
    if (A & OPERAND_DYING)
        decref(result);
    else
        set_ref(&below[A], result);
    return go_on(pc + 1 + CALL_CONTINUATION);
}

/* A generator is over: a FOR ends, a SEND has its value, or C is told. */
static Step end_generator(Object **r, Object *result) {
    Generator *g = (Generator *)r[-3];
    uint64_t word = pop(r, g);
    decref(g);
    if ((word & FRAME_TAG_MASK) == FRAME_ENTRY) return ended(result);
    const uint64_t *pc = vm.pc;
    r = vm.base;
    if (special_opcode(frame_function(r)->code, pc) == OP_SEND)
        set_ref(&r[A], result);
    else
        decref(result);
    clear_ref(&r[B & OPERAND_INDEX]);
    return go_on(pc + 2 + (int32_t)pc[1]);
}

/* May the frame be popped here, by this machine code, which goes with the last reference to its code? */
static bool can_leave(Object **r) {
    uint64_t tag = frame_word(r) & (FRAME_TAG_MASK | FRAME_OBJECT);
    const Function *f = frame_function(r);
    if (!f->code->compiled) return false;
    if (f->code->flags & CODE_ANY_GENERATOR) /* it has a reference to the code, too */
        return (tag == FRAME_ENTRY || tag == FRAME_GENERATOR) && f->code->base.refcount > 2;
    return tag <= FRAME_ENTRY && f->base.refcount > 1;
}

static Step step_return(Object **r, const uint64_t *pc, Opcode op) {
    if (!can_leave(r)) return step_left();
    unsigned a = A;
    Object *result = value(r, a);
    if (a & OPERAND_CONSTANT)
        incref(result);
    else
        r[a & OPERAND_INDEX] = NULL; /* the register goes away anyway */
    return frame_function(r)->code->flags & CODE_ANY_GENERATOR ? end_generator(r, result) : leave(r, result);
}

static Step step_return_generator(Object **r, const uint64_t *pc, Opcode op) {
    uint64_t tag = frame_word(r) & (FRAME_TAG_MASK | FRAME_OBJECT);
    if (tag > FRAME_ENTRY) return step_left();
    Object *result = generator_from_frame(r, pc);
    return result ? leave(r, result) : step_raised();
}

/* A generator whose frame, with this return word, is gone has yielded to the one that runs now: where that goes on. */
const void *jit_yielded(uint64_t word, Object *result) {
    const uint64_t *consumer = word_pc(word);
    vm.pc = consumer;
    set_ref(&vm.base[operand(consumer, 1) & OPERAND_INDEX], result);
    return go_on(consumer + 2).to;
}

static Step step_yield(Object **r, const uint64_t *pc, Opcode op) {
    if (!frame_function(r)->code->compiled) return step_left(); /* somebody listens since a moment ago */
    uint64_t word = frame_word(r);
    Object *result = value(r, B), **below = r - word_distance(word);
    if (B & OPERAND_DYING)
        r[B & OPERAND_INDEX] = NULL;
    else
        incref(result);
    bool entry = (word & FRAME_TAG_MASK) == FRAME_ENTRY;
    generator_suspend((Generator *)r[-3], r, pc, result);
    vm.base = entry && !word_distance(word) ? NULL : below;
    if (entry) {
        vm.pc = word_pc(word);
        return ended(result);
    }
    return (Step){jit_yielded(word, result), NULL};
}

#undef A
#undef B
#undef C

const StepFunction jit_steps[OP_COUNT] = {
    [OP_CALL] = step_call,
    [OP_CALL_KW] = step_call,
    [OP_CALL_METHOD] = step_call_method,
    [OP_CALL_METHOD_KW] = step_call_method,
    [OP_CALL_CLASS] = step_call_class,
    [OP_CALL_INSTANCE] = step_call_instance,
    [OP_CALL_EX] = step_call_spread,
    [OP_BINARY_CALL] = step_operator,
    [OP_JUMP_COMPARE_CALL] = step_operator,
    [OP_GET_ITEM_CALL] = step_get_item,
    [OP_SET_ITEM_CALL] = step_set_item,
    [OP_LOAD_ATTR_PROPERTY] = step_property,
    [OP_WITH_ENTER] = step_with_enter,
    [OP_WITH_EXIT] = step_with_exit,
    [OP_RAISE] = step_raise,
    [OP_RERAISE] = step_reraise,
    [OP_FOR_GENERATOR] = step_for,
    [OP_SEND_GENERATOR] = step_send,
    [OP_YIELD] = step_yield,
    [OP_RETURN] = step_return,
    [OP_RETURN_GENERATOR] = step_return_generator,
};
