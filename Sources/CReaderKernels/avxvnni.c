// For x86-64 with AVX-VNNI but without AVX-512: eight sums of four products at once.
#if defined(__x86_64__)
#include <immintrin.h>
#include <stdint.h>
#include <string.h>

#pragma clang attribute push( \
    __attribute__((target("avx2,avxvnni"), min_vector_width(256))), apply_to = function)

enum { TILE_ROWS = 6 };

static inline __attribute__((always_inline)) void tile(
    const uint8_t *const *a, int32_t k4, const int8_t *w, const int rows, const int32_t panels, int32_t *out) {
  for (int32_t p = 0; p < panels; p++) {
    const int8_t *from = w + (int64_t)p * k4 * 64;
    __m256i sums[TILE_ROWS][2];
    for (int r = 0; r < rows; r++) sums[r][0] = sums[r][1] = _mm256_setzero_si256();
    for (int32_t k = 0; k < k4; k++) {
      const __m256i low = _mm256_loadu_si256((const __m256i *)(from + (int64_t)k * 64));
      const __m256i high = _mm256_loadu_si256((const __m256i *)(from + (int64_t)k * 64 + 32));
      for (int r = 0; r < rows; r++) {
        int32_t four;
        memcpy(&four, a[r] + 4 * k, 4);
        const __m256i inputs = _mm256_set1_epi32(four);
        sums[r][0] = _mm256_dpbusd_avx_epi32(sums[r][0], inputs, low);
        sums[r][1] = _mm256_dpbusd_avx_epi32(sums[r][1], inputs, high);
      }
    }
    for (int r = 0; r < rows; r++) {
      int32_t *row = out + (r * panels + p) * 16;
      _mm256_storeu_si256((__m256i *)row, sums[r][0]);
      _mm256_storeu_si256((__m256i *)(row + 8), sums[r][1]);
    }
  }
}

#include "kernels.inc"

#pragma clang attribute pop

const DossierKernels dossier_avxvnni = KERNELS("AVX-VNNI");
#endif
