/* What does the allocator answer? Every size is asked for once, where the program left the heap, and given back before
 * the next one: so each row is what a request at that moment would get, from the real heap and not from a model of it.
 *
 *      [size, arena, pool, block, block size, blocks of the pool, in use then, in use after the free]
 *      [size, usable bytes]    from the system
 */
#include "gc/introspect.h"
#include "gc/trace.h"
#include "interp/view/view_impl.h"

enum { SIZES = 1024 };

static size_t used_in_pool(const void *p) {
    HeapAddress at;
    return heap_locate(p, &at) ? at.pool.used : 0;
}

static void ask(Out *out, size_t n) {
    void *p = heap_alloc(n);
    if (!p) return;
    HeapAddress at;
    out_comma(out);
    if (!heap_locate(p, &at)) {
        out_format(out, "[%zu,%zu]", n, heap_block_size(p));
        heap_free(p);
        return;
    }
    out_format(out, "[%zu,", n);
    map_place(p, out);
    size_t capacity = at.pool.capacity, during = at.pool.used;
    heap_free(p);
    out_format(out, ",%zu,%zu,%zu]", capacity, during, used_in_pool(p));
}

void simulate_write(Out *out) {
    trace_pause();
    out_c(out, "[");
    for (size_t n = 0; n <= SIZES; n += n < HEAP_SMALL_MAX + 8 ? 1 : 8) ask(out, n);
    out_c(out, "]");
    trace_resume();
}
