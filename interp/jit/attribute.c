/* Templates: attributes of instances, classes and modules.
 *
 * An instance's class is known by its version, which stands for all that can be asked of the class: that it has no
 * descriptor of the name, where instances have the attribute, what the class has. Is a class attribute hidden by the
 * dict that an instance has of its own? That the dict's keys are still those of the time when the instruction was
 * specialised is quickly seen; otherwise the dict is asked, by C.
 *
 * Where a site meets many classes, the table that all lookups share is read as attribute_place (type_impl.h) does it.
 */
#include "interp/jit/impl.h"
#include "interp/object/containers.h"
#include "interp/object/instance.h"
#include "interp/object/module.h"
#include "interp/object/type_impl.h"

static uint32_t upper(uint64_t word) {
    return (uint32_t)(word >> 32);
}

static const Str *name_of(const Jit *j) {
    return j->code->names[jit_c(j)];
}

/* The object of operand b for a load into a: leaves it in a register of the machine. If b has to be released after the
 * load, everything is in place. */
static unsigned load_from(Jit *j, int a, unsigned b) {
    if (jit_dies(b) && jit_is_owned(j, b)) jit_settle(j);
    if (!jit_is_same(b, a)) jit_make_room(j, a);
    return jit_object(j, jit_index(b), RAX);
}

void jit_give_loaded(Jit *j, int a, unsigned b) {
    if (jit_dies(b) && jit_is_owned(j, b)) {
        jit_incref(j, RCX); /* before its owner may go */
        jit_kill(j, b);
        jit_store_object(j, a, RCX);
    } else {
        jit_kill(j, b);
        jit_give_object(j, a, RCX);
    }
}

static void guard_something(Jit *j, unsigned reg) {
    asm_reg(&j->a, PLAIN, ASM_TEST, reg, reg);
    asm_jump_if(&j->a, IF_EQUAL, jit_exit(j));
}

/* --- dicts of instances --- */

static intptr_t is_hidden(Object *o, const Str *name) {
    return instance_hides(o, name);
}
/* RDX is the dict, not NULL, of the object in RAX. */
static void write_ask_dict(Jit *j, Stub *s) {
    Asm *a = &j->a;
    jit_return_to(j, s);
    asm_mem(a, PLAIN, ASM_LOAD, RCX, RDX, offsetof(Dict, keys));
    uint32_t version = upper(j->pc[3]);
    if (version) {
        asm_mem_const(a, ASM_GROUP_CMP, false, RCX, offsetof(DictKeys, version), (int32_t)version);
        asm_jump_if(a, IF_EQUAL, &s->back);
    }
    asm_constant(a, RCX, (int64_t)(intptr_t)name_of(j));
    jit_ask(j, is_hidden);
    asm_reg(a, PLAIN, ASM_TEST, RAX, RAX);
    asm_jump_if(a, IF_NOT_EQUAL, jit_exit(j));
    asm_jump(a, &s->back);
}

/* RDX = the dict word of the object, which is moved to RAX; on to the stub if it is a dict. */
static void dict_or(Jit *j, unsigned object, Stub *stub) {
    Asm *a = &j->a;
    asm_move(a, RAX, object);
    asm_mem(a, PLAIN, ASM_LOAD, RDX, RAX, INSTANCE_DICT_OFFSET);
    asm_reg(a, PLAIN, ASM_TEST, RDX, RDX);
    asm_jump_if(a, IF_EQUAL, &stub->back);
    asm_move(a, RCX, RDX);
    asm_reg_const(a, ASM_GROUP_AND, RCX, 1);
    asm_jump_if(a, IF_EQUAL, &stub->from);
    asm_bind(a, &stub->back);
}

void jit_guard_not_hidden(Jit *j, unsigned object) {
    dict_or(j, object, jit_stub(j, write_ask_dict));
}

/* What the instance has in its own dict. */
static Object *in_dict(Object *o, const Str *name) {
    Dict *d = instance_own_dict(o);
    return d && d->keys->strings ? dict_get_str(d, name) : NULL;
}

static void load_from_dict(Jit *j) {
    Asm *a = &j->a;
    int target = (int)jit_a(j);
    unsigned b = jit_read_b(j), object = load_from(j, target, b);
    jit_guard_version(j, jit_index(b), object, (uint32_t)j->pc[1]);
    AsmLabel ask = ASM_LABEL_NEW, done = ASM_LABEL_NEW;
    asm_move(a, RAX, object);
    asm_mem(a, PLAIN, ASM_LOAD, RDX, RAX, INSTANCE_DICT_OFFSET);
    guard_something(j, RDX);
    asm_move(a, RCX, RDX);
    asm_reg_const(a, ASM_GROUP_AND, RCX, 1);
    asm_jump_if(a, IF_NOT_EQUAL, jit_exit(j));
    if (upper(j->pc[3])) {
        asm_mem(a, PLAIN, ASM_LOAD, RDX, RDX, offsetof(Dict, keys));
        asm_mem_const(a, ASM_GROUP_CMP, false, RDX, offsetof(DictKeys, version), (int32_t)upper(j->pc[3]));
        asm_jump_if(a, IF_NOT_EQUAL, &ask);
        asm_mem(a, PLAIN, ASM_LOAD, RCX, RDX, (int32_t)upper(j->pc[1]));
        asm_jump(a, &done);
    }
    asm_bind(a, &ask);
    asm_constant(a, RCX, (int64_t)(intptr_t)name_of(j));
    jit_ask(j, in_dict);
    asm_move(a, RCX, RAX);
    asm_bind(a, &done);
    guard_something(j, RCX);
    jit_give_loaded(j, target, b);
}

/* --- loads --- */

static void load_attribute(Jit *j, Opcode op) {
    int a = (int)jit_a(j);
    unsigned b = jit_read_b(j), object = load_from(j, a, b);
    jit_guard_version(j, jit_index(b), object, (uint32_t)j->pc[1]);
    if (op == OP_LOAD_ATTR_CLASS || op == OP_LOAD_METHOD_STATIC) {
        if (upper(j->pc[1])) jit_guard_not_hidden(j, object);
        asm_constant(&j->a, RCX, (int64_t)j->pc[2]);
        if (op == OP_LOAD_METHOD_STATIC) asm_mem(&j->a, PLAIN, ASM_LOAD, RCX, RCX, 0);
    } else {
        asm_mem(&j->a, PLAIN, ASM_LOAD, RCX, (int)object, (int32_t)upper(j->pc[1]));
        guard_something(j, RCX);
    }
    jit_give_loaded(j, a, b);
}

static void load_module_attribute(Jit *j) {
    int a = (int)jit_a(j);
    unsigned b = jit_read_b(j), object = load_from(j, a, b);
    jit_guard_type(j, jit_index(b), object, &module_type);
    asm_mem(&j->a, PLAIN, ASM_LOAD, RCX, (int)object, module_type.mem.dict_offset);
    jit_guard_keys(j, RCX, (uint32_t)j->pc[1]);
    asm_mem(&j->a, PLAIN, ASM_LOAD, RCX, RCX, (int32_t)upper(j->pc[1]));
    jit_give_loaded(j, a, b);
}

/* Of a class itself: neither it and its bases nor its metaclass have changed. */
static void guard_class(Jit *j, unsigned operand, unsigned object) {
    jit_guard_version(j, jit_index(operand), object, upper(j->pc[1]));
    asm_mem_const(&j->a, ASM_GROUP_CMP, false, (int)object, offsetof(Type, version), (int32_t)j->pc[1]);
    asm_jump_if(&j->a, IF_NOT_EQUAL, jit_exit(j));
}

static void load_class_attribute(Jit *j, bool varies) {
    int a = (int)jit_a(j);
    unsigned b = jit_read_b(j), object = load_from(j, a, b);
    guard_class(j, b, object);
    asm_constant(&j->a, RCX, (int64_t)j->pc[2]);
    if (varies) asm_mem(&j->a, PLAIN, ASM_LOAD, RCX, RCX, 0);
    jit_give_loaded(j, a, b);
}

/* --- where a site meets many classes --- */

enum { LOOKUP_SHIFT = 5 };
_Static_assert(sizeof(TypeLookup) == 1 << LOOKUP_SHIFT, "jit_find_lookup multiplies by it");

void jit_find_lookup(Jit *j, unsigned at, const Str *name, AsmLabel *otherwise) {
    Asm *a = &j->a;
    /* type_lookup_index */
    asm_mem32(a, ASM_LOAD, RCX, RAX, offsetof(Type, version));
    asm_multiply32(a, at, RCX, (int32_t)0x9e3779b1u);
    asm_reg_const(a, ASM_GROUP_XOR, at, (int32_t)(uint32_t)((uintptr_t)name >> 3));
    asm_multiply32(a, at, at, (int32_t)0x85ebca6bu);
    asm_shift(a, ASM_SHIFT_LOGICAL, at, 32 - TYPE_LOOKUP_BITS);
    asm_shift(a, ASM_SHIFT_LEFT, at, LOOKUP_SHIFT);
    asm_reg_const(a, ASM_GROUP_ADD, at, jit_address(type_lookups));
    asm_mem32(a, ASM_CMP, RCX, (int)at, offsetof(TypeLookup, version));
    asm_jump_if(a, IF_NOT_EQUAL, otherwise);
    asm_constant(a, RDX, (int64_t)(intptr_t)name);
    asm_mem(a, PLAIN, ASM_CMP, RDX, (int)at, offsetof(TypeLookup, name));
    asm_jump_if(a, IF_NOT_EQUAL, otherwise);
}

/* What is not remembered is asked for by C, with the object in the holder s->a; the result comes to RCX, RDX is lost.
 */
static void ask_class(Jit *j, Stub *s, Object *(*function)(Object *, Str *)) {
    Asm *a = &j->a;
    jit_return_to(j, s);
    asm_move(a, RAX, jit_machine(s->a));
    asm_constant(a, RCX, (int64_t)(intptr_t)name_of(j));
    jit_ask(j, function);
    asm_move(a, RCX, RAX);
    guard_something(j, RCX);
    asm_jump(a, &s->back);
}
static Object *value_in_place(Object *o, Str *name) {
    return attribute_in_place(o, name);
}
static Object *place_in_use(Object *o, Str *name) {
    Object **place = attribute_place(o, name);
    return place && *place ? (Object *)place : NULL;
}
static Object *method_in_place(Object *o, Str *name) {
    return attribute_method_in_place(o, name);
}
static void write_ask_value(Jit *j, Stub *s) {
    ask_class(j, s, value_in_place);
}
static void write_ask_place(Jit *j, Stub *s) {
    ask_class(j, s, place_in_use);
}
static void write_ask_method(Jit *j, Stub *s) {
    ask_class(j, s, method_in_place);
}

/* The entry for the object's class and the name is at `at`; otherwise the stub is asked. RAX: the class. */
static Stub *look_up(Jit *j, unsigned object, int32_t rule, const void *generic, unsigned *at, unsigned *o,
                     void (*write)(Jit *, Stub *)) {
    Asm *a = &j->a;
    int o_holder = jit_hold(j, false, -1, HELD_COPY);
    *o = jit_machine(o_holder);
    asm_move(a, *o, object);
    *at = jit_machine(jit_hold(j, false, -1, HELD_COPY));
    asm_mem(a, PLAIN, ASM_LOAD, RAX, (int)*o, offsetof(Object, type));
    asm_mem_const(a, ASM_GROUP_CMP, true, RAX, rule, jit_address(generic));
    asm_jump_if(a, IF_NOT_EQUAL, jit_exit(j));
    Stub *stub = jit_stub(j, write);
    stub->a = o_holder;
    jit_find_lookup(j, *at, name_of(j), &stub->from);
    return stub;
}

/* RCX = where the object has the attribute. */
static void find_place(Jit *j, unsigned at, unsigned o, Stub *stub) {
    asm_mem_const(&j->a, ASM_GROUP_CMP, false, (int)at, offsetof(TypeLookup, place), PLACE_VALUE);
    asm_jump_if(&j->a, IF_BELOW, &stub->from);
    asm_mem(&j->a, PLAIN, ASM_LOAD, RCX, (int)at, offsetof(TypeLookup, offset));
    asm_reg(&j->a, PLAIN, ASM_ADD, RCX, o);
}

static void load_many(Jit *j) {
    int a = (int)jit_a(j);
    unsigned b = jit_read_b(j), at, o, object = load_from(j, a, b);
    Stub *stub = look_up(j, object, offsetof(Type, getattr), object_generic_getattr, &at, &o, write_ask_value);
    find_place(j, at, o, stub);
    asm_mem(&j->a, PLAIN, ASM_LOAD, RCX, RCX, 0);
    guard_something(j, RCX);
    asm_bind(&j->a, &stub->back);
    jit_give_loaded(j, a, b);
}

/* --- stores --- */

/* There is no such value so far, at RDX, of the object in the holder s->a: the store adds it if that is in order. */
static void write_append(Jit *j, Stub *s) {
    Asm *a = &j->a;
    jit_return_to(j, s);
    uint32_t index = upper(j->pc[1]);
    unsigned object = jit_machine(s->a), operand = jit_b(j);
    asm_mem(a, PLAIN, ASM_LOAD, RAX, (int)object, INSTANCE_DICT_OFFSET);
    asm_move(a, RCX, RAX);
    asm_reg_const(a, ASM_GROUP_AND, RCX, 1);
    asm_jump_if(a, IF_EQUAL, jit_exit(j));
    asm_move(a, RCX, RAX);
    asm_shift(a, ASM_SHIFT_LOGICAL, RCX, 16);
    asm_reg_const(a, ASM_GROUP_CMP, RCX, (int32_t)index);
    asm_jump_if(a, IF_ABOVE, jit_exit(j));
    asm_reg_const(a, ASM_GROUP_AND, RAX, 0xffff);
    asm_reg_const(a, ASM_GROUP_OR, RAX, (int32_t)(index + 1) << 16);
    asm_mem(a, PLAIN, ASM_STORE, RAX, (int)object, INSTANCE_DICT_OFFSET);
    jit_store_operand(j, operand);
    asm_jump(a, &s->back);
}

/* The object of operand A stays in a register of the machine until the store is done. */
static int store_to(Jit *j) {
    unsigned a = jit_a(j);
    jit_settle_for_store(j, jit_b(j), jit_index(a));
    int holder = jit_hold(j, false, -1, HELD_COPY);
    asm_move(&j->a, jit_machine(holder), jit_object(j, jit_index(a), jit_machine(holder)));
    return holder;
}

static void store_attribute(Jit *j, Opcode op) {
    Asm *a = &j->a;
    unsigned operand = jit_b(j);
    int holder = store_to(j);
    unsigned object = jit_machine(holder);
    jit_guard_version(j, jit_index(jit_a(j)), object, (uint32_t)j->pc[1]);
    if (op == OP_STORE_ATTR_SLOT) {
        asm_mem(a, PLAIN, ASM_LEA, RDX, (int)object, (int32_t)upper(j->pc[1]));
        jit_store_operand(j, operand);
    } else {
        asm_mem(a, PLAIN, ASM_LEA, RDX, (int)object, (int32_t)j->pc[2]);
        asm_mem_const(a, ASM_GROUP_CMP, true, RDX, 0, 0);
        Stub *stub = jit_stub(j, write_append);
        stub->a = holder;
        asm_jump_if(a, IF_EQUAL, &stub->from);
        jit_store_operand(j, operand);
        asm_bind(a, &stub->back);
    }
    jit_kill(j, jit_a(j));
}

static void store_class_variable(Jit *j) {
    Asm *a = &j->a;
    unsigned operand = jit_b(j);
    unsigned object = jit_machine(store_to(j));
    guard_class(j, jit_a(j), object);
    int value = jit_is_constant(operand) ? NO_HOLDER : jit_held(&j->state, jit_index(operand));
    if (value == NO_HOLDER || j->state.held[value].holding != HELD_VALUE) { /* no descriptor */
        jit_value_object(j, operand, RAX);
        asm_mem(a, PLAIN, ASM_LOAD, RAX, RAX, offsetof(Object, type));
        asm_mem_const(a, ASM_GROUP_CMP, true, RAX, offsetof(Type, descr_get), 0);
        asm_jump_if(a, IF_NOT_EQUAL, jit_exit(j));
        asm_mem_const(a, ASM_GROUP_CMP, true, RAX, offsetof(Type, descr_set), 0);
        asm_jump_if(a, IF_NOT_EQUAL, jit_exit(j));
    }
    asm_constant(a, RDX, (int64_t)j->pc[2]);
    jit_store_operand(j, operand);
    jit_kill(j, jit_a(j));
}

static void store_many(Jit *j) {
    Asm *a = &j->a;
    unsigned at, o;
    int holder = store_to(j);
    Stub *stub =
        look_up(j, jit_machine(holder), offsetof(Type, setattr), object_generic_setattr, &at, &o, write_ask_place);
    find_place(j, at, o, stub);
    asm_mem_const(a, ASM_GROUP_CMP, true, RCX, 0, 0);
    asm_jump_if(a, IF_EQUAL, jit_exit(j));
    asm_bind(a, &stub->back);
    asm_move(a, RDX, RCX);
    jit_store_operand(j, jit_b(j));
    jit_kill(j, jit_a(j));
}

/* --- methods --- */

/* The window at A begins with the method in RDX, which the class owns, and the object. */
static void give_method(Jit *j, const Known *known) {
    int a = (int)jit_a(j);
    jit_take_object(j, jit_b(j), RCX); /* perhaps from register A */
    asm_mem(&j->a, PLAIN, ASM_STORE, RCX, BASE, jit_slot(a + 2));
    jit_give_borrowed(j, a, RDX);
    *jit_learn(&j->state, a + 2) = (Known){.v = (int16_t)(a + 2), .type = known->type, .version = known->version};
}

static bool load_method(Jit *j, bool values) {
    unsigned b = jit_b(j);
    Known known = {0};
    jit_settle(j);
    if (jit_is_constant(b)) {
        if (jit_constant(j, b)->type->version != (uint32_t)j->pc[1]) return false;
    } else {
        jit_place(j, jit_index(b));
        unsigned object = jit_object(j, jit_index(b), RAX);
        jit_guard_version(j, jit_index(b), object, (uint32_t)j->pc[1]);
        if (values) jit_guard_not_hidden(j, object);
        if (jit_known(&j->state, jit_index(b))) known = *jit_known(&j->state, jit_index(b));
    }
    asm_constant(&j->a, RDX, (int64_t)j->pc[2]);
    give_method(j, &known);
    jit_learn(&j->state, (int)jit_a(j))->object = (const Object *)(uintptr_t)j->pc[2];
    return true;
}

static bool load_method_many(Jit *j) {
    Asm *a = &j->a;
    unsigned b = jit_b(j), at, o;
    if (jit_is_constant(b)) return false;
    jit_settle(j);
    jit_place(j, jit_index(b));
    unsigned object = jit_object(j, jit_index(b), RAX);
    Stub *stub = look_up(j, object, offsetof(Type, getattr), object_generic_getattr, &at, &o, write_ask_method);
    AsmLabel visible = ASM_LABEL_NEW;
    asm_mem_const(a, ASM_GROUP_CMP, false, (int)at, offsetof(TypeLookup, place), PLACE_CLASS);
    asm_jump_if(a, IF_NOT_EQUAL, &stub->from);
    asm_mem32(a, ASM_LOAD, RCX, RAX, offsetof(Type, mem.flags));
    asm_reg_const(a, ASM_GROUP_AND, RCX, TYPE_PREHEADER);
    asm_jump_if(a, IF_EQUAL, &visible);
    asm_mem(a, PLAIN, ASM_LOAD, RCX, (int)o, INSTANCE_DICT_OFFSET);
    asm_reg(a, PLAIN, ASM_TEST, RCX, RCX);
    asm_jump_if(a, IF_EQUAL, &visible);
    asm_reg_const(a, ASM_GROUP_AND, RCX, 1);
    asm_jump_if(a, IF_EQUAL, &stub->from);
    asm_bind(a, &visible);
    asm_mem(a, PLAIN, ASM_LOAD, RCX, (int)at, offsetof(TypeLookup, value));
    guard_something(j, RCX);
    asm_mem(a, PLAIN, ASM_LOAD, RDX, RCX, offsetof(Object, type));
    asm_mem32(a, ASM_LOAD, RDX, RDX, offsetof(Type, mem.flags));
    asm_reg_const(a, ASM_GROUP_AND, RDX, TYPE_METHOD_LIKE);
    asm_jump_if(a, IF_EQUAL, &stub->from);
    asm_bind(a, &stub->back);
    asm_move(a, RDX, RCX);
    give_method(j, &(Known){0});
    return true;
}

bool jit_attribute(Jit *j, Opcode op) {
    switch (op) {
    case OP_LOAD_ATTR_VALUE:
    case OP_LOAD_ATTR_SLOT:
    case OP_LOAD_ATTR_CLASS:
    case OP_LOAD_METHOD_STATIC: return load_attribute(j, op), true;
    case OP_LOAD_ATTR_MODULE:
    case OP_LOAD_METHOD_MODULE: return load_module_attribute(j), true; /* what a module or a class has takes no self */
    case OP_LOAD_ATTR_TYPE:
    case OP_LOAD_METHOD_CLASS: return load_class_attribute(j, false), true;
    case OP_LOAD_METHOD_CLASS_STATIC:
    case OP_LOAD_ATTR_VARIABLE: return load_class_attribute(j, true), true;
    case OP_STORE_ATTR_VARIABLE: return store_class_variable(j), true;
    case OP_LOAD_ATTR_DICT: return load_from_dict(j), true;
    case OP_LOAD_ATTR_MANY: return load_many(j), true;
    case OP_STORE_ATTR_VALUE:
    case OP_STORE_ATTR_SLOT: return store_attribute(j, op), true;
    case OP_STORE_ATTR_MANY: return store_many(j), true;
    case OP_LOAD_METHOD_VALUES: return load_method(j, true);
    case OP_LOAD_METHOD_TYPE: return load_method(j, false);
    case OP_LOAD_METHOD_MANY: return load_method_many(j);
    default: return false;
    }
}
