/* traceback objects (the struct is in exception.h). */
#ifndef OURO_TRACEBACK_H
#define OURO_TRACEBACK_H

#include "interp/object/exception.h"
#include "interp/vm/vm.h"

/* Puts an entry for the running frame in front of the pending exception's traceback. Without memory it is left out. */
int traceback_line(const Traceback *tb);
void traceback_add(Object **base, const uint64_t *pc);

#endif
