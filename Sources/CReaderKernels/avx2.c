// For x86-64 with AVX2. Its product of bytes saturates at 16 bits, so bytes are widened first.
#if defined(__x86_64__)
#include <immintrin.h>
#include <stdint.h>
#include <string.h>

#pragma clang attribute push(__attribute__((target("avx2"), min_vector_width(256))), apply_to = function)

enum { TILE_ROWS = 4 };

static inline __attribute__((always_inline)) void tile(
    const uint8_t *const *a, int32_t k4, const int8_t *w, const int rows, const int32_t panels, int32_t *out) {
  // Of four outputs at a time: two sums each, of inputs 0 and 1, and of 2 and 3.
  for (int32_t quarter = 0; quarter < panels * 4; quarter += 2) {
    const int8_t *from = w + (int64_t)(quarter / 4) * k4 * 64 + quarter % 4 * 16;
    __m256i sums[TILE_ROWS][2];
    for (int r = 0; r < rows; r++) sums[r][0] = sums[r][1] = _mm256_setzero_si256();
    for (int32_t k = 0; k < k4; k++) {
      const __m256i low = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(from + (int64_t)k * 64)));
      const __m256i high = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(from + (int64_t)k * 64 + 16)));
      for (int r = 0; r < rows; r++) {
        int32_t four;
        memcpy(&four, a[r] + 4 * k, 4);
        const __m256i inputs = _mm256_broadcastq_epi64(_mm_cvtepu8_epi16(_mm_cvtsi32_si128(four)));
        sums[r][0] = _mm256_add_epi32(sums[r][0], _mm256_madd_epi16(inputs, low));
        sums[r][1] = _mm256_add_epi32(sums[r][1], _mm256_madd_epi16(inputs, high));
      }
    }
    for (int r = 0; r < rows; r++) {
      const __m256i pairs = _mm256_permute4x64_epi64(_mm256_hadd_epi32(sums[r][0], sums[r][1]), 0xD8);
      _mm256_storeu_si256((__m256i *)(out + r * panels * 16 + quarter * 4), pairs);
    }
  }
}

#include "kernels.inc"

#pragma clang attribute pop

const DossierKernels dossier_avx2 = KERNELS("AVX2");
#endif
