/* Everything that a native module in stdlib/ may use. */
#ifndef OURO_API_H
#define OURO_API_H

#include "interp/object/bytes.h"
#include "interp/object/containers.h"
#include "interp/object/dict.h"
#include "interp/object/exception.h"
#include "interp/object/float.h"
#include "interp/object/format_field.h"
#include "interp/object/function.h"
#include "interp/object/instance.h"
#include "interp/object/int.h"
#include "interp/object/list.h"
#include "interp/object/module.h"
#include "interp/object/native_item.h"
#include "interp/object/object.h"
#include "interp/object/runtime.h"
#include "interp/object/str.h"
#include "interp/object/typevar.h"
#include "interp/object/warnings.h"
#include "interp/object/weakref.h"
#include "interp/signals.h"
#include "interp/vm/line.h"
#include "interp/vm/walk.h"

Object *import_name(const char *dotted); /* the module of that name, imported if need be; new */

#endif
