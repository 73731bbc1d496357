/* The prompt: reads statements, runs them in a module, prints what expressions give. */
#ifndef OURO_REPL_H
#define OURO_REPL_H

#include "interp/api.h"

int repl_run(Object *module, bool greet); /* until the end of input or exit(); the exit status */

#endif
