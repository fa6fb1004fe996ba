#ifndef C_DEFAULT_TEMPLATES_H
#define C_DEFAULT_TEMPLATES_H
#include <stddef.h>

/// A file of the folder Templates, kept inside the program.
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t size;
} DossierTemplateFile;

/// Every file of the folder Templates, in the order of their names.
extern const DossierTemplateFile dossier_template_files[];
/// How many there are.
extern const size_t dossier_template_file_count;

#endif
