#include "CPlaceList.h"

// `#embed` is of C23; clang has it in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char cities[] = {
#embed "cities.tsv"
};

DossierPlaceList dossier_place_list(void) { return (DossierPlaceList){cities, sizeof cities}; }
