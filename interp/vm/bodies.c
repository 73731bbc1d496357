/* Bodies of instructions as functions. What they call takes longer than they do, so nothing is lost by calling them:
 * the loop does that for those whose name stands in its list (IN_C), compiled code for all of them. The rules are the
 * loop's: operands, result, dying operands, in the order that opcodes.def gives.
 */
#include "interp/vm/bodies.h"
#include "interp/vm/arith.h"

#include "gc/alloc.h"
#include "interp/object/type_impl.h"

static inline unsigned operand(const uint64_t *pc, int i) {
    return ((const uint16_t *)pc)[i];
}
static inline Object *value(Object **r, unsigned operand) {
    unsigned i = operand & OPERAND_INDEX;
    return operand & OPERAND_CONSTANT ? frame_function(r)->code->consts[i] : r[i];
}
static inline void kill_operand(Object **r, unsigned operand) {
    if (operand & OPERAND_DYING) clear_ref(&r[operand & OPERAND_INDEX]);
}
static inline Str *name(Object **r, unsigned i) {
    return frame_function(r)->code->names[i];
}

/* Did somebody want to hear of more while C was running? */
static inline int64_t done(Object **r) {
    return frame_function(r)->code->compiled ? BODY_DONE : BODY_LEAVE;
}

/* A = x, B and C are released if they die. */
static inline int64_t result(Object **r, const uint64_t *pc, Object *x) {
    if (unlikely(!x)) return BODY_RAISED;
    kill_operand(r, operand(pc, 2));
    kill_operand(r, operand(pc, 3));
    set_ref(&r[operand(pc, 1)], x);
    return done(r);
}
/* The same where only B is an operand; or none is. */
static inline int64_t result1(Object **r, const uint64_t *pc, Object *x) {
    if (unlikely(!x)) return BODY_RAISED;
    kill_operand(r, operand(pc, 2));
    set_ref(&r[operand(pc, 1)], x);
    return done(r);
}
static inline int64_t result0(Object **r, const uint64_t *pc, Object *x) {
    if (unlikely(!x)) return BODY_RAISED;
    set_ref(&r[operand(pc, 1)], x);
    return done(r);
}
static inline int64_t status(Object **r, int failed) {
    return unlikely(failed) ? BODY_RAISED : done(r);
}

/* --- operators --- */

#define A          operand(pc, 1)
#define B          operand(pc, 2)
#define C          operand(pc, 3)
#define BODY(name) static int64_t body_##name(Object **r, const uint64_t *pc, Opcode op)

BODY(binary) {
    return result(r, pc, number_binary(value(r, B), value(r, C), op - OP_ADD + BIN_ADD));
}
BODY(inplace) {
    return result(r, pc, number_inplace(value(r, B), value(r, C), op - OP_IADD + BIN_ADD));
}
BODY(unary) {
    return result1(r, pc,
                   number_unary(value(r, B), op == OP_NEG   ? UNARY_NEG
                                             : op == OP_POS ? UNARY_POS
                                                            : UNARY_INVERT));
}
BODY(not ) {
    int t = object_truth(value(r, B));
    return t < 0 ? BODY_RAISED : result1(r, pc, new_bool(!t));
}
BODY(compare) {
    Object *b = value(r, B), *c = value(r, C);
    if (b->type == &str_type && c->type == &str_type && (op == OP_EQ || op == OP_NE))
        return result(r, pc, new_bool(str_equal(b, c) == (op == OP_EQ)));
    return result(r, pc, object_compare(b, c, op - OP_LT + CMP_LT));
}
BODY(is) {
    return result(r, pc, new_bool((value(r, B) == value(r, C)) == (op == OP_IS)));
}
BODY(in) {
    int t = object_contains(value(r, C), value(r, B));
    return t < 0 ? BODY_RAISED : result(r, pc, new_bool(t == (op == OP_IN)));
}
BODY(mixed) {
    op = (Opcode)(uint16_t)pc[1];
    return result(r, pc,
                  op >= OP_IADD ? number_inplace(value(r, B), value(r, C), op - OP_IADD + BIN_ADD)
                                : number_binary(value(r, B), value(r, C), op - OP_ADD + BIN_ADD));
}
BODY(int_operator) {
    Object *b = value(r, B), *c = value(r, C);
    if (unlikely(!int_check_exact(b) || !int_check_exact(c))) return BODY_AGAIN;
    return result(r, pc, int_operator((Opcode)(uint16_t)pc[1])(b, c));
}

/* --- items and attributes --- */

BODY(get_item) {
    Object *o = value(r, B), *key = value(r, C);
    if (o->type == &str_type && key->type == &int_type) {
        int64_t i = ((Int *)key)->value, n = str_length(o);
        if (i < 0) i += n;
        if (likely((uint64_t)i < (uint64_t)n)) return result(r, pc, str_from_char(str_at((Str *)o, i)));
    }
    return result(r, pc, object_getitem(o, key));
}
BODY(get_item_dict) {
    Object *o = value(r, B), *key = value(r, C);
    if (o->type != &dict_type) return BODY_AGAIN;
    Object *v = dict_get(o, key);
    if (unlikely(!v && !raise_pending())) raise_key(key);
    return result(r, pc, xnewref(v));
}
BODY(get_item_dict_name) { /* records of one kind have their keys in the same order */
    Object *o = value(r, B), *key = value(r, C), *v;
    if (o->type != &dict_type) return BODY_AGAIN;
    const DictKeys *keys = ((Dict *)o)->keys;
    int64_t at = (int64_t)(pc[1] >> 32);
    if (likely(at < keys->next && dict_entries(keys)[at].key == key))
        v = dict_entries(keys)[at].value;
    else
        v = lookup_dict_item((Dict *)o, (Str *)key, (uint64_t *)pc + 1);
    return result1(r, pc, xnewref(v));
}
BODY(set_item_dict) {
    Object *o = value(r, A);
    if (o->type != &dict_type) return BODY_AGAIN;
    if (dict_set(o, value(r, B), value(r, C)) < 0) return BODY_RAISED;
    kill_operand(r, A);
    kill_operand(r, B);
    kill_operand(r, C);
    return done(r);
}
BODY(set_item) { /* also of a list, an attribute: where the object may die */
    if (object_setitem(value(r, A), value(r, B), value(r, C)) < 0) return BODY_RAISED;
    kill_operand(r, A);
    kill_operand(r, B);
    kill_operand(r, C);
    return done(r);
}
BODY(load_attribute) {
    return result1(r, pc, object_getattr(value(r, B), name(r, C)));
}
BODY(store_attribute) {
    if (object_setattr(r[A & OPERAND_INDEX], name(r, C), value(r, B)) < 0) return BODY_RAISED;
    kill_operand(r, A);
    kill_operand(r, B);
    return done(r);
}
BODY(load_method) {
    Object *f, *self;
    if (object_get_method(value(r, B), name(r, C), &f, &self) < 0) return BODY_RAISED;
    kill_operand(r, B);
    r[A] = f;
    r[A + 2] = self;
    return done(r);
}

/* --- slices --- */

static inline void release_parts(Object **part) {
    for (int i = 2; i >= 0; i--) clear_ref(&part[i]);
}
/* The slice of the parts, which are consumed, goes to *to. */
static int64_t build_slice(Object **r, Object **part, Object **to) {
    Object *x = slice_new(part[0], part[1], part[2]);
    if (!x) return BODY_RAISED;
    release_parts(part);
    set_ref(to, x);
    return done(r);
}
BODY(slice) {
    return build_slice(r, &r[B], &r[A]);
}
static int64_t skips(Object **r) {
    return done(r) == BODY_DONE ? BODY_JUMP : BODY_LEAVE_JUMPING;
}
/* A slice that lives on the C stack, which borrows its parts: for those who look at them and keep nothing. */
static inline Slice brief_slice(Object **part) {
    return (Slice){{IMMORTAL, &slice_type}, part[0], part[1], part[2]};
}
static inline bool is_bound(const Object *o) {
    return o->type == &int_type || o == NONE;
}
/* Anything else is left to the instruction behind, so compiled code knows that it may come. */
static inline bool is_plain(Object **part) {
    return is_bound(part[0]) && is_bound(part[1]) && is_bound(part[2]);
}
BODY(get_slice) {
    Object *o = value(r, B), **part = &r[C & OPERAND_INDEX];
    const Type *t = o->type;
    if (!t->slice || !is_plain(part)) return build_slice(r, part, part);
    Slice slice = brief_slice(part);
    Object *x = t->get_item(o, (Object *)&slice);
    if (unlikely(!x)) return BODY_RAISED;
    kill_operand(r, B);
    release_parts(part);
    set_ref(&r[A], x);
    return skips(r);
}
BODY(set_slice) {
    Object *o = value(r, A), **part = &r[B & OPERAND_INDEX];
    if (o->type != &list_type || !is_plain(part)) return build_slice(r, part, part);
    Slice slice = brief_slice(part);
    if (o->type->set_item(o, (Object *)&slice, op == OP_SET_SLICE ? value(r, C) : NULL) < 0) return BODY_RAISED;
    kill_operand(r, A);
    release_parts(part);
    if (op == OP_SET_SLICE) kill_operand(r, C);
    return skips(r);
}

/* --- building --- */

BODY(construct) {
    return result0(r, pc, constructors[op].make(&r[B], C));
}
BODY(build_constant) {
    Object *items = value(r, B);
    return result0(r, pc, items->type == &tuple_type ? list_from_tuple(items) : set_new(items));
}
BODY(append) {
    if (!(B & OPERAND_DYING)) return status(r, list_append(r[A], value(r, B)));
    Object *v = r[B & OPERAND_INDEX];
    r[B & OPERAND_INDEX] = NULL;
    return status(r, list_append_steal(r[A], v));
}
BODY(set_add) {
    if (construct_set_add(r[A], value(r, B)) < 0) return BODY_RAISED;
    kill_operand(r, B);
    return done(r);
}
BODY(map_add) {
    if (construct_map_add(r[A], value(r, B), value(r, C)) < 0) return BODY_RAISED;
    kill_operand(r, B);
    kill_operand(r, C);
    return done(r);
}
BODY(extend) {
    if (construct_list_extend(r[A], value(r, B)) < 0) return BODY_RAISED;
    kill_operand(r, B);
    return done(r);
}
BODY(format) {
    return result1(r, pc, construct_format(value(r, B), C & 3, C & 4 ? r[A & OPERAND_INDEX] : NULL));
}
BODY(iterate) {
    return result1(r, pc, object_iter(value(r, B)));
}
BODY(yield_from_iterator) {
    return result1(r, pc, await_yield_from_iterator(value(r, B), frame_function(r)->code));
}
BODY(awaitable) {
    return result1(r, pc, await_iterator(value(r, B), C));
}
BODY(asynchronous_iterator) {
    return result1(r, pc, await_aiter(value(r, B)));
}
BODY(asynchronous_next) {
    return result0(r, pc, await_anext(r[B & OPERAND_INDEX]));
}
BODY(async_wrap) {
    return result1(r, pc, await_wrap(value(r, B)));
}
BODY(async_with_enter) {
    Object *x = handle_with_enter(r[C & OPERAND_INDEX], &r[B], true);
    if (!x) return BODY_RAISED;
    kill_operand(r, C);
    return result0(r, pc, x);
}
BODY(import_name) {
    Function *f = frame_function(r);
    Object *namespace = f->code->flags & CODE_NAMESPACE ? r[0] : NONE;
    Object *x = lookup_import(f, name(r, C), namespace, r[B], r[B + 1]);
    if (!x) return BODY_RAISED;
    clear_ref(&r[B + 1]);
    clear_ref(&r[B]);
    return result0(r, pc, x);
}
BODY(import_from) {
    return result0(r, pc, lookup_import_from(r[B & OPERAND_INDEX], name(r, C)));
}
BODY(intrinsic) {
    return result1(r, pc, construct_intrinsic(C, value(r, B)));
}
BODY(function) {
    Code *code = (Code *)frame_function(r)->code->consts[B & OPERAND_INDEX];
    return result0(r, pc, function_new(code, frame_function(r)->globals));
}

BODY(set_function) {
    if (construct_set_function((Function *)r[A & OPERAND_INDEX], B, value(r, C)) < 0) return BODY_RAISED;
    kill_operand(r, C);
    return done(r);
}
BODY(closure) {
    return result0(r, pc, newref(frame_function(r)->closure->items[B]));
}
BODY(make_cell) {
    Object *cell = cell_new(r[A]);
    if (!cell) return BODY_RAISED;
    set_ref(&r[A], cell);
    return done(r);
}
BODY(set_update) {
    if (set_update(r[A], value(r, B)) < 0) return BODY_RAISED;
    kill_operand(r, B);
    return done(r);
}
BODY(dict_update) {
    if (construct_dict_update(r[A], value(r, B)) < 0) return BODY_RAISED;
    kill_operand(r, B);
    return done(r);
}
BODY(dict_merge) {
    if (construct_dict_merge(r[A], value(r, B), r[C & OPERAND_INDEX]) < 0) return BODY_RAISED;
    kill_operand(r, B);
    return done(r);
}
BODY(list_to_tuple) {
    return result1(r, pc, list_to_tuple(r[B & OPERAND_INDEX]));
}
BODY(unpack) {
    if (construct_unpack(value(r, B), &r[A], C) < 0) return BODY_RAISED;
    kill_operand(r, B);
    return done(r);
}
BODY(unpack_star) {
    if (construct_unpack_star(value(r, B), &r[A], C & 127, C >> 7) < 0) return BODY_RAISED;
    kill_operand(r, B);
    return done(r);
}
BODY(delete_item) {
    if (object_setitem(value(r, A), value(r, B), NULL) < 0) return BODY_RAISED;
    kill_operand(r, A);
    kill_operand(r, B);
    return done(r);
}
BODY(delete_attribute) {
    if (object_setattr(r[A & OPERAND_INDEX], name(r, C), NULL) < 0) return BODY_RAISED;
    kill_operand(r, A);
    return done(r);
}
BODY(delete_local) {
    clear_ref(&r[A]);
    return done(r);
}

/* --- names --- */

BODY(load_global) {
    return result0(r, pc, lookup_load_global(frame_function(r), name(r, B)));
}
BODY(store_global) {
    if (lookup_store_global(frame_function(r), name(r, B), value(r, A)) < 0) return BODY_RAISED;
    kill_operand(r, A);
    return done(r);
}
BODY(load_name) {
    return result0(r, pc, lookup_load(r[0], frame_function(r), name(r, B)));
}
BODY(store_name) {
    if (lookup_store(r[0], name(r, B), value(r, A)) < 0) return BODY_RAISED;
    kill_operand(r, A);
    return done(r);
}
BODY(super_method) {
    Object *self, *method = super_cached_method(r, pc + 1, &self);
    if (unlikely(!method || r[A] != (Object *)&super_type)) {
        super_learn_method(r, (uint64_t *)pc + 1, name(r, C));
        return done(r);
    }
    set_ref(&r[A], newref(method));
    r[A + 2] = newref(self);
    return done(r) == BODY_DONE ? BODY_JUMP : BODY_LEAVE_JUMPING;
}

/* --- exceptions, patterns --- */

BODY(push_exception) {
    r[A + 1] = runtime.handled->exception;
    runtime.handled->exception = newref(r[A]);
    return done(r);
}
BODY(pop_exception) {
    Object *old = runtime.handled->exception;
    runtime.handled->exception = r[A + 1];
    r[A + 1] = NULL;
    xdecref(old);
    if (op == OP_POP_EXC) clear_ref(&r[A]);
    return done(r);
}
BODY(no_match) {
    int t = handle_match(r[A], value(r, B));
    if (t < 0) return BODY_RAISED;
    kill_operand(r, B);
    int64_t all_well = done(r);
    if (t) return all_well;
    return all_well == BODY_DONE ? BODY_JUMP : BODY_LEAVE_JUMPING;
}
BODY(match_sequence) {
    return result0(r, pc, new_bool(match_sequence(r[B & OPERAND_INDEX])));
}
BODY(match_mapping) {
    return result0(r, pc, new_bool(match_mapping(r[B & OPERAND_INDEX])));
}
BODY(match_keys) {
    return result0(r, pc, match_keys(r[B & OPERAND_INDEX], value(r, C)));
}
BODY(match_rest) {
    return result0(r, pc, match_rest(r[B & OPERAND_INDEX], value(r, C)));
}
BODY(match_class) {
    unsigned b = B;
    Object *x = match_class(r[b], r[b + 1], C, r[b + 2]);
    if (!x) return BODY_RAISED;
    clear_ref(&r[b + 2]);
    clear_ref(&r[b + 1]);
    return result0(r, pc, x);
}
BODY(get_length) {
    ptrdiff_t n = object_length(r[B & OPERAND_INDEX]);
    return n < 0 ? BODY_RAISED : result0(r, pc, int_from_i64(n));
}

/* --- calls --- */

static void release_window(Object **p, unsigned n) {
    while (n-- > 0) clear_ref(&p[n]);
}
static int64_t called(Object **r, const uint64_t *pc, Object *x, unsigned first, unsigned n) {
    if (unlikely(!x)) return BODY_RAISED;
    release_window(&r[first], n);
    clear_ref(&r[B]);
    if (A & OPERAND_DYING)
        decref(x);
    else
        set_ref(&r[A], x);
    return done(r);
}
BODY(call_native) {
    Native *f = (Native *)r[B];
    if (f->base.type != &native_type) return BODY_AGAIN;
    return called(r, pc, native_call_positional(f, f->self, &r[B + 2], C), B + 2, C);
}
BODY(call_type) {
    Object *t = r[B];
    if (t->type != &type_type || type_flag((Type *)t, TYPE_HEAP)) return BODY_AGAIN;
    return called(r, pc, type_call_positional((Type *)t, &r[B + 2], C), B + 2, C);
}
BODY(call_method) {
    Native *f = (Native *)r[B];
    Object *self = r[B + 2];
    if (f->base.type != &method_descriptor_type || !self || !native_takes_self(f, self)) return BODY_AGAIN;
    return called(r, pc, native_call_positional(f, self, &r[B + 3], C), B + 2, C + 1);
}
BODY(call_unbound) {
    Native *f = (Native *)r[B];
    if (f->base.type != &native_type || r[B + 2]) return BODY_AGAIN;
    return called(r, pc, native_call_positional(f, f->self, &r[B + 3], C), B + 3, C);
}

/* --- jumps --- */

static int64_t jumps(Object **r, bool taken) {
    int64_t all_well = done(r);
    return all_well == BODY_DONE ? (taken ? BODY_JUMP : BODY_DONE) : taken ? BODY_LEAVE_JUMPING : BODY_LEAVE;
}
BODY(for) {
    Object *x = object_next_or_stop(r[B]);
    if (x) return result0(r, pc, x);
    if (raise_pending() && !raise_clear_if(&exc_StopIteration)) return BODY_RAISED;
    clear_ref(&r[B]);
    return jumps(r, true);
}
BODY(jump_compare) {
    int t = object_compare_bool(value(r, B), value(r, C), op - OP_JUMP_LT + CMP_LT);
    if (t < 0) return BODY_RAISED;
    kill_operand(r, B);
    kill_operand(r, C);
    return jumps(r, (unsigned)t == A);
}
BODY(jump_is) {
    bool t = value(r, B) == value(r, C);
    kill_operand(r, B);
    kill_operand(r, C);
    return jumps(r, t == A);
}
BODY(jump_in) {
    int t = object_contains(value(r, C), value(r, B));
    if (t < 0) return BODY_RAISED;
    kill_operand(r, B);
    kill_operand(r, C);
    return jumps(r, (unsigned)t == A);
}
BODY(jump_truth) {
    int t = object_truth(value(r, A));
    if (t < 0) return BODY_RAISED;
    kill_operand(r, A);
    return jumps(r, t == (op == OP_JUMP_IF_TRUE || op == OP_JUMP_IF_TRUE_ANY));
}
BODY(add_string) {
    Object *b = value(r, B), *c = value(r, C), *x;
    if (b->type != &str_type || c->type != &str_type) return BODY_AGAIN;
    if ((B & OPERAND_INDEX) != A && !(B & OPERAND_DYING)) return result(r, pc, str_concat(b, c));
    incref(c); /* nobody will read B again: its text may grow in place */
    r[B & OPERAND_INDEX] = NULL;
    x = str_append(b, c);
    decref(c);
    if (!x) return BODY_RAISED;
    kill_operand(r, C);
    set_ref(&r[A], x);
    return done(r);
}

#undef A
#undef B
#undef C
#undef BODY

const Body bodies[OP_COUNT] = {
    [OP_ADD... OP_RSHIFT] = body_binary,
    [OP_IADD... OP_IRSHIFT] = body_inplace,
    [OP_NEG] = body_unary,
    [OP_POS] = body_unary,
    [OP_INVERT] = body_unary,
    [OP_NOT] = body_not,
    [OP_LT... OP_GE] = body_compare,
    [OP_IS] = body_is,
    [OP_IS_NOT] = body_is,
    [OP_IN] = body_in,
    [OP_NOT_IN] = body_in,
    [OP_MIXED_FLOAT] = body_mixed,
    [OP_INT_OPERATOR] = body_int_operator,
    [OP_GET_ITEM] = body_get_item,
    [OP_GET_ITEM_DICT] = body_get_item_dict,
    [OP_GET_ITEM_DICT_PLAIN] = body_get_item_dict,
    [OP_GET_ITEM_DICT_NAME] = body_get_item_dict_name,
    [OP_SET_ITEM] = body_set_item,
    [OP_SET_ITEM_LIST] = body_set_item,
    [OP_SET_ITEM_DICT] = body_set_item_dict,
    [OP_SET_ITEM_DICT_PLAIN] = body_set_item_dict,
    [OP_LOAD_ATTR] = body_load_attribute,
    [OP_STORE_ATTR] = body_store_attribute,
    [OP_LOAD_METHOD] = body_load_method,
    [OP_LOAD_METHOD_MODULE] = body_load_method,
    [OP_GET_SLICE] = body_get_slice,
    [OP_SET_SLICE] = body_set_slice,
    [OP_DEL_SLICE] = body_set_slice,
    [OP_BUILD_SLICE] = body_slice,
    [OP_BUILD_LIST] = body_construct,
    [OP_BUILD_CONST] = body_build_constant,
    [OP_BUILD_TUPLE] = body_construct,
    [OP_BUILD_SET] = body_construct,
    [OP_BUILD_MAP] = body_construct,
    [OP_BUILD_STRING] = body_construct,
    [OP_LIST_APPEND] = body_append,
    [OP_SET_ADD] = body_set_add,
    [OP_MAP_ADD] = body_map_add,
    [OP_LIST_EXTEND] = body_extend,
    [OP_FORMAT] = body_format,
    [OP_GET_ITER] = body_iterate,
    [OP_MAKE_FUNCTION] = body_function,
    [OP_SET_FUNCTION] = body_set_function,
    [OP_LOAD_CLOSURE] = body_closure,
    [OP_MAKE_CELL] = body_make_cell,
    [OP_SET_UPDATE] = body_set_update,
    [OP_DICT_UPDATE] = body_dict_update,
    [OP_DICT_MERGE] = body_dict_merge,
    [OP_LIST_TO_TUPLE] = body_list_to_tuple,
    [OP_UNPACK] = body_unpack,
    [OP_UNPACK_STAR] = body_unpack_star,
    [OP_DEL_ITEM] = body_delete_item,
    [OP_DELETE_ATTR] = body_delete_attribute,
    [OP_DELETE_LOCAL] = body_delete_local,
    [OP_LOAD_GLOBAL] = body_load_global,
    [OP_STORE_GLOBAL] = body_store_global,
    [OP_YIELD_FROM_ITER] = body_yield_from_iterator,
    [OP_GET_AWAITABLE] = body_awaitable,
    [OP_GET_AITER] = body_asynchronous_iterator,
    [OP_GET_ANEXT] = body_asynchronous_next,
    [OP_ASYNC_WRAP] = body_async_wrap,
    [OP_ASYNC_WITH_ENTER] = body_async_with_enter,
    [OP_IMPORT_NAME] = body_import_name,
    [OP_IMPORT_FROM] = body_import_from,
    [OP_INTRINSIC] = body_intrinsic,
    [OP_LOAD_NAME] = body_load_name,
    [OP_STORE_NAME] = body_store_name,
    [OP_LOAD_SUPER_METHOD] = body_super_method,
    [OP_PUSH_EXC] = body_push_exception,
    [OP_POP_EXC] = body_pop_exception,
    [OP_RESTORE_EXC] = body_pop_exception,
    [OP_JUMP_IF_NO_MATCH] = body_no_match,
    [OP_MATCH_SEQUENCE] = body_match_sequence,
    [OP_MATCH_MAPPING] = body_match_mapping,
    [OP_MATCH_KEYS] = body_match_keys,
    [OP_MATCH_REST] = body_match_rest,
    [OP_MATCH_CLASS] = body_match_class,
    [OP_GET_LENGTH] = body_get_length,
    [OP_CALL_NATIVE] = body_call_native,
    [OP_CALL_TYPE] = body_call_type,
    [OP_CALL_METHOD_NATIVE] = body_call_method,
    [OP_CALL_UNBOUND_NATIVE] = body_call_unbound,
    [OP_FOR_ITER] = body_for,
    [OP_JUMP_LT... OP_JUMP_GE] = body_jump_compare,
    [OP_JUMP_IN] = body_jump_in,
    [OP_JUMP_IS] = body_jump_is,
    [OP_JUMP_IF_TRUE] = body_jump_truth,
    [OP_JUMP_IF_FALSE] = body_jump_truth,
    [OP_JUMP_IF_TRUE_ANY] = body_jump_truth,
    [OP_JUMP_IF_FALSE_ANY] = body_jump_truth,
    [OP_ADD_STR] = body_add_string,
};
