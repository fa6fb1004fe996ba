#ifndef C_ENTITY_LISTS_H
#define C_ENTITY_LISTS_H
#include <stddef.h>

/// A list of names, kept inside the program: lines of fields with tabs between, comments first.
typedef struct {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t size;
} DossierEntityList;

/// Every list of this folder, in the order of their names.
extern const DossierEntityList dossier_entity_lists[];
/// How many there are.
extern const size_t dossier_entity_list_count;
/// Returns the first list: Swift sees a C array of no stated length as nothing at all.
const DossierEntityList *_Nonnull dossier_entity_lists_start(void);

#endif
