/* The module sys, second part: what it holds that is no function. */
#include <float.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "interp/object/struct_sequence.h"
#include "interp/sys.h"
#include "interp/vm/import.h"

/* --- options from the command line, noted before there are objects --- */

enum { OPTIONS_MAX = 64 };
static struct {
    char kind;
    const char *value;
} options[OPTIONS_MAX];
static int option_count;

void sys_add_option(char kind, const char *value) {
    if (option_count < OPTIONS_MAX) {
        options[option_count].kind = kind;
        options[option_count++].value = value;
    }
}

const char *sys_option(const char *name) {
    size_t n = strlen(name);
    for (int i = option_count; i-- > 0;) {
        const char *v = options[i].value;
        if (options[i].kind != 'X' || strncmp(v, name, n) != 0) continue;
        if (!v[n]) return "";
        if (v[n] == '=') return v + n + 1;
    }
    return NULL;
}

static int add_text(Object *list, const char *text, size_t n) {
    return n == 0 ? 0 : list_append_steal(list, str_from_utf8_surrogates(text, n));
}

/* Warning filters from the environment: separated by commas. */
static int add_environment(Object *list, const char *text) {
    int status = 0;
    while (text && status == 0) {
        const char *comma = strchr(text, ',');
        status = add_text(list, text, comma ? (size_t)(comma - text) : strlen(text));
        text = comma ? comma + 1 : NULL;
    }
    return status;
}

/* sys.warnoptions: filters for -X dev, from the environment, and the -W options; sys._xoptions: the -X options. */
static int add_options(Object *m) {
    Object *warn = list_new(0), *x = dict_new();
    int status = warn && x ? 0 : -1;
    if (status == 0 && sys_option("dev")) status = add_text(warn, "default", strlen("default"));
    if (status == 0) status = add_environment(warn, getenv("PYTHONWARNINGS"));
    for (int i = 0; status == 0 && i < option_count; i++) {
        const char *value = options[i].value, *equals = strchr(value, '=');
        if (options[i].kind == 'W') {
            status = add_text(warn, value, strlen(value));
        } else {
            Object *key = str_from_utf8_surrogates(value, equals ? (size_t)(equals - value) : strlen(value));
            Object *v = equals ? str_from_utf8_surrogates(equals + 1, strlen(equals + 1)) : new_bool(true);
            status = key && v ? dict_set(x, key, v) : -1;
            xdecref(key);
            xdecref(v);
        }
    }
    if (status == 0) status = module_add(m, "warnoptions", warn) < 0 ? -1 : module_add(m, "_xoptions", x);
    xdecref(warn);
    xdecref(x);
    return status;
}

/* --- records --- */

static StructSequence version_info = {
    .name = "sys.version_info",
    .doc = "The version of the language, in parts.",
    .visible = 5,
    .no_new = true,
    .fields = {{"major", "Major release number"},
               {"minor", "Minor release number"},
               {"micro", "Patch release number"},
               {"releaselevel", "'alpha', 'beta', 'candidate' or 'final'"},
               {"serial", "Serial number of the release"}},
};

static StructSequence flags = {
    .name = "sys.flags",
    .doc = "The command line's options.",
    .visible = 18,
    .no_new = true,
    .fields = {{"debug", "-d"},
               {"inspect", "-i"},
               {"interactive", "-i"},
               {"optimize", "-O or -OO"},
               {"dont_write_bytecode", "-B"},
               {"no_user_site", "-s"},
               {"no_site", "-S"},
               {"ignore_environment", "-E"},
               {"verbose", "-v"},
               {"bytes_warning", "-b"},
               {"quiet", "-q"},
               {"hash_randomization", "-R"},
               {"isolated", "-I"},
               {"dev_mode", "-X dev"},
               {"utf8_mode", "-X utf8"},
               {"warn_default_encoding", "-X warn_default_encoding"},
               {"safe_path", "-P"},
               {"int_max_str_digits", "-X int_max_str_digits"}},
};

static StructSequence float_info = {
    .name = "sys.float_info",
    .doc = "The precision and the range of float.",
    .visible = 11,
    .no_new = true,
    .fields = {{"max", "Largest finite float"},
               {"max_exp", "Largest e for which 2**(e-1) is finite"},
               {"max_10_exp", "Largest e for which 10**e is finite"},
               {"min", "Smallest positive normal float"},
               {"min_exp", "Smallest e for which 2**(e-1) is normal"},
               {"min_10_exp", "Smallest e for which 10**e is normal"},
               {"dig", "Decimal digits that survive"},
               {"mant_dig", "Bits of the significand"},
               {"epsilon", "Distance of 1.0 to the next float"},
               {"radix", "Base of the exponent"},
               {"rounds", "Rounding mode of additions"}},
};

static StructSequence int_info = {
    .name = "sys.int_info",
    .doc = "How ints are stored.",
    .visible = 4,
    .no_new = true,
    .fields = {{"bits_per_digit", "Bits of a limb"},
               {"sizeof_digit", "Bytes of a limb"},
               {"default_max_str_digits", "Limit of conversions at the start"},
               {"str_digits_check_threshold", "Smallest limit that can be set"}},
};

static StructSequence hash_info = {
    .name = "sys.hash_info",
    .doc = "How objects are hashed.",
    .visible = 9,
    .no_new = true,
    .fields = {{"width", "Bits of a hash"},
               {"modulus", "Prime that numbers are reduced by"},
               {"inf", "Hash of infinity"},
               {"nan", "Not used any more"},
               {"imag", "Multiplier of imaginary parts"},
               {"algorithm", "For str and bytes"},
               {"hash_bits", "Bits that the algorithm gives"},
               {"seed_bits", "Bits of its seed"},
               {"cutoff", "Length up to which a simpler one is used"}},
};

static StructSequence thread_info = {
    .name = "sys.thread_info",
    .doc = "The threads of the system.",
    .visible = 3,
    .no_new = true,
    .fields = {{"name", "Kind of threads"}, {"lock", "Kind of locks"}, {"version", "Library"}},
};

static Object *integer(int64_t v) {
    return int_from_i64(v);
}

static Object *make_version_info(void) {
    return struct_sequence_new(&version_info,
                               (Object *[]){integer(3), integer(14), integer(0), str_from_c("final"), integer(0)});
}

static Object *make_flags(void) {
    Object *v[18];
    for (int i = 0; i < 18; i++) v[i] = integer(0);
    set_ref(&v[3], integer(runtime.optimize));
    set_ref(&v[11], integer(hash_randomized()));
    set_ref(&v[13], new_bool(sys_option("dev") != NULL));
    set_ref(&v[14], integer(1));
    set_ref(&v[16], new_bool(false));
    set_ref(&v[17], integer(runtime.int_max_str_digits));
    return struct_sequence_new(&flags, v);
}

static Object *make_float_info(void) {
    return struct_sequence_new(
        &float_info, (Object *[]){float_new(DBL_MAX), integer(DBL_MAX_EXP), integer(DBL_MAX_10_EXP), float_new(DBL_MIN),
                                  integer(DBL_MIN_EXP), integer(DBL_MIN_10_EXP), integer(DBL_DIG),
                                  integer(DBL_MANT_DIG), float_new(DBL_EPSILON), integer(FLT_RADIX), integer(1)});
}

static Object *make_int_info(void) {
    return struct_sequence_new(&int_info, (Object *[]){integer(GMP_NUMB_BITS), integer(sizeof(mp_limb_t)),
                                                       integer(4300), integer(DIGITS_LIMIT_LEAST)});
}

static Object *make_hash_info(void) {
    return struct_sequence_new(
        &hash_info, (Object *[]){integer(64), int_from_u64(((uint64_t)1 << 61) - 1), integer(314159), integer(0),
                                 integer(1000003), str_from_c("siphash13"), integer(64), integer(128), integer(0)});
}

static Object *make_thread_info(void) {
    return struct_sequence_new(&thread_info, (Object *[]){str_from_c("pthread"), str_from_c("futex"), new_none()});
}

/* sys.implementation: what this is, beside the language. */
static Object *make_implementation(void) {
    Object *d = dict_new(), *version = make_version_info(), *name = str_from_c("ouro"), *hex = integer(0x030e00f0);
    Object *result = NULL;
    if (d && version && name && hex && dict_set_c(d, "name", name) == 0 && dict_set_c(d, "cache_tag", NONE) == 0 &&
        dict_set_c(d, "version", version) == 0 && dict_set_c(d, "hexversion", hex) == 0)
        result = namespace_new(d);
    xdecref(d);
    xdecref(version);
    xdecref(name);
    xdecref(hex);
    return result;
}

static Object *executable(void) {
    char path[4096];
    ssize_t n = readlink("/proc/self/exe", path, sizeof path);
    return n > 0 ? str_from_utf8_surrogates(path, n) : str_empty();
}

/* Names of all modules that come with the interpreter, without those inside packages. */
static Object *library_names(void) {
    Object *set = set_new(NULL), *native = import_builtin_names(), *embedded = import_embedded_names();
    int status = set && native && embedded ? set_update(set, native) : -1;
    for (ptrdiff_t i = 0; status == 0 && i < list_length(embedded); i++)
        if (str_find_c((Str *)list_item(embedded, i), ".") < 0) status = set_add(set, list_item(embedded, i));
    Object *result = status == 0 ? frozenset_new(set) : NULL;
    xdecref(set);
    xdecref(native);
    xdecref(embedded);
    return result;
}

int sys_fill(Object *m) {
    static const char version[] = OURO_PYTHON_VERSION " (Ouro " OURO_VERSION ")";
    return module_add_steal(m, "version", str_from_c(version)) < 0 ||
                   module_add_steal(m, "version_info", make_version_info()) < 0 ||
                   module_add_int(m, "hexversion", 0x030e00f0) < 0 || module_add_int(m, "api_version", 1013) < 0 ||
                   module_add_steal(m, "copyright", str_from_c("The authors of Ouro")) < 0 ||
                   module_add_steal(m, "implementation", make_implementation()) < 0 ||
                   module_add_steal(m, "flags", make_flags()) < 0 ||
                   module_add_steal(m, "float_info", make_float_info()) < 0 ||
                   module_add_steal(m, "int_info", make_int_info()) < 0 ||
                   module_add_steal(m, "hash_info", make_hash_info()) < 0 ||
                   module_add_steal(m, "thread_info", make_thread_info()) < 0 ||
                   module_add_steal(m, "float_repr_style", str_from_c("short")) < 0 ||
                   module_add_int(m, "maxsize", PTRDIFF_MAX) < 0 || module_add_int(m, "maxunicode", 0x10ffff) < 0 ||
                   module_add_steal(m, "byteorder", str_from_c("little")) < 0 ||
                   module_add_steal(m, "platform", str_from_c("linux")) < 0 ||
                   module_add_steal(m, "platlibdir", str_from_c("lib")) < 0 ||
                   module_add_steal(m, "executable", executable()) < 0 ||
                   module_add_steal(m, "_base_executable", executable()) < 0 ||
                   module_add_steal(m, "prefix", str_from_c("/usr/local")) < 0 ||
                   module_add_steal(m, "exec_prefix", str_from_c("/usr/local")) < 0 ||
                   module_add_steal(m, "base_prefix", str_from_c("/usr/local")) < 0 ||
                   module_add_steal(m, "base_exec_prefix", str_from_c("/usr/local")) < 0 ||
                   module_add(m, "pycache_prefix", NONE) < 0 || module_add(m, "dont_write_bytecode", TRUE) < 0 ||
                   module_add_steal(m, "meta_path", list_new(0)) < 0 ||
                   module_add_steal(m, "path_hooks", list_new(0)) < 0 ||
                   module_add_steal(m, "path_importer_cache", dict_new()) < 0 ||
                   module_add_steal(m, "builtin_module_names", import_builtin_names()) < 0 ||
                   module_add_steal(m, "stdlib_module_names", library_names()) < 0 ||
                   module_add(m, "modules", (Object *)runtime.modules) < 0 || add_options(m) < 0 ||
                   sys_keep_hooks(m) < 0
               ? -1
               : 0;
}

/* sys.__excepthook__ and its like: the original of what programs may replace. */
int sys_keep_hooks(Object *m) {
    static const char *const hooks[][2] = {
        {"breakpointhook", "__breakpointhook__"},
        {"excepthook", "__excepthook__"},
        {"displayhook", "__displayhook__"},
        {"unraisablehook", "__unraisablehook__"},
    };
    for (size_t i = 0; i < sizeof hooks / sizeof *hooks; i++) {
        Object *f = dict_get_c((Object *)module_dict(m), hooks[i][0]);
        if (!f || module_add(m, hooks[i][1], f) < 0) return -1;
    }
    return 0;
}

/* --- argv and path --- */

static Object *system_text(const char *s) {
    return str_from_utf8_surrogates(s, strlen(s));
}

int sys_set_argv(const char *first, int argc, char **rest) {
    Object *list = list_new(0);
    int status = list ? list_append_steal(list, system_text(first)) : -1;
    for (int i = 0; status == 0 && i < argc; i++) status = list_append_steal(list, system_text(rest[i]));
    if (status == 0) status = dict_set_c((Object *)runtime.sys, "argv", list);
    if (status == 0) status = dict_set_c((Object *)runtime.sys, "orig_argv", list);
    xdecref(list);
    return status;
}

static int add_folders(Object *list, const char *variable) {
    const char *value = getenv(variable);
    while (value && *value) {
        size_t n = strcspn(value, ":");
        if (n && list_append_steal(list, str_from_utf8_surrogates(value, n)) < 0) return -1;
        value += n + (value[n] == ':');
    }
    return 0;
}

int sys_set_path(const char *first) {
    Object *list = list_new(0);
    int status = list && first ? list_append_steal(list, system_text(first)) : list ? 0 : -1;
    if (status == 0 && (add_folders(list, "OUROPATH") < 0 || add_folders(list, "PYTHONPATH") < 0)) status = -1;
    if (status == 0) status = dict_set((Object *)runtime.sys, (Object *)names.path, list);
    xdecref(list);
    return status;
}
