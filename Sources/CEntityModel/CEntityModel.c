#include "CEntityModel.h"

// `#embed` is of C23; clang has it in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

// Numbers of eight bytes are read in place.
static const _Alignas(8) unsigned char lists[] = {
#embed "english.lists"
};
static const _Alignas(8) unsigned char model[] = {
#embed "english.model"
};

DossierBlob dossier_entity_lists(void) { return (DossierBlob){lists, sizeof lists}; }
DossierBlob dossier_entity_model(void) { return (DossierBlob){model, sizeof model}; }
