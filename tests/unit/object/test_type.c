/* Types from the inside: lazy dicts, versions, the layout of instances, inline values. */
#include "interp/object/descriptors.h"
#include "interp/object/instance.h"
#include "tests/unit/object/object_test.h"

TestSuite(type, .init = interpreter_start, .fini = interpreter_stop);

/* Steals bases and dict. */
static Type *make_class(const char *name, Object *bases, Object *dict) {
    Object *args[] = {(Object *)str_intern_c(name), bases, dict};
    Object *t = object_call((Object *)&type_type, args, 3, NULL);
    for (int i = 0; i < 3; i++) decref(args[i]);
    cr_assert_not_null(t);
    return (Type *)t;
}

static Type *plain_class(const char *name) {
    return make_class(name, tuple_new(0), dict_new());
}

static Type *slotted_class(const char *slot) {
    Object *dict = dict_new(), *slots = str_from_c(slot);
    dict_set_c(dict, "__slots__", slots);
    decref(slots);
    return make_class("Slotted", tuple_new(0), dict);
}

/* Classes are in cycles: only the collector takes them. */
static void drop_class(Type *t) {
    decref(t);
    gc_collect(2);
}

static void set_c(Object *o, const char *name, Object *value) {
    Str *s = str_intern_c(name);
    cr_assert_eq(object_setattr(o, s, value), 0);
    decref(s);
}

static Object *get_c(Object *o, const char *name) {
    Object *value = object_getattr_c(o, name);
    if (value) decref(value); /* the object still holds it */
    return value;
}

static unsigned inline_last(Object *o) {
    uintptr_t word = *instance_dict_word(o);
    cr_assert(dict_word_is_inline(word));
    return dict_word_last(word);
}

Test(type, static_types_inherit_what_they_do_not_define) {
    cr_assert_eq(bool_type.base, &int_type);
    cr_assert_eq(bool_type.hash, int_type.hash);
    cr_assert_eq(list_type.getattr, object_generic_getattr);
    cr_assert_null(list_type.hash);
    cr_assert(type_flag(&bool_type, TYPE_INT));
    cr_assert_eq(list_type.mem.presize, 16);
    cr_assert_eq(int_type.mem.presize, 0);
    cr_assert_null(dict_keys_type.new);
}

Test(type, dict_of_a_static_type_is_made_when_it_is_asked_for) {
    cr_assert_null(range_iterator_type.dict);
    cr_assert_not_null(type_lookup(&range_iterator_type, names.__next__));
    cr_assert_not_null(range_iterator_type.dict);
    cr_assert_eq(type_dict(&bigint_type), type_dict(&int_type));
}

Test(type, lookup_follows_the_mro_and_remembers) {
    Type *a = plain_class("A");
    Type *b = make_class("B", tuple_pack(1, a), dict_new());
    Str *x = str_intern_c("x");
    cr_assert_null(type_lookup(b, x));
    uint32_t version = type_version(b);
    cr_assert_neq(version, 0);
    set_c((Object *)a, "x", TRUE);
    cr_assert_neq(type_version(b), version);
    cr_assert_eq(type_lookup(b, x), TRUE);
    decref(x);
    decref(a);
    drop_class(b);
}

Test(type, a_change_below_leaves_versions_above_alone) {
    Type *a = plain_class("A");
    Type *b = make_class("B", tuple_pack(1, a), dict_new());
    uint32_t of_a = type_version(a), of_b = type_version(b);
    set_c((Object *)b, "x", TRUE);
    cr_assert_eq(type_version(a), of_a);
    cr_assert_neq(type_version(b), of_b);
    decref(a);
    drop_class(b);
}

Test(type, values_are_inline_in_the_order_of_the_first_instance) {
    Type *t = plain_class("A");
    Object *first = instance_new(t), *second = instance_new(t);
    set_c(first, "a", TRUE);
    set_c(first, "b", FALSE);
    cr_assert_eq(inline_last(first), 2);
    cr_assert_eq(instance_values(first)[0], TRUE);
    cr_assert_eq(instance_inline_index(t, str_intern_c("b")), 1);
    set_c(second, "b", TRUE);
    cr_assert_eq(inline_last(second), 2);
    cr_assert_null(instance_values(second)[0]);
    set_c(second, "a", TRUE); /* out of order: it needs a dict now */
    cr_assert(!dict_word_is_inline(*instance_dict_word(second)));
    cr_assert_null(instance_values(second)[1]);
    cr_assert_eq(get_c(second, "b"), TRUE);
    decref(str_intern_c("b"));
    decref(first);
    decref(second);
    drop_class(t);
}

Test(type, room_shrinks_to_what_is_used) {
    Type *t = plain_class("A");
    unsigned capacity = t->inline_capacity;
    for (int i = 0; i < 20; i++) {
        Object *o = instance_new(t);
        set_c(o, "only", TRUE);
        cr_assert_leq(dict_word_capacity(*instance_dict_word(o)), capacity);
        capacity = dict_word_capacity(*instance_dict_word(o));
        decref(o);
    }
    cr_assert_eq(capacity, 2);
    drop_class(t);
}

Test(type, deleting_the_last_value_frees_its_place) {
    Type *t = plain_class("A");
    Object *o = instance_new(t);
    set_c(o, "a", TRUE);
    set_c(o, "b", TRUE);
    Str *b = str_intern_c("b");
    cr_assert_eq(object_setattr(o, b, NULL), 0);
    cr_assert_eq(inline_last(o), 1);
    cr_assert_eq(object_setattr(o, b, FALSE), 0);
    cr_assert_eq(inline_last(o), 2);
    decref(b);
    decref(o);
    drop_class(t);
}

Test(type, asking_for_the_dict_moves_the_values) {
    Type *t = plain_class("A");
    Object *o = instance_new(t);
    set_c(o, "a", TRUE);
    Dict *d = instance_dict(o);
    cr_assert_eq(dict_length(d), 1);
    cr_assert_null(instance_values(o)[0]);
    set_c(o, "b", FALSE);
    cr_assert_eq(dict_length(d), 2);
    cr_assert_eq(instance_dict(o), d);
    decref(o);
    drop_class(t);
}

Test(type, slots_are_fields) {
    Type *t = slotted_class("x");
    cr_assert_eq(t->mem.size, sizeof(Object) + sizeof(Object *));
    cr_assert_eq(t->mem.presize, 16);
    cr_assert(!type_flag(t, TYPE_PREHEADER));
    Object *o = instance_new(t);
    set_c(o, "x", TRUE);
    cr_assert_eq(((Object **)(o + 1))[0], TRUE);
    MemberDescriptor *member = (MemberDescriptor *)type_lookup(t, str_intern_c("x"));
    cr_assert_eq(member->member.offset, sizeof(Object));
    decref(str_intern_c("x"));
    decref(str_intern_c("x"));
    decref(o);
    drop_class(t);
}

Test(type, slots_of_c_pass_through_subclasses) {
    Type *t = make_class("I", tuple_pack(1, &int_type), dict_new());
    cr_assert_eq(t->binary[BIN_ADD], int_type.binary[BIN_ADD]);
    cr_assert_eq(t->hash, int_type.hash);
    Type *u = make_class("L", tuple_pack(1, &list_type), dict_new());
    cr_assert_eq(u->get_item, list_type.get_item);
    cr_assert_eq(u->concat, list_type.concat);
    cr_assert_null(u->hash);
    decref(t);
    drop_class(u);
}

Test(type, subclasses_are_known_while_they_live) {
    Type *a = plain_class("A");
    Type *b = make_class("B", tuple_pack(1, a), dict_new());
    cr_assert_eq(dict_length(a->subclasses), 1);
    drop_class(b);
    cr_assert_null(a->subclasses);
    drop_class(a);
}
