#ifndef C_DEFAULT_TEMPLATES_H
#define C_DEFAULT_TEMPLATES_H
#include <stddef.h>

/// A file of the folder Templates, kept inside the program.
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t size;
} DossierTemplateFile;

/// How many files there are.
size_t dossier_template_file_count(void);

/// The file with a number below the count, in the order of their names. Never freed.
DossierTemplateFile dossier_template_file(size_t index);

#endif
