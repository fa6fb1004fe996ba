#ifndef C_PREVIEW_SCRIPT_H
#define C_PREVIEW_SCRIPT_H
#include <stddef.h>

/// The script that a live preview adds to each page, kept inside the program. Never freed.
const unsigned char *dossier_preview_script(void);

/// How many bytes it has.
size_t dossier_preview_script_size(void);

#endif
