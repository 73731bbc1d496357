/* The running frames, innermost first, for those who only look: tracers and inspectors. Allocates nothing.
 *
 *      for (FrameWalk w = walk_start(); w.base; walk_outward(&w)) ... walk_code(&w), walk_line(&w) ...
 */
#ifndef OURO_WALK_H
#define OURO_WALK_H

#include "interp/vm/vm.h"

typedef struct FrameWalk {
    Object **base;      /* the frame's registers; NULL: no more frames */
    const uint64_t *pc; /* the instruction that it is at */
} FrameWalk;

static inline FrameWalk walk_start(void) {
    return (FrameWalk){vm.base, vm.pc};
}
static inline void walk_outward(FrameWalk *w) {
    if (!frame_outer(&w->base, &w->pc)) w->base = NULL;
}
/* Borrowed. */
static inline Code *walk_code(const FrameWalk *w) {
    return frame_function(w->base)->code;
}
static inline int walk_line(const FrameWalk *w) {
    return (int)code_span(walk_code(w), w->pc).line;
}

#endif
