#ifndef DOSSIER_READER_KERNELS_H
#define DOSSIER_READER_KERNELS_H

#include <stddef.h>
#include <stdint.h>

/// The arithmetic of the careful reader, in several forms of which each gives the same bits.
///
/// All products and their sums are whole numbers. What is done in floating point is done number by number, or summed in
/// sixteen fixed lanes, and only with operations of which IEEE 754 defines every bit (+, -, *, /, square root), never
/// contracted. Rounding must be to nearest, as C programs begin with.
///
/// No function allocates. Widths are multiples of 64, lengths are those that the caller gives; nothing is read or
/// written outside them.

/// Weights as whole numbers: output `o` of input `i` weighs `weights[...] * scales[o]`.
typedef struct {
  int32_t inputs;
  int32_t outputs;
  /// Sixteen outputs after each other; within those, for each four inputs, four numbers for each output.
  const int8_t *_Nonnull weights;
  const float *_Nonnull scales;
  /// The sum of each output's weights, times its scale.
  const float *_Nonnull sums;
  const float *_Nonnull biases;
  /// What each input is multiplied by before it is turned into steps, so that none of them is far larger than the rest.
  const float *_Nonnull factors;
} DossierMatrix;

/// Rows of numbers between a least one and 255 steps above it.
typedef struct {
  uint8_t *_Nonnull steps;
  float *_Nonnull sizes;
  float *_Nonnull least;
} DossierRows;

/// Constants: any thread may use them.
#if defined(__clang__)
#define DOSSIER_SENDABLE __attribute__((swift_attr("@Sendable")))
#else
#define DOSSIER_SENDABLE
#endif
typedef struct DOSSIER_SENDABLE {
  const char *_Nonnull name;
  /// Turns rows of `width` numbers, each times its factor, into steps.
  void (*_Nonnull quantize)(
      const float *_Nonnull x, const float *_Nonnull factors, int32_t rows, int32_t width, DossierRows to);
  /// Multiplies rows by a matrix and adds its biases.
  void (*_Nonnull multiply)(DossierRows rows, int32_t count, const DossierMatrix *_Nonnull matrix, float *_Nonnull to);
  /// Replaces x by the Gaussian error linear unit of x (Hendrycks and Gimpel, 2016).
  void (*_Nonnull gelu)(float *_Nonnull x, size_t count);
  /// Adds `other`, if there is one, to x, and normalizes each row (Ba, Kiros and Hinton, 2016).
  void (*_Nonnull normalize)(
      float *_Nonnull x, const float *_Nullable other, int32_t rows, int32_t width, const float *_Nonnull weights,
      const float *_Nonnull biases);
  /// Scaled dot-product attention (Vaswani and others, 2017) in one window: of some tokens to all. `queries` has, for
  /// each of the first, 32 numbers a head; `keys` has, for each of all, the keys and then the values of all heads.
  /// `workspace` has `dossier_attention_workspace()` bytes.
  void (*_Nonnull attend)(
      const float *_Nonnull queries, int32_t some, const float *_Nonnull keys, int32_t tokens, int32_t heads,
      float *_Nonnull to, uint8_t *_Nonnull workspace);
  /// Adds a row of whole numbers times `scale`.
  void (*_Nonnull add)(float *_Nonnull to, const int8_t *_Nonnull row, float scale, int32_t width);
} DossierKernels;

/// The most tokens that attention takes.
enum { DOSSIER_MOST_TOKENS = 512 };

size_t dossier_attention_workspace(void);

/// Returns the kernels by number, the fastest first, ending with portable ones that every machine has; null where this
/// machine does not have the instructions, or there are no more.
const DossierKernels *_Nullable dossier_kernels(int32_t number);
enum { DOSSIER_KERNEL_COUNT = 5 };

#endif
