#include "CDefaultTemplates.h"

static const unsigned char page_mustache[] = {
#embed "../../Templates/page.mustache"
};

const DossierTemplateFile dossier_template_files[] = {
  {"page.mustache", page_mustache, sizeof page_mustache},
};
const size_t dossier_template_file_count = sizeof dossier_template_files / sizeof *dossier_template_files;
