/* Special methods written in Python, called without a nested evaluation loop.
 *
 * `a + b` where the class of a defines __add__ is a call of a Python function like any other. The loop pushes a frame
 * for it above the registers of the running one, marked FRAME_SPECIAL, and goes on in there; on its return the
 * instruction that made the call decides what the result means: the value of an operator, a truth to jump on, an
 * attribute.
 *
 *      ... registers of the caller | 0 | function | return word | a | b | temporaries of __add__ ...
 *
 * Operands stay in the caller's registers meanwhile. This is the fast way of the plain case only, where the left
 * operand is asked first: the right operand must be of the same class or of a built-in type or, for comparisons, of a
 * class that does not extend the left one's. If the method returns
 * NotImplemented, number.c or compare.c go on from there.
 */
#include "interp/object/descriptors.h"
#include "interp/vm/jit.h"
#include "interp/vm/line.h"
#include "interp/vm/ops.h"

Opcode special_opcode(const Code *code, const uint64_t *insn) {
    Opcode op = insn_op(*insn);
    if (unlikely(op == OP_LINE)) return line_opcode(code, insn);
    if (likely(op != OP_ENTER)) return opcode_generic(insn);
    op = jit_original(code, insn);
    uint64_t original[] = {(*insn & ~(uint64_t)0xffff) | op, op_info[op].cache ? insn[1] : 0};
    return opcode_generic(original);
}

#define SLOT(name, field, wrapper, dunder, parameters, doc)
#define COMPARE(name, op, symbol)
#define BINARY(op, name, reflected, inplace, symbol) [op] = &names.name,
static Str *const *const binary_names[BIN_COUNT] = {
    [BIN_POW] = &names.__pow__,
#include "interp/object/slots.def"
};
#undef BINARY
#define BINARY(op, name, reflected, inplace, symbol) [op] = &names.inplace,
static Str *const *const inplace_names[BIN_COUNT] = {
    [BIN_POW] = &names.__ipow__,
#include "interp/object/slots.def"
};
#undef BINARY
#undef COMPARE
#define BINARY(op, name, reflected, inplace, symbol)
#define COMPARE(name, op, symbol) [op] = &names.name,
static Str *const *const compare_names[] = {
#include "interp/object/slots.def"
};
#undef SLOT
#undef BINARY
#undef COMPARE

Function *special_function(Type *t, Str *name, unsigned nargs) {
    if (!type_flag(t, TYPE_HEAP)) return NULL;
    Object *found = type_lookup(t, name);
    if (!found || found->type != &function_type || ((Function *)found)->code->exact_args != nargs) return NULL;
    return (Function *)found;
}

static bool is_inplace(Opcode op) {
    return op >= OP_IADD && op <= OP_IRSHIFT;
}

static enum BinaryOp binary_op(Opcode op) {
    return is_inplace(op) ? op - OP_IADD + BIN_ADD : op - OP_ADD + BIN_ADD;
}

static enum CompareOp compare_op(Opcode op) {
    return op >= OP_JUMP_LT && op <= OP_JUMP_GE ? op - OP_JUMP_LT + CMP_LT : op - OP_LT + CMP_LT;
}

static bool is_comparison(Opcode op) {
    return (op >= OP_LT && op <= OP_GE) || (op >= OP_JUMP_LT && op <= OP_JUMP_GE);
}

SpecialOperator special_operator_names(Opcode op) {
    if (is_comparison(op)) return (SpecialOperator){.name = *compare_names[compare_op(op)]};
    enum BinaryOp bin = binary_op(op);
    return (SpecialOperator){
        .op = bin, .name = *binary_names[bin], .inplace = is_inplace(op) ? *inplace_names[bin] : NULL};
}

/* The slots of operators ask both sides, so what is left when the left one declines is known only of built-in types. */
static bool left_goes_first(const Object *b, const Object *c, Opcode op) {
    if (b->type == c->type || !type_flag(c->type, TYPE_HEAP)) return true;
    return is_comparison(op) && !type_is_subtype(c->type, b->type);
}

Function *special_operator(Object *b, Object *c, Opcode op) {
    if (!left_goes_first(b, c, op)) return NULL;
    SpecialOperator o = special_operator_names(op);
    return special_function(b->type, o.inplace && b->type->inplace[o.op] ? o.inplace : o.name, 2);
}

static Object *special_declined(Object *b, Object *c, Opcode op) {
    if (is_comparison(op)) return object_compare_declined(b, c, compare_op(op));
    enum BinaryOp bin = binary_op(op);
    if (!is_inplace(op)) return number_binary_declined(b, c, bin);
    return number_inplace_declined(b, c, bin, b->type->inplace[bin] != NULL);
}

Function *special_exit(Type *t) {
    Object *found = type_flag(t, TYPE_HEAP) ? type_lookup(t, names.__exit__) : NULL;
    return found && found->type == &function_type ? (Function *)found : NULL;
}

Function *special_getter(Object *property) {
    Object *get = ((Property *)property)->get;
    return get && get->type == &function_type && ((Function *)get)->code->exact_args == 1 ? (Function *)get : NULL;
}

Object **special_push(Object **r, const uint64_t *insn, Function *f, Object *const *args, unsigned n) {
    Object **base = r + frame_function(r)->code->register_count + FRAME_HEADER;
    if (unlikely(base + n >= vm.stack_end)) {
        raise_memory();
        return NULL;
    }
    base[-2] = newref(f);
    base[-1] = (Object *)((uintptr_t)insn | FRAME_SPECIAL | (uint64_t)(base - r) << 48);
    for (unsigned i = 0; i < n; i++) base[i] = newref(args[i]);
    if (likely(f->code->exact_args == n)) return base;
    if (likely(base + f->code->register_count < vm.stack_end)) {
        if (likely(bind_arguments(f, base, n, NULL) == 0)) return base;
    } else {
        raise_memory();
        unwind_clear_registers(base, n);
    }
    clear_ref(&base[-2]);
    base[-1] = NULL;
    return NULL;
}

/* Of a CALL_CLASS, whose object is in window B: __init__ has ended. */
static const uint64_t *finish_class(Object **r, const uint64_t *pc, Object *result) {
    if (unlikely(result != NONE)) {
        raise_error(&exc_TypeError, "__init__() should return None, not '%T'", result);
        decref(result);
        return NULL;
    }
    decref(result);
    Object *o = r[insn_b(*pc)];
    r[insn_b(*pc)] = NULL;
    if (insn_a(*pc) & OPERAND_DYING)
        decref(o);
    else
        set_ref(&r[insn_a(*pc)], o);
    return pc + 4;
}

static void kill_dying(Object **r, unsigned operand) {
    if (operand & OPERAND_DYING) clear_ref(&r[operand & OPERAND_INDEX]);
}

static Object *operand_value(Object **r, unsigned operand) {
    unsigned i = operand & OPERAND_INDEX;
    return operand & OPERAND_CONSTANT ? frame_function(r)->code->consts[i] : r[i];
}

const uint64_t *special_finish(Object **r, const uint64_t *pc, Object *result) {
    const Code *code = frame_function(r)->code;
    unsigned a = insn_a(*pc), b = insn_b(*pc), c = insn_c(*pc);
    *vm_place_above(r) = NULL;
    Opcode op = insn_op(*pc) == OP_CALL_CLASS ? OP_CALL : special_opcode(code, pc);
    bool jumps = op >= OP_JUMP_LT && op <= OP_JUMP_GE;
    switch (op) {
    case OP_CALL: return finish_class(r, pc, result);
    case OP_SET_ITEM:
        decref(result);
        kill_dying(r, a);
        kill_dying(r, b);
        kill_dying(r, c);
        return pc + 2;
    case OP_LOAD_ATTR:
        kill_dying(r, b);
        set_ref(&r[a], result);
        return pc + 4;
    case OP_WITH_ENTER:
        kill_dying(r, c);
        set_ref(&r[a], result);
        return pc + 1;
    case OP_WITH_EXIT:
        handle_with_done(&r[b]);
        set_ref(&r[a], result);
        return pc + 1;
    default: break;
    }
    if (op != OP_GET_ITEM && unlikely(result == NOT_IMPLEMENTED)) {
        decref(result);
        result = special_declined(operand_value(r, b), operand_value(r, c), op);
        if (!result) return NULL;
    }
    if (jumps) {
        int truth = object_truth(result);
        decref(result);
        if (truth < 0) return NULL;
        kill_dying(r, b);
        kill_dying(r, c);
        return (unsigned)truth == a ? pc + 2 + (int32_t)pc[1] : pc + 2;
    }
    kill_dying(r, b);
    kill_dying(r, c);
    set_ref(&r[a], result);
    return pc + 2;
}
