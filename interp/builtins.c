/* The module builtins: all functions of the tables, the constants, the public types and the exceptions.
 *
 * Their order can be seen: a suggestion for a misspelt name is the first of those that are equally near. Functions come
 * by their names, the asynchronous ones behind their models. */
#include <stdlib.h>
#include <string.h>

#include "interp/builtins.h"
#include "interp/io.h"
#include "interp/vm/import.h"

static Type *const public_types[] = {
    &bool_type, &memoryview_type, &bytearray_type,    &bytes_type,  &classmethod_type, &complex_type,
    &dict_type, &enumerate_type,  &filter_type,       &float_type,  &frozenset_type,   &property_type,
    &int_type,  &list_type,       &map_type,          &object_type, &range_type,       &reversed_type,
    &set_type,  &slice_type,      &staticmethod_type, &str_type,    &super_type,       &tuple_type,
    &type_type, &zip_type,
};

static Type *const public_exceptions[] = {
#define EXCEPTION(name, base, doc) &exc_##name,
#include "interp/object/exceptions.def"
#undef EXCEPTION
};

/* aiter and anext as if they were written `iter a` and `next a`. */
static int compare_methods(const void *a, const void *b) {
    const char *x = (*(const Method *const *)a)->name, *y = (*(const Method *const *)b)->name;
    bool x_async = !strcmp(x, "aiter") || !strcmp(x, "anext"), y_async = !strcmp(y, "aiter") || !strcmp(y, "anext");
    int order = strcmp(x + x_async, y + y_async);
    return order ? order : x_async - y_async;
}

static int add_functions(Object *module) {
    enum { MOST = 64 };
    const Method *tables[] = {builtins_basic_methods, builtins_iterate_methods, builtins_code_methods,
                              builtins_output_methods};
    const Method *all[MOST] = {&import_method};
    size_t n = 1;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        for (const Method *m = tables[i]; m->name; m++) all[n++] = m;
    qsort(all, n, sizeof *all, compare_methods);
    for (size_t i = 0; i < n; i++)
        if (module_add_steal(module, all[i]->name, native_new(all[i], module, (Object *)names.builtins)) < 0) return -1;
    return 0;
}

static int fill(Object *m) {
    static const struct {
        const char *name;
        Object *value;
    } constants[] = {
        {"None", NONE}, {"Ellipsis", ELLIPSIS}, {"NotImplemented", NOT_IMPLEMENTED}, {"False", FALSE}, {"True", TRUE}};
    if (add_functions(m) < 0) return -1;
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (module_add(m, constants[i].name, constants[i].value) < 0) return -1;
    for (size_t i = 0; i < sizeof public_types / sizeof *public_types; i++)
        if (module_add_type(m, public_types[i]) < 0) return -1;
    if (module_add(m, "__debug__", runtime.optimize ? FALSE : TRUE) < 0) return -1;
    for (size_t i = 0; i < sizeof public_exceptions / sizeof *public_exceptions; i++)
        if (module_add_type(m, public_exceptions[i]) < 0) return -1;
    if (module_add(m, "EnvironmentError", (Object *)&exc_OSError) < 0 ||
        module_add(m, "IOError", (Object *)&exc_OSError) < 0)
        return -1;
    if (module_add_steal(m, "open", native_new(&io_open_method, m, (Object *)names.builtins)) < 0) return -1;
    return site_builtins_add(m);
}

Object *builtins_make(void) {
    Object *m = module_new("builtins");
    if (!m) return NULL;
    ((Module *)m)->native = true;
    runtime.builtins = newref(module_dict(m));
    if (fill(m) < 0) clear_ref(&m);
    return m;
}
