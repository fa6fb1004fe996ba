#include "CReaderModel.h"

// `#embed` is of C23; clang has it in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

// Weights are read in place, as vectors of 64 bytes.
static const _Alignas(64) unsigned char model[] = {
#embed "english.reader"
};

DossierReaderBlob dossier_reader_model(void) { return (DossierReaderBlob){model, sizeof model}; }
