// Starts a program without a shell: what Swift cannot call itself, because the C library keeps it behind _GNU_SOURCE.
#pragma once

#include <stdint.h>
#include <sys/types.h>

/// A program that runs: its process, which leads a group of its own, and what it writes to.
typedef struct {
  pid_t process;
  int output;
  int errors;
} program_run;

/// Starts the program at `path`, its standard input empty, with no other file of this process open where the system can see to that.
///
/// Returns 0, or the number of an error. `seconds` bounds its processor time, and `memory` its address space in bytes; 0 is
/// no bound. Systems without prlimit have no bounds.
int program_run_start(
  const char *path, char *const arguments[], char *const environment[], uint64_t seconds, uint64_t memory,
  program_run *run);
