/* What any object can be asked: its text, its hash, whether it is true, what it is an instance of. */
#include "interp/object/object.h"

#include "interp/object/descriptors.h"

#include <stdio.h>

#include "interp/object/containers.h"
#include "interp/object/dict.h"
#include "interp/object/float.h"
#include "interp/object/int.h"
#include "interp/object/list.h"
#include "interp/object/str_impl.h"

static Object *checked_text(Object *o, Object *text, const char *method) {
    if (!text || str_check(text)) return text;
    raise_error(&exc_TypeError, "%s returned non-string (type %T)", method, text);
    decref(text);
    return NULL;
}

Object *object_repr(Object *o) {
    if (unlikely(stack_check(" while getting the repr of an object") < 0)) return NULL;
    return checked_text(o, o->type->repr(o), "__repr__");
}

Object *object_str(Object *o) {
    if (str_check_exact(o)) return newref(o);
    if (unlikely(stack_check(" while getting the str of an object") < 0)) return NULL;
    return checked_text(o, o->type->str ? o->type->str(o) : o->type->repr(o), "__str__");
}

/* Appends to the writer what repr shows, with every character beyond ASCII written as an escape. */
static int write_escaped(StrWriter *w, Str *s) {
    char piece[512];
    int n = 0;
    for (ptrdiff_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        if (n > (int)sizeof piece - 10) { /* the longest escape might not fit */
            if (writer_ascii(w, piece, n) < 0) return -1;
            n = 0;
        }
        if (c < 0x80)
            piece[n++] = (char)c;
        else
            n += text_hex_escape(piece + n, c);
    }
    return writer_ascii(w, piece, n);
}

Object *object_ascii(Object *o) {
    Object *repr = object_repr(o);
    if (!repr || ((Str *)repr)->ascii) return repr;
    StrWriter w = writer_new();
    int failed = write_escaped(&w, (Str *)repr);
    decref(repr);
    return failed ? NULL : writer_finish(&w);
}

Object *object_format(Object *o, Object *spec) {
    if (spec && !str_check(spec)) return raise_error(&exc_TypeError, "format() argument 2 must be str, not %K", spec);
    bool plain = !spec || str_length(spec) == 0;
    if (str_check_exact(o)) return plain ? newref(o) : str_format_spec(o, spec);
    if (int_check_exact(o)) return plain ? object_str(o) : int_format(o, spec);
    if (o->type == &float_type) return plain ? object_str(o) : float_format(o, spec);
    Object *method = object_lookup_special(o, names.__format__);
    if (!method) {
        if (raise_pending()) return NULL;
        return raise_error(&exc_TypeError, "Type %T doesn't define __format__", o);
    }
    Object *empty = spec ? newref(spec) : str_empty();
    Object *result = empty ? object_call1(method, empty) : NULL;
    xdecref(empty);
    decref(method);
    if (result && !str_check(result)) {
        raise_error(&exc_TypeError, "__format__ must return a str, not %T", result);
        clear_ref(&result);
    }
    return result;
}

intptr_t object_hash(Object *o) {
    if (str_check_exact(o)) return str_hash(o);
    if (likely(o->type->hash != NULL)) return o->type->hash(o);
    return raise_int(&exc_TypeError, "unhashable type: '%T'", o);
}

int object_truth(Object *o) {
    if (o == TRUE) return 1;
    if (o == FALSE || o == NONE) return 0;
    Type *t = o->type;
    if (t->truth) return t->truth(o);
    if (!t->length) return 1;
    ptrdiff_t n = t->length(o);
    return n < 0 ? -1 : n > 0;
}

bool object_callable(Object *o) {
    return o->type->call != NULL;
}

/* isinstance and issubclass */

/* Bases of something that is no type but acts as a class: its __bases__, a new tuple. NULL without an exception when it
 * has none. */
static Object *abstract_bases(Object *cls) {
    Object *bases = object_getattr_opt(cls, names.__bases__);
    if (bases && !tuple_check(bases)) clear_ref(&bases);
    return bases;
}

static int abstract_is_subclass(Object *derived, Object *cls) {
    if (derived == cls) return 1;
    if (stack_check(" in __issubclass__") < 0) return -1;
    Object *bases = abstract_bases(derived);
    if (!bases) return raise_pending() ? -1 : 0;
    int result = 0;
    for (ptrdiff_t i = 0; i < tuple_length(bases) && result == 0; i++)
        result = abstract_is_subclass(tuple_item(bases, i), cls);
    decref(bases);
    return result;
}

/* 0, or -1 with a TypeError when o has no __bases__. */
static int check_class(Object *o, const char *message) {
    Object *bases = abstract_bases(o);
    if (!bases) return raise_pending() ? -1 : raise_int(&exc_TypeError, "%s", message);
    decref(bases);
    return 0;
}

/* Is that the computed attribute __class__ of object? */
static bool is_objects_own(const Object *found) {
    return found && found->type == &getset_descriptor_type && ((GetSetDescriptor *)found)->owner == &object_type;
}

/* Could o.__class__ be anything but its type? Only if its class has a property of that name, or looks attributes up in
 * a way of its own. */
static bool may_claim_class(Object *o) {
    Type *t = o->type;
    if (t->getattr != object_generic_getattr) return true;
    return type_flag(t, TYPE_HEAP) && !is_objects_own(type_lookup(t, names.__class__));
}

/* o.__class__ is what object's own attribute of that name says. */
static bool shows_its_type(Object *o) {
    return o->type->getattr == object_generic_getattr && is_objects_own(type_lookup(o->type, names.__class__));
}

/* type.__instancecheck__: by the type, then by what __class__ says. */
int object_real_isinstance(Object *o, Object *cls) {
    bool is_type = has_flag(cls, TYPE_TYPE);
    if (is_type) {
        if (type_is_subtype(type_of(o), (Type *)cls)) return 1;
        if (!may_claim_class(o)) return 0;
    } else if (check_class(cls, "isinstance() arg 2 must be a type, a tuple of types, or a union") < 0) {
        return -1;
    }
    if (is_type && shows_its_type(o)) return 0;
    Object *claimed = object_getattr_opt(o, names.__class__);
    if (!claimed) return raise_pending() ? -1 : 0;
    int result = 0;
    if (!is_type)
        result = abstract_is_subclass(claimed, cls);
    else if (claimed != (Object *)type_of(o) && has_flag(claimed, TYPE_TYPE))
        result = type_is_subtype((Type *)claimed, (Type *)cls);
    decref(claimed);
    return result;
}

int object_real_issubclass(Object *c, Object *cls) {
    if (has_flag(c, TYPE_TYPE) && has_flag(cls, TYPE_TYPE)) return type_is_subtype((Type *)c, (Type *)cls);
    if (check_class(c, "issubclass() arg 1 must be a class") < 0) return -1;
    if (check_class(cls, "issubclass() arg 2 must be a class, a tuple of classes, or a union") < 0) return -1;
    return abstract_is_subclass(c, cls);
}

typedef int (*ClassTest)(Object *o, Object *cls);

/* Asks each class of a tuple, which may hold tuples again. */
static int test_any(Object *o, Object *tuple, ClassTest test) {
    int result = 0;
    for (ptrdiff_t i = 0; i < tuple_length(tuple) && result == 0; i++) result = test(o, tuple_item(tuple, i));
    return result;
}

static int test_by_hook(Object *o, Object *cls, Str *hook_name, ClassTest otherwise, const char *where) {
    Object *hook = object_lookup_special(cls, hook_name);
    if (!hook) return raise_pending() ? -1 : otherwise(o, cls);
    Object *answer = stack_check(where) < 0 ? NULL : object_call1(hook, o);
    decref(hook);
    if (!answer) return -1;
    int result = object_truth(answer);
    decref(answer);
    return result;
}

int object_isinstance(Object *o, Object *cls) {
    if ((Object *)type_of(o) == cls) return 1;
    if (cls->type == &type_type) return object_real_isinstance(o, cls);
    if (cls->type == &union_type) return object_isinstance(o, union_members(cls));
    if (tuple_check(cls)) {
        if (stack_check(" in __instancecheck__") < 0) return -1;
        return test_any(o, cls, object_isinstance);
    }
    return test_by_hook(o, cls, names.__instancecheck__, object_real_isinstance, " in __instancecheck__");
}

int object_issubclass(Object *c, Object *cls) {
    if (cls->type == &type_type) return c == cls ? 1 : object_real_issubclass(c, cls);
    if (cls->type == &union_type) return object_issubclass(c, union_members(cls));
    if (tuple_check(cls)) {
        if (stack_check(" in __subclasscheck__") < 0) return -1;
        return test_any(c, cls, object_issubclass);
    }
    return test_by_hook(c, cls, names.__subclasscheck__, object_real_issubclass, " in __subclasscheck__");
}

/* The objects whose repr is under way, innermost last. Borrowed: their callers hold them. */
static Object **in_repr;
static ptrdiff_t in_repr_count, in_repr_capacity;

int repr_enter(Object *o) {
    for (ptrdiff_t i = in_repr_count - 1; i >= 0; i--)
        if (in_repr[i] == o) return 1;
    if (in_repr_count == in_repr_capacity) {
        ptrdiff_t capacity = in_repr_capacity ? in_repr_capacity * 2 : 16;
        Object **grown = heap_realloc(in_repr, (size_t)capacity * sizeof *grown);
        if (!grown) return raise_memory(), -1;
        in_repr = grown;
        in_repr_capacity = capacity;
    }
    in_repr[in_repr_count++] = o;
    return 0;
}

void repr_leave(Object *o) {
    ptrdiff_t i = in_repr_count - 1;
    while (i >= 0 && in_repr[i] != o) i--;
    if (i < 0) return;
    for (in_repr_count--; i < in_repr_count; i++) in_repr[i] = in_repr[i + 1];
    if (in_repr_count > 0) return;
    heap_free(in_repr);
    in_repr = NULL;
    in_repr_capacity = 0;
}
