#ifndef C_READER_MODEL_H
#define C_READER_MODEL_H
#include <stddef.h>

/// A file kept inside the program.
typedef struct {
  const unsigned char *_Nonnull bytes;
  size_t size;
} DossierReaderBlob;

/// Returns the careful reader's network.
DossierReaderBlob dossier_reader_model(void);

#endif
