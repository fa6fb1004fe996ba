#include "CPreviewScript.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char script[] = {
#embed "preview.js"
};

const unsigned char *dossier_preview_script(void) { return script; }

size_t dossier_preview_script_size(void) { return sizeof script; }
