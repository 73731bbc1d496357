/* Descriptors: class attributes that compute what an instance shows. */
#ifndef OURO_DESCRIPTORS_H
#define OURO_DESCRIPTORS_H

#include "interp/object/function.h"
#include "interp/object/object.h"

/* A computed attribute of a built-in type. */
typedef struct GetSetDescriptor {
    Object base;
    Type *owner; /* owned if a heap type */
    Str *name;   /* owned */
    const GetSet *getset;
} GetSetDescriptor;

/* A field of the C struct, or a slot of a class with __slots__ (then member.kind is MEMBER_OBJECT and owner a heap
 * type, and an inline cache may read and write the field at member.offset directly). */
typedef struct MemberDescriptor {
    Object base;
    Type *owner; /* owned if a heap type */
    Str *name;   /* owned */
    Member member;
} MemberDescriptor;

/* A slot of a static type as a method. `slot` is its row in the slot table. */
typedef struct WrapperDescriptor {
    Object base;
    Type *owner; /* static */
    const struct Slot *slot;
} WrapperDescriptor;

/* Bound to an instance. */
typedef struct MethodWrapper {
    Object base;
    WrapperDescriptor *descriptor; /* owned */
    Object *self;                  /* owned */
} MethodWrapper;

typedef struct Property {
    Object base;
    Object *get, *set, *del, *doc, *name; /* owned or NULL */
    bool doc_from_getter;
} Property;

/* staticmethod and classmethod */
typedef struct MethodDecorator {
    Object base;
    Object *callable; /* owned; None before __init__ */
    Dict *dict;
} MethodDecorator;

/* All new. name may be NULL: that of the table row. */
Object *getset_descriptor_new(Type *owner, const GetSet *g);
Object *member_descriptor_new(Type *owner, Str *name, const Member *m);
Object *wrapper_descriptor_new(Type *owner, const struct Slot *slot);
/* What a row of a method table becomes: a method, class method or static method descriptor. */
Object *method_descriptor_new(Type *owner, const Method *m);
Object *static_method_new(Object *callable); /* borrows */
Object *class_method_new(Object *callable);  /* borrows */

#endif
