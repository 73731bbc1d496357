#include "interp/api.h"
const ModuleSpec _tracemalloc_module = {.name = "_tracemalloc"};
