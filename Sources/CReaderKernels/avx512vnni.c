// For x86-64 with AVX-512 VNNI: sixteen sums of four products at once.
#if defined(__x86_64__)
#include <immintrin.h>
#include <stdint.h>
#include <string.h>

#pragma clang attribute push( \
    __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vnni"), min_vector_width(512))), \
    apply_to = function)

enum { TILE_ROWS = 6 };

static inline __attribute__((always_inline)) void tile(
    const uint8_t *const *a, int32_t k4, const int8_t *w, const int rows, const int panels, int32_t *out) {
  __m512i sums[TILE_ROWS][4];
  for (int r = 0; r < rows; r++)
    for (int p = 0; p < panels; p++) sums[r][p] = _mm512_setzero_si512();
  const int64_t panel = (int64_t)k4 * 64;
  for (int32_t k = 0; k < k4; k++) {
    __m512i weights[4];
    for (int p = 0; p < panels; p++) weights[p] = _mm512_loadu_si512(w + p * panel + (int64_t)k * 64);
    for (int r = 0; r < rows; r++) {
      int32_t four;
      memcpy(&four, a[r] + 4 * k, 4);
      const __m512i inputs = _mm512_set1_epi32(four);
      // Not the saturating form: the sums wrap, and none comes near 2^31.
      for (int p = 0; p < panels; p++) sums[r][p] = _mm512_dpbusd_epi32(sums[r][p], inputs, weights[p]);
    }
  }
  for (int r = 0; r < rows; r++)
    for (int p = 0; p < panels; p++) _mm512_storeu_si512(out + (r * panels + p) * 16, sums[r][p]);
}

#include "kernels.inc"

#pragma clang attribute pop

const DossierKernels dossier_avx512vnni = KERNELS("AVX-512 VNNI");
#endif
