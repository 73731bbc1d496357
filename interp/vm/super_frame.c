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

static Dict *globals_of_frame(void) {
    return vm.base ? frame_function(vm.base)->globals : NULL;
}

void super_frame_start(void) {
    super_frame_hook = super_from_frame;
    frame_globals_hook = globals_of_frame;
}
