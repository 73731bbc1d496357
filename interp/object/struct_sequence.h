/* Tuples whose items have names: sys.version_info, time.struct_time, os.stat_result, ...
 *
 *      static StructSequence version_info = {.name = "sys.version_info", .doc = "...", .visible = 5, .fields = {
 *          {"major", "Major release number"}, ...}};
 *      Object *o = struct_sequence_new(&version_info, values);
 *
 * The first `visible` fields are the tuple's items; fields behind those are attributes only. A field whose name begins
 * with an underscore is no attribute: it is an item and nothing else.
 */
#ifndef OURO_STRUCT_SEQUENCE_H
#define OURO_STRUCT_SEQUENCE_H

#include "interp/object/object.h"

enum { STRUCT_SEQUENCE_MAX = 24 };

typedef struct StructSequence {
    const char *name, *doc; /* dotted name */
    int visible;
    struct {
        const char *name, *doc;
    } fields[STRUCT_SEQUENCE_MAX + 1];
    bool no_new; /* programs cannot make instances */
    /* filled in by struct_sequence_type */
    Type type;
    Member members[STRUCT_SEQUENCE_MAX + 1];
    int count, unnamed;
} StructSequence;

Type *struct_sequence_type(StructSequence *s); /* borrowed; ready. NULL with MemoryError */
/* A new instance; steals all of the values, one for each field, also on failure. A NULL value among them (with an
 * exception pending) makes it fail: so values can be made in the call. */
Object *struct_sequence_new(StructSequence *s, Object **values);

#endif
