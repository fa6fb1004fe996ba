#define _GNU_SOURCE
#include "CProgramRun.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <unistd.h>

// Both ends are closed in every program that starts, also in one that another thread starts at this moment.
static int open_pipe(int ends[2]) {
#ifdef __linux__
  return pipe2(ends, O_CLOEXEC) == 0 ? 0 : errno;
#else
  if (pipe(ends) != 0) return errno;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  return 0;
#endif
}

static int spawn(
  const char *path, char *const arguments[], char *const environment[], int output, int errors, pid_t *process) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  int code = posix_spawn_file_actions_init(&actions);
  if (code != 0) return code;
  code = posix_spawnattr_init(&attributes);
  if (code != 0) {
    posix_spawn_file_actions_destroy(&actions);
    return code;
  }
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, output, 1);
  posix_spawn_file_actions_adddup2(&actions, errors, 2);
#if defined(__GLIBC__) && defined(__GLIBC_PREREQ)
#if __GLIBC_PREREQ(2, 34)
  posix_spawn_file_actions_addclosefrom_np(&actions, 3);
#endif
#endif

  // What this process ignores or blocks is none of the program's business.
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setpgroup(&attributes, 0);
  short flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
#ifdef POSIX_SPAWN_CLOEXEC_DEFAULT
  flags |= POSIX_SPAWN_CLOEXEC_DEFAULT;
#endif
  posix_spawnattr_setflags(&attributes, flags);
  code = posix_spawn(process, path, &actions, &attributes, arguments, environment);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return code;
}

int program_run_start(
  const char *path, char *const arguments[], char *const environment[], uint64_t seconds, uint64_t memory,
  program_run *run) {
  int output[2], errors[2];
  int code = open_pipe(output);
  if (code != 0) return code;
  code = open_pipe(errors);
  if (code != 0) {
    close(output[0]);
    close(output[1]);
    return code;
  }
  code = spawn(path, arguments, environment, output[1], errors[1], &run->process);
  close(output[1]);
  close(errors[1]);
  if (code != 0) {
    close(output[0]);
    close(errors[0]);
    return code;
  }
#ifdef __linux__
  // A core dump would have the document in it.
  struct rlimit limit = {0, 0};
  prlimit(run->process, RLIMIT_CORE, &limit, NULL);
  if (seconds > 0) {
    limit.rlim_cur = limit.rlim_max = seconds;
    prlimit(run->process, RLIMIT_CPU, &limit, NULL);
  }
  if (memory > 0) {
    limit.rlim_cur = limit.rlim_max = memory;
    prlimit(run->process, RLIMIT_AS, &limit, NULL);
  }
#else
  (void)seconds;
  (void)memory;
#endif
  fcntl(output[0], F_SETFL, O_NONBLOCK);
  fcntl(errors[0], F_SETFL, O_NONBLOCK);
  run->output = output[0];
  run->errors = errors[0];
  return 0;
}
