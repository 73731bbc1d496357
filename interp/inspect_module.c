/* _inspect: what the module inspect asks of code objects and of the interpreter's own source. */
#include "interp/api.h"
#include "interp/compile/opcode.h"
#include "interp/object/code.h"
#include "interp/vm/import.h"
#include "interp/vm/ops.h"

/* The names that code looks up outside of itself, and those that it uses as attributes: co_names has both. */
static Object *names_used(Object *self, Object **args, ptrdiff_t nargs) {
    if (args[0]->type != &code_type) return raise_error(&exc_TypeError, "names_used() argument must be a code object");
    Code *code = (Code *)args[0];
    if (code->compiled) code_drop_jit(code);
    Object *globals = set_new(NULL), *attributes = set_new(NULL);
    int status = globals && attributes ? 0 : -1;
    for (uint32_t pc = 0; status == 0 && pc < code->insn_count;) {
        uint64_t insn = code->insns[pc];
        Opcode op = special_opcode(code, code->insns + pc);
        if (op == OP_LOAD_GLOBAL)
            status = set_add(globals, (Object *)code->names[insn_b(insn)]);
        else if (op == OP_LOAD_ATTR || op == OP_LOAD_METHOD)
            status = set_add(attributes, (Object *)code->names[insn_c(insn)]);
        pc += 1 + (uint32_t)op_info[op].cache;
    }
    Object *pair = status == 0 ? tuple_pack(2, globals, attributes) : NULL;
    xdecref(globals);
    xdecref(attributes);
    return pair;
}

/* The text of a module of the library, by its __file__; None if there is no such. */
static Object *library_source(Object *self, Object **args, ptrdiff_t nargs) {
    size_t n;
    char *own = NULL, *text = NULL;
    const char *path = str_check(args[0]) ? str_utf8_surrogates(args[0], &n, &own) : NULL;
    Object *source = path && import_embedded_source(path, &text, &n) ? str_from_utf8(text, n) : NULL;
    heap_free(own);
    heap_free(text);
    return source || raise_pending() ? source : new_none();
}

/* The lines of source that is in no file (a prompt's, -c's, exec's); None if code is of a file. */
static Object *own_lines(Object *self, Object **args, ptrdiff_t nargs) {
    if (args[0]->type != &code_type) return raise_error(&exc_TypeError, "own_lines() argument must be a code object");
    Object *lines = ((Code *)args[0])->source_lines;
    return lines ? newref(lines) : new_none();
}

static const Method methods[] = {
    {"library_source", library_source, 1, 1,
     "library_source(path, /)\n--\n\nThe source of a module of the library, by its __file__, or None."},
    {"names_used", names_used, 1, 1,
     "names_used(code, /)\n--\n\nTwo sets: names of variables outside of the code, names of attributes."},
    {"own_lines", own_lines, 1, 1,
     "own_lines(code, /)\n--\n\nThe lines of source that came from no file, or None. They belong to the code: do not "
     "change "
     "them."},
    {NULL},
};

const ModuleSpec _inspect_module = {
    .name = "_inspect",
    .doc = "Parts of inspect.",
    .methods = methods,
};
