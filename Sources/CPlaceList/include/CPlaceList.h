#ifndef C_PLACE_LIST_H
#define C_PLACE_LIST_H
#include <stddef.h>

/// A list kept inside the program: a line for each name, sorted by bytes.
typedef struct {
  const unsigned char *bytes;
  size_t size;
} DossierPlaceList;

/// Cities and the codes of their countries. Never freed.
DossierPlaceList dossier_place_list(void);

#endif
