/* _types: the built-in types that are not in builtins, under the names that the module types has for them. */
#include "interp/api.h"

static const struct {
    const char *name;
    Type *type;
} types[] = {
    {"AsyncGeneratorType", &async_generator_type},
    {"BuiltinFunctionType", &native_type},
    {"BuiltinMethodType", &native_type},
    {"CellType", &cell_type},
    {"ClassMethodDescriptorType", &classmethod_descriptor_type},
    {"CodeType", &code_type},
    {"CoroutineType", &coroutine_type},
    {"EllipsisType", &ellipsis_type},
    {"FrameType", &frame_type},
    {"FunctionType", &function_type},
    {"GeneratorType", &generator_type},
    {"GenericAlias", &generic_alias_type},
    {"GetSetDescriptorType", &getset_descriptor_type},
    {"LambdaType", &function_type},
    {"MappingProxyType", &mappingproxy_type},
    {"MemberDescriptorType", &member_descriptor_type},
    {"MethodDescriptorType", &method_descriptor_type},
    {"MethodType", &bound_method_type},
    {"MethodWrapperType", &method_wrapper_type},
    {"ModuleType", &module_type},
    {"NoneType", &none_type},
    {"NotImplementedType", &not_implemented_type},
    {"SimpleNamespace", &namespace_type},
    {"TracebackType", &traceback_type},
    {"UnionType", &union_type},
    {"WrapperDescriptorType", &wrapper_descriptor_type},
};

static int setup(Object *module) {
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (module_add(module, types[i].name, (Object *)types[i].type) < 0) return -1;
    return 0;
}

const ModuleSpec _types_module = {
    .name = "_types",
    .doc = "Built-in types by name.",
    .setup = setup,
};
