#include "CReaderKernels.h"

#if defined(__aarch64__) && defined(__linux__)
#include <sys/auxv.h>
#endif

extern const DossierKernels dossier_portable;
#if defined(__x86_64__)
extern const DossierKernels dossier_avx512vnni, dossier_avxvnni, dossier_avx2;
#elif defined(__aarch64__)
extern const DossierKernels dossier_neon;
#endif

const DossierKernels *dossier_kernels(int32_t number) {
#if defined(__x86_64__)
  if (number == 0)
    return __builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512vl") &&
            __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")
        ? &dossier_avx512vnni
        : 0;
  if (number == 1)
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("avxvnni") ? &dossier_avxvnni : 0;
  if (number == 2) return __builtin_cpu_supports("avx2") ? &dossier_avx2 : 0;
#elif defined(__aarch64__)
#if defined(__linux__)
  // The dot product is bit 20 of what the kernel tells.
  if (number == 3) return getauxval(AT_HWCAP) >> 20 & 1 ? &dossier_neon : 0;
#else
  // Every Mac with ARM64 has it.
  if (number == 3) return &dossier_neon;
#endif
#endif
  return number == 4 ? &dossier_portable : 0;
}
