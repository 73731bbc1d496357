/* _typing: what the compiler knows of type hints, for the package typing. */
#include "interp/api.h"

static int typing_setup(Object *module) {
    static Type *const types[] = {&generic_type,   &typevar_type,   &typevartuple_type,
                                  &paramspec_type, &typealias_type, &union_type};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (module_add_type(module, types[i]) < 0) return -1;
    return module_add(module, "NoDefault", &typevar_no_default);
}

const ModuleSpec _typing_module = {
    .name = "_typing",
    .doc = "Generic, type parameters and unions.",
    .setup = typing_setup,
};
