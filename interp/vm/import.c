/* The import system. One dotted name is imported part by part; for each part:
 *
 *      sys.modules  ->  finders in sys.meta_path, if the program has put any there
 *                   ->  native modules  ->  the folders of sys.path (or the package's __path__)  ->  embedded modules
 *
 * so that a file beside the script hides a module of the same name that is embedded, as it does in CPython. Nothing is
 * cached on disk, and no folder is read before an import gets that far.
 *
 * A module is in sys.modules while its body runs (cycles find it there half made); when the body fails it is taken out.
 */
#include "interp/vm/import.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "interp/compile/compile.h"
#include "interp/object/code_pack.h"
#include "interp/object/containers.h"
#include "interp/object/exception.h"
#include "interp/object/int.h"
#include "interp/object/module.h"
#include "interp/vm/embedded.h"

#define MODULE(name) extern const ModuleSpec name##_module;
#include "stdlib/modules.def"
#undef MODULE

static const ModuleSpec *const native_modules[] = {
#define MODULE(name) &name##_module,
#include "stdlib/modules.def"
#undef MODULE
};
enum { NATIVE_COUNT = sizeof native_modules / sizeof *native_modules };

static const ModuleSpec *find_native(Object *name) {
    for (int i = 0; i < NATIVE_COUNT; i++)
        if (str_equal_c(name, native_modules[i]->name)) return native_modules[i];
    return NULL;
}

static const EmbeddedModule *find_embedded(Object *name) {
    for (size_t i = 0; i < embedded_module_count; i++)
        if (str_equal_c(name, embedded_modules[i].name)) return &embedded_modules[i];
    return NULL;
}

Object *import_builtin_names(void) {
    static const char *const always_there[] = {"builtins", "sys"};
    Object *list = list_new(0);
    for (int i = 0; list && i < 2; i++)
        if (list_append_steal(list, str_from_c(always_there[i])) < 0) clear_ref(&list);
    for (int i = 0; list && i < NATIVE_COUNT; i++)
        if (list_append_steal(list, str_from_c(native_modules[i]->name)) < 0) clear_ref(&list);
    Object *tuple = list && list_sort(list, NULL, false) == 0 ? list_to_tuple(list) : NULL;
    xdecref(list);
    return tuple;
}

Object *import_embedded_names(void) {
    Object *list = list_new(0);
    for (size_t i = 0; list && i < embedded_module_count; i++)
        if (list_append_steal(list, str_from_c(embedded_modules[i].name)) < 0) clear_ref(&list);
    return list;
}

bool import_embedded_source(const char *path, char **text, size_t *n) {
    for (size_t i = 0; i < embedded_module_count; i++) {
        const EmbeddedModule *e = &embedded_modules[i];
        if (strcmp(path, e->path) != 0) continue;
        if (!(*text = heap_alloc(e->size + 1))) return false;
        memcpy(*text, e->source, e->size);
        *n = e->size;
        return true;
    }
    return false;
}

void import_teardown(void) {
    for (int i = 0; i < NATIVE_COUNT; i++)
        if (native_modules[i]->teardown) native_modules[i]->teardown();
}

/* --- making modules --- */

static int set_steal(Dict *d, Str *name, Object *value) {
    return dict_set_steal((Object *)d, newref(name), value);
}

/* __spec__: what importlib would say of the module. `locations` (borrowed) is the __path__ of a package, or NULL. */
static Object *make_spec(Object *name, Object *loader, Object *origin, Object *locations) {
    Object *fields = dict_new();
    if (!fields) return NULL;
    ptrdiff_t dot = -1;
    for (ptrdiff_t i = 0; i < str_length(name); i++)
        if (str_at((Str *)name, i) == '.') dot = i;
    Object *parent = locations ? newref(name) : str_substring(name, 0, dot < 0 ? 0 : dot);
    int bad = dict_set_c(fields, "name", name) < 0 || dict_set_c(fields, "loader", loader) < 0 ||
              dict_set_c(fields, "origin", origin ? origin : NONE) < 0 ||
              dict_set_c(fields, "submodule_search_locations", locations ? locations : NONE) < 0 ||
              dict_set_c(fields, "loader_state", NONE) < 0 || dict_set_c(fields, "cached", NONE) < 0 || !parent ||
              dict_set_c(fields, "parent", parent) < 0 || dict_set_c(fields, "has_location", origin ? TRUE : FALSE) < 0;
    xdecref(parent);
    Object *spec = bad ? NULL : namespace_new(fields);
    decref(fields);
    return spec;
}

/* A new module for source at `file`; in sys.modules already. */
static Object *make_module(Object *name, Object *file, Object *locations) {
    char *own;
    const char *utf8 = str_utf8_surrogates(name, NULL, &own);
    Object *m = utf8 ? module_new(utf8) : NULL;
    heap_free(own);
    if (!m) return NULL;
    Dict *d = module_dict(m);
    Object *spec = make_spec(name, NONE, file, locations);
    Object *package = spec ? object_getattr_c(spec, "parent") : NULL;
    if (!spec || !package || set_steal(d, names.__spec__, newref(spec)) < 0 ||
        set_steal(d, names.__package__, newref(package)) < 0 ||
        (file && set_steal(d, names.__file__, newref(file)) < 0) ||
        (locations && set_steal(d, names.__path__, newref(locations)) < 0) ||
        dict_set((Object *)d, (Object *)names.__builtins__, (Object *)runtime.builtins) < 0 ||
        dict_set((Object *)runtime.modules, name, m) < 0)
        clear_ref(&m);
    xdecref(spec);
    xdecref(package);
    return m;
}

/* Takes a module whose body failed out of sys.modules; the exception stays pending. */
static void forget_module(Object *name) {
    Object *exc = raise_take();
    dict_del_opt((Object *)runtime.modules, name);
    raise_clear();
    raise_restore(exc);
}

/* Runs code as the body of a new module. The result is what sys.modules says then: the body may replace it. Steals the
 * code, which may be NULL with an exception. */
static Object *load_code(Object *name, Object *file, Object *locations, Object *code) {
    Object *m = code ? make_module(name, file, locations) : NULL;
    if (!m) {
        xdecref(code);
        return NULL;
    }
    Object *result = vm_run_code((Code *)code, module_dict(m), (Object *)module_dict(m), NULL);
    decref(code);
    decref(m);
    if (!result) {
        forget_module(name);
        return NULL;
    }
    decref(result);
    m = dict_get((Object *)runtime.modules, name);
    if (m) return newref(m);
    return raise_pending() ? NULL : raise_error(&exc_KeyError, "%R", name);
}

/* --- files --- */

char *import_read_file(const char *path, size_t *n) {
    FILE *f = fopen(path, "rb");
    if (!f) return NULL;
    size_t capacity = 1 << 14, length = 0;
    struct stat st;
    if (fstat(fileno(f), &st) == 0 && S_ISDIR(st.st_mode)) {
        fclose(f);
        errno = EISDIR;
        return NULL;
    }
    if (S_ISREG(st.st_mode) && st.st_size > 0) capacity = st.st_size + 1;
    char *data = heap_alloc(capacity);
    while (data) {
        length += fread(data + length, 1, capacity - length, f);
        if (length < capacity) break;
        char *larger = heap_realloc(data, capacity *= 2);
        if (!larger) heap_free(data);
        data = larger;
    }
    if (data && ferror(f)) {
        heap_free(data);
        data = NULL;
    }
    fclose(f);
    *n = length;
    return data;
}

typedef enum Found { FOUND_NOTHING, FOUND_FILE, FOUND_PACKAGE, FOUND_NAMESPACE } Found;

static bool is_kind(const char *path, mode_t kind) {
    struct stat st;
    return stat(path, &st) == 0 && (st.st_mode & S_IFMT) == kind;
}

/* What `folder` has for the last part of a module's name; `path` is set to the file (or folder of a namespace). */
static Found look_in_folder(const char *folder, const char *tail, char *path, size_t size) {
    const char *slash = *folder && folder[strlen(folder) - 1] != '/' ? "/" : "";
    if ((size_t)snprintf(path, size, "%s%s%s/__init__.py", folder, slash, tail) >= size) return FOUND_NOTHING;
    if (is_kind(path, S_IFREG)) return FOUND_PACKAGE;
    snprintf(path, size, "%s%s%s.py", folder, slash, tail);
    if (is_kind(path, S_IFREG)) return FOUND_FILE;
    snprintf(path, size, "%s%s%s", folder, slash, tail);
    return is_kind(path, S_IFDIR) ? FOUND_NAMESPACE : FOUND_NOTHING;
}

static Object *load_file(Object *name, Found found, const char *path) {
    Object *file = str_from_utf8_surrogates(path, strlen(path)), *locations = NULL, *m = NULL;
    size_t n = 0;
    char *source = NULL;
    if (!file) return NULL;
    if (found == FOUND_PACKAGE) {
        Object *folder = str_from_utf8_surrogates(path, strlen(path) - strlen("/__init__.py"));
        locations = folder ? list_new(0) : NULL;
        if (locations && list_append(locations, folder) < 0) clear_ref(&locations);
        xdecref(folder);
        if (!locations) goto done;
    }
    source = import_read_file(path, &n);
    if (source)
        m = load_code(name, file, locations, compile_source(source, n, file, PARSE_EXEC, PARSE_FILE));
    else
        raise_os(path);
done:
    heap_free(source);
    xdecref(locations);
    decref(file);
    return m;
}

/* Searches the folders of `path`, a list. NULL without an exception: not there. A folder without __init__.py makes a
 * package only where nothing else has the name, the library included. */
static Object *load_from_path(Object *name, const char *tail, Object *path, bool namespaces) {
    Object *folders = sequence_list(path), *portions = NULL, *m = NULL;
    if (!folders) return NULL;
    for (ptrdiff_t i = 0; i < list_length(folders) && !m && !raise_pending(); i++) {
        Object *folder = list_item(folders, i);
        if (!str_check(folder)) continue;
        char *own, file[4096];
        const char *utf8 = str_utf8_surrogates(folder, NULL, &own);
        Found found = utf8 ? look_in_folder(*utf8 ? utf8 : ".", tail, file, sizeof file) : FOUND_NOTHING;
        heap_free(own);
        if (found == FOUND_FILE || found == FOUND_PACKAGE) {
            m = load_file(name, found, file);
        } else if (namespaces && found == FOUND_NAMESPACE && (portions || (portions = list_new(0)))) {
            list_append_steal(portions, str_from_utf8_surrogates(file, strlen(file)));
        }
    }
    if (!m && !raise_pending() && portions) m = make_module(name, NULL, portions);
    xdecref(portions);
    decref(folders);
    return m;
}

/* --- one module --- */

static Object *load_native(Object *name, const ModuleSpec *spec) {
    Object *m = module_from_spec(spec);
    if (m && dict_set((Object *)runtime.modules, name, m) < 0) clear_ref(&m);
    return m;
}

/* Packed code is read once: its pages, which the kernel maps sixteen at a time, are not to count as ours from then on.
 */
static void forget_packed_pages(void) {
    const uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    uintptr_t start = ((uintptr_t)embedded_code + page - 1) & -page, end = (uintptr_t)embedded_code_end & -page;
    if (start < end) madvise((void *)start, end - start, MADV_DONTNEED);
}

/* The packed code was compiled without -O. */
static Object *embedded_module_code(const EmbeddedModule *e, Object *file) {
    if (!embedded_code || runtime.optimize) return compile_source(e->source, e->size, file, PARSE_EXEC, 0);
    uint32_t offset;
    memcpy(&offset, embedded_code + (size_t)(e - embedded_modules) * sizeof offset, sizeof offset);
    Object *code = (Object *)code_unpack(embedded_code + offset, (Str *)file);
    forget_packed_pages();
    return code;
}

static Object *load_embedded(Object *name, const EmbeddedModule *e) {
    Object *file = str_from_c(e->path), *locations = e->package ? list_new(0) : NULL;
    Object *m = NULL;
    if (file && (!e->package || locations)) m = load_code(name, file, locations, embedded_module_code(e, file));
    xdecref(file);
    xdecref(locations);
    return m;
}

static void *module_not_found(Object *name, Object *parent) {
    if (parent) {
        ptrdiff_t dot = str_length(name) - 1;
        while (dot > 0 && str_at((Str *)name, dot) != '.') dot--;
        Object *parent_name = str_substring(name, 0, dot);
        if (!parent_name) return NULL;
        raise_error(&exc_ModuleNotFoundError, "No module named %R; %R is not a package", name, parent_name);
        decref(parent_name);
    } else {
        raise_error(&exc_ModuleNotFoundError, "No module named %R", name);
    }
    Object *exc = raise_current();
    if (exc && exc->type == &exc_ModuleNotFoundError) set_ref(&((ImportError *)exc)->name, newref(name));
    return NULL;
}

/* What the finders in sys.meta_path make of a name; importlib asks them. NULL without an exception: nothing. The path
 * is that of the package, or None. */
static Object *load_by_finders(Object *name, Object *path) {
    Object *finders = dict_get_str(runtime.sys, names.meta_path);
    if (!finders || !list_check(finders) || list_length(finders) == 0) return NULL;
    Object *util = import_name("importlib.util");
    Object *load = util ? object_getattr_opt(util, names._load_by_finders) : NULL; /* none while it is itself loaded */
    Object *m = load ? object_call2(load, name, path) : NULL;
    xdecref(load);
    xdecref(util);
    if (m == NONE) clear_ref(&m);
    return m;
}

/* Is it importlib's own work to find this one? */
static bool is_part_of_importlib(Object *name) {
    char *own;
    const char *utf8 = str_utf8_surrogates(name, NULL, &own);
    bool is = utf8 && strncmp(utf8, "importlib", 9) == 0;
    heap_free(own);
    return is;
}

/* Finds and loads module `name`, whose last part is `tail`; parent is the package that it is in, or NULL. */
static Object *load_module(Object *name, const char *tail, Object *parent) {
    Object *path = parent ? object_getattr_opt(parent, names.__path__) : new_none(), *m = NULL;
    if (!path) return raise_pending() ? NULL : module_not_found(name, parent);
    if (!is_part_of_importlib(name)) m = load_by_finders(name, path);
    if (m || raise_pending()) goto done;
    const ModuleSpec *native = find_native(name);
    if (native) {
        m = load_native(name, native);
        goto done;
    }
    if (!parent) {
        set_ref(&path, xnewref(dict_get_str(runtime.sys, names.path)));
        if (!path) return raise_pending() ? NULL : raise_error(&exc_RuntimeError, "sys.path is not set");
    }
    const EmbeddedModule *embedded = find_embedded(name);
    m = load_from_path(name, tail, path, !embedded);
    if (!m && !raise_pending()) m = embedded ? load_embedded(name, embedded) : module_not_found(name, NULL);
done:
    xdecref(path);
    return m;
}

/* sys.modules[name], or loads it. */
static Object *find_or_load(Object *name, const char *tail, Object *parent) {
    Object *m = dict_get((Object *)runtime.modules, name);
    if (raise_pending()) return NULL;
    if (m == NONE) {
        raise_error(&exc_ModuleNotFoundError, "import of %S halted; None in sys.modules", name);
        set_ref(&((ImportError *)raise_current())->name, newref(name));
        return NULL;
    }
    if (m) return newref(m);
    m = load_module(name, tail, parent);
    if (!m || !parent) return m;
    /* a submodule becomes an attribute of its package */
    Str *attribute = str_intern_c(tail);
    if (!attribute || object_setattr(parent, attribute, m) < 0) clear_ref(&m);
    xdecref(attribute);
    return m;
}

/* Imports a, a.b, a.b.c in turn. *top is the first of them (new) if wanted. */
static Object *import_dotted(Object *name, Object **top) {
    bool simple = str_check_exact(name) && ((Str *)name)->ascii;
    if (simple && !memchr(str_data(name), '.', (size_t)str_length(name))) { /* most are there already */
        Object *found = dict_get((Object *)runtime.modules, name);
        if (unlikely(!found && raise_pending())) return NULL;
        if (likely(found && found != NONE)) {
            if (top) *top = newref(found);
            return newref(found);
        }
    }
    char *own;
    size_t n;
    const char *utf8 = str_utf8_surrogates(name, &n, &own);
    if (!utf8) return NULL;
    Object *m = NULL;
    char part[1024];
    if (n >= sizeof part) {
        heap_free(own);
        return module_not_found(name, NULL);
    }
    size_t start = 0;
    for (size_t end = 0; end <= n; end++) {
        if (end < n && utf8[end] != '.') continue;
        memcpy(part, utf8 + start, end - start);
        part[end - start] = 0;
        Object *full = str_from_utf8_surrogates(utf8, end);
        Object *next = full ? find_or_load(full, part, m) : NULL;
        xdecref(full);
        if (!m && next && top) *top = newref(next);
        set_ref(&m, next);
        if (!next) break;
        start = end + 1;
    }
    if (!m && top) clear_ref(top);
    heap_free(own);
    return m;
}

Object *import_name(const char *dotted) {
    Object *name = str_from_c(dotted);
    Object *m = name ? import_dotted(name, NULL) : NULL;
    xdecref(name);
    return m;
}

/* --- relative names --- */

/* The package that relative imports in a module with these globals start from: new. */
static Object *current_package(Object *globals) {
    Object *package = globals ? dict_get(globals, (Object *)names.__package__) : NULL;
    if (package && package != NONE) {
        if (!str_check(package)) return raise_error(&exc_TypeError, "package must be a string");
        return newref(package);
    }
    if (raise_pending() ||
        raise_warning(&exc_ImportWarning, 1,
                      "can't resolve package from __spec__ or __package__, falling back on __name__ and "
                      "__path__") < 0)
        return NULL;
    Object *name = globals ? dict_get(globals, (Object *)names.__name__) : NULL;
    if (!name) return raise_pending() ? NULL : raise_error(&exc_KeyError, "'__name__' not in globals");
    if (!str_check(name)) return raise_error(&exc_TypeError, "__name__ must be a string");
    if (dict_get(globals, (Object *)names.__path__)) return newref(name);
    ptrdiff_t dot = str_length(name);
    while (dot > 0 && str_at((Str *)name, dot - 1) != '.') dot--;
    return str_substring(name, 0, dot ? dot - 1 : 0);
}

static Object *absolute_name(Object *name, Object *globals, int level) {
    Object *package = current_package(globals);
    if (!package) return NULL;
    if (str_length(package) == 0) {
        decref(package);
        return raise_error(&exc_ImportError, "attempted relative import with no known parent package");
    }
    ptrdiff_t end = str_length(package);
    for (int i = 1; i < level; i++) {
        while (end > 0 && str_at((Str *)package, end - 1) != '.') end--;
        if (end == 0) {
            decref(package);
            return raise_error(&exc_ImportError, "attempted relative import beyond top-level package");
        }
        end--;
    }
    Object *base = str_substring(package, 0, end);
    decref(package);
    if (!base || str_length(name) == 0) return base;
    Object *full = str_format("%S.%S", base, name);
    decref(base);
    return full;
}

/* --- the statements --- */

/* from package import name: names that are no attributes of it may be submodules. 0, -1 */
static int import_from_list(Object *m, Object *module_name, Object *fromlist) {
    Object *list = sequence_list(fromlist);
    if (!list) return -1;
    int status = 0;
    for (ptrdiff_t i = 0; status == 0 && i < list_length(list); i++) {
        Object *name = list_item(list, i);
        if (!str_check(name)) {
            status = raise_int(&exc_TypeError, "Item in ``from list'' must be str, not %T", name);
            break;
        }
        if (str_equal_c(name, "*")) {
            Object *all = object_getattr_opt(m, names.__all__);
            if (all)
                status = import_from_list(m, module_name, all);
            else if (raise_pending())
                status = -1;
            xdecref(all);
            continue;
        }
        Object *found = object_getattr_opt(m, (Str *)name);
        if (!found && !raise_pending()) {
            Object *full = str_format("%S.%S", module_name, name);
            found = full ? import_dotted(full, NULL) : NULL;
            if (!found && full && raise_is(&exc_ModuleNotFoundError)) {
                Object *missing = ((ImportError *)raise_current())->name;
                if (missing && str_check(missing) && str_equal(missing, full)) raise_clear();
            }
            xdecref(full);
        }
        if (raise_pending()) status = -1;
        xdecref(found);
    }
    decref(list);
    return status;
}

Object *import_module(Object *name, Object *globals, Object *fromlist, int level) {
    if (!str_check(name)) return raise_error(&exc_TypeError, "module name must be a string");
    if (level < 0) return raise_error(&exc_ValueError, "level must be >= 0");
    if (level == 0 && str_length(name) == 0) return raise_error(&exc_ValueError, "Empty module name");
    Object *absolute = level ? absolute_name(name, globals, level) : newref(name);
    if (!absolute) return NULL;
    int wanted = fromlist && fromlist != NONE ? object_truth(fromlist) : 0;
    Object *top = NULL;
    Object *m = wanted < 0 ? NULL : import_dotted(absolute, &top);
    if (m && wanted) {
        Object *path = object_getattr_opt(m, names.__path__);
        if (raise_pending() || (path && import_from_list(m, absolute, fromlist) < 0)) clear_ref(&m);
        xdecref(path);
    } else if (m && level == 0) {
        set_ref(&m, newref(top));
    } else if (m && str_length(name)) {
        /* import .a.b: the package itself is a, found by cutting off as much as `name` has behind its first dot */
        ptrdiff_t dot = 0;
        while (dot < str_length(name) && str_at((Str *)name, dot) != '.') dot++;
        Object *cut = str_substring(absolute, 0, str_length(absolute) - (str_length(name) - dot));
        Object *package = cut ? dict_get((Object *)runtime.modules, cut) : NULL;
        set_ref(&m, xnewref(package));
        if (!m && cut && !raise_pending()) raise_error(&exc_KeyError, "%R not in sys.modules as expected", cut);
        xdecref(cut);
    }
    xdecref(top);
    decref(absolute);
    return m;
}

static Object *module_origin(Object *module) {
    Object *file = object_getattr_opt(module, names.__file__);
    if (file && !str_check(file)) clear_ref(&file);
    if (!file && raise_pending()) raise_clear();
    return file;
}

Object *import_from_fallback(Object *module, Object *name) {
    Object *module_name = object_getattr_opt(module, names.__name__);
    if (!module_name && raise_pending()) return NULL;
    if (module_name && str_check(module_name)) {
        Object *full = str_format("%S.%S", module_name, name);
        Object *found = full ? dict_get((Object *)runtime.modules, full) : NULL;
        xdecref(full);
        if (found || raise_pending()) {
            decref(module_name);
            return xnewref(found);
        }
    }
    Object *origin = module_origin(module),
           *shown = module_name ? newref(module_name) : str_from_c("<unknown module name>");
    if (shown && origin)
        raise_error(&exc_ImportError, "cannot import name %R from %R (%S)", name, shown, origin);
    else if (shown)
        raise_error(&exc_ImportError, "cannot import name %R from %R (unknown location)", name, shown);
    Object *exc = raise_current();
    if (exc && exc->type == &exc_ImportError) {
        ImportError *e = (ImportError *)exc;
        set_ref(&e->name, xnewref(module_name));
        set_ref(&e->path, origin ? newref(origin) : new_none());
        set_ref(&e->name_from, newref(name));
    }
    xdecref(module_name);
    xdecref(origin);
    xdecref(shown);
    return NULL;
}

/* --- ouro -m --- */

/* Source of a module or of a package's __main__, to be heap_free'd, and where it is from. A folder without __init__.py
   is a package, too, if there is nothing else of that name: it has no source. */
static char *find_source(Object *name, Object *parent, const char *tail, Object **file, size_t *n, bool *package) {
    Object *path = parent ? object_getattr_opt(parent, names.__path__) : xnewref(dict_get_str(runtime.sys, names.path));
    char *source = NULL;
    *package = false;
    for (ptrdiff_t i = 0; path && list_check(path) && !source && !raise_pending() && i < list_length(path); i++) {
        char *own, at[4096];
        const char *folder = str_check(list_item(path, i)) ? str_utf8_surrogates(list_item(path, i), NULL, &own) : NULL;
        if (!folder) continue;
        Found found = look_in_folder(*folder ? folder : ".", tail, at, sizeof at);
        heap_free(own);
        *package |= found == FOUND_NAMESPACE;
        if (found != FOUND_FILE && found != FOUND_PACKAGE) continue;
        *package = found == FOUND_PACKAGE;
        source = import_read_file(at, n);
        if (source)
            *file = str_from_utf8_surrogates(at, strlen(at));
        else
            raise_os(at);
    }
    xdecref(path);
    const EmbeddedModule *e = source || raise_pending() ? NULL : find_embedded(name);
    if (!e) return source;
    *package = e->package;
    *n = e->size;
    *file = str_from_c(e->path);
    if (!(source = heap_alloc(e->size + 1)))
        raise_memory();
    else
        memcpy(source, e->source, e->size);
    return source;
}

/* ImportError with what the command line says of a module that cannot be run. */
static void *nothing_to_run(Object *name, Object *parent, const char *tail) {
    if (find_native(name) || dict_get((Object *)runtime.modules, name))
        return raise_error(&exc_ImportError, "No code object available for %S", name);
    if (!parent || strcmp(tail, "__main__") != 0) return raise_error(&exc_ImportError, "No module named %S", name);
    Object *package = object_getattr(parent, names.__name__);
    if (package)
        raise_error(&exc_ImportError, "No module named %S; %R is a package and cannot be directly executed", name,
                    package);
    xdecref(package);
    return NULL;
}

static Object *run_as_main(Object *name, Object *main, Object *parent, const char *tail) {
    Object *file = NULL, *result = NULL;
    size_t n;
    bool package;
    char *source = find_source(name, parent, tail, &file, &n, &package);
    if (package && !raise_pending()) {
        heap_free(source);
        clear_ref(&file);
        Object *inner = str_format("%S.__main__", name);
        Object *module = inner ? import_dotted(name, NULL) : NULL;
        if (module) set_ref(&module, newref(dict_get((Object *)runtime.modules, name)));
        if (module) result = run_as_main(inner, main, module, "__main__");
        xdecref(module);
        xdecref(inner);
        return result;
    }
    if (!source) return raise_pending() ? NULL : nothing_to_run(name, parent, tail);
    Dict *d = module_dict(main);
    Object *spec = make_spec(name, NONE, file, NULL), *owner = spec ? object_getattr_c(spec, "parent") : NULL;
    Object *code = NULL;
    if (file && owner && dict_set((Object *)d, (Object *)names.__spec__, spec) == 0 &&
        dict_set((Object *)d, (Object *)names.__package__, owner) == 0 &&
        dict_set((Object *)d, (Object *)names.__file__, file) == 0)
        code = compile_source(source, n, file, PARSE_EXEC, PARSE_FILE);
    if (code) result = vm_run_code((Code *)code, d, (Object *)d, NULL);
    xdecref(code);
    xdecref(spec);
    xdecref(owner);
    xdecref(file);
    heap_free(source);
    return result;
}

/* The package of a dotted name, new; when it cannot be had, ImportError says so as the command line does. */
static Object *package_to_run(Object *name, const char *dotted, const char *dot) {
    Object *package_name = str_from_utf8(dotted, (size_t)(dot - dotted));
    Object *package = package_name ? import_dotted(package_name, NULL) : NULL;
    Object *path = package ? object_getattr_opt(package, names.__path__) : NULL;
    if (package && !path && !raise_pending())
        raise_error(&exc_ModuleNotFoundError, "__path__ attribute not found on %R while trying to find %R",
                    package_name, name);
    xdecref(package_name);
    if (path) {
        decref(path);
        return package;
    }
    xdecref(package);
    if (!raise_is(&exc_ImportError)) return NULL;
    Object *why = raise_take();
    raise_error(&exc_ImportError, "Error while finding module specification for %R (%T: %S)", name, why, why);
    decref(why);
    return NULL;
}

Object *import_run_module(const char *dotted, Object *main) {
    const char *dot = strrchr(dotted, '.');
    Object *name = str_from_c(dotted), *result = NULL;
    Object *parent = dot && name ? package_to_run(name, dotted, dot) : NULL;
    if (name && (!dot || parent)) result = run_as_main(name, main, parent, dot ? dot + 1 : dotted);
    xdecref(parent);
    xdecref(name);
    return result;
}

/* --- __import__ --- */

static Object *import_builtin(Object *self, Object **args, ptrdiff_t nargs) {
    Object *globals = arg_or_null(args, nargs, 1), *fromlist = arg_or_null(args, nargs, 3);
    Object *level = arg_or_null(args, nargs, 4);
    int n = level ? int_as_int(level) : 0;
    if (n == -1 && raise_pending()) return NULL;
    if (n > 0 && (!globals || !dict_check(globals))) return raise_error(&exc_TypeError, "globals must be a dict");
    return import_module(args[0], globals && dict_check(globals) ? globals : NULL, fromlist, n);
}

const Method import_method = {"__import__", import_builtin, 1, 5,
                              "__import__(name, globals=None, locals=None, fromlist=(),\n           level=0)\n--\n\n"
                              "Imports a module: what the import statement calls."};

bool import_is_builtin(Object *function) {
    return function->type == &native_type && ((Native *)function)->method == &import_method;
}
