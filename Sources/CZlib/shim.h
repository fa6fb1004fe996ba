#ifndef C_ZLIB_H
#define C_ZLIB_H
#include <zlib.h>

// Macros in the library, which Swift cannot see.

// A stream of bare DEFLATE, as packages have it, without a head of zlib's.
static inline int dossier_inflate_start(z_stream *stream) { return inflateInit2(stream, -MAX_WBITS); }

// The same with the head and the checksum of a gzip file.
static inline int dossier_gunzip_start(z_stream *stream) { return inflateInit2(stream, MAX_WBITS + 16); }
static inline int dossier_gzip_start(z_stream *stream) {
  return deflateInit2(stream, Z_BEST_COMPRESSION, Z_DEFLATED, MAX_WBITS + 16, 9, Z_DEFAULT_STRATEGY);
}
#endif
