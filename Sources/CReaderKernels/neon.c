// For ARM64 with the dot product of ARMv8.2. It takes signed bytes only, so 128 is taken from the inputs, and 128 times
// the sum of the weights is added.
#if defined(__aarch64__)
#include <arm_neon.h>
#include <stdint.h>
#include <string.h>

#pragma clang attribute push(__attribute__((target("dotprod"))), apply_to = function)

enum { TILE_ROWS = 6 };

static inline __attribute__((always_inline)) void tile(
    const uint8_t *const *a, int32_t k4, const int8_t *w, const int rows, const int32_t panels, int32_t *out) {
  for (int32_t quarter = 0; quarter < panels * 4; quarter += 2) {
    const int8_t *from = w + (int64_t)(quarter / 4) * k4 * 64 + quarter % 4 * 16;
    int32x4_t sums[TILE_ROWS][2], all[2];
    for (int p = 0; p < 2; p++) {
      all[p] = vdupq_n_s32(0);
      for (int r = 0; r < rows; r++) sums[r][p] = vdupq_n_s32(0);
    }
    const int8x16_t ones = vdupq_n_s8(1);
    for (int32_t k = 0; k < k4; k++) {
      const int8x16_t low = vld1q_s8(from + (int64_t)k * 64), high = vld1q_s8(from + (int64_t)k * 64 + 16);
      all[0] = vdotq_s32(all[0], low, ones);
      all[1] = vdotq_s32(all[1], high, ones);
      for (int r = 0; r < rows; r++) {
        uint32_t four;
        memcpy(&four, a[r] + 4 * k, 4);
        const int8x16_t inputs = vreinterpretq_s8_u32(vdupq_n_u32(four ^ 0x80808080u));
        sums[r][0] = vdotq_s32(sums[r][0], low, inputs);
        sums[r][1] = vdotq_s32(sums[r][1], high, inputs);
      }
    }
    for (int r = 0; r < rows; r++)
      for (int p = 0; p < 2; p++)
        vst1q_s32(out + r * panels * 16 + quarter * 4 + p * 4, vaddq_s32(sums[r][p], vshlq_n_s32(all[p], 7)));
  }
}

#include "kernels.inc"

#pragma clang attribute pop

const DossierKernels dossier_neon = KERNELS("NEON dot product");
#endif
