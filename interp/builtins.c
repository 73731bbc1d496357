/* The module builtins: all functions of the tables, the public types, the exceptions and the constants. */
#include "interp/builtins.h"
#include "interp/io.h"
#include "interp/vm/import.h"

static Type *const public_types[] = {
    &bool_type,   &bytearray_type, &bytes_type,     &classmethod_type, &complex_type, &dict_type,  &enumerate_type,
    &filter_type, &float_type,     &frozenset_type, &int_type,         &list_type,    &map_type,   &memoryview_type,
    &object_type, &property_type,  &range_type,     &reversed_type,    &set_type,     &slice_type, &staticmethod_type,
    &str_type,    &super_type,     &tuple_type,     &type_type,        &zip_type,
};

static Type *const public_exceptions[] = {
#define EXCEPTION(name, base, doc) &exc_##name,
#include "interp/object/exceptions.def"
#undef EXCEPTION
};

static int add_methods(Object *module, const Method *methods) {
    Object *name = (Object *)names.builtins;
    for (; methods->name; methods++)
        if (module_add_steal(module, methods->name, native_new(methods, module, name)) < 0) return -1;
    return 0;
}

static int fill(Object *m) {
    static const struct {
        const char *name;
        Object *value;
    } constants[] = {
        {"None", NONE}, {"True", TRUE}, {"False", FALSE}, {"NotImplemented", NOT_IMPLEMENTED}, {"Ellipsis", ELLIPSIS}};
    if (add_methods(m, builtins_basic_methods) < 0 || add_methods(m, builtins_iterate_methods) < 0 ||
        add_methods(m, builtins_code_methods) < 0 || add_methods(m, builtins_output_methods) < 0)
        return -1;
    Object *name = (Object *)names.builtins;
    if (module_add_steal(m, "__import__", native_new(&import_method, m, name)) < 0) return -1;
    if (module_add_steal(m, "open", native_new(&io_open_method, m, name)) < 0) return -1;
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (module_add(m, constants[i].name, constants[i].value) < 0) return -1;
    for (size_t i = 0; i < sizeof public_types / sizeof *public_types; i++)
        if (module_add_type(m, public_types[i]) < 0) return -1;
    for (size_t i = 0; i < sizeof public_exceptions / sizeof *public_exceptions; i++)
        if (module_add_type(m, public_exceptions[i]) < 0) return -1;
    if (module_add(m, "EnvironmentError", (Object *)&exc_OSError) < 0 ||
        module_add(m, "IOError", (Object *)&exc_OSError) < 0)
        return -1;
    if (site_builtins_add(m) < 0) return -1;
    return module_add(m, "__debug__", runtime.optimize ? FALSE : TRUE);
}

Object *builtins_make(void) {
    Object *m = module_new("builtins");
    if (!m) return NULL;
    ((Module *)m)->native = true;
    runtime.builtins = newref(module_dict(m));
    if (fill(m) < 0) clear_ref(&m);
    return m;
}
