#include "CEntityLists.h"

// `#embed` is of C23; clang has it in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char cities[] = {
#embed "cities.tsv"
};
static const unsigned char common_words[] = {
#embed "common-words.tsv"
};
static const unsigned char countries[] = {
#embed "countries.tsv"
};
static const unsigned char country_names[] = {
#embed "country-names.tsv"
};
static const unsigned char events[] = {
#embed "events.tsv"
};
static const unsigned char given_names[] = {
#embed "given-names.tsv"
};
static const unsigned char nationalities[] = {
#embed "nationalities.tsv"
};
static const unsigned char organisations[] = {
#embed "organisations.tsv"
};
static const unsigned char regions[] = {
#embed "regions.tsv"
};
static const unsigned char surnames[] = {
#embed "surnames.tsv"
};
static const unsigned char words[] = {
#embed "words.tsv"
};

const DossierEntityList dossier_entity_lists[] = {
  {"cities", cities, sizeof cities},
  {"common-words", common_words, sizeof common_words},
  {"countries", countries, sizeof countries},
  {"country-names", country_names, sizeof country_names},
  {"events", events, sizeof events},
  {"given-names", given_names, sizeof given_names},
  {"nationalities", nationalities, sizeof nationalities},
  {"organisations", organisations, sizeof organisations},
  {"regions", regions, sizeof regions},
  {"surnames", surnames, sizeof surnames},
  {"words", words, sizeof words},
};
const size_t dossier_entity_list_count = sizeof dossier_entity_lists / sizeof *dossier_entity_lists;

const DossierEntityList *dossier_entity_lists_start(void) { return dossier_entity_lists; }
