#ifndef C_ENTITY_MODEL_H
#define C_ENTITY_MODEL_H
#include <stddef.h>

/// A file kept inside the program.
typedef struct {
  const unsigned char *_Nonnull bytes;
  size_t size;
} DossierBlob;

/// Returns the name lists of the folder `lists`, made ready for look-ups.
DossierBlob dossier_entity_lists(void);
/// Returns the trained weights.
DossierBlob dossier_entity_model(void);

#endif
