/* Bodies of instructions as functions: of those that are not worth a place in the loop, and of those that compiled code
 * (interp/jit) has done by C. `r` are the registers of the running frame, pc the instruction, which vm.pc is, too. */
#ifndef OURO_BODIES_H
#define OURO_BODIES_H

#include "interp/vm/ops.h"

enum {
    BODY_DONE,
    BODY_RAISED,        /* an exception is pending */
    BODY_JUMP,          /* done, and the jump is taken */
    BODY_LEAVE,         /* done, and the loop has to go on: somebody wants to hear of what is executed */
    BODY_LEAVE_JUMPING, /* the same, the jump is taken */
    BODY_AGAIN,         /* not what the instruction was specialised for: the loop executes it */
};
typedef int64_t (*Body)(Object **r, const uint64_t *pc, Opcode op); /* op: ENTER may stand at pc */
extern const Body bodies[OP_COUNT];                                 /* NULL: there is none */

#endif
