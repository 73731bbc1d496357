/* _abc: the machinery of abstract base classes.
 *
 * Each ABC has a set of classes that were registered as its virtual subclasses, and caches of the answers that
 * issubclass() gave, as sets of weak references. An answer "no" is void as soon as any class is registered anywhere;
 * a counter of registrations tells.
 */
#include "interp/api.h"

typedef struct AbcData {
    Object base;
    Object *registry, *positive, *negative; /* sets of weak references to classes; NULL: empty */
    uint64_t negative_version;
} AbcData;

static uint64_t registrations;

static int data_traverse(Object *o, Visit visit, void *arg) {
    AbcData *d = (AbcData *)o;
    int stop = visit_ref(d->registry, visit, arg);
    if (!stop) stop = visit_ref(d->positive, visit, arg);
    return stop ? stop : visit_ref(d->negative, visit, arg);
}

static void data_clear(Object *o) {
    AbcData *d = (AbcData *)o;
    clear_ref(&d->registry);
    clear_ref(&d->positive);
    clear_ref(&d->negative);
}

static void data_dealloc(Object *o) {
    gc_untrack(o);
    data_clear(o);
    object_free(o);
}

static Type abc_data_type = {
    .mem = {.name = "_abc._abc_data",
            .flags = TYPE_GC | TYPE_NO_NEW,
            .size = sizeof(AbcData),
            .dealloc = data_dealloc,
            .traverse = data_traverse,
            .clear = data_clear},
    .doc = "What an abstract base class remembers.",
};

/* The data of a class that _abc_init() has seen: new. */
static AbcData *data_of(Object *cls) {
    Object *data = has_flag(cls, TYPE_TYPE) ? xnewref(type_lookup((Type *)cls, names._abc_impl)) : NULL;
    if (!data) data = object_getattr(cls, names._abc_impl);
    if (!data || data->type == &abc_data_type) return (AbcData *)data;
    decref(data);
    return raise_error(&exc_TypeError, "_abc_impl is set to a wrong type");
}

/* Is there a reference to cls in the set? Any reference to cls equals the one in the set; without any there is none. 1,
 * 0, -1 */
static int set_has(Object *set, Object *cls) {
    if (!set || set_length(set) == 0) return 0;
    Object *ref = (Object *)weakref_first(cls);
    return ref && is_instance(ref, &weakref_type) ? set_contains(set, ref) : 0;
}

/* Called when a class in a set dies: self is a weak reference to the set. */
static Object *discard(Object *self, Object **args, ptrdiff_t nargs) {
    Object *set = weakref_get(self);
    int result = set ? set_discard(set, args[0]) : 0;
    xdecref(set);
    return result < 0 ? NULL : new_none();
}

static int set_put(Object **set, Object *cls) {
    static const Method method = {"_destroy", discard, 1, 1, NULL};
    if (!*set && !(*set = set_new(NULL))) return -1;
    Object *set_ref_ = weakref_new(*set, NULL);
    Object *callback = set_ref_ ? native_new(&method, set_ref_, NULL) : NULL;
    Object *ref = callback ? weakref_new(cls, callback) : NULL;
    int result = ref ? set_add(*set, ref) : -1;
    xdecref(set_ref_);
    xdecref(callback);
    xdecref(ref);
    return result;
}

/* Abstract methods */

/* 1 if value says that it is abstract; 0; -1 */
static int is_abstract(Object *value) {
    Object *flag = object_getattr_opt(value, names.__isabstractmethod__);
    if (!flag) return raise_pending() ? -1 : 0;
    int truth = object_truth(flag);
    decref(flag);
    return truth;
}

static int add_own(Object *abstracts, Object *cls) {
    Object *items = dict_items_list((Object *)type_dict((Type *)cls));
    int result = items ? 0 : -1;
    for (ptrdiff_t i = 0; items && i < list_length(items) && result == 0; i++) {
        Object *item = list_item(items, i);
        int abstract = is_abstract(tuple_item(item, 1));
        result = abstract > 0 ? set_add(abstracts, tuple_item(item, 0)) : abstract;
    }
    xdecref(items);
    return result;
}

/* The abstract methods of a base that are abstract in cls still. */
static int add_inherited(Object *abstracts, Object *cls, Object *base) {
    Object *inherited = object_getattr_opt(base, names.__abstractmethods__);
    if (!inherited) return raise_pending() ? -1 : 0;
    Object *list = sequence_list(inherited);
    decref(inherited);
    int result = list ? 0 : -1;
    for (ptrdiff_t i = 0; list && i < list_length(list) && result == 0; i++) {
        Object *key = list_item(list, i);
        if (!str_check(key)) continue;
        Object *value = object_getattr_opt(cls, (Str *)key);
        int abstract = value ? is_abstract(value) : raise_pending() ? -1 : 0;
        xdecref(value);
        result = abstract > 0 ? set_add(abstracts, key) : abstract;
    }
    xdecref(list);
    return result;
}

static int compute_abstract_methods(Object *cls) {
    Object *abstracts = set_new(NULL), *frozen = NULL;
    int result = abstracts ? add_own(abstracts, cls) : -1;
    Tuple *bases = ((Type *)cls)->bases;
    for (ptrdiff_t i = 0; bases && i < bases->length && result == 0; i++)
        result = add_inherited(abstracts, cls, bases->items[i]);
    if (result == 0) frozen = frozenset_new(abstracts);
    result = frozen ? object_setattr(cls, names.__abstractmethods__, frozen) : -1;
    xdecref(frozen);
    xdecref(abstracts);
    return result;
}

/* Patterns: classes that say in __abc_tpflags__ that they are sequences or mappings are marked as such. */

enum { ABC_SEQUENCE = 1 << 5, ABC_MAPPING = 1 << 6, PATTERN_FLAGS = TYPE_SEQUENCE | TYPE_MAPPING };

static int mark_for_patterns(Type *t) {
    Object *value = dict_get_str(type_dict(t), names.__abc_tpflags__);
    if (!value || !int_check(value)) return 0;
    int64_t flags = int_as_i64(value);
    if (flags == -1 && raise_pending()) return -1;
    if ((flags & ABC_SEQUENCE) && (flags & ABC_MAPPING))
        return raise_int(&exc_TypeError, "__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING");
    if (flags & ABC_SEQUENCE) t->mem.flags |= TYPE_SEQUENCE;
    if (flags & ABC_MAPPING) t->mem.flags |= TYPE_MAPPING;
    return object_setattr((Object *)t, names.__abc_tpflags__, NULL);
}

/* The same for a class that is registered with such a one, and for its subclasses. */
static int pass_marks_on(Object *subclass, uint32_t flags) {
    Type *t = (Type *)subclass;
    if (!flags || type_flag(t, TYPE_IMMUTABLE) || (t->mem.flags & PATTERN_FLAGS) == flags) return 0;
    t->mem.flags = (t->mem.flags & ~(uint32_t)PATTERN_FLAGS) | flags;
    Object *list = object_call_method(subclass, names.__subclasses__, NULL, 0);
    int result = list ? 0 : -1;
    for (ptrdiff_t i = 0; list && list_check(list) && i < list_length(list) && result == 0; i++)
        result = pass_marks_on(list_item(list, i), flags);
    xdecref(list);
    return result;
}

static Object *abc_init(Object *self, Object **args, ptrdiff_t nargs) {
    if (!has_flag(args[0], TYPE_TYPE)) return raise_error(&exc_TypeError, "_abc_init() argument must be a class");
    if (compute_abstract_methods(args[0]) < 0 || mark_for_patterns((Type *)args[0]) < 0) return NULL;
    Object *data = object_new(&abc_data_type);
    if (!data) return NULL;
    gc_track(data);
    int result = object_setattr(args[0], names._abc_impl, data);
    decref(data);
    return result < 0 ? NULL : new_none();
}

/* Registration and tests */

static Object *abc_register(Object *self, Object **args, ptrdiff_t nargs) {
    Object *cls = args[0], *subclass = args[1];
    if (!has_flag(subclass, TYPE_TYPE)) return raise_error(&exc_TypeError, "Can only register classes");
    int known = object_issubclass(subclass, cls);
    if (known > 0) return newref(subclass);
    if (known < 0) return NULL;
    int circular = object_issubclass(cls, subclass);
    if (circular > 0) raise_error(&exc_RuntimeError, "Refusing to create an inheritance cycle");
    if (circular != 0) return NULL;
    AbcData *data = data_of(cls);
    if (!data) return NULL;
    int result = set_put(&data->registry, subclass);
    decref(data);
    registrations++;
    if (result == 0) result = pass_marks_on(subclass, ((Type *)cls)->mem.flags & PATTERN_FLAGS);
    return result < 0 ? NULL : newref(subclass);
}

/* Is subclass a subclass of something in this list of classes? 1, 0, -1 */
static int subclass_of_any(Object *subclass, Object *list) {
    int result = 0;
    for (ptrdiff_t i = 0; i < list_length(list) && result == 0; i++) {
        Object *candidate = newref(list_item(list, i));
        result = object_issubclass(subclass, candidate);
        decref(candidate);
    }
    return result;
}

/* The living classes of a set, a new list. */
static Object *living(Object *set) {
    Object *list = list_new(0);
    ptrdiff_t position = 0;
    Object *ref;
    while (list && set && set_next(set, &position, &ref)) {
        Object *cls = weakref_get(ref);
        if (cls && list_append_steal(list, cls) < 0) clear_ref(&list);
    }
    return list;
}

/* What __subclasshook__ says: 1, 0, -1, or 2 if it leaves the question open. */
static int ask_hook(Object *cls, Object *subclass) {
    Object *answer = object_call_method(cls, names.__subclasshook__, &subclass, 1);
    if (!answer) return -1;
    int result = answer == TRUE ? 1 : answer == FALSE ? 0 : 2;
    if (result == 2 && answer != NOT_IMPLEMENTED)
        result = raise_int(&exc_AssertionError, "__subclasshook__ must return either False, True, or NotImplemented");
    decref(answer);
    return result;
}

/* The question put to everybody who may know: the hook, the MRO, what was registered, the subclasses of cls. */
static int find_out(Object *cls, AbcData *data, Object *subclass) {
    int result = ask_hook(cls, subclass);
    if (result != 2) return result;
    Tuple *mro = ((Type *)subclass)->mro;
    for (ptrdiff_t i = 0; mro && i < mro->length; i++)
        if (mro->items[i] == cls) return 1;
    Object *list = living(data->registry);
    result = list ? subclass_of_any(subclass, list) : -1;
    xdecref(list);
    if (result != 0) return result;
    list = object_call_method(cls, names.__subclasses__, NULL, 0);
    if (list && !list_check(list)) {
        raise_error(&exc_TypeError, "__subclasses__() must return a list");
        clear_ref(&list);
    }
    result = list ? subclass_of_any(subclass, list) : -1;
    xdecref(list);
    return result;
}

/* Brings the negative cache up to date. */
static void expire(AbcData *data) {
    if (data->negative_version == registrations) return;
    data->negative_version = registrations;
    clear_ref(&data->negative);
}

static int subclasscheck(Object *cls, AbcData *data, Object *subclass) {
    int cached = set_has(data->positive, subclass);
    if (cached != 0) return cached;
    expire(data);
    cached = set_has(data->negative, subclass);
    if (cached != 0) return cached < 0 ? -1 : 0;
    int result = find_out(cls, data, subclass);
    if (result < 0) return -1;
    return set_put(result ? &data->positive : &data->negative, subclass) < 0 ? -1 : result;
}

static Object *abc_subclasscheck(Object *self, Object **args, ptrdiff_t nargs) {
    if (!has_flag(args[1], TYPE_TYPE)) return raise_error(&exc_TypeError, "issubclass() arg 1 must be a class");
    AbcData *data = data_of(args[0]);
    if (!data) return NULL;
    int result = subclasscheck(args[0], data, args[1]);
    decref(data);
    return result < 0 ? NULL : new_bool(result);
}

static int ask_class(Object *cls, Object *subclass) {
    Object *answer = object_call_method(cls, names.__subclasscheck__, &subclass, 1);
    int result = answer ? object_truth(answer) : -1;
    xdecref(answer);
    return result;
}

/* By what the instance says that its class is, and by what it really is, if that differs. */
static int instancecheck(Object *cls, AbcData *data, Object *instance) {
    Object *real = newref(type_of(instance)), *claimed = object_getattr_opt(instance, names.__class__);
    if (!claimed && !raise_pending()) claimed = newref(real);
    if (!claimed) {
        decref(real);
        return -1;
    }
    int result = set_has(data->positive, claimed);
    if (result == 0) {
        expire(data);
        int no = claimed == real ? set_has(data->negative, claimed) : 0;
        if (no == 0) result = ask_class(cls, claimed);
        if (no < 0) result = -1;
        if (no == 0 && result == 0 && claimed != real) result = ask_class(cls, real);
    }
    decref(claimed);
    decref(real);
    return result;
}

static Object *abc_instancecheck(Object *self, Object **args, ptrdiff_t nargs) {
    AbcData *data = data_of(args[0]);
    if (!data) return NULL;
    int result = instancecheck(args[0], data, args[1]);
    decref(data);
    return result < 0 ? NULL : new_bool(result);
}

/* For tests and debugging */

static Object *reset_registry(Object *self, Object **args, ptrdiff_t nargs) {
    AbcData *data = data_of(args[0]);
    if (!data) return NULL;
    clear_ref(&data->registry);
    decref(data);
    return new_none();
}

static Object *reset_caches(Object *self, Object **args, ptrdiff_t nargs) {
    AbcData *data = data_of(args[0]);
    if (!data) return NULL;
    clear_ref(&data->positive);
    clear_ref(&data->negative);
    decref(data);
    return new_none();
}

static Object *get_dump(Object *self, Object **args, ptrdiff_t nargs) {
    AbcData *data = data_of(args[0]);
    if (!data) return NULL;
    Object *registry = set_new(data->registry), *positive = set_new(data->positive),
           *negative = set_new(data->negative);
    Object *version = int_from_u64(data->negative_version), *result = NULL;
    if (registry && positive && negative && version) result = tuple_pack(4, registry, positive, negative, version);
    xdecref(registry);
    xdecref(positive);
    xdecref(negative);
    xdecref(version);
    decref(data);
    return result;
}

static Object *get_cache_token(Object *self, Object **args, ptrdiff_t nargs) {
    return int_from_u64(registrations);
}

static int setup(Object *module) {
    return type_ready(&abc_data_type);
}

static const Method methods[] = {
    {"get_cache_token", get_cache_token, 0, 0,
     "get_cache_token()\n--\n\nA number that changes with every registration of a virtual subclass."},
    {"_abc_init", abc_init, 1, 1, "_abc_init(self, /)\n--\n\n"},
    {"_abc_register", abc_register, 2, 2, "_abc_register(self, subclass, /)\n--\n\n"},
    {"_abc_instancecheck", abc_instancecheck, 2, 2, "_abc_instancecheck(self, instance, /)\n--\n\n"},
    {"_abc_subclasscheck", abc_subclasscheck, 2, 2, "_abc_subclasscheck(self, subclass, /)\n--\n\n"},
    {"_reset_registry", reset_registry, 1, 1, "_reset_registry(self, /)\n--\n\n"},
    {"_reset_caches", reset_caches, 1, 1, "_reset_caches(self, /)\n--\n\n"},
    {"_get_dump", get_dump, 1, 1, "_get_dump(self, /)\n--\n\n"},
    {NULL},
};

const ModuleSpec _abc_module = {
    .name = "_abc",
    .doc = "Abstract base classes.",
    .methods = methods,
    .setup = setup,
};
