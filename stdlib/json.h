/* What the files of _json share. */
#ifndef OURO_JSON_H
#define OURO_JSON_H

#include <math.h>
#include <string.h>

#include "interp/api.h"

extern Type json_scanner, json_encoder;

Object *json_scanstring(Object *module, Object **args, ptrdiff_t nargs);
Object *json_encode_string(Object *module, Object **args, ptrdiff_t nargs);
Object *json_encode_ascii(Object *module, Object **args, ptrdiff_t nargs);

#endif
