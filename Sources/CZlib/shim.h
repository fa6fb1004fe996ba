#include <zlib.h>

// A macro in the library, which Swift cannot see: a stream of bare DEFLATE, as packages have it, without a head of zlib's.
static inline int dossier_inflate_start(z_stream *stream) { return inflateInit2(stream, -MAX_WBITS); }
