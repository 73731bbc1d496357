/* Attributes: o.name, o.name = v, del o.name.
 *
 * The general rule for reading: a data descriptor of the type (one that has __set__ or __delete__) is asked first, then
 * the object's own attributes, then what else the type has, bound to the object if it is a descriptor. For writing: a
 * descriptor with __set__ decides, otherwise the attribute becomes the object's own.
 *
 * Most attributes are at a fixed place in all instances of their class, and type_lookup_place remembers it: that is the
 * fast way for sites that meet many classes, where an inline cache in the code does not help.
 *
 * Many callers only want to know whether there is an attribute. They use object_getattr_opt, for which the general
 * rule can say no without making an exception first.
 */
#include "interp/object/descriptors.h"
#include "interp/object/exception.h"
#include "interp/object/instance.h"
#include "interp/object/list.h"
#include "interp/object/module.h"
#include "interp/object/object.h"
#include "interp/object/type_impl.h"

/* An AttributeError remembers what was asked of whom: the suggestion in a traceback comes from that. */
void raise_attribute_context(Object *o, Str *name) {
    Object *exc = raise_current();
    if (!exc || !is_instance(exc, &exc_AttributeError)) return;
    AttributeError *e = (AttributeError *)exc;
    if (e->name || e->obj) return;
    e->name = newref(name);
    e->obj = newref(o);
}

static void *raise_no_attribute(Object *o, Str *name) {
    raise_error(&exc_AttributeError, "'%s' object has no attribute '%S'", type_name(o), name);
    raise_attribute_context(o, name);
    return NULL;
}

Object *attribute_by_descriptor(Object *o, Object *descriptor) {
    incref(descriptor);
    Object *value = descriptor->type->descr_get(descriptor, o, (Object *)type_of(o));
    decref(descriptor);
    return value;
}

static Object *getattr_by_rule(Object *o, Str *name) {
    Object *found = xnewref(type_lookup(o->type, name));
    Object *(*get)(Object *, Object *, Object *) = found ? found->type->descr_get : NULL;
    Object *value;
    if (get && found->type->descr_set) {
        value = get(found, o, (Object *)type_of(o));
    } else if (instance_has_dict(o) && ((value = instance_get(o, name)) || raise_pending())) {
        /* its own */
    } else if (get) {
        value = get(found, o, (Object *)type_of(o));
    } else {
        if (unlikely(!found && type_lookup_was_lost())) raise_memory();
        return found;
    }
    xdecref(found);
    return value;
}

Object *object_generic_getattr_opt(Object *o, Str *name) {
    const TypeLookup *known = type_lookup_place(o->type, name);
    if (unlikely(!known)) return getattr_by_rule(o, name);
    if (known->place >= PLACE_VALUE) {
        Object *value = *(Object **)((char *)o + known->offset);
        if (likely(value != NULL)) return newref(value);
    } else if (known->place != PLACE_UNKNOWN && attribute_is_not_hidden(o)) {
        if (known->place == PLACE_ABSENT) return NULL;
        if (!known->value->type->descr_get) return newref(known->value);
    }
    return getattr_by_rule(o, name);
}

Object *object_generic_getattr(Object *o, Str *name) {
    Object *value = attribute_in_place(o, name);
    if (likely(value != NULL)) return newref(value);
    value = getattr_by_rule(o, name);
    if (unlikely(!value && !raise_pending())) return raise_no_attribute(o, name);
    return value;
}

Object *object_getattr(Object *o, Str *name) {
    return o->type->getattr(o, name);
}

Object *object_getattr_opt(Object *o, Str *name) {
    Object *value;
    if (o->type->getattr == object_generic_getattr) {
        value = object_generic_getattr_opt(o, name);
    } else if (o->type->getattr == type_getattr) {
        value = type_getattr_opt((Type *)o, name);
    } else if (o->type->getattr == module_getattr) {
        value = module_getattr_opt(o, name);
    } else {
        value = o->type->getattr(o, name);
    }
    if (!value) raise_clear_if(&exc_AttributeError);
    return value;
}

Object *object_getattr_c(Object *o, const char *name) {
    Str *s = str_intern_c(name);
    if (!s) return NULL;
    Object *value = object_getattr(o, s);
    decref(s);
    return value;
}

static int raise_cannot_set(Object *o, Str *name, bool exists) {
    if (exists) return raise_int(&exc_AttributeError, "'%s' object attribute '%S' is read-only", type_name(o), name);
    if (o->type->setattr == object_generic_setattr)
        raise_error(&exc_AttributeError, "'%s' object has no attribute '%S' and no __dict__ for setting new attributes",
                    type_name(o), name);
    else
        raise_error(&exc_AttributeError, "'%s' object has no attribute '%S'", type_name(o), name);
    raise_attribute_context(o, name);
    return -1;
}

int object_generic_setattr(Object *o, Str *name, Object *value) {
    const TypeLookup *known = type_lookup_place(o->type, name);
    if (likely(known && known->place >= PLACE_VALUE && value)) {
        Object **slot = (Object **)((char *)o + known->offset);
        if (*slot || known->place == PLACE_SLOT) {
            set_ref(slot, newref(value));
            return 0;
        }
        return instance_append(o, slot - instance_values(o), value) ? 0 : instance_set(o, name, value);
    }
    Object *found = type_lookup(o->type, name);
    if (found && found->type->descr_set) {
        incref(found);
        int status = found->type->descr_set(found, o, value);
        decref(found);
        return status;
    }
    if (!instance_has_dict(o)) return raise_cannot_set(o, name, found != NULL);
    int status = instance_set(o, name, value);
    if (status <= 0) return status;
    if (has_flag(o, TYPE_TYPE))
        raise_error(&exc_AttributeError, "type object '%.50N' has no attribute '%S'", o, name);
    else
        raise_error(&exc_AttributeError, "'%s' object has no attribute '%S'", type_name(o), name);
    if (type_flag(o->type, TYPE_PREHEADER)) return -1; /* python leaves .name and .obj empty for instances of classes */
    raise_attribute_context(o, name);
    return -1;
}

/* Names are interned here, so that shared keys and dicts of attributes are searched by address. */
int object_setattr(Object *o, Str *name, Object *value) {
    if (likely(name->interned)) return o->type->setattr(o, name, value);
    Object *interned = newref(name);
    if (str_check_exact(interned)) str_intern(&interned);
    int status = o->type->setattr(o, (Str *)interned, value);
    decref(interned);
    return status;
}

Object *object_lookup_special(Object *o, Str *name) {
    Object *found = type_lookup(o->type, name);
    if (!found) return unlikely(type_lookup_was_lost()) ? raise_memory() : NULL;
    incref(found);
    Object *(*get)(Object *, Object *, Object *) = found->type->descr_get;
    if (!get) return found;
    Object *bound = get(found, o, (Object *)type_of(o));
    decref(found);
    return bound;
}

int attribute_split_method(Object *found, Object *instance, Object *owner, Object **method, Object **self) {
    if (found->type == &classmethod_type) {
        *method = newref(((MethodDecorator *)found)->callable);
        *self = newref(owner);
        return 0;
    }
    if (type_flag(found->type, TYPE_METHOD_LIKE)) {
        *method = newref(found);
        *self = xnewref(instance);
        return 0;
    }
    Object *(*get)(Object *, Object *, Object *) = found->type->descr_get;
    incref(found);
    *method = get ? get(found, instance, owner) : newref(found);
    *self = NULL;
    decref(found);
    return *method ? 0 : -1;
}

static bool is_method(const Object *found) {
    return type_flag(found->type, TYPE_METHOD_LIKE) || found->type == &classmethod_type;
}

/* Nothing but a method or class method of the class, which the instance does not hide. */
static bool is_method_of_class(Object *o, Object *found, Str *name) {
    if (!is_method(found)) return false;
    if (!instance_has_dict(o)) return true;
    incref(found);
    Object *own = instance_get(o, name);
    bool hidden = own || raise_pending();
    bool gone = found->refcount == 1; /* looking may have run user code */
    decref(found);
    xdecref(own);
    return !hidden && !gone;
}

int object_get_method(Object *o, Str *name, Object **method, Object **self) {
    *self = NULL;
    Type *t = o->type;
    if (likely(t->getattr == object_generic_getattr)) {
        const TypeLookup *known = type_lookup_place(t, name);
        Object *found = known ? known->value : type_lookup(t, name);
        bool visible = known && type_place_is_class(known) && attribute_is_not_hidden(o);
        if (found && (visible ? is_method(found) : is_method_of_class(o, found, name)))
            return attribute_split_method(found, o, (Object *)type_of(o), method, self);
    } else if (t == &type_type && !type_lookup(t, name)) {
        Object *found = type_lookup((Type *)o, name);
        if (found) return attribute_split_method(found, NULL, o, method, self);
    } else if (t == &super_type) {
        int status = super_get_method(o, name, method, self);
        if (status <= 0) return status;
    }
    *method = object_getattr(o, name);
    return *method ? 0 : -1;
}

Object *attribute_get_dict(Object *o, void *arg) {
    Dict *dict = instance_dict(o);
    if (dict) return newref(dict);
    return raise_pending() ? NULL : raise_error(&exc_AttributeError, "This object has no __dict__");
}

/* Of a class made at run time it may be deleted: then the object has an empty one. */
int attribute_set_dict(Object *o, Object *value, void *arg) {
    if (!instance_has_dict(o)) return raise_int(&exc_AttributeError, "This object has no __dict__");
    if (!value && o->type->mem.dict_offset) return raise_int(&exc_TypeError, "cannot delete __dict__");
    if (value && !dict_check(value))
        return raise_int(&exc_TypeError, "__dict__ must be set to a dictionary, not a '%T'", value);
    return instance_set_dict(o, (Dict *)value);
}

Dict *object_dict(Object *o) {
    return instance_dict(o);
}

/* dir(o): whatever __dir__ says, sorted. */
Object *object_dir(Object *o) {
    Object *method = object_lookup_special(o, names.__dir__);
    if (!method) {
        if (!raise_pending()) raise_error(&exc_TypeError, "object does not provide __dir__");
        return NULL;
    }
    Object *result = object_call0(method), *list = result ? sequence_list(result) : NULL;
    decref(method);
    xdecref(result);
    if (list && list_sort(list, NULL, false) < 0) clear_ref(&list);
    return list;
}
