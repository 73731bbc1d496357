/* A checker of bytecode, for tests: follows all paths through a code object (nested ones too) and knows for every
 * register whether it is empty, full, or either.
 *
 * What it finds: a register read that may be empty; a window laid over a register that is still full (a leak); operands
 * of a jump target that differ by path; temporaries that are alive when the frame returns. */
#ifndef OURO_TEST_VERIFY_H
#define OURO_TEST_VERIFY_H

#include <stdio.h>

#include "interp/object/code.h"

int verify_code(const Code *c, FILE *report); /* the number of problems, each a line of the report */

#endif
