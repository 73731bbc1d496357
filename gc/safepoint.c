#include "gc/safepoint.h"

volatile sig_atomic_t safepoint_wanted;
