/* Quickening: a generic instruction that runs is replaced, in place, by one made for the operands it meets.
 *
 * Every generic instruction that can be specialised has a counter in its cache words. At 0 the loop calls here, unless
 * the instruction is watched (line.h); whether or not there is something to specialise for, the counter is wound up, so
 * that a site that changes its mind all the time costs little. A specialised instruction whose guard fails calls
 * quicken_undo, which puts the generic opcode back, with a longer wait, and the loop carries on with that.
 *
 * What a cache relies on is always compared: types by version, dicts by the version of their keys, functions by their
 * shape. Cached pointers (methods, class attributes) are borrowed: while the version holds, so does the type's dict.
 */
#include "interp/object/descriptors.h"
#include "interp/object/instance.h"
#include "interp/object/module.h"
#include "interp/object/type_impl.h"
#include "interp/vm/arith.h"
#include "interp/vm/ops.h"

enum {
    WAIT = 63, /* generic executions after a failed guard */
    /* Sites of attributes and methods count in their last cache word how often they failed: more often than this, and
     * they are taken to meet many classes. */
    CHANGES_SHIFT = 16,
    CHANGES_MAX = 3,
    OPERATOR_CHANGES_SHIFT = 32, /* likewise, in the only cache word of operators, and of items by plain keys */
};

static void replace(uint64_t *insn, Opcode op) {
    *insn = (*insn & ~(uint64_t)0xffff) | op;
}

static void set_low(uint64_t *word, uint32_t low) {
    *word = (*word & ~(uint64_t)0xffffffff) | low;
}

static void set_high(uint64_t *word, uint32_t high) {
    *word = (uint32_t)*word | (uint64_t)high << 32;
}

static bool dies(unsigned operand) {
    return operand & OPERAND_DYING;
}

/* --- the way back --- */

/* The generic opcode of each specialised one; 0 where the cache word has it. */
static const uint16_t generic_of[OP_COUNT] = {
#define COMPARISON(name) \
    [OP_JUMP_##name##_INT_RR] = OP_JUMP_##name, [OP_JUMP_##name##_INT_RK] = OP_JUMP_##name, \
    [OP_JUMP_##name##_INT_ANY] = OP_JUMP_##name, [OP_JUMP_##name##_FLOAT] = OP_JUMP_##name,
    COMPARISON(LT) COMPARISON(LE) COMPARISON(EQ) COMPARISON(NE) COMPARISON(GT) COMPARISON(GE)
#undef COMPARISON
        [OP_JUMP_EQ_STR] = OP_JUMP_EQ,
    [OP_JUMP_NE_STR] = OP_JUMP_NE,
    [OP_JUMP_EQ_OBJECT] = OP_JUMP_EQ,
    [OP_JUMP_NE_OBJECT] = OP_JUMP_NE,
    [OP_JUMP_IF_TRUE_ANY] = OP_JUMP_IF_TRUE,
    [OP_JUMP_IF_FALSE_ANY] = OP_JUMP_IF_FALSE,
    [OP_FOR_RANGE] = OP_FOR_ITER,
    [OP_FOR_LIST] = OP_FOR_ITER,
    [OP_FOR_TUPLE] = OP_FOR_ITER,
    [OP_FOR_GENERATOR] = OP_FOR_ITER,
    [OP_SEND_GENERATOR] = OP_SEND,
    [OP_GET_ITEM_LIST_RR] = OP_GET_ITEM,
    [OP_GET_ITEM_LIST_ANY] = OP_GET_ITEM,
    [OP_GET_ITEM_TUPLE_RR] = OP_GET_ITEM,
    [OP_GET_ITEM_TUPLE_ANY] = OP_GET_ITEM,
    [OP_GET_ITEM_STR] = OP_GET_ITEM,
    [OP_GET_ITEM_DICT] = OP_GET_ITEM,
    [OP_GET_ITEM_DICT_PLAIN] = OP_GET_ITEM,
    [OP_GET_ITEM_DICT_NAME] = OP_GET_ITEM,
    [OP_GET_ITEM_CALL] = OP_GET_ITEM,
    [OP_SET_ITEM_CALL] = OP_SET_ITEM,
    [OP_SET_ITEM_LIST] = OP_SET_ITEM,
    [OP_SET_ITEM_DICT] = OP_SET_ITEM,
    [OP_SET_ITEM_DICT_PLAIN] = OP_SET_ITEM,
    [OP_LOAD_GLOBAL_MODULE] = OP_LOAD_GLOBAL,
    [OP_LOAD_GLOBAL_BUILTIN] = OP_LOAD_GLOBAL,
    [OP_LOAD_NAME_MODULE] = OP_LOAD_NAME,
    [OP_LOAD_NAME_BUILTIN] = OP_LOAD_NAME,
    [OP_STORE_GLOBAL_MODULE] = OP_STORE_GLOBAL,
    [OP_STORE_NAME_MODULE] = OP_STORE_NAME,
    [OP_LOAD_ATTR_VALUE] = OP_LOAD_ATTR,
    [OP_LOAD_ATTR_SLOT] = OP_LOAD_ATTR,
    [OP_LOAD_ATTR_MANY] = OP_LOAD_ATTR,
    [OP_LOAD_ATTR_CLASS] = OP_LOAD_ATTR,
    [OP_LOAD_ATTR_MODULE] = OP_LOAD_ATTR,
    [OP_LOAD_ATTR_TYPE] = OP_LOAD_ATTR,
    [OP_LOAD_ATTR_VARIABLE] = OP_LOAD_ATTR,
    [OP_LOAD_ATTR_DICT] = OP_LOAD_ATTR,
    [OP_LOAD_ATTR_PROPERTY] = OP_LOAD_ATTR,
    [OP_LOAD_ATTR_NATIVE] = OP_LOAD_ATTR,
    [OP_STORE_ATTR_VALUE] = OP_STORE_ATTR,
    [OP_STORE_ATTR_SLOT] = OP_STORE_ATTR,
    [OP_STORE_ATTR_MANY] = OP_STORE_ATTR,
    [OP_STORE_ATTR_VARIABLE] = OP_STORE_ATTR,
    [OP_LOAD_METHOD_TYPE] = OP_LOAD_METHOD,
    [OP_LOAD_METHOD_VALUES] = OP_LOAD_METHOD,
    [OP_LOAD_METHOD_MANY] = OP_LOAD_METHOD,
    [OP_LOAD_METHOD_CLASS] = OP_LOAD_METHOD,
    [OP_LOAD_METHOD_STATIC] = OP_LOAD_METHOD,
    [OP_LOAD_METHOD_CLASS_STATIC] = OP_LOAD_METHOD,
    [OP_LOAD_METHOD_MODULE] = OP_LOAD_METHOD,
    [OP_CALL_FUNCTION] = OP_CALL,
    [OP_CALL_BOUND] = OP_CALL,
    [OP_CALL_NATIVE] = OP_CALL,
    [OP_CALL_TYPE] = OP_CALL,
    [OP_CALL_CLASS] = OP_CALL,
    [OP_CALL_INSTANCE] = OP_CALL,
    [OP_CALL_METHOD_FUNCTION] = OP_CALL_METHOD,
    [OP_CALL_METHOD_NATIVE] = OP_CALL_METHOD,
    [OP_CALL_UNBOUND_FUNCTION] = OP_CALL_METHOD,
    [OP_CALL_UNBOUND_NATIVE] = OP_CALL_METHOD,
};

static bool is_specialised(unsigned op) {
    return op >= OP_ADD_INT_RR;
}

Opcode opcode_generic(const uint64_t *insn) {
    unsigned op = insn_op(*insn);
    if (!is_specialised(op)) return op;
    if (op == OP_JUMP_COMPARE_CALL) return insn[1] >> 48;
    return generic_of[op] ? generic_of[op] : (Opcode)(uint16_t)insn[1];
}

/* Where the counter is: which word behind the instruction, and from which bit on. */
static uint64_t *counter_word(uint64_t *insn, Opcode generic, int *shift) {
    switch (generic) {
    case OP_LOAD_GLOBAL:
    case OP_LOAD_NAME:
    case OP_STORE_GLOBAL:
    case OP_STORE_NAME:
    case OP_CALL:
    case OP_CALL_METHOD:
    case OP_CALL_KW:
    case OP_CALL_METHOD_KW: *shift = 48; return insn + 2;
    case OP_LOAD_ATTR:
    case OP_STORE_ATTR:
    case OP_LOAD_METHOD: *shift = 0; return insn + 3;
    case OP_SEND:
    case OP_FOR_ITER: *shift = 32; return insn + 1;
    default: *shift = generic >= OP_JUMP_LT && generic <= OP_JUMP_GE ? 32 : 16; return insn + 1;
    }
}

bool quicken_is_new(const uint64_t *insn) {
    Opcode op = insn_op(*insn);
    if (op_info[op].cache == 0 || is_specialised(op)) return false;
    int shift;
    const uint64_t *word = counter_word((uint64_t *)insn, op, &shift);
    return (uint16_t)(*word >> shift) == 0;
}

static bool is_operator(Opcode generic) {
    return generic >= OP_ADD && generic <= OP_IRSHIFT;
}
/* An operator that was specialised and met something else several times. */
static bool has_changed_often(const uint64_t *insn) {
    return insn[1] >> OPERATOR_CHANGES_SHIFT > CHANGES_MAX;
}

void quicken_undo(uint64_t *insn) {
    Opcode generic = opcode_generic(insn);
    bool by_plain_key = insn_op(*insn) == OP_GET_ITEM_DICT_PLAIN || insn_op(*insn) == OP_SET_ITEM_DICT_PLAIN;
    replace(insn, generic);
    int shift;
    uint64_t *word = counter_word(insn, generic, &shift);
    *word = (*word & ~((uint64_t)0xffff << shift)) | (uint64_t)WAIT << shift;
    if (generic == OP_LOAD_ATTR || generic == OP_STORE_ATTR || generic == OP_LOAD_METHOD)
        *word += (uint64_t)1 << CHANGES_SHIFT;
    else if ((is_operator(generic) || by_plain_key) && !has_changed_often(insn))
        *word += (uint64_t)1 << OPERATOR_CHANGES_SHIFT;
}

void quicken_undo_all(Code *c) {
    for (uint32_t pc = 0; pc < c->insn_count; pc += 1 + (uint32_t)op_info[insn_op(c->insns[pc])].cache)
        if (opcode_generic(&c->insns[pc]) != insn_op(c->insns[pc])) quicken_undo(&c->insns[pc]);
}

/* --- operators --- */

/* A result in the register of a dying operand: the store releases it, so there is nothing left that dies. */
static void drop_overwritten(uint64_t *insn) {
    unsigned a = insn_a(*insn), b = insn_b(*insn), c = insn_c(*insn);
    if (dies(b) && (b & OPERAND_INDEX) == a) b = a;
    if (dies(c) && (c & OPERAND_INDEX) == a) c = a;
    *insn = insn_abc(insn_op(*insn), a, b, c);
}

/* _RR, _RK and _ANY follow one another. */
static Opcode by_shape(uint64_t insn, Opcode rr) {
    unsigned b = insn_b(insn), c = insn_c(insn);
    if (dies(b) || dies(c) || (b & OPERAND_CONSTANT)) return rr + 2;
    return c & OPERAND_CONSTANT ? rr + 1 : rr;
}

/* Of an operator, whose result may overwrite what dies. rr: OP_NOP if there is none. */
static Opcode arithmetic_by_shape(uint64_t *insn, Opcode rr) {
    if (rr == OP_NOP) return OP_NOP;
    drop_overwritten(insn);
    return by_shape(*insn, rr);
}

static bool in_registers(uint64_t *insn) {
    drop_overwritten(insn);
    return by_shape(*insn, 0) == 0;
}

static Opcode int_operation(Opcode op) {
    switch (op) {
    case OP_ADD:
    case OP_IADD: return OP_ADD_INT_RR;
    case OP_SUB:
    case OP_ISUB: return OP_SUB_INT_RR;
    case OP_MUL:
    case OP_IMUL: return OP_MUL_INT_RR;
    case OP_FLOORDIV:
    case OP_IFLOORDIV: return OP_FLOORDIV_INT_RR;
    case OP_MOD:
    case OP_IMOD: return OP_MOD_INT_RR;
    case OP_AND:
    case OP_IAND: return OP_AND_INT_RR;
    case OP_OR:
    case OP_IOR: return OP_OR_INT_RR;
    case OP_XOR:
    case OP_IXOR: return OP_XOR_INT_RR;
    case OP_LSHIFT:
    case OP_ILSHIFT: return OP_LSHIFT_INT_RR;
    case OP_RSHIFT:
    case OP_IRSHIFT: return OP_RSHIFT_INT_RR;
    default: return OP_NOP;
    }
}

static Opcode float_operation(Opcode op) {
    switch (op) {
    case OP_ADD:
    case OP_IADD: return OP_ADD_FLOAT_RR;
    case OP_SUB:
    case OP_ISUB: return OP_SUB_FLOAT_RR;
    case OP_MUL:
    case OP_IMUL: return OP_MUL_FLOAT_RR;
    case OP_TRUEDIV:
    case OP_ITRUEDIV: return OP_TRUEDIV_FLOAT_RR;
    default: return OP_NOP;
    }
}

/* A float, and a float or an int. */
static bool are_reals(const Object *b, const Object *c) {
    return b->type == &float_type ? c->type == &float_type || c->type == &int_type
                                  : b->type == &int_type && c->type == &float_type;
}

void quicken_binary(uint64_t *insn, Object *b, Object *c) {
    Opcode generic = insn_op(*insn), special = OP_NOP;
    if (int_check_exact(b) && int_check_exact(c) && (!both_are(b, c, &int_type) || has_changed_often(insn))) {
        if (int_operator(generic)) special = OP_INT_OPERATOR;
    } else if (b->type == &int_type && c->type == &int_type) {
        special = generic == OP_TRUEDIV || generic == OP_ITRUEDIV ? OP_TRUEDIV_INT
                                                                  : arithmetic_by_shape(insn, int_operation(generic));
    } else if (b->type == &float_type && c->type == &float_type) {
        special = arithmetic_by_shape(insn, float_operation(generic));
    } else if (are_reals(b, c)) {
        if (float_operation(generic) != OP_NOP) special = OP_MIXED_FLOAT;
    } else if (b->type == &str_type && c->type == &str_type && (generic == OP_ADD || generic == OP_IADD)) {
        if (!(insn_b(*insn) & OPERAND_CONSTANT)) special = OP_ADD_STR;
    } else if (special_operator(b, c, generic)) {
        special = OP_BINARY_CALL;
    }
    if (special == OP_NOP) return;
    insn[1] = (insn[1] & ~(uint64_t)0xffff) | generic;
    replace(insn, special);
}

void quicken_compare(uint64_t *insn, Object *b, Object *c) {
    Opcode generic = insn_op(*insn);
    Opcode special = b->type == &int_type && c->type == &int_type ? OP_COMPARE_INT
                     : are_reals(b, c)                            ? OP_COMPARE_FLOAT
                     : special_operator(b, c, generic)            ? OP_BINARY_CALL
                                                                  : OP_NOP;
    if (special == OP_NOP) return;
    insn[1] = (insn[1] & ~(uint64_t)0xffff) | generic;
    replace(insn, special);
}

void quicken_jump_compare(uint64_t *insn, Object *b, Object *c) {
    static const Opcode family[] = {OP_JUMP_LT_INT_RR, OP_JUMP_LE_INT_RR, OP_JUMP_EQ_INT_RR,
                                    OP_JUMP_NE_INT_RR, OP_JUMP_GT_INT_RR, OP_JUMP_GE_INT_RR};
    enum { FLOAT_MEMBER = OP_JUMP_LT_FLOAT - OP_JUMP_LT_INT_RR };
    Opcode generic = insn_op(*insn);
    Opcode first = family[generic - OP_JUMP_LT];
    bool equality = generic == OP_JUMP_EQ || generic == OP_JUMP_NE;
    if (b->type == &int_type && c->type == &int_type)
        replace(insn, by_shape(*insn, first));
    else if (are_reals(b, c))
        replace(insn, first + FLOAT_MEMBER);
    else if (equality && b->type->compare == str_compare && c->type->compare == str_compare)
        replace(insn, generic == OP_JUMP_EQ ? OP_JUMP_EQ_STR : OP_JUMP_NE_STR);
    else if (equality && !b->type->compare && !c->type->compare)
        replace(insn, generic == OP_JUMP_EQ ? OP_JUMP_EQ_OBJECT : OP_JUMP_NE_OBJECT);
    else if (special_operator(b, c, generic)) {
        insn[1] = (insn[1] & UINT64_MAX >> 16) | (uint64_t)generic << 48;
        replace(insn, OP_JUMP_COMPARE_CALL);
    }
}

/* Compiled code looks into built-in containers itself, and knows what has no opinion of its own. */
void quicken_truth(uint64_t *insn, Object *o) {
    Opcode generic = insn_op(*insn);
    if (generic != OP_JUMP_IF_TRUE && generic != OP_JUMP_IF_FALSE) return; /* it is done, or the line is watched */
    Type *t = o->type;
    if (t == &list_type || t == &str_type || t == &tuple_type || t == &dict_type || (!t->truth && !t->length)) return;
    replace(insn, generic == OP_JUMP_IF_TRUE ? OP_JUMP_IF_TRUE_ANY : OP_JUMP_IF_FALSE_ANY);
}

void quicken_for(uint64_t *insn, Object *iterator) {
    if (iterator->type == &range_iterator_type)
        replace(insn, OP_FOR_RANGE);
    else if (iterator->type == &list_iterator_type)
        replace(insn, OP_FOR_LIST);
    else if (iterator->type == &tuple_iterator_type)
        replace(insn, OP_FOR_TUPLE);
    else if (iterator->type == &generator_type)
        replace(insn, OP_FOR_GENERATOR);
}

void quicken_send(uint64_t *insn, Object *iterator) {
    if (iterator->type == &generator_type || iterator->type == &coroutine_type) replace(insn, OP_SEND_GENERATOR);
}

static bool has_plain_key(const uint64_t *insn, const Object *key) {
    return (key->type == &str_type || key->type == &int_type) && !has_changed_often(insn);
}

void quicken_get_item(uint64_t *insn, Object *o, Object *key) {
    if (o->type == &dict_type)
        replace(insn, (insn_c(*insn) & OPERAND_CONSTANT) && key->type == &str_type ? OP_GET_ITEM_DICT_NAME
                      : has_plain_key(insn, key)                                   ? OP_GET_ITEM_DICT_PLAIN
                                                                                   : OP_GET_ITEM_DICT);
    else if (special_function(o->type, names.__getitem__, 2))
        replace(insn, OP_GET_ITEM_CALL);
    else if (key->type != &int_type)
        return;
    else if (o->type == &list_type)
        replace(insn, in_registers(insn) ? OP_GET_ITEM_LIST_RR : OP_GET_ITEM_LIST_ANY);
    else if (o->type == &tuple_type)
        replace(insn, in_registers(insn) ? OP_GET_ITEM_TUPLE_RR : OP_GET_ITEM_TUPLE_ANY);
    else if (o->type == &str_type)
        replace(insn, OP_GET_ITEM_STR);
}

void quicken_set_item(uint64_t *insn, Object *o, Object *key) {
    if (o->type == &dict_type)
        replace(insn, has_plain_key(insn, key) ? OP_SET_ITEM_DICT_PLAIN : OP_SET_ITEM_DICT);
    else if (special_function(o->type, names.__setitem__, 3))
        replace(insn, OP_SET_ITEM_CALL);
    else if (o->type == &list_type && key->type == &int_type)
        replace(insn, OP_SET_ITEM_LIST);
}

/* --- names --- */

/* Where a name's value is: bytes from the keys, for dict_value_at; 0: not there, or nothing that a cache of 32 bits
 * could hold. *version: of the keys, 0 when they cannot be relied on. */
static uint32_t dict_place(Dict *d, Str *name, uint32_t *version) {
    ptrdiff_t at = dict_find_str(d, name);
    *version = dict_keys_version(d);
    if (at < 0) return 0;
    size_t offset = (char *)&dict_entries(d->keys)[at].value - (char *)d->keys;
    if (offset > UINT32_MAX) *version = 0;
    return *version ? (uint32_t)offset : 0;
}

void quicken_load_global(uint64_t *insn, Function *f, Str *name) {
    bool in_namespace = insn_op(*insn) == OP_LOAD_NAME;
    if (!dict_check_exact((Object *)f->globals)) return; /* a subclass may have its own way of looking up */
    uint32_t globals_version, builtins_version;
    uint32_t at = dict_place(f->globals, name, &globals_version);
    if (!globals_version) return;
    if (at) {
        insn[1] = globals_version | (uint64_t)at << 32;
        replace(insn, in_namespace ? OP_LOAD_NAME_MODULE : OP_LOAD_GLOBAL_MODULE);
        return;
    }
    at = dict_place(f->builtins, name, &builtins_version);
    if (!at) return;
    insn[1] = globals_version | (uint64_t)builtins_version << 32;
    set_low(&insn[2], at);
    replace(insn, in_namespace ? OP_LOAD_NAME_BUILTIN : OP_LOAD_GLOBAL_BUILTIN);
}

void quicken_store_global(uint64_t *insn, Function *f, Str *name) {
    if (!dict_check_exact((Object *)f->globals)) return;
    uint32_t version, at = dict_place(f->globals, name, &version);
    if (!at) return;
    insn[1] = version | (uint64_t)at << 32;
    replace(insn, insn_op(*insn) == OP_STORE_NAME ? OP_STORE_NAME_MODULE : OP_STORE_GLOBAL_MODULE);
}

/* --- attributes --- */

static bool module_place(uint64_t *insn, Object *o, Str *name) {
    uint32_t version, at = dict_place(module_dict(o), name, &version);
    if (!at) return false;
    insn[1] = version | (uint64_t)at << 32;
    return true;
}

static bool is_plain_slot(const Object *descriptor) {
    return descriptor && descriptor->type == &member_descriptor_type &&
           ((const MemberDescriptor *)descriptor)->member.kind == MEMBER_OBJECT;
}

static Dict *own_dict(Object *o) {
    return type_flag(o->type, TYPE_PREHEADER) ? instance_own_dict(o) : NULL;
}

static bool meets_many_classes(const uint64_t *insn) {
    return (uint16_t)(insn[3] >> CHANGES_SHIFT) > CHANGES_MAX;
}

/* Of a class, where its metaclass has no say: the attribute, or the place of one that changes. */
static bool class_cache(uint64_t *insn, Type *t, Str *name, const void *value) {
    Type *meta = type_of((Object *)t);
    uint32_t version = type_version(t), meta_version = type_version(meta);
    if (!value || !version || !meta_version || type_lookup(meta, name)) return false;
    insn[1] = version | (uint64_t)meta_version << 32;
    insn[2] = (uintptr_t)value;
    return true;
}

/* Likewise, and where no descriptor has. */
static bool class_attribute(uint64_t *insn, Type *t, Str *name) {
    Object *found = type_lookup(t, name);
    if (!found || (found->type->descr_get && found->type != &function_type)) return false;
    return !type_variable(t, name) && class_cache(insn, t, name, found);
}

/* The last cache word has the version of the keys of an instance's own dict, above the counters. */
static void remember_keys(uint64_t *insn, Dict *own) {
    set_high(&insn[3], own ? dict_keys_version(own) : 0);
}

void quicken_load_attr(uint64_t *insn, Object *o, Str *name) {
    Type *t = o->type;
    if (t == &module_type) {
        if (module_place(insn, o, name)) replace(insn, OP_LOAD_ATTR_MODULE);
        return;
    }
    if (t->getattr == type_getattr) {
        Type *class = (Type *)o;
        if (class_attribute(insn, class, name))
            replace(insn, OP_LOAD_ATTR_TYPE);
        else if (class_cache(insn, class, name, type_variable(class, name)))
            replace(insn, OP_LOAD_ATTR_VARIABLE);
    }
    if (t->getattr != object_generic_getattr) return;
    if (meets_many_classes(insn) && attribute_in_place(o, name)) {
        replace(insn, OP_LOAD_ATTR_MANY);
        return;
    }
    Object *found = type_lookup(t, name);
    uint32_t version = type_version(t);
    if (!version) return;
    if (is_plain_slot(found)) {
        insn[1] = version | (uint64_t)((MemberDescriptor *)found)->member.offset << 32;
        replace(insn, OP_LOAD_ATTR_SLOT);
        return;
    }
    if (found && found->type == &property_type && special_getter(found)) {
        insn[1] = version;
        insn[2] = (uintptr_t)found;
        replace(insn, OP_LOAD_ATTR_PROPERTY);
        return;
    }
    if (found && found->type->descr_set) {
        if (!found->type->descr_get || type_flag(found->type, TYPE_HEAP)) return;
        insn[1] = version;
        insn[2] = (uintptr_t)found;
        replace(insn, OP_LOAD_ATTR_NATIVE);
        return;
    }
    bool preheader = type_flag(t, TYPE_PREHEADER);
    int index = preheader ? instance_inline_index(t, name) : -1;
    Dict *dict = own_dict(o);
    if (index >= 0 && instance_values(o)[index]) {
        insn[1] = version | (uint64_t)(t->mem.size + index * sizeof(Object *)) << 32;
        replace(insn, OP_LOAD_ATTR_VALUE);
    } else if (dict && dict->keys->strings && dict_get_str(dict, name)) {
        uint32_t keys, at = dict_place(dict, name, &keys);
        insn[1] = version | (uint64_t)at << 32;
        set_high(&insn[3], keys);
        replace(insn, OP_LOAD_ATTR_DICT);
    } else if (found && !found->type->descr_get && index < 0 && !t->mem.dict_offset &&
               !(dict && instance_hides(o, name)) && !type_variable(t, name)) {
        insn[1] = version | (uint64_t)preheader << 32;
        insn[2] = (uintptr_t)found;
        remember_keys(insn, dict);
        replace(insn, OP_LOAD_ATTR_CLASS);
    }
}

void quicken_store_attr(uint64_t *insn, Object *o, Str *name) {
    Type *t = o->type;
    if (t->setattr == type_setattr && class_cache(insn, (Type *)o, name, type_own_variable((Type *)o, name)))
        replace(insn, OP_STORE_ATTR_VARIABLE);
    if (t->setattr != object_generic_setattr) return;
    if (meets_many_classes(insn) && attribute_in_place(o, name)) {
        replace(insn, OP_STORE_ATTR_MANY);
        return;
    }
    Object *found = type_lookup(t, name);
    uint32_t version = type_version(t);
    if (!version) return;
    if (is_plain_slot(found)) {
        const Member *m = &((MemberDescriptor *)found)->member;
        if (m->flags & MEMBER_READONLY) return;
        insn[1] = version | (uint64_t)m->offset << 32;
        replace(insn, OP_STORE_ATTR_SLOT);
        return;
    }
    if ((found && found->type->descr_set) || !type_flag(t, TYPE_PREHEADER)) return;
    int index = instance_inline_index(t, name);
    if (index < 0) return;
    insn[1] = version | (uint64_t)index << 32;
    insn[2] = t->mem.size + (unsigned)index * sizeof(Object *);
    replace(insn, OP_STORE_ATTR_VALUE);
}

/* Of a class made at run time: where the function of a staticmethod stands, which __init__ may change; else NULL. */
static Object **static_function(Type *t, Str *name) {
    Object *found = type_flag(t, TYPE_HEAP) ? type_lookup(t, name) : NULL;
    return found && found->type == &staticmethod_type ? &((MethodDecorator *)found)->callable : NULL;
}

void quicken_load_method(uint64_t *insn, Object *o, Str *name) {
    Type *t = o->type;
    if (t == &module_type) {
        if (module_place(insn, o, name)) replace(insn, OP_LOAD_METHOD_MODULE);
        return;
    }
    if (t->getattr == type_getattr) {
        Type *class = (Type *)o;
        if (class_attribute(insn, class, name))
            replace(insn, OP_LOAD_METHOD_CLASS);
        else if (class_cache(insn, class, name, static_function(class, name)))
            replace(insn, OP_LOAD_METHOD_CLASS_STATIC);
    }
    if (t->getattr != object_generic_getattr) return;
    if ((meets_many_classes(insn) || t->mem.dict_offset) && attribute_method_in_place(o, name)) {
        replace(insn, OP_LOAD_METHOD_MANY);
        return;
    }
    if (t->mem.dict_offset) return;
    Object *found = type_lookup(t, name);
    uint32_t version = type_version(t);
    if (!version || !found) return;
    bool preheader = type_flag(t, TYPE_PREHEADER);
    if (preheader && (instance_inline_index(t, name) >= 0 || instance_hides(o, name))) return;
    Object **function = static_function(t, name);
    if (!function && !type_flag(found->type, TYPE_METHOD_LIKE)) return;
    remember_keys(insn, own_dict(o));
    if (function) {
        insn[1] = version | (uint64_t)preheader << 32;
        insn[2] = (uintptr_t)function;
        replace(insn, OP_LOAD_METHOD_STATIC);
        return;
    }
    insn[1] = version;
    insn[2] = (uintptr_t)found;
    replace(insn, preheader ? OP_LOAD_METHOD_VALUES : OP_LOAD_METHOD_TYPE);
}

/* --- calls --- */

/* 0: there are no more. */
static uint32_t code_serial(Code *c) {
    static uint32_t last;
    if (!c->serial && last < UINT32_MAX) c->serial = ++last;
    return c->serial;
}

/* Of n arguments, self among them if there is one, the last are keywords. */
static void call_matched(uint64_t *insn, const Function *f, unsigned n, const Tuple *keywords, Opcode op) {
    Code *c = f->code;
    unsigned count = c->arg_count, positional = n - (keywords ? (unsigned)keywords->length : 0);
    if (c->exact_args != count || (c->flags & CODE_NAMESPACE) || count > CALL_MAP_MAX || n > count) return;
    uint8_t source[CALL_MAP_MAX];
    for (unsigned i = 0; i < count; i++) source[i] = i < positional ? i : CALL_MAP_DEFAULT;
    for (unsigned i = positional; i < n; i++) {
        int at = bind_parameter(c, keywords->items[i - positional]);
        if (at < 0 || source[at] != CALL_MAP_DEFAULT) return;
        source[at] = i;
    }
    uint64_t map = opcode_generic(insn) | (uint64_t)count << 16 | (uint64_t)n << 60;
    for (unsigned i = 0; i < count; i++) map |= (uint64_t)source[i] << (20 + 4 * i);
    uint32_t serial = code_serial(c);
    if (!serial) return;
    insn[1] = map;
    insn[2] = (uint32_t)insn[2] | (uint64_t)serial << 32;
    replace(insn, op);
}

void quicken_call_keywords(uint64_t *insn, Object *f, Object *self, unsigned nargs, Tuple *keywords) {
    bool unbound = insn_op(*insn) == OP_CALL_METHOD_KW && !self;
    if (f->type == &function_type)
        call_matched(insn, (Function *)f, nargs + (self != NULL), keywords,
                     unbound ? OP_CALL_UNBOUND_MATCHED : OP_CALL_MATCHED);
}

/* Notes for compiled code which row it was, and that it is a module's, or of no object. */
static void call_native(uint64_t *insn, const Native *f, Opcode op) {
    insn[1] = (uintptr_t)f->method;
    set_low(&insn[2], f->base.type == &native_type && (!f->self || f->self->type == &module_type));
    replace(insn, op);
}

void quicken_call(uint64_t *insn, Object *f, unsigned nargs) {
    if (f->type == &function_type) {
        if (((Function *)f)->code->exact_args == nargs)
            replace(insn, OP_CALL_FUNCTION);
        else
            call_matched(insn, (Function *)f, nargs, NULL, OP_CALL_MATCHED);
        return;
    }
    if (f->type == &native_type) {
        call_native(insn, (Native *)f, OP_CALL_NATIVE);
        return;
    }
    if (invoke_is_bound(f)) {
        if (invoke_bound_function(f)->code->exact_args == nargs + 1) replace(insn, OP_CALL_BOUND);
        return;
    }
    if (special_function(f->type, names.__call__, nargs + 1)) {
        replace(insn, OP_CALL_INSTANCE);
        return;
    }
    if (f->type != &type_type) return;
    Type *t = (Type *)f;
    if (!type_flag(t, TYPE_HEAP)) {
        insn[1] = (uintptr_t)t;
        replace(insn, OP_CALL_TYPE);
        return;
    }
    if (t->new != object_type.new || type_flag(t, TYPE_ABSTRACT)) return;
    Object *init = type_lookup(t, names.__init__);
    uint32_t version = type_version(t);
    if (!version || init->type != &function_type) return;
    const Code *code = ((Function *)init)->code;
    if (!(code->flags & CODE_SIMPLE) || nargs + 1 > code->exact_args) return;
    insn[1] = (uintptr_t)init;
    set_low(&insn[2], version);
    replace(insn, OP_CALL_CLASS);
}

void quicken_call_method(uint64_t *insn, Object *f, Object *self, unsigned nargs) {
    if (f->type == &function_type) {
        if (((Function *)f)->code->exact_args == nargs + (self != NULL))
            replace(insn, self ? OP_CALL_METHOD_FUNCTION : OP_CALL_UNBOUND_FUNCTION);
        else
            call_matched(insn, (Function *)f, nargs + (self != NULL), NULL,
                         self ? OP_CALL_MATCHED : OP_CALL_UNBOUND_MATCHED);
    } else if (f->type == &method_descriptor_type) {
        if (self && native_takes_self((Native *)f, self)) call_native(insn, (Native *)f, OP_CALL_METHOD_NATIVE);
    } else if (f->type == &native_type && !self) {
        call_native(insn, (Native *)f, OP_CALL_UNBOUND_NATIVE);
    }
}
