/* What super() and type() want to know of the frame that calls them. */
#include "interp/object/super.h"
#include "interp/vm/ops.h"

/* A local that inner functions use is in a cell. */
static Object *first_argument(Object **base) {
    const Code *code = frame_function(base)->code;
    Object *first = base[0];
    bool in_cell = code->cell_count > 0 && code->cells[0] == 0;
    return in_cell && first && first->type == &cell_type ? ((Cell *)first)->value : first;
}

static Cell *class_cell(const Function *f) {
    for (int i = 0; i < f->code->free_count; i++)
        if (f->code->freevars[i] == names.__class__) return (Cell *)tuple_item(f->closure, i);
    return NULL;
}

static int super_from_frame(Object **self, Object **cls) {
    if (!vm.base) return raise_int(&exc_RuntimeError, "super(): no current frame");
    const Function *f = frame_function(vm.base);
    if (f->code->arg_count == 0) return raise_int(&exc_RuntimeError, "super(): no arguments");
    if (!(*self = first_argument(vm.base))) return raise_int(&exc_RuntimeError, "super(): arg[0] deleted");
    Cell *cell = class_cell(f);
    if (!cell) return raise_int(&exc_RuntimeError, "super(): __class__ cell not found");
    if (!(*cls = cell->value)) return raise_int(&exc_RuntimeError, "super(): empty __class__ cell");
    if (has_flag(*cls, TYPE_TYPE)) return 0;
    return raise_int(&exc_RuntimeError, "super(): __class__ is not a type (%T)", *cls);
}

/* The type version stands for the whole MRO; the class, which is in it, lives as long as that version does. */
Object *super_cached_method(Object **r, const uint64_t *cache, Object **self) {
    Cell *cell = class_cell(frame_function(r));
    *self = first_argument(r);
    if (!cell || !*self || !cache[0] || (*self)->type->version != cache[0] || (uintptr_t)cell->value != cache[2])
        return NULL;
    return (Object *)(uintptr_t)cache[1];
}

/* Only functions of instances: for classes (in a class method) and for descriptors super does the work. */
void super_learn_method(Object **r, uint64_t *cache, Str *name) {
    Cell *cell = class_cell(frame_function(r));
    Object *self = first_argument(r);
    if (frame_function(r)->code->arg_count == 0 || !cell || !cell->value || !self || has_flag(self, TYPE_TYPE) ||
        !has_flag(cell->value, TYPE_TYPE))
        return;
    uint32_t version = type_version(self->type);
    Object *found = version ? super_peek_method(self->type, (Type *)cell->value, name) : NULL;
    if (!found) return;
    cache[0] = version;
    cache[1] = (uintptr_t)found;
    cache[2] = (uintptr_t)cell->value;
}

static Dict *globals_of_frame(void) {
    return vm.base ? frame_function(vm.base)->globals : NULL;
}

void super_frame_start(void) {
    super_frame_hook = super_from_frame;
    frame_globals_hook = globals_of_frame;
}
