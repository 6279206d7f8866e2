/* A disk that fails, tells what it was asked, or locks nothing: loaded before libc (LD_PRELOAD).
 *
 * `tests.faults.disk` arms it in a forked process. Only files below one folder are meant. Calls
 * that change something are counted; from a number on they fail, once or for good. With a log each
 * of them is written down, so that a loss of power can be played afterwards.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ONCE = 1, FOR_GOOD = 2, READS_TOO = 4, NO_LOCKS = 8 };

static char root[PATH_MAX];
static size_t root_length;
static long fail_at, count;
static int code, how, log_fd = -1;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

void shim_arm(const char *folder, long at, int error, int mode, const char *log) {
    snprintf(root, sizeof root, "%s", folder);
    root_length = strlen(root);
    fail_at = at;
    code = error;
    how = mode;
    count = 0;
    log_fd = log ? REAL(open)(log, O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;
}

long shim_count(void) { return count; }

static int is_ours(const char *path) {
    if (!root_length || !path || strncmp(path, root, root_length)) return 0;
    return path[root_length] == '/' || path[root_length] == 0;
}

static int path_of(int fd, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t size = REAL(readlink)(link, path, PATH_MAX - 1);
    if (size < 0) return 0;
    path[size] = 0;
    return is_ours(path);
}

/* Counts one call that changes something; says whether it is to fail. */
static int fails(void) {
    count++;
    if (!fail_at || count < fail_at || (how & ONCE && count > fail_at)) return 0;
    if (!(how & (ONCE | FOR_GOOD))) return 0;
    errno = code;
    return 1;
}

/* Says whether a call that only reads is to fail: the disk is gone. */
static int is_gone(void) {
    if (!(how & READS_TOO) || !fail_at || count < fail_at) return 0;
    errno = code;
    return 1;
}

static void put(const void *data, size_t size) {
    if (REAL(write)(log_fd, data, size) < 0) return;
}

/* One entry of the log: what, lengths of two names, a file's number, a place, a size; the names;
 * the bytes. */
static void note(char what, int fd, const char *one, const char *other, int64_t place,
                 const void *data, int64_t size) {
    struct stat found;
    if (log_fd < 0) return;
    int32_t lengths[2] = {(int32_t)strlen(one), other ? (int32_t)strlen(other) : 0};
    int64_t file = fd >= 0 && fstat(fd, &found) == 0 ? (int64_t)found.st_ino : 0;
    int64_t numbers[3] = {file, place, size};
    put(&what, 1);
    put(lengths, sizeof lengths);
    put(numbers, sizeof numbers);
    put(one, (size_t)lengths[0]);
    if (other) put(other, (size_t)lengths[1]);
    if (data) put(data, (size_t)size);
}

ssize_t write(int fd, const void *data, size_t size) {
    char path[PATH_MAX];
    if (fd == log_fd || !path_of(fd, path)) return REAL(write)(fd, data, size);
    if (fails()) return -1;
    int flags = fcntl(fd, F_GETFL);
    off_t place = flags & O_APPEND ? lseek(fd, 0, SEEK_END) : lseek(fd, 0, SEEK_CUR);
    ssize_t done = REAL(write)(fd, data, size);
    if (done > 0) note('W', fd, path, 0, place, data, done);
    return done;
}

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t place) {
    char path[PATH_MAX];
    if (!path_of(fd, path)) return REAL(pwrite64)(fd, data, size, place);
    if (fails()) return -1;
    ssize_t done = REAL(pwrite64)(fd, data, size, place);
    if (done > 0) note('W', fd, path, 0, place, data, done);
    return done;
}

ssize_t pwrite(int fd, const void *data, size_t size, off_t place) {
    return pwrite64(fd, data, size, place);
}

int ftruncate64(int fd, off64_t size) {
    char path[PATH_MAX];
    if (!path_of(fd, path)) return REAL(ftruncate64)(fd, size);
    if (fails()) return -1;
    note('T', fd, path, 0, size, 0, 0);
    return REAL(ftruncate64)(fd, size);
}

int truncate64(const char *path, off64_t size) {
    if (!is_ours(path)) return REAL(truncate64)(path, size);
    int fd = REAL(open)(path, O_RDWR);
    if (fd < 0) return -1;
    int done = ftruncate64(fd, size);
    int error = errno;
    REAL(close)(fd);
    errno = error;
    return done;
}

int truncate(const char *path, off_t size) { return truncate64(path, size); }

int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t size,
                        unsigned flags) {
    char path[PATH_MAX];
    if (!path_of(out, path)) return REAL(copy_file_range)(in, from, out, to, size, flags);
    errno = EXDEV; /* who asks has another way, which is counted */
    return -1;
}

ssize_t sendfile64(int out, int in, off64_t *from, size_t size) {
    char path[PATH_MAX];
    if (!path_of(out, path)) return REAL(sendfile64)(out, in, from, size);
    errno = ENOTSOCK; /* likewise */
    return -1;
}

ssize_t sendfile(int out, int in, off_t *from, size_t size) {
    return sendfile64(out, in, from, size);
}

static int sync_with(int fd, int (*real)(int)) {
    char path[PATH_MAX];
    if (!path_of(fd, path)) return real(fd);
    if (fails()) return -1;
    note('S', fd, path, 0, 0, 0, 0);
    return 0; /* no test needs the real disk to be waited for */
}

int fsync(int fd) { return sync_with(fd, REAL(fsync)); }
int fdatasync(int fd) { return sync_with(fd, REAL(fdatasync)); }

int rename(const char *from, const char *to) {
    if (!is_ours(to)) return REAL(rename)(from, to);
    if (fails()) return -1;
    int done = REAL(rename)(from, to);
    if (!done) note('R', -1, from, to, 0, 0, 0);
    return done;
}

int linkat(int one, const char *from, int other, const char *to, int flags) {
    if (!is_ours(to)) return REAL(linkat)(one, from, other, to, flags);
    if (fails()) return -1;
    int done = REAL(linkat)(one, from, other, to, flags);
    if (!done) note('L', -1, from, to, 0, 0, 0);
    return done;
}

int link(const char *from, const char *to) { return linkat(AT_FDCWD, from, AT_FDCWD, to, 0); }

int unlink(const char *path) {
    if (!is_ours(path)) return REAL(unlink)(path);
    if (how & READS_TOO ? is_gone() : 0) return -1;
    int done = REAL(unlink)(path);
    if (!done) note('U', -1, path, 0, 0, 0, 0);
    return done;
}

static int open_with(int (*real)(const char *, int, ...), const char *path, int flags, int mode) {
    if (!is_ours(path)) return real(path, flags, mode);
    int is_new = flags & O_CREAT && access(path, F_OK) != 0;
    if (is_new ? fails() : is_gone()) return -1;
    int fd = real(path, flags, mode);
    if (fd >= 0 && is_new) note('C', fd, path, 0, 0, 0, 0);
    if (fd >= 0 && !is_new && flags & O_TRUNC) note('T', fd, path, 0, 0, 0, 0);
    return fd;
}

#define OPENING(name)                                     \
    int name(const char *path, int flags, ...) {          \
        va_list rest;                                     \
        va_start(rest, flags);                            \
        int mode = flags & O_CREAT ? va_arg(rest, int) : 0; \
        va_end(rest);                                     \
        return open_with(REAL(name), path, flags, mode);  \
    }
OPENING(open)
OPENING(open64)

ssize_t read(int fd, void *data, size_t size) {
    char path[PATH_MAX];
    if (how & READS_TOO && path_of(fd, path) && is_gone()) return -1;
    return REAL(read)(fd, data, size);
}

ssize_t pread64(int fd, void *data, size_t size, off64_t place) {
    char path[PATH_MAX];
    if (how & READS_TOO && path_of(fd, path) && is_gone()) return -1;
    return REAL(pread64)(fd, data, size, place);
}

ssize_t pread(int fd, void *data, size_t size, off_t place) {
    return pread64(fd, data, size, place);
}

/* Locks that are granted to everybody, as on a share that keeps none. */
static int control(int (*real)(int, int, ...), int fd, int what, void *value) {
    char path[PATH_MAX];
    int is_lock = what == F_SETLK || what == F_SETLKW || what == F_OFD_SETLK || what == F_GETLK;
    if (is_lock && how & (NO_LOCKS | READS_TOO) && path_of(fd, path)) {
        if (is_gone()) return -1;
        if (how & NO_LOCKS) {
            if (what == F_GETLK) ((struct flock *)value)->l_type = F_UNLCK;
            return 0;
        }
    }
    return real(fd, what, value);
}

#define CONTROLLING(name)                          \
    int name(int fd, int what, ...) {              \
        va_list rest;                              \
        va_start(rest, what);                      \
        void *value = va_arg(rest, void *);        \
        va_end(rest);                              \
        return control(REAL(name), fd, what, value); \
    }
CONTROLLING(fcntl)
CONTROLLING(fcntl64)

int flock(int fd, int what) {
    char path[PATH_MAX];
    if (how & (NO_LOCKS | READS_TOO) && path_of(fd, path)) {
        if (is_gone()) return -1;
        if (how & NO_LOCKS) return 0;
    }
    return REAL(flock)(fd, what);
}
