// For every machine: what the language has.
#include <stdint.h>

enum { TILE_ROWS = 6 };

typedef int8_t signed32 __attribute__((vector_size(32), aligned(1)));
typedef int16_t shorts32 __attribute__((vector_size(64)));
typedef int32_t ints32 __attribute__((vector_size(128)));

static inline __attribute__((always_inline)) void tile(
    const uint8_t *const *a, int32_t k4, const int8_t *w, const int rows, const int32_t panels, int32_t *out) {
  for (int32_t half = 0; half < 2 * panels; half++) {
    const int8_t *from = w + (int64_t)(half / 2) * k4 * 64 + half % 2 * 32;
    for (int32_t r = 0; r < rows; r++) {
      // Eight outputs, four sums each.
      ints32 sums = {0};
      for (int32_t k = 0; k < k4; k++) {
        const uint8_t *in = a[r] + 4 * k;
        const int16_t a0 = in[0], a1 = in[1], a2 = in[2], a3 = in[3];
        const shorts32 inputs = {a0, a1, a2, a3, a0, a1, a2, a3, a0, a1, a2, a3, a0, a1, a2, a3,
                                 a0, a1, a2, a3, a0, a1, a2, a3, a0, a1, a2, a3, a0, a1, a2, a3};
        const shorts32 weights = __builtin_convertvector(*(const signed32 *)(from + (int64_t)k * 64), shorts32);
        // 255 times 127 fits into 16 bits.
        sums += __builtin_convertvector(inputs * weights, ints32);
      }
      for (int32_t o = 0; o < 8; o++)
        out[r * panels * 16 + half * 8 + o] = sums[4 * o] + sums[4 * o + 1] + sums[4 * o + 2] + sums[4 * o + 3];
    }
  }
}

#define DOSSIER_WORKSPACE
#include "kernels.inc"

const DossierKernels dossier_portable = KERNELS("portable");
