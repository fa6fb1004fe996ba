#include "CDefaultTemplates.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// One array for each file of the folder Templates; a test holds the list against the folder.
static const unsigned char page_404_mustache[] = {
#embed "../../Templates/404.mustache"
};
static const unsigned char about_mustache[] = {
#embed "../../Templates/about.mustache"
};
static const unsigned char book_css[] = {
#embed "../../Templates/book.css"
};
static const unsigned char changes_mustache[] = {
#embed "../../Templates/changes.mustache"
};
static const unsigned char colours_css[] = {
#embed "../../Templates/colours.css"
};
static const unsigned char dates_mustache[] = {
#embed "../../Templates/dates.mustache"
};
static const unsigned char details_mustache[] = {
#embed "../../Templates/details.mustache"
};
static const unsigned char document_mustache[] = {
#embed "../../Templates/document.mustache"
};
static const unsigned char documents_mustache[] = {
#embed "../../Templates/documents.mustache"
};
static const unsigned char dossier_js[] = {
#embed "../../Templates/dossier.js"
};
static const unsigned char entity_sheet_mustache[] = {
#embed "../../Templates/entity-sheet.mustache"
};
static const unsigned char entity_mustache[] = {
#embed "../../Templates/entity.mustache"
};
static const unsigned char entry_mustache[] = {
#embed "../../Templates/entry.mustache"
};
static const unsigned char evidence_mustache[] = {
#embed "../../Templates/evidence.mustache"
};
static const unsigned char foot_mustache[] = {
#embed "../../Templates/foot.mustache"
};
static const unsigned char head_mustache[] = {
#embed "../../Templates/head.mustache"
};
static const unsigned char home_mustache[] = {
#embed "../../Templates/home.mustache"
};
static const unsigned char in_documents_mustache[] = {
#embed "../../Templates/in-documents.mustache"
};
static const unsigned char kind_mustache[] = {
#embed "../../Templates/kind.mustache"
};
static const unsigned char link_notes_mustache[] = {
#embed "../../Templates/link-notes.mustache"
};
static const unsigned char masthead_mustache[] = {
#embed "../../Templates/masthead.mustache"
};
static const unsigned char moved_mustache[] = {
#embed "../../Templates/moved.mustache"
};
static const unsigned char named_with_mustache[] = {
#embed "../../Templates/named-with.mustache"
};
static const unsigned char names_mustache[] = {
#embed "../../Templates/names.mustache"
};
static const unsigned char pager_mustache[] = {
#embed "../../Templates/pager.mustache"
};
static const unsigned char pair_mustache[] = {
#embed "../../Templates/pair.mustache"
};
static const unsigned char print_mustache[] = {
#embed "../../Templates/print.mustache"
};
static const unsigned char rows_mustache[] = {
#embed "../../Templates/rows.mustache"
};
static const unsigned char source_records_mustache[] = {
#embed "../../Templates/source-records.mustache"
};
static const unsigned char sources_mustache[] = {
#embed "../../Templates/sources.mustache"
};
static const unsigned char start_js[] = {
#embed "../../Templates/start.js"
};
static const unsigned char style_css[] = {
#embed "../../Templates/style.css"
};
static const unsigned char ties_mustache[] = {
#embed "../../Templates/ties.mustache"
};
static const unsigned char timeline_mustache[] = {
#embed "../../Templates/timeline.mustache"
};
static const unsigned char unknowns_mustache[] = {
#embed "../../Templates/unknowns.mustache"
};
static const unsigned char why_one_mustache[] = {
#embed "../../Templates/why-one.mustache"
};
static const unsigned char years_mustache[] = {
#embed "../../Templates/years.mustache"
};

static const DossierTemplateFile files[] = {
  {"404.mustache", page_404_mustache, sizeof page_404_mustache},
  {"about.mustache", about_mustache, sizeof about_mustache},
  {"book.css", book_css, sizeof book_css},
  {"changes.mustache", changes_mustache, sizeof changes_mustache},
  {"colours.css", colours_css, sizeof colours_css},
  {"dates.mustache", dates_mustache, sizeof dates_mustache},
  {"details.mustache", details_mustache, sizeof details_mustache},
  {"document.mustache", document_mustache, sizeof document_mustache},
  {"documents.mustache", documents_mustache, sizeof documents_mustache},
  {"dossier.js", dossier_js, sizeof dossier_js},
  {"entity-sheet.mustache", entity_sheet_mustache, sizeof entity_sheet_mustache},
  {"entity.mustache", entity_mustache, sizeof entity_mustache},
  {"entry.mustache", entry_mustache, sizeof entry_mustache},
  {"evidence.mustache", evidence_mustache, sizeof evidence_mustache},
  {"foot.mustache", foot_mustache, sizeof foot_mustache},
  {"head.mustache", head_mustache, sizeof head_mustache},
  {"home.mustache", home_mustache, sizeof home_mustache},
  {"in-documents.mustache", in_documents_mustache, sizeof in_documents_mustache},
  {"kind.mustache", kind_mustache, sizeof kind_mustache},
  {"link-notes.mustache", link_notes_mustache, sizeof link_notes_mustache},
  {"masthead.mustache", masthead_mustache, sizeof masthead_mustache},
  {"moved.mustache", moved_mustache, sizeof moved_mustache},
  {"named-with.mustache", named_with_mustache, sizeof named_with_mustache},
  {"names.mustache", names_mustache, sizeof names_mustache},
  {"pager.mustache", pager_mustache, sizeof pager_mustache},
  {"pair.mustache", pair_mustache, sizeof pair_mustache},
  {"print.mustache", print_mustache, sizeof print_mustache},
  {"rows.mustache", rows_mustache, sizeof rows_mustache},
  {"source-records.mustache", source_records_mustache, sizeof source_records_mustache},
  {"sources.mustache", sources_mustache, sizeof sources_mustache},
  {"start.js", start_js, sizeof start_js},
  {"style.css", style_css, sizeof style_css},
  {"ties.mustache", ties_mustache, sizeof ties_mustache},
  {"timeline.mustache", timeline_mustache, sizeof timeline_mustache},
  {"unknowns.mustache", unknowns_mustache, sizeof unknowns_mustache},
  {"why-one.mustache", why_one_mustache, sizeof why_one_mustache},
  {"years.mustache", years_mustache, sizeof years_mustache},
};

size_t dossier_template_file_count(void) { return sizeof files / sizeof *files; }

DossierTemplateFile dossier_template_file(size_t index) { return files[index]; }
