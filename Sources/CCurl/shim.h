#include <curl/curl.h>
#include <netinet/in.h>

// Swift can't call functions of any number of arguments, so each kind of option has one of its own.

static inline CURLcode dossier_curl_set_number(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode dossier_curl_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode dossier_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode dossier_curl_set_socket_function(CURL *handle, curl_opensocket_callback function) {
  return curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, function);
}

static inline CURLcode dossier_curl_set_write_function(CURL *handle, curl_write_callback function) {
  return curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, function);
}

static inline long dossier_curl_status(CURL *handle) {
  long status = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

// The value of a line in the answer's head; the handle's own, or null.
static inline const char *dossier_curl_line(CURL *handle, const char *name) {
  struct curl_header *line = NULL;
  return curl_easy_header(handle, name, 0, CURLH_HEADER, -1, &line) == CURLHE_OK ? line->value : NULL;
}

// Where a redirection leads; the handle's own, or null.
static inline const char *dossier_curl_redirection(CURL *handle) {
  char *address = NULL;
  curl_easy_getinfo(handle, CURLINFO_REDIRECT_URL, &address);
  return address;
}

// The handle of the next transfer that has ended, with its result; null where there is none.
static inline CURL *dossier_curl_next_ended(CURLM *transfers, CURLcode *result) {
  int left = 0;
  CURLMsg *message;
  while ((message = curl_multi_info_read(transfers, &left))) {
    if (message->msg == CURLMSG_DONE) {
      *result = message->data.result;
      return message->easy_handle;
    }
  }
  return NULL;
}
